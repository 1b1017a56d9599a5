import { api } from "./browser.js";

/**
 * Texts of our own pages. `i18n.getMessage` follows the browser's language only, and the person may choose another,
 * so pages read the chosen catalog from the package.
 * @typedef {Record<string, string>} Catalog texts by key, `$1` to `$9` for what is filled in
 */

/** The catalog that the browser itself took for us; each names itself in `localeCode`. @returns {Language} */
export const browserLanguage = () => api.i18n.getMessage("localeCode") || "id";

/**
 * The language that holds. Left to itself it is Indonesian for everybody who reads Indonesian, also where the browser
 * is an English one, as on many office computers; or the regional language that the browser itself is in.
 * @param {Settings["language"]} chosen @returns {Language}
 */
export function pickLanguage(chosen) {
  if (chosen !== "auto") return chosen;
  const own = browserLanguage();
  const reads = [api.i18n.getUILanguage(), ...navigator.languages];
  return own === "en" && reads.some((language) => /^id\b/i.test(language)) ? "id" : own;
}

/** Reasons and the law are written in two languages; who reads a third one reads them in Indonesian. @param {Language} language @returns {RulesLanguage} */
export const rulesLanguage = (language) => (language === "en" ? "en" : "id");

/** @type {Map<Language, Promise<Catalog>>} */
const catalogs = new Map();

/** @param {Language} language @returns {Promise<Catalog>} */
export function loadCatalog(language) {
  const known = catalogs.get(language);
  if (known) return known;
  const loading = readCatalog(language);
  catalogs.set(language, loading);
  return loading;
}

/** A text that a language lacks is Indonesian. @param {Language} language @returns {Promise<Catalog>} */
const readCatalog = async (language) => (language === "id"
  ? readMessages(language)
  : { ...(await loadCatalog("id")), ...(await readMessages(language)) });

/** @param {Language} language @returns {Promise<Catalog>} its own texts only; none where the package has no such folder */
export async function readMessages(language) {
  try {
    const response = await fetch(api.runtime.getURL(`_locales/${language}/messages.json`));
    const messages = /** @type {Record<string, {message: string}>} */ (await response.json());
    return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
  } catch {
    return {};
  }
}

/**
 * @param {Catalog} catalog @param {string} key @param {...(string | number)} values for `$1`, `$2` ...
 * @returns {string} the key itself when the catalog has no such text
 */
export const say = (catalog, key, ...values) =>
  (catalog[key] ?? key).replace(/\$([1-9])/g, (_, place) => String(values[Number(place) - 1] ?? ""));

/**
 * Fill a page: `data-i18n` is the text of an element, `data-i18n-label` its accessible name, `data-i18n-placeholder`
 * the example inside a field.
 * @param {Document} page @param {Catalog} catalog @param {Language} language
 */
export function translatePage(page, catalog, language) {
  page.documentElement.lang = language;
  for (const element of page.querySelectorAll("[data-i18n]")) {
    element.textContent = say(catalog, element.getAttribute("data-i18n") ?? "");
  }
  for (const element of page.querySelectorAll("[data-i18n-label]")) {
    element.setAttribute("aria-label", say(catalog, element.getAttribute("data-i18n-label") ?? ""));
  }
  for (const element of page.querySelectorAll("[data-i18n-placeholder]")) {
    element.setAttribute("placeholder", say(catalog, element.getAttribute("data-i18n-placeholder") ?? ""));
  }
}
