import { say } from "./i18n.js";

const DAY = 86_400_000;

/** A day as people write it: 22 November 2026. @param {Language} language @param {string} day YYYY-MM-DD */
export const dayIn = (language, day) =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));

/**
 * How long ago a day was, in whole days, months or years: "kemarin", "3 bulan yang lalu".
 * @param {Language} language @param {string} day YYYY-MM-DD @param {number} now epoch milliseconds
 */
function ageOf(language, day, now) {
  const days = Math.max(0, Math.floor((now - new Date(`${day}T00:00`).getTime()) / DAY));
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (days < 60) return words.format(-days, "day");
  return days < 730 ? words.format(-Math.floor(days / 30), "month") : words.format(-Math.floor(days / 365), "year");
}

/**
 * How old the rules are, in words.
 * @param {import("./i18n.js").Catalog} catalog @param {Language} language @param {string} rulesDate YYYY-MM-DD, or "" where nobody knows
 */
export const rulesAge = (catalog, language, rulesDate) =>
  rulesDate && say(catalog, "rulesDate", dayIn(language, rulesDate), ageOf(language, rulesDate, Date.now()));
