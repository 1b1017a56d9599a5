/** Fold a text to lower-case ASCII (SPEC 1), keeping the way back to the original. */

const NON_ASCII = /[^\x00-\x7f]+/g; // eslint-disable-line no-control-regex
const HAS_NON_ASCII = /[^\x00-\x7f]/; // eslint-disable-line no-control-regex

/**
 * What every code point beyond ASCII becomes; what is not listed becomes a space (SPEC 1.2).
 * @typedef {Map<string, string>} FoldTable
 */

/**
 * Expand the bundle's `fold` section: `ignore` ranges, `runs` and `map` (SPEC 1.3).
 * @param {{ignore: [number, number][], runs: [number, string][], map: [number, string][]}} spec
 * @returns {FoldTable}
 */
export function buildFoldTable(spec) {
  /** @type {FoldTable} */
  const table = new Map();
  for (const [first, last] of spec.ignore) {
    for (let point = first; point <= last; point += 1) table.set(String.fromCodePoint(point), "");
  }
  for (const [first, letters] of spec.runs) {
    for (let step = 0; step < letters.length; step += 1) table.set(String.fromCodePoint(first + step), letters[step]);
  }
  for (const [point, word] of spec.map) table.set(String.fromCodePoint(point), word);
  return table;
}

/**
 * @param {string} text
 * @returns {boolean} whether every code point is ASCII
 */
export function isAscii(text) {
  return !HAS_NON_ASCII.test(text);
}

/**
 * Return `text` in lower-case ASCII; its length may differ from the original's.
 * @param {FoldTable} table
 * @param {string} text
 * @returns {string}
 */
export function fold(table, text) {
  if (isAscii(text)) return text.toLowerCase();
  return text.replace(NON_ASCII, (run) => foldRun(table, run)).toLowerCase();
}

/**
 * @param {FoldTable} table
 * @param {string} run
 */
function foldRun(table, run) {
  let folded = "";
  for (const char of run) folded += table.get(char) ?? " ";
  return folded;
}

/**
 * Return for every folded offset the code point it came from, or null where both are the same.
 * @param {FoldTable} table
 * @param {string} text
 * @returns {number[] | null} one entry a folded character
 */
export function originalOffsets(table, text) {
  if (isAscii(text)) return null;
  /** @type {number[]} */
  const offsets = [];
  let position = 0;
  for (const char of text) {
    const width = char < "\x80" ? 1 : (table.get(char) ?? " ").length;
    for (let count = 0; count < width; count += 1) offsets.push(position);
    position += 1;
  }
  return offsets;
}

/**
 * Return the UTF-16 index of a code point, for spans that are shown in a page (SPEC 1.6).
 * @param {string} text
 * @param {number} position counted in code points
 * @returns {number}
 */
export function utf16Index(text, position) {
  let index = 0;
  for (const char of text) {
    if (position === 0) break;
    position -= 1;
    index += char.length;
  }
  return index;
}

/**
 * Cut a text to so many code points.
 * @param {string} text
 * @param {number} most
 * @returns {{text: string, cut: boolean}}
 */
export function cutText(text, most) {
  if (text.length <= most) return { text, cut: false };
  const index = utf16Index(text, most);
  return { text: text.slice(0, index), cut: index < text.length };
}
