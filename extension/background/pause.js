import { api } from "../lib/browser.js";
import { changeSettings, readSettings } from "./settings.js";

/** Tells open pages that a timed pause is over. */
export const PAUSE_ALARM = "pause-ends";

/**
 * The moment a pause ends.
 * @param {"15m" | "today"} length @param {number} now epoch milliseconds
 * @returns {number} epoch milliseconds; "today" is until the local midnight
 */
export function pauseEnd(length, now) {
  if (length === "15m") return now + 15 * 60_000;
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1).getTime();
}

/** A day has 25 hours at most. What would last longer was set while the clock was wrong, and holds no more. */
const LONGEST = 25 * 3_600_000;

/** @param {Settings} settings @param {number} now @returns {number} when the timed pause ends, in epoch milliseconds; 0 without one */
export const pausedUntil = (settings, now) =>
  settings.pausedUntil > now && settings.pausedUntil <= now + LONGEST ? settings.pausedUntil : 0;

/** @param {Settings} settings @param {string[]} names the site as adapter id and as host @param {number} now @returns {boolean} */
export const isPaused = (settings, names, now) =>
  pausedUntil(settings, now) > 0 || names.some((name) => settings.sitesOff.includes(name));

/** @param {"15m" | "today"} length @param {number} now */
export async function pauseFor(length, now) {
  const ends = pauseEnd(length, now);
  await api.alarms.create(PAUSE_ALARM, { when: ends });
  return changeSettings(() => ({ pausedUntil: ends }));
}

/** See to it that the end of a pause comes, as Firefox forgets alarms when it closes. @param {number} now */
export async function wakePause(now) {
  const ends = pausedUntil(await readSettings(), now);
  if (ends > 0) await api.alarms.create(PAUSE_ALARM, { when: ends });
}

/** @param {string} site */
export const pauseSite = (site) =>
  changeSettings(({ sitesOff }) => ({ sitesOff: [...new Set([...sitesOff, site])] }));

/** End the timed pause, and with a site given that site's too. @param {string | undefined} site */
export async function resume(site) {
  await api.alarms.clear(PAUSE_ALARM);
  return changeSettings(({ sitesOff }) => ({ pausedUntil: 0, sitesOff: sitesOff.filter((one) => one !== site) }));
}
