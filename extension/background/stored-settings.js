import { LANGUAGES } from "../lib/languages.js";
import { parseAddress } from "../lib/server-address.js";
import { parseSite } from "../lib/site-address.js";
import { rulesChoice } from "./rules-settings.js";
import { items, whole } from "./salvage.js";
import { flag, integer, list, oneOf, optional, record, ShapeError, text } from "./shape.js";

/** The shapes of what a person can choose, and how the stored choice is read. */

/** Of what this extension stores. */
export const VERSION = 1;

const SITES_MAX = 500;
const siteKey = text(253, 1);
const url = text(2_000);

/** @type {import("./shape.js").Shape<string>} */
const siteHost = (value, place) => {
  const site = parseSite(`https://${text(253, 1)(value, place)}`);
  if (!site.ok || site.host !== value) throw new ShapeError(`${place}: host name wanted`);
  return site.host;
};

/** @type {import("./shape.js").Shape<{on: boolean, url: string}>} */
const serverMode = (value, place) => {
  const mode = record({ on: flag, url })(value, place);
  if (mode.url === "" && !mode.on) return mode;
  const address = parseAddress(mode.url);
  if (!address.ok) throw new ShapeError(`${place}.url: ${address.code}`);
  return { on: mode.on, url: address.url };
};

/** Damaged consent is none; its address may still be good. @type {import("./salvage.js").Salvager<{on: boolean, url: string} | undefined>} */
const storedServerMode = (value) => {
  const all = whole(serverMode)(value);
  if (!all.lost) return all;
  return { sound: whole(serverMode)({ on: false, url: Object(value).url }).sound, lost: true };
};

export const employment = oneOf("", "pns", "pppk", "non-asn", "perangkat-desa", "tni", "polri");
export const region = text(100);
const language = oneOf("auto", ...LANGUAGES);
const sensitivity = oneOf("low", "normal", "high");

/** The shape of a `set-settings` patch: any of the keys that a person changes by hand. */
export const parsePatch = record({
  language: optional(language),
  employment: optional(employment),
  region: optional(region),
  sensitivity: optional(sensitivity),
  counting: optional(flag),
  sitesOff: optional(list(siteKey, SITES_MAX)),
  serverMode: optional(serverMode),
  rules: optional(rulesChoice),
});

export const siteKeys = items(siteKey, SITES_MAX);

const STORED = {
  language: whole(language),
  employment: whole(employment),
  region: whole(region),
  sensitivity: whole(sensitivity),
  counting: whole(flag),
  pausedUntil: whole(integer(0, Number.MAX_SAFE_INTEGER)),
  sitesOff: siteKeys,
  sitesAdded: items(siteHost, SITES_MAX),
  serverMode: storedServerMode,
  rules: whole(rulesChoice),
};

/**
 * Read a record key by key.
 * @template {Record<string, import("./salvage.js").Salvager<any>>} F
 * @param {unknown} raw @param {F} fields
 * @returns {{sound: {[K in keyof F]?: NonNullable<ReturnType<F[K]>["sound"]>}, lost: string[]}} the keys that were there and are sound; those that lost something
 */
export function readRecord(raw, fields) {
  const sound = Object.create(null);
  /** @type {string[]} */
  const lost = [];
  for (const [key, read] of Object.entries(fields)) {
    if (!Object.hasOwn(/** @type {object} */ (raw), key)) continue;
    const one = read(/** @type {any} */ (raw)[key]);
    if (one.sound !== undefined) sound[key] = one.sound;
    if (one.lost) lost.push(key);
  }
  return { sound, lost };
}

/** @param {unknown} value */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What was stored under `settings`, as far as this version understands it. `raw` is the record itself where a newer
 * version wrote it: what is not understood there is no damage and stays.
 * @param {unknown} stored
 * @returns {{sound: Partial<Settings>, lost: string[], raw: Record<string, unknown> | null}}
 */
export function readSettingsRecord(stored) {
  if (stored === undefined) return { sound: {}, lost: [], raw: null };
  if (!isRecord(stored)) return { sound: {}, lost: ["settings"], raw: null };
  const raw = /** @type {Record<string, unknown>} */ (stored);
  const { version } = raw;
  return { ...readRecord(raw, STORED), raw: Number.isSafeInteger(version) && Number(version) > VERSION ? raw : null };
}
