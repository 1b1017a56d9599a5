/** Judge the wording: phrase signals over masked tokens, account patterns and learned weights (SPEC 4 to 6). */

import { BundleError } from "./bundle.js";
import { MENTION_SLOTS } from "./mentions.js";

const UNKNOWN = "x";
const FIRST_WORD = 0x100;
const PREFIX_HEAD = 4;

/**
 * A rule about what is said; negative points make it a guard, `report` one that tells what others say.
 * @typedef {{id: string, why: string, whyEn: string, stance: string, points: number, report: boolean,
 *   fields: Set<string>}} Signal
 */

/**
 * One compiled token sequence of a signal; `need` lists slots of which one must be present.
 * @typedef {{signal: number, pattern: RegExp, need: string}} Phrase
 */

/**
 * A signal that fired in tokens `start` to `end` of the masked field.
 * @typedef {{signal: number, start: number, end: number}} Hit
 */

/**
 * Signals by anchor, and the characters that stand for words in masked texts; `listed` is the signal for accounts of
 * a list, -1 where there is none.
 * @typedef {{
 *   signals: Signal[], byAnchor: Map<string, Map<string, Phrase[]>>, openingWords: Set<string>,
 *   accounts: {signal: number, pattern: RegExp}[], chars: Map<string, string>,
 *   prefixes: Map<string, [string, string][]>, slotNames: Map<string, string>, weights: Map<string, number>,
 *   pairs: Map<string, Map<string, number>>, listed: number,
 * }} SignalIndex
 */

/**
 * Compile the bundle's phrases and index them by their anchors (SPEC 4.4).
 * @param {Record<string, any>} bundle
 * @returns {SignalIndex}
 */
export function buildSignalIndex(bundle) {
  const { chars, prefixes } = buildAlphabet(bundle);
  /** @type {SignalIndex} */
  const index = {
    signals: [],
    byAnchor: new Map(),
    openingWords: new Set(),
    accounts: [],
    chars,
    prefixes,
    slotNames: new Map(Object.entries(bundle.slots)),
    weights: new Map(Object.entries(bundle.weights).filter(([ngram]) => !ngram.includes(" "))),
    pairs: pairsOf(bundle.weights),
    listed: bundle.signals.findIndex((/** @type {any} */ rule) => rule.listed),
  };
  bundle.signals.forEach((/** @type {any} */ rule, /** @type {number} */ number) => {
    const { id, why, why_en: whyEn, stance, points, report } = rule;
    index.signals.push({ id, why, whyEn, stance, points, report, fields: new Set(rule.fields) });
    for (const phrase of rule.phrases) addPhrase(index, number, rule, phrase);
    for (const source of rule.regexes) index.accounts.push({ signal: number, pattern: compiled(source, number) });
  });
  return index;
}

/**
 * Return the points of two-word weights by first and second word.
 * @param {Record<string, number>} weights
 * @returns {Map<string, Map<string, number>>}
 */
function pairsOf(weights) {
  /** @type {Map<string, Map<string, number>>} */
  const pairs = new Map();
  for (const [ngram, points] of Object.entries(weights)) {
    const [first, second] = ngram.split(" ");
    if (second !== undefined) pairs.set(first, (pairs.get(first) ?? new Map()).set(second, points));
  }
  return pairs;
}

/**
 * @param {string} source
 * @param {number} number
 */
function compiled(source, number) {
  try {
    return new RegExp(source);
  } catch (error) {
    throw new BundleError(`bundle.signals[${number}]: not a pattern (${error}); build the bundle again`, { cause: error });
  }
}

/**
 * @param {SignalIndex} index
 * @param {number} signal
 * @param {{fields: string[], alone: boolean}} rule
 * @param {[string, string[], string, string]} phrase
 */
function addPhrase(index, signal, { fields, alone }, [source, anchorWords, anchorSlots, need]) {
  const anchors = [...anchorWords.map((word) => /** @type {string} */ (index.chars.get(word))), ...anchorSlots];
  const phrase = { signal, pattern: compiled(source, signal), need };
  for (const name of fields) {
    const byAnchor = index.byAnchor.get(name) ?? new Map();
    index.byAnchor.set(name, byAnchor);
    for (const char of anchors) {
      const phrases = byAnchor.get(char);
      if (phrases) phrases.push(phrase);
      else byAnchor.set(char, [phrase]);
    }
  }
  const needsMention = need !== "" && [...need].every((slot) => MENTION_SLOTS.includes(slot));
  if (alone && !needsMention) anchorWords.forEach((word) => index.openingWords.add(word));
}

/**
 * Give every pattern word and prefix its character, and numbers and years theirs (SPEC 4.2).
 * @param {Record<string, any>} bundle
 */
function buildAlphabet({ words, prefixes: stems }) {
  /** @type {Map<string, string>} */
  const chars = new Map();
  for (let year = 1900; year < 2100; year += 1) chars.set(String(year), "Y");
  for (let number = 0; number < 100; number += 1) {
    chars.set(String(number), "N");
    chars.set(String(number).padStart(2, "0"), "N");
  }
  words.forEach((/** @type {string} */ word, /** @type {number} */ place) => chars.set(word, String.fromCharCode(FIRST_WORD + place)));
  /** @type {Map<string, [string, string][]>} */
  const prefixes = new Map();
  stems.forEach((/** @type {string} */ stem, /** @type {number} */ place) => {
    const head = stem.slice(0, PREFIX_HEAD);
    const found = prefixes.get(head) ?? [];
    found.push([stem, String.fromCharCode(FIRST_WORD + words.length + place)]);
    prefixes.set(head, found);
  });
  for (const found of prefixes.values()) found.sort(([a], [b]) => b.length - a.length);
  return { chars, prefixes };
}

/**
 * Return one character a word (SPEC 4.2).
 * @param {SignalIndex} index
 * @param {string[]} words
 * @returns {string}
 */
export function encode(index, words) {
  const { chars, prefixes } = index;
  let text = "";
  for (const word of words) text += chars.get(word) ?? prefixChar(prefixes, word);
  return text;
}

/**
 * @param {Map<string, [string, string][]>} prefixes
 * @param {string} word
 */
function prefixChar(prefixes, word) {
  const found = prefixes.get(word.slice(0, PREFIX_HEAD));
  if (found !== undefined) {
    for (const [stem, char] of found) if (word.startsWith(stem)) return char;
  }
  return UNKNOWN;
}

/**
 * Return the first hit of every signal in one masked field; a phrase is tried only where its anchor stands (SPEC 4.4).
 * The signals whose anchors stand there, whether they fire or not, are added to `anchored` (SPEC 4.7).
 * @param {SignalIndex} index
 * @param {string} name
 * @param {string} text
 * @param {Set<number> | null} [anchored]
 * @returns {Hit[]}
 */
export function findSignals(index, name, text, anchored = null) {
  const byAnchor = index.byAnchor.get(name);
  /** @type {Map<number, Hit>} */
  const best = new Map();
  if (byAnchor === undefined) return [];
  for (const char of new Set(text)) {
    for (const { signal, pattern, need } of byAnchor.get(char) ?? []) {
      anchored?.add(signal);
      if (need && !includesAny(text, need)) continue;
      const match = pattern.exec(text);
      if (match === null) continue;
      const hit = { signal, start: match.index, end: match.index + match[0].length };
      const found = best.get(signal);
      if (found === undefined || hit.start < found.start || (hit.start === found.start && hit.end > found.end)) {
        best.set(signal, hit);
      }
    }
  }
  return [...best.values()].sort((a, b) => a.signal - b.signal);
}

/**
 * @param {string} text
 * @param {string} slots
 */
function includesAny(text, slots) {
  for (let at = 0; at < slots.length; at += 1) if (text.includes(slots[at])) return true;
  return false;
}

/**
 * Return the signals whose account patterns match (SPEC 5).
 * @param {SignalIndex} index
 * @param {string} name
 * @param {string} value
 * @returns {number[]}
 */
export function findAccounts(index, name, value) {
  /** @type {number[]} */
  const found = [];
  for (const { signal, pattern } of index.accounts) {
    if (index.signals[signal].fields.has(name) && !found.includes(signal) && pattern.test(value)) found.push(signal);
  }
  return found;
}

/**
 * Return every learned one- and two-word weight with its place, once each (SPEC 6.2).
 * @param {SignalIndex} index
 * @param {string[]} words
 * @returns {{ngram: string, points: number, start: number, end: number}[]}
 */
export function findWeights(index, words) {
  const { weights, pairs } = index;
  /** @type {Map<string, {ngram: string, points: number, start: number, end: number}>} */
  const found = new Map();
  /** @type {Map<string, number> | undefined} */
  let seconds;
  words.forEach((word, at) => {
    const points = weights.get(word);
    if (points !== undefined && !found.has(word)) found.set(word, { ngram: word, points, start: at, end: at + 1 });
    const together = seconds?.get(word);
    const ngram = together === undefined ? "" : `${words[at - 1]} ${word}`;
    if (together !== undefined && !found.has(ngram)) {
      found.set(ngram, { ngram, points: together, start: at - 1, end: at + 1 });
    }
    seconds = pairs.get(word);
  });
  return [...found.values()];
}
