/**
 * The page's words, read from words/id.json and words/en.json, which the server reads too.
 */
import { make } from './dom.js';

/** @type {Record<string, Record<string, string>>} */
const catalogs = {};

/** The language shown, `id` or `en`. */
export let language = 'id';

/**
 * The words of a key, with what stands in {braces} filled in; the key itself where there are none.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [parts]
 * @returns {string}
 */
export function t(key, parts = {}) {
  const text = catalogs[language]?.[key] ?? key;
  return text.replace(/\{([a-z]+)\}/g, (whole, name) => String(parts[name] ?? whole));
}

/**
 * What the rules' checks found, as one sentence in the language shown.
 *
 * @param {{ message: string, message_id: string }} problem
 * @returns {string}
 */
export function sentence({ message, message_id }) {
  const said = language === 'id' && message_id;
  return said ? `${said[0].toUpperCase()}${said.slice(1)}.` : message;
}

/**
 * The same for a list of problems: in Indonesian the exact message stands behind.
 *
 * @param {{ message: string, message_id: string }} problem
 * @returns {any[]} Nodes and texts.
 */
export function sayProblem(problem) {
  const said = sentence(problem);
  const exact = make('span', { lang: 'en', className: said === problem.message ? '' : 'hint' }, problem.message);
  return said === problem.message ? [exact] : [said, ' ', exact];
}

/**
 * Say a day as people write it; an empty one is not said.
 *
 * @param {string} date YYYY-MM-DD
 * @returns {string}
 */
export function sayDay(date) {
  const [year, month, day] = date.split('-').map(Number);
  const shown = new Date(Date.UTC(year, month - 1, day));
  const style = /** @type {const} */ ({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return date && new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', style).format(shown);
}

/**
 * Say from when to when; empty days are open ends.
 *
 * @param {string} from
 * @param {string} to
 * @returns {string}
 */
export function saySpan(from, to) {
  if (from === to && from) {
    return sayDay(from);
  }
  return `${sayDay(from) || t('from-start')} – ${sayDay(to) || t('open-end')}`;
}

/**
 * Show the page in a language.
 *
 * @param {string} wanted `id` or `en`
 */
export async function useLanguage(wanted) {
  if (!catalogs[wanted]) {
    const answer = await fetch(new URL(`words/${wanted}.json`, import.meta.url));
    catalogs[wanted] = await answer.json();
  }
  language = wanted;
  document.documentElement.lang = wanted;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-word]'))) {
    element.textContent = t(/** @type {string} */ (element.dataset.word));
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-word-label]'))) {
    const label = t(/** @type {string} */ (element.dataset.wordLabel));
    if (element instanceof HTMLOptGroupElement) {
      element.label = label;
    } else {
      element.ariaLabel = label;
    }
  }
}
