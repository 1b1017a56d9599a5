import { CONTRACT, SIZE_MAX } from "../engine/bundle.js";
import { canonicalJson } from "../engine/score.js";
import { sha256 } from "../lib/digest.js";
import { decoded } from "../lib/rule-key.js";

/**
 * Signed rule files (docs/signed-rules.md): two lines that are signed, one line of signatures, the bundle's exact
 * bytes. Mirrors server/rules/signed.py; the same files get the same codes there.
 */

const FIRST_LINE = "JAGA-JEMPOL-RULES 1\n";
const LINE_MAX = 1_000;
const SIGNATURES_MAX = 2;
const DAY = 86_400_000;
const LIFETIME_MAX = 366 * DAY;
/** A device whose clock is a little late must not take a fresh file for one from the future. */
const CLOCK_SLACK = DAY;
const HEADER = ["bytes", "contract", "digest", "expires", "issued", "version"];

/** No file is longer: a bundle, and the lines before it. */
export const FILE_MAX = SIZE_MAX + FIRST_LINE.length + 2 * LINE_MAX;

/** @typedef {import("../lib/rule-key.js").Bytes} Bytes */
/** @typedef {{id: string, raw: Bytes}} PublicKey */
/**
 * What is signed of a bundle; times in epoch milliseconds.
 * @typedef {{contract: number, version: number, issued: number, expires: number, bytes: number, digest: string}} Header
 * @typedef {{header: Header, signed: Bytes, signatures: Map<string, Bytes>, body: Bytes}} SignedFile
 */

/** A file that is not taken. */
export class SignedFileError extends Error {
  /** @param {string} code what the person is told by, as in the catalog: `rulesProblem_<code>` @param {string} [detail] */
  constructor(code, detail = "") {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** @param {Bytes} raw a public key @returns {Promise<PublicKey>} with the short digest by which files name it */
export const publicKey = async (raw) => ({ id: (await sha256(raw)).slice(0, 16), raw });

/**
 * Take a file apart. Nothing of it is checked yet but its form.
 * @param {Bytes} raw @returns {SignedFile} @throws {SignedFileError} `format`
 */
export function readSigned(raw) {
  if (ascii(raw.subarray(0, FIRST_LINE.length)) !== FIRST_LINE) throw new SignedFileError("format", "line 1");
  const second = lineAt(raw, FIRST_LINE.length, 2);
  const third = lineAt(raw, second.end, 3);
  return {
    header: headerOf(second.value),
    signed: raw.slice(0, second.end),
    signatures: signaturesOf(third.value),
    body: raw.slice(third.end),
  };
}

/**
 * The ids of the trusted keys that signed. A signature of a key that is not trusted says nothing; one of a trusted key
 * that is wrong spoils the file.
 * @param {SignedFile} file @param {Map<string, PublicKey>} trusted
 * @returns {Promise<string[]>} @throws {SignedFileError} `key`, `signature`
 */
export async function checkSignatures(file, trusted) {
  const known = [...file.signatures].filter(([id]) => trusted.has(id));
  if (known.length === 0) throw new SignedFileError("key", [...file.signatures.keys()].join(", "));
  for (const [id, signature] of known) {
    const raw = /** @type {PublicKey} */ (trusted.get(id)).raw;
    const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
    if (!(await crypto.subtle.verify("Ed25519", key, signature, file.signed))) throw new SignedFileError("signature", id);
  }
  return known.map(([id]) => id);
}

/** @param {SignedFile} file @throws {SignedFileError} `contract`, `too-large`, `truncated`, `digest` */
export async function checkBody({ header, body }) {
  if (header.contract !== CONTRACT) throw new SignedFileError("contract", String(header.contract));
  if (Math.max(header.bytes, body.length) > SIZE_MAX) throw new SignedFileError("too-large");
  if (header.bytes !== body.length) throw new SignedFileError("truncated", `${body.length} / ${header.bytes}`);
  if (`sha256:${await sha256(body)}` !== header.digest) throw new SignedFileError("digest");
}

/** @param {Header} header @param {number} now @throws {SignedFileError} `future`, `expired` */
export function checkTime({ issued, expires }, now) {
  if (issued > now + CLOCK_SLACK) throw new SignedFileError("future", dayOf(issued));
  if (expires <= now) throw new SignedFileError("expired", dayOf(expires));
}

/** @param {number} moment @returns {string} its day in UTC, YYYY-MM-DD */
export const dayOf = (moment) => new Date(moment).toISOString().slice(0, 10);

/** @param {Uint8Array} bytes */
const ascii = (bytes) => String.fromCharCode(...bytes);

/**
 * The record of a line and where the next begins. It must be written in the one canonical way.
 * @param {Bytes} raw @param {number} start @param {number} number
 * @returns {{value: Record<string, any>, end: number}}
 */
function lineAt(raw, start, number) {
  const length = raw.subarray(start, start + LINE_MAX).indexOf(10);
  const text = length < 0 ? "" : ascii(raw.subarray(start, start + length));
  try {
    const value = JSON.parse(text);
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    if (isRecord && canonicalJson(value) === text) return { value, end: start + length + 1 };
  } catch {
    // Told below, as is every other form that is not ours.
  }
  throw new SignedFileError("format", `line ${number}`);
}

/** @param {Record<string, any>} given @returns {Header} */
function headerOf(given) {
  const { bytes, contract, digest, version } = given;
  const fits =
    Object.keys(given).join() === HEADER.join() &&
    [bytes, contract, version].every((value) => Number.isSafeInteger(value) && value >= 1) &&
    /^sha256:[0-9a-f]{64}$/.test(digest);
  const issued = momentOf(given.issued);
  const expires = momentOf(given.expires);
  // A moment that cannot be read is NaN, with which no comparison holds.
  if (fits && expires > issued && expires - issued <= LIFETIME_MAX) return { contract, version, issued, expires, bytes, digest };
  throw new SignedFileError("format", "line 2");
}

/** @param {unknown} text such as 2026-11-22T07:00:00Z @returns {number} epoch milliseconds, NaN where it is no such moment */
function momentOf(text) {
  const moment = typeof text === "string" ? Date.parse(text) : NaN;
  return !Number.isNaN(moment) && new Date(moment).toISOString().replace(".000Z", "Z") === text ? moment : NaN;
}

/** @param {Record<string, unknown>} given @returns {Map<string, Bytes>} */
function signaturesOf(given) {
  /** @type {Map<string, Bytes>} */
  const signatures = new Map();
  for (const [id, text] of Object.entries(given)) {
    const signature = /^[0-9a-f]{16}$/.test(id) ? decoded(text, 64) : null;
    if (signature !== null) signatures.set(id, signature);
  }
  const count = Object.keys(given).length;
  if (count === 0 || count > SIGNATURES_MAX || signatures.size < count) throw new SignedFileError("format", "line 3");
  return signatures;
}
