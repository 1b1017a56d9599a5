/** Cut a folded text into tokens and undo disguises (SPEC 2). */

const TOKEN = /[@#]?[a-z0-9]+/g;
const DIGIT = /[0-9]/;
const MIXED = /[a-z][0-9]|[0-9][a-z]/;
const STRETCH = /([a-z])\1\1/;
const STRETCHED = /([a-z])\1\1+/g;
const LETTERS = /^[a-z]+$/;
const DIGITS = /^[0-9]+$/;
const DIGIT_LETTERS = ["oizeasgtbg", "olzeasgtbg"];
const SPELLED_MAX = 8;
const BAR = "|";
const TAG_MIN = 4;
const TAG_MAX = 60;

/**
 * The words an engine knows, for undoing disguises and splitting tags. `parts` are the words that a tag is cut into;
 * `lengths` has those they come in, longest first, by three letters.
 * @typedef {{known: Set<string>, acronyms: Set<string>, parts: Set<string>, lengths: Map<string, number[]>}} Lexicon
 */

/**
 * Tokens of one field; `origins[i]` is the first and last raw token that token `i` came from.
 * @typedef {{words: string[], origins: [number, number][] | null}} Tokens
 */

/**
 * Index the lengths of the words that tags are cut into by their first three letters (SPEC 2.6).
 * @param {{segments: string[], acronyms: string[], words: string[], aliases: [string][]}} bundle
 * @param {Set<string>} known
 * @returns {Lexicon}
 */
export function buildLexicon(bundle, known) {
  const whole = new Set([...bundle.words, ...bundle.segments, ...bundle.aliases.map(([text]) => text)]);
  const isPart = (/** @type {string} */ word) => LETTERS.test(word) && (word.length > 3 || (word.length === 3 && whole.has(word)));
  const parts = new Set([...known, ...bundle.segments].filter(isPart));
  /** @type {Map<string, Set<number>>} */
  const heads = new Map();
  for (const word of parts) {
    const head = word.slice(0, 3);
    heads.set(head, (heads.get(head) ?? new Set()).add(word.length));
  }
  const lengths = new Map([...heads].map(([head, found]) => [head, [...found].sort((a, b) => b - a)]));
  return { known, acronyms: new Set(bundle.acronyms), parts, lengths };
}

/**
 * Return the tokens of a folded text, disguises undone and the parts of every tag behind it.
 * @param {Lexicon} lexicon
 * @param {string} folded
 * @returns {Tokens}
 */
export function tokenize(lexicon, folded) {
  /** @type {Tokens} */
  let tokens = { words: folded.match(TOKEN) ?? [], origins: null };
  if (countSingles(tokens.words) > 2) tokens = joinSpelled(lexicon, tokens.words);
  if (STRETCH.test(folded) || (DIGIT.test(folded) && MIXED.test(folded))) {
    tokens.words = tokens.words.map((word) => plainWord(lexicon, word));
  }
  return folded.includes("#") ? expandTags(lexicon, tokens) : tokens;
}

/**
 * Return the tokens of an account name as it stands in a text, then all its pieces in plain words (SPEC 2.7).
 * @param {Lexicon} lexicon
 * @param {string} folded
 * @returns {Tokens}
 */
export function tokenizeHandle(lexicon, folded) {
  const raw = (folded[0] === "@" ? folded : `@${folded}`).match(TOKEN) ?? [];
  /** @type {string[]} */
  if (!raw.length) return { words: [], origins: null };
  const words = [...raw, BAR];
  /** @type {[number, number][]} */
  const origins = raw.map((_, at) => [at, at]);
  origins.push([raw.length - 1, raw.length - 1]);
  raw.forEach((word, at) => {
    const plain = word.replace(/^[@#]/, "");
    const parts = splitTag(lexicon, plain);
    if (!parts.length) parts.push(plainWord(lexicon, plain));
    for (const part of parts) {
      words.push(part);
      origins.push([at, at]);
    }
  });
  return { words, origins };
}

/** @param {string[]} words */
function countSingles(words) {
  let count = 0;
  for (const word of words) if (word.length === 1) count += 1;
  return count;
}

/**
 * Return the half-open folded span of every raw token.
 * @param {string} folded
 * @returns {[number, number][]}
 */
export function tokenSpans(folded) {
  /** @type {[number, number][]} */
  const spans = [];
  for (const match of folded.matchAll(TOKEN)) spans.push([match.index, match.index + match[0].length]);
  return spans;
}

/**
 * Join acronyms that are spelled in single letters (SPEC 2.3).
 * @param {Lexicon} lexicon
 * @param {string[]} raw
 * @returns {Tokens}
 */
function joinSpelled(lexicon, raw) {
  /** @type {string[]} */
  const words = [];
  /** @type {[number, number][]} */
  const origins = [];
  let at = 0;
  while (at < raw.length) {
    const end = spelled(lexicon, raw, at) || at + 1;
    words.push(raw.slice(at, end).join(""));
    origins.push([at, end - 1]);
    at = end;
  }
  return words.length < raw.length ? { words, origins } : { words: raw, origins: null };
}

/**
 * Undo stretched letters and digits used as letters; tags and handles stay (SPEC 2.4, 2.5).
 * @param {Lexicon} lexicon
 * @param {string} word
 */
function plainWord(lexicon, word) {
  if (LETTERS.test(word)) return STRETCH.test(word) ? unstretch(lexicon, word) : word;
  return DIGITS.test(word) || isTag(word) ? word : unleet(lexicon, word);
}

/** @param {string} word */
function isTag(word) {
  return word[0] === "@" || word[0] === "#";
}

/**
 * Put the parts of every tag behind it (SPEC 2.6).
 * @param {Lexicon} lexicon
 * @param {Tokens} before
 * @returns {Tokens}
 */
function expandTags(lexicon, before) {
  /** @type {string[]} */
  const words = [];
  /** @type {[number, number][]} */
  const origins = [];
  before.words.forEach((word, at) => {
    const parts = word[0] === "#" ? splitTag(lexicon, word.slice(1)) : [];
    words.push(word, ...parts);
    const origin = before.origins === null ? /** @type {[number, number]} */ ([at, at]) : before.origins[at];
    for (let count = 0; count <= parts.length; count += 1) origins.push(origin);
  });
  return words.length > before.words.length ? { words, origins } : before;
}

/**
 * Return the end of the longest acronym spelled from `start` in single letters, or 0 (SPEC 2.3).
 * @param {Lexicon} lexicon
 * @param {string[]} raw
 * @param {number} start
 */
function spelled(lexicon, raw, start) {
  let end = start;
  while (end < raw.length && end - start < SPELLED_MAX && raw[end].length === 1 && LETTERS.test(raw[end])) end += 1;
  while (end - start > 2) {
    if (lexicon.acronyms.has(raw.slice(start, end).join(""))) return end;
    end -= 1;
  }
  return 0;
}

/**
 * Read digits as letters where that gives a known word (SPEC 2.4).
 * @param {Lexicon} lexicon
 * @param {string} word
 */
function unleet(lexicon, word) {
  if (word.length > 3 && !lexicon.known.has(word)) {
    for (const letters of DIGIT_LETTERS) {
      let plain = word.replace(/[0-9]/g, (digit) => letters[Number(digit)]);
      if (lexicon.known.has(plain)) return plain;
      if (STRETCH.test(plain)) {
        plain = unstretch(lexicon, plain);
        if (lexicon.known.has(plain)) return plain;
      }
    }
  }
  return word;
}

/**
 * Shorten letters written three times or more where that gives a known word (SPEC 2.5).
 * @param {Lexicon} lexicon
 * @param {string} word
 */
function unstretch(lexicon, word) {
  if (lexicon.known.has(word)) return word;
  for (const repeat of ["$1", "$1$1"]) {
    const plain = word.replace(STRETCHED, repeat);
    if (lexicon.known.has(plain)) return plain;
  }
  return word;
}

/**
 * Cut the body of a tag or piece of a handle into known words; empty where it is not mostly known (SPEC 2.6).
 * @param {Lexicon} lexicon
 * @param {string} body
 * @returns {string[]}
 */
function splitTag(lexicon, body) {
  if (body.length < TAG_MIN || body.length > TAG_MAX) return [];
  const { parts: whole, unknown } = segment(lexicon, body);
  let parts = whole;
  if (unknown * 3 > body.length && DIGIT.test(body)) {
    let plain = "";
    for (let at = 0; at < body.length; at += 1) {
      plain += isDigit(body[at]) && betweenLetters(body, at) ? DIGIT_LETTERS[0][Number(body[at])] : body[at];
    }
    if (plain !== body) ({ parts } = segment(lexicon, plain));
  }
  return parts;
}

/** @param {string} char */
function isDigit(char) {
  return char >= "0" && char <= "9";
}

/**
 * @param {string} body
 * @param {number} at
 */
function betweenLetters(body, at) {
  return at > 0 && at < body.length - 1 && !isDigit(body[at - 1]) && !isDigit(body[at + 1]);
}

/**
 * Return the parts of `body` with the fewest unknown letters, then the fewest parts, and that count.
 * @param {Lexicon} lexicon
 * @param {string} body
 * @returns {{parts: string[], unknown: number}}
 */
function segment({ parts: words, lengths }, body) {
  const size = body.length;
  const cost = new Array(size + 1).fill(0);
  const length = new Array(size).fill(1);
  for (let at = size - 1; at >= 0; at -= 1) {
    if (isDigit(body[at])) {
      let digits = at + 1;
      while (digits < size && isDigit(body[digits])) digits += 1;
      cost[at] = cost[digits] + 1;
      length[at] = digits - at;
      continue;
    }
    let least = cost[at + 1] + 100;
    for (const step of lengths.get(body.slice(at, at + 3)) ?? []) {
      const end = at + step;
      if (end <= size && cost[end] + 1 < least && words.has(body.slice(at, end))) {
        least = cost[end] + 1;
        length[at] = step;
      }
    }
    cost[at] = least;
  }
  const unknown = Math.floor(cost[0] / 100);
  return { parts: unknown * 3 <= size ? partsOf(body, length) : [], unknown };
}

/**
 * @param {string} body
 * @param {number[]} length
 * @returns {string[]}
 */
function partsOf(body, length) {
  /** @type {string[]} */
  const parts = [];
  let gap = 0;
  let at = 0;
  while (at < body.length) {
    const step = length[at];
    if (step > 1 || isDigit(body[at])) {
      if (gap < at) parts.push(body.slice(gap, at));
      parts.push(body.slice(at, at + step));
      gap = at + step;
    }
    at += step;
  }
  if (gap < body.length) parts.push(body.slice(gap));
  return parts;
}
