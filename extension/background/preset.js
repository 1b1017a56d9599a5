import { api } from "../lib/browser.js";
import { parseAddress } from "../lib/server-address.js";
import { KEYS_MAX, ruleKey, rulesAddress } from "./rules-settings.js";
import { items, whole } from "./salvage.js";
import { clipped, oneOf, text } from "./shape.js";
import { employment, isRecord, readRecord, region, siteKeys } from "./stored-settings.js";

/**
 * What an office can hold fast. Never the pause, the sites that are off, the counts or the data: those are the person's;
 * nor the language, which decides whether a person can read all this; nor whether server mode or a subscription is on.
 */
export const LOCKABLE = /** @type {const} */ (["employment", "region", "serverUrl"]);

const PRESET = {
  serverUrl: whole(text(2_000, 1)),
  sitesOff: siteKeys,
  language: whole(oneOf("id", "en")),
  employment: whole(employment),
  region: whole(region),
  rulesUrl: whole(rulesAddress),
  rulesKeys: items(ruleKey, KEYS_MAX),
  locked: items(oneOf(...LOCKABLE), LOCKABLE.length),
  setBy: whole(clipped(120)),
  reason: whole(clipped(400)),
};

/** What the office preset; empty without a policy, and on Firefox for Android, which has none. @returns {Promise<Preset>} */
export async function readPreset() {
  try {
    const policy = await api.storage.managed.get(null);
    return isRecord(policy) ? readRecord(policy, PRESET).sound : {};
  } catch {
    return {};
  }
}

/**
 * Which settings are held fast, by whom and why. A lock without a value to hold, or on an address that is none, holds nothing.
 * @param {Preset} preset @returns {Locks}
 */
export function locksOf({ locked = [], setBy = "", reason = "", ...values }) {
  const keys = LOCKABLE.filter((key) => locked.includes(key) && values[key] !== undefined)
    .filter((key) => key !== "serverUrl" || parseAddress(values.serverUrl ?? "").ok);
  return { keys, by: setBy.trim(), why: reason.trim() };
}
