/**
 * The post as the person describes it: the form on one side, a context as the API takes it on the other.
 */
import { byId } from './dom.js';

export const TEXT_MAX = 20_000;
const LONG = ['text', 'draft', 'quoted.text'];
const ALTS_MAX = 20;

/** @type {Record<string, Record<string, string>>} */
export const EXAMPLES = {
  1: { text: 'Ayo coblos nomor 2, menangkan Damar-Sekar!' },
  2: { text: 'KPU menetapkan nomor urut pasangan Damar-Sekar dan Wira-Kartika', 'author.name': 'KPU Kabupaten Contoh' },
  3: { text: 'Pagi ini masak pakai pan baru, enak sekali' },
};

/** @returns {any[]} The inputs of the form. */
const inputs = () => [...byId('post').elements].filter((input) => input.name);

/**
 * Read the form.
 *
 * @returns {Record<string, any>} A context; only what was filled in.
 */
export function readPost() {
  /** @type {Record<string, any>} */
  const context = { text: '' };
  for (const { name, value } of inputs()) {
    const text = value.toWellFormed();
    if (!text.trim()) {
      continue;
    }
    const [outer, inner] = name.split('.');
    if (name === 'image_alt') {
      context.image_alt = text.split('\n').filter((/** @type {string} */ alt) => alt.trim()).slice(0, ALTS_MAX);
    } else if (inner) {
      context[outer] = { ...context[outer], [inner]: text };
    } else {
      context[outer] = text;
    }
  }
  return context;
}

/**
 * Fill the form from a context; what is no text, or has no place in the form, is passed over.
 *
 * @param {Record<string, any>} context
 */
export function writePost(context) {
  for (const input of inputs()) {
    const [outer, inner] = input.name.split('.');
    const value = inner ? context[outer]?.[inner] : context[outer];
    const alts = Array.isArray(value) ? value.filter((alt) => typeof alt === 'string').join('\n') : '';
    input.value = typeof value === 'string' ? value : alts;
    if (input.selectedIndex === -1) {
      input.selectedIndex = 0;
    }
  }
  const beyond = inputs().some((input) => input.name !== 'text' && input.value);
  if (beyond) {
    /** @type {HTMLDetailsElement} */ (byId('post').querySelector('details')).open = true;
  }
}

/**
 * How many characters the longest text of the form has where that is too many, else 0.
 *
 * @returns {number}
 */
export function tooLong() {
  const lengths = inputs().filter((input) => LONG.includes(input.name) && input.value.length > TEXT_MAX)
    .map((input) => [...input.value].length);
  return Math.max(0, ...lengths.filter((length) => length > TEXT_MAX));
}

/**
 * Every text of a context by the name of its field, as the evidence calls it.
 *
 * @param {Record<string, any>} context
 * @returns {Map<string, string>}
 */
export function textsOf(context) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const [key, part] of Object.entries(context)) {
    if (Array.isArray(part)) {
      part.forEach((alt, place) => texts.set(`image_alt.${place}`, alt));
    } else if (typeof part === 'object') {
      Object.entries(part).forEach(([name, text]) => name === 'kind' || texts.set(`${key}.${name}`, text));
    } else if (key !== 'site') {
      texts.set(key, part);
    }
  }
  return texts;
}
