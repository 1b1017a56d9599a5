import { parseAddress } from "../lib/server-address.js";
import { locksOf, readPreset } from "./preset.js";
import { combineRules } from "./rules-settings.js";
import { noteLost, oneAtATime, readStored, readToChange, Trouble, writeStored } from "./store.js";
import { readSettingsRecord, VERSION } from "./stored-settings.js";

/** What holds before anybody chose anything. Nothing here leaves the browser. */
export const DEFAULTS = Object.freeze(/** @type {Settings} */ ({
  version: VERSION,
  language: "auto",
  employment: "",
  region: "",
  sensitivity: "normal",
  counting: true,
  pausedUntil: 0,
  sitesOff: [],
  sitesAdded: [],
  serverMode: { on: false, url: "" },
  rules: combineRules({}),
}));

/**
 * The settings that hold: what the office locked, else the person's choice, else the office's preset, else the
 * default. A preset address only fills the field; nobody but the person can switch server mode on.
 * @returns {Promise<Settings>}
 */
export async function readSettings() {
  const [preset, stored] = await Promise.all([readPreset(), readStored("settings")]);
  return combine(preset, readSettingsRecord(stored).sound);
}

/** @param {Preset} preset @param {Partial<Settings>} chosen @returns {Settings} */
function combine(preset, chosen) {
  const { keys } = locksOf(preset);
  const { language, employment, region, sitesOff } = preset;
  const given = { language, employment, region, sitesOff };
  const held = { ...DEFAULTS, ...defined(given), ...chosen, version: DEFAULTS.version };
  if (keys.includes("employment")) held.employment = employment ?? "";
  if (keys.includes("region")) held.region = region ?? "";
  const serverMode = serverModeOf(preset, chosen.serverMode, keys.includes("serverUrl"));
  return { ...held, serverMode, rules: combineRules(preset, chosen.rules) };
}

/**
 * Consent is for one address: where the office holds another, server mode is off until the person agrees anew.
 * @param {Preset} preset @param {Settings["serverMode"] | undefined} chosen @param {boolean} locked
 */
function serverModeOf({ serverUrl = "" }, chosen, locked) {
  if (!locked) return { on: chosen?.on ?? false, url: chosen?.url || serverUrl };
  const address = parseAddress(serverUrl);
  const url = address.ok ? address.url : "";
  return { on: chosen?.on === true && chosen.url === url, url };
}

/** @template {object} T @param {T} record @returns {Partial<T>} */
const defined = (record) =>
  /** @type {Partial<T>} */ (Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));

const inTurn = oneAtATime();

/**
 * Change what the person chose. What was damaged is noted and given up; what a newer version wrote stays as it is.
 * @param {(settings: Settings) => Partial<Settings>} change gets what holds, returns the keys that change
 * @returns {Promise<Settings>} what holds now
 * @throws {Trouble} it could not be stored, or belongs to a newer version
 */
export const changeSettings = (change) => inTurn(async () => {
  const [preset, stored] = await Promise.all([readPreset(), readToChange("settings")]);
  const { sound, lost, raw } = readSettingsRecord(stored);
  const patch = change(combine(preset, sound));
  if (raw && lost.some((key) => key in patch)) throw new Trouble("newer");
  if (!raw && lost.length > 0) await noteLost(lost);
  await writeStored({ settings: { ...(raw ?? sound), ...patch, version: raw?.version ?? VERSION } });
  return combine(preset, { ...sound, ...patch });
});

/** Whether a newer version of the extension wrote what is stored, as after going back to an older one. */
export const isFromNewer = async () => readSettingsRecord(await readStored("settings")).raw !== null;

/** Give up what is damaged, and note it for the person. */
export async function mendSettings() {
  const { lost, raw } = readSettingsRecord(await readStored("settings"));
  if (lost.length > 0 && !raw) await changeSettings(() => ({}));
}

/**
 * Refuse to change what the office holds fast.
 * @param {{employment?: unknown, region?: unknown, serverMode?: Settings["serverMode"]}} patch @throws {Trouble} `locked`
 */
export async function refuseLocked(patch) {
  const preset = await readPreset();
  const { keys } = locksOf(preset);
  const held = serverModeOf(preset, undefined, true).url;
  const other = patch.serverMode !== undefined && patch.serverMode.url !== held;
  const touched = { employment: patch.employment !== undefined, region: patch.region !== undefined, serverUrl: other };
  if (keys.some((key) => touched[key])) throw new Trouble("locked");
}
