/** What day it is. A computer's clock may be wrong by years, and the rules in force are a witness: today is no earlier than they are. */

/** Rules older than this may have missed an election, or the clock runs ahead. */
const OLD_DAYS = 400;
const DAY = 86_400_000;

/** @typedef {import("../lib/guidance.js").Law} Law */

/** The person's own calendar day: stages of an election turn at midnight where he is. @param {number} now epoch milliseconds */
export function localDate(now) {
  const day = new Date(now);
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/**
 * The day on which the law and the calendar of these rules were last looked up.
 * @param {Record<string, any>} data of a bundle @returns {string} YYYY-MM-DD; "" in a bundle without law files
 */
export function rulesDate({ law }) {
  if (!law?.rules) return "";
  const { rules, expected } = /** @type {Law} */ (law);
  return [...Object.values(rules).flat(), ...expected].map(({ date }) => date).sort().at(-1) ?? "";
}

/** The day by which posts and law are judged. @param {number} now @param {Record<string, any>} data of a bundle */
export const trustedDay = (now, data) => [localDate(now), rulesDate(data)].sort().at(-1) ?? "";

/**
 * What is wrong with the clock or the age of the rules. A day's difference is none: the earth is round.
 * @param {number} now @param {string} date of the rules
 * @returns {"clock" | "old" | null} the clock is behind the rules; the rules are old, or the clock is ahead
 */
export function oddDays(now, date) {
  if (date === "") return null;
  const days = (Date.parse(localDate(now)) - Date.parse(date)) / DAY;
  if (days < -1) return "clock";
  return days > OLD_DAYS ? "old" : null;
}
