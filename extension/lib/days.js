import { say } from "./i18n.js";

const DAY = 86_400_000;

/**
 * Where dates and times are written as in this language. English is not American here: the day comes first, as in Indonesian.
 * A language of Indonesia that the browser doesn't know is dated as Indonesian is.
 * @param {Language} language @returns {string[]}
 */
export const localesOf = (language) => [language === "en" ? "en-GB" : language, "id"];

/** A day as people write it: 22 November 2026. @param {Language} language @param {string} day YYYY-MM-DD */
export const dayIn = (language, day) =>
  new Intl.DateTimeFormat(localesOf(language), { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));

/**
 * How long ago a day was, in whole days, months or years: "kemarin", "3 bulan yang lalu".
 * @param {Language} language @param {string} day YYYY-MM-DD @param {number} now epoch milliseconds
 */
function ageOf(language, day, now) {
  const days = Math.max(0, Math.floor((now - new Date(`${day}T00:00`).getTime()) / DAY));
  const words = new Intl.RelativeTimeFormat(localesOf(language), { numeric: "auto" });
  if (days < 60) return words.format(-days, "day");
  return days < 730 ? words.format(-Math.floor(days / 30), "month") : words.format(-Math.floor(days / 365), "year");
}

/**
 * How old the rules are, in words.
 * @param {import("./i18n.js").Catalog} catalog @param {Language} language @param {string} rulesDate YYYY-MM-DD, or "" where nobody knows
 */
export const rulesAge = (catalog, language, rulesDate) =>
  rulesDate && say(catalog, "rulesDate", dayIn(language, rulesDate), ageOf(language, rulesDate, Date.now()));
