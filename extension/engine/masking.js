/** Fields as one character a token, mentions replaced by slots, so that no rule can know who is meant (SPEC 4.1). */

/** @typedef {[number, number, string]} Slot */

/**
 * A masked field; `slots` are the mentions `[first token, token after, slot]` in order.
 * @typedef {{text: string, slots: Slot[]}} Masked
 */

/**
 * Replace the tokens of every mention by its slot.
 * @param {string} chars
 * @param {Slot[]} slots
 * @returns {Masked}
 */
export function mask(chars, slots) {
  if (!slots.length) return { text: chars, slots };
  let text = "";
  let at = 0;
  for (const [start, end, slot] of slots) {
    text += chars.slice(at, start) + slot;
    at = end;
  }
  return { text: text + chars.slice(at), slots };
}

/**
 * Return the tokens that the masked characters `start` to `end` stand for.
 * @param {Masked} masked
 * @param {number} start
 * @param {number} end
 * @returns {[number, number]}
 */
export function tokenRange(masked, start, end) {
  return [tokensAt(masked, start)[0], tokensAt(masked, end - 1)[1]];
}

/**
 * @param {Masked} masked
 * @param {number} place
 * @returns {[number, number]}
 */
function tokensAt({ slots }, place) {
  let shift = 0;
  for (const [start, end] of slots) {
    if (place <= start - shift) {
      if (place === start - shift) return [start, end];
      break;
    }
    shift += end - start - 1;
  }
  return [place + shift, place + shift + 1];
}

/**
 * Return the tokens with mentions, numbers and years replaced by slot names (SPEC 6.1).
 * @param {Map<string, string>} slotNames
 * @param {string[]} words
 * @param {Masked} masked
 * @returns {string[]}
 */
export function maskedWords(slotNames, words, { text, slots }) {
  /** @type {string[]} */
  const kept = [];
  let at = 0;
  for (const [start, end] of slots) {
    for (; at <= start; at += 1) kept.push(words[at]);
    at = end;
  }
  for (; at < words.length; at += 1) kept.push(words[at]);
  return kept.map((word, place) => slotNames.get(text[place]) ?? word);
}
