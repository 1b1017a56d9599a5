import { parseAddress } from "../lib/server-address.js";
import { api } from "../lib/browser.js";
import { flag, integer, list, oneOf, optional, record, ShapeError, text } from "./shape.js";

/** What holds before anybody chose anything. Nothing here leaves the browser. */
export const DEFAULTS = Object.freeze(/** @type {Settings} */ ({
  version: 1,
  language: "auto",
  employment: "",
  sensitivity: "normal",
  pausedUntil: 0,
  sitesOff: [],
  serverMode: { on: false, url: "" },
}));

/** What the page does with each level. `none` is never shown. @type {Record<Sensitivity, Record<Level, Reaction>>} */
const REACTIONS = {
  low: { none: "nothing", mention: "nothing", campaign: "ask" },
  normal: { none: "nothing", mention: "mark", campaign: "ask" },
  high: { none: "nothing", mention: "ask", campaign: "ask" },
};

const employment = oneOf("", "pns", "pppk", "non-asn", "perangkat-desa", "tni", "polri");
const siteKeys = list(text(253, 1), 500);

/** @type {import("./shape.js").Shape<{on: boolean, url: string}>} */
const serverMode = (value, place) => {
  const mode = record({ on: flag, url: text(2_000) })(value, place);
  if (mode.url === "" && !mode.on) return mode;
  const address = parseAddress(mode.url);
  if (!address.ok) throw new ShapeError(`${place}.url: ${address.code}`);
  return { on: mode.on, url: address.url };
};

const PERSONS = {
  language: oneOf("auto", "id", "en"),
  employment,
  sensitivity: oneOf("low", "normal", "high"),
  sitesOff: siteKeys,
  serverMode,
};
const STORED = { ...PERSONS, pausedUntil: integer(0, Number.MAX_SAFE_INTEGER) };
const PRESET = { serverUrl: text(2_000, 1), sitesOff: siteKeys, language: oneOf("id", "en"), employment };

/** The shape of a `set-settings` patch: any of the keys that a person changes by hand. */
export const parsePatch = record({
  language: optional(PERSONS.language),
  employment: optional(PERSONS.employment),
  sensitivity: optional(PERSONS.sensitivity),
  sitesOff: optional(PERSONS.sitesOff),
  serverMode: optional(PERSONS.serverMode),
});

/**
 * Keep each key that is sound; a broken one is as if it had never been stored.
 * @template {Record<string, import("./shape.js").Shape<any>>} F
 * @param {unknown} raw @param {F} fields
 * @returns {{[K in keyof F]?: ReturnType<F[K]>}}
 */
function salvage(raw, fields) {
  const kept = Object.create(null);
  if (typeof raw !== "object" || raw === null) return kept;
  for (const [key, shape] of Object.entries(fields)) {
    try {
      if (Object.hasOwn(raw, key)) kept[key] = shape(/** @type {any} */ (raw)[key], key);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  return kept;
}

/**
 * Bring what an older version stored to today's keys. Version 1 is the first.
 * @param {unknown} stored @returns {Partial<Settings>}
 */
export const migrate = (stored) => salvage(stored, STORED);

/** What the office preset; empty without a policy, and on Firefox for Android, which has none. @returns {Promise<Preset>} */
export async function readPreset() {
  try {
    return salvage(await api.storage.managed.get(null), PRESET);
  } catch {
    return {};
  }
}

/** What the person chose, without what follows from it. @returns {Promise<Partial<Settings>>} */
async function readChosen() {
  try {
    return migrate((await api.storage.local.get("settings")).settings);
  } catch {
    return {}; // A damaged profile must not take the warning away.
  }
}

/**
 * The settings that hold: the person's choice, else the office's preset, else the default. A preset address only
 * fills the field; nobody but the person can switch server mode on.
 * @returns {Promise<Settings>}
 */
export async function readSettings() {
  const [preset, chosen] = await Promise.all([readPreset(), readChosen()]);
  return combine(preset, chosen);
}

/** @param {Preset} preset @param {Partial<Settings>} chosen @returns {Settings} */
function combine({ serverUrl, ...preset }, chosen) {
  const serverMode = { on: chosen.serverMode?.on ?? false, url: chosen.serverMode?.url || serverUrl || "" };
  return { ...DEFAULTS, ...preset, ...chosen, version: DEFAULTS.version, serverMode };
}

/** One change at a time: two messages at once must not overwrite each other. @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * Change what the person chose.
 * @param {(settings: Settings) => Partial<Settings>} change gets what holds, returns the keys that change
 * @returns {Promise<Settings>} what holds now
 */
export function changeSettings(change) {
  const turn = queue.then(async () => {
    const [preset, before] = await Promise.all([readPreset(), readChosen()]);
    const chosen = { ...before, ...change(combine(preset, before)), version: DEFAULTS.version };
    await api.storage.local.set({ settings: chosen });
    return combine(preset, chosen);
  });
  queue = turn.catch(() => {});
  return turn;
}

/** @param {Sensitivity} sensitivity @returns {Record<Level, Reaction>} */
export const reactions = (sensitivity) => REACTIONS[sensitivity];
