/** Account patterns and lists of accounts; a list is a filter that answers yes or no and cannot be read (SPEC 5). */

import { isAscii } from "./fold.js";
import { findAccounts } from "./signals.js";

/** @typedef {import("./signals.js").SignalIndex} SignalIndex */

/**
 * A Bloom filter of accounts and the days, both included, on which it holds.
 * @typedef {{start: string, end: string, probes: number, bits: Uint8Array}} AccountList
 */

export const ACCOUNT_FIELD = "author.handle";
const ACCOUNT_MAX = 300;
const SEEDS = [1, 2];

/**
 * Return the lists of a checked bundle.
 * @param {Record<string, any>} bundle
 * @returns {AccountList[]}
 */
export function buildAccountLists({ accounts = [] }) {
  return accounts.map((/** @type {Record<string, any>} */ { from, to, probes, filter }) => ({
    start: from,
    end: to,
    probes,
    bits: bytesOf(atob(filter)),
  }));
}

/** A loop, as the background reads a megabyte each time it wakes. @param {string} packed one character a byte */
function bytesOf(packed) {
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  return bytes;
}

/**
 * Return an account name or address as it is compared, empty where it is not (SPEC 5.1).
 * @param {string | undefined} value
 * @returns {string}
 */
export function normalAccount(value) {
  if (!value || !isAscii(value) || value.length > ACCOUNT_MAX || value.includes("\n")) return "";
  return value.toLowerCase().replace(/^@/, "");
}

/**
 * Return `[signal, field]` of what fits an account, each signal once.
 * @param {SignalIndex} index
 * @param {AccountList[]} lists
 * @param {import("./fields.js").Context} context
 * @param {string} date
 * @returns {[number, string][]}
 */
export function accountHits(index, lists, { site, author, link }, date) {
  /** @type {Map<number, string>} */
  const hits = new Map();
  /** @type {[string, string | undefined][]} */
  const values = [[ACCOUNT_FIELD, author?.handle], ["link.url", link?.url]];
  for (const [name, given] of values) {
    const value = normalAccount(given);
    if (!value) continue;
    if (lists.length && name === ACCOUNT_FIELD && isListed(lists, site, value, date)) hits.set(index.listed, name);
    for (const signal of findAccounts(index, name, value)) if (!hits.has(signal)) hits.set(signal, name);
  }
  return [...hits];
}

/**
 * Say whether a list that holds on a day has an account of a site (SPEC 5.3).
 * @param {AccountList[]} lists
 * @param {string | undefined} site
 * @param {string} account
 * @param {string} date
 * @returns {boolean}
 */
export function isListed(lists, site, account, date) {
  const key = `${site ?? ""}:${account}`;
  if (!site || !isAscii(key)) return false;
  return lists.some((known) => known.start <= date && date <= known.end && holds(known, key));
}

/**
 * @param {AccountList} known
 * @param {string} key
 */
function holds({ probes, bits }, key) {
  return probePlaces(key, probes, 8 * bits.length).every((place) => (bits[place >>> 3] >>> (place & 7)) & 1);
}

/**
 * Return the places of a key in a filter of so many bits (SPEC 5.4).
 * @param {string} key ASCII
 * @param {number} probes
 * @param {number} size
 * @returns {number[]}
 */
export function probePlaces(key, probes, size) {
  let at = murmur3(key, SEEDS[0]);
  const step = (murmur3(key, SEEDS[1]) | 1) >>> 0;
  /** @type {number[]} */
  const places = [];
  for (let count = 0; count < probes; count += 1) {
    places.push(mixed(at) % size);
    at = (at + step) >>> 0;
  }
  return places;
}

/**
 * Return MurmurHash3 x86_32 of an ASCII text, as Austin Appleby published it.
 * @param {string} text
 * @param {number} seed
 * @returns {number} from 0 to 2^32 - 1
 */
export function murmur3(text, seed) {
  let value = seed;
  const whole = text.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    value = turned(value ^ scrambled(block(text, at, at + 4)), 13);
    value = (Math.imul(value, 5) + 0xe6546b64) | 0;
  }
  if (whole < text.length) value ^= scrambled(block(text, whole, text.length));
  return mixed(value ^ text.length);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function block(text, start, end) {
  let value = 0;
  for (let at = start; at < end; at += 1) value |= text.charCodeAt(at) << (8 * (at - start));
  return value;
}

/** @param {number} value */
const scrambled = (value) => Math.imul(turned(Math.imul(value, 0xcc9e2d51), 15), 0x1b873593);

/** @param {number} value @param {number} by */
const turned = (value, by) => (value << by) | (value >>> (32 - by));

/** The hash's final mix: every bit of the value tells on every bit of the answer. @param {number} value */
function mixed(value) {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
