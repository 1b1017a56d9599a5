/** Tell how a text is written, whatever it says (SPEC 6.3). */

export const HEADLINE = "<headline>";
const WORD = /[A-Za-z]{4,}/g;
const CAPITALS_MIN = 2;
const SMALL_SHARE = 4;

/**
 * Say whether a text begins nearly all of its longer words with a capital letter, as headlines do.
 * @param {string} text
 * @param {Set<string>} smallWords that headlines write small; they say nothing
 * @returns {boolean}
 */
export function isHeadline(text, smallWords) {
  const words = (text.match(WORD) ?? []).filter((word) => !smallWords.has(word));
  const capitals = words.filter((word) => /^[A-Z][a-z]+$/.test(word)).length;
  return capitals >= CAPITALS_MIN && words.filter((word) => word >= "a").length * SMALL_SHARE <= capitals;
}
