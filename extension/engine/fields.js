/** The texts of a context as fields: read in order, folded, cut, with their mentions and places (SPEC 0.3, 0.4, 1.5). */

import { cutText, fold, originalOffsets } from "./fold.js";
import { tokenRange } from "./masking.js";
import { findMentions } from "./mentions.js";
import { tokenSpans, tokenize, tokenizeHandle } from "./tokenize.js";

/**
 * What is known of one post, as on the wire.
 * @typedef {{
 *   site?: string, surface?: string, act?: string, date?: string, text?: string, draft?: string, image_alt?: string[],
 *   author?: {name?: string, handle?: string}, container?: {kind?: string, name?: string},
 *   quoted?: {author?: string, text?: string}, link?: {title?: string, url?: string},
 * }} Context
 */

/**
 * One text of a context on its way through the steps; `base` is its kind, as rules name it.
 * @typedef {{
 *   name: string, base: string, text: string, folded: string, tokens: import("./tokenize.js").Tokens,
 *   mentions: import("./mentions.js").Mention[], masked: import("./masking.js").Masked,
 *   places: {spans: [number, number][], offsets: number[] | null} | null,
 * }} Field
 */

/**
 * What reading a field needs, and its limits.
 * @typedef {{
 *   table: import("./fold.js").FoldTable, lexicon: import("./tokenize.js").Lexicon,
 *   mentions: import("./mentions.js").MentionIndex, characters: number, tokens: number,
 * }} Reader
 */

/**
 * Return the fields of a context, and whether something was cut off.
 * @param {Reader} reader
 * @param {Context} context
 * @returns {{fields: Field[], partial: boolean}}
 */
export function readFields(reader, context) {
  let left = reader.tokens;
  let partial = false;
  /** @type {Field[]} */
  const fields = [];
  for (const [name, base, whole] of textsOf(context)) {
    const { text, cut } = cutText(whole, reader.characters);
    const folded = fold(reader.table, text);
    const tokens = (base === "author.handle" ? tokenizeHandle : tokenize)(reader.lexicon, folded);
    partial ||= cut || tokens.words.length > left;
    if (tokens.words.length > left) tokens.words = tokens.words.slice(0, left);
    left -= tokens.words.length;
    const mentions = findMentions(reader.mentions, tokens.words);
    fields.push({ name, base, text, folded, tokens, mentions, masked: { text: "", slots: [] }, places: null });
  }
  return { fields, partial };
}

/**
 * Return `[name, base, text]` in the order of SPEC 0.3.
 * @param {Context} context
 * @returns {[string, string, string][]}
 */
function textsOf({ text, draft, quoted, link, author, container, image_alt: alts }) {
  /** @type {[string, string, string | undefined][]} */
  const texts = [
    ["text", "text", text],
    ["draft", "draft", draft],
    ["quoted.text", "quoted.text", quoted?.text],
    ["quoted.author", "quoted.author", quoted?.author],
    ["link.title", "link.title", link?.title],
    ["author.name", "author.name", author?.name],
    ["author.handle", "author.handle", author?.handle],
    ["container.name", "container.name", container?.name],
  ];
  (alts ?? []).forEach((alt, place) => texts.push([`image_alt.${place}`, "image_alt", alt]));
  return /** @type {[string, string, string][]} */ (texts.filter(([, , value]) => value));
}

/**
 * Return the original text with a space for every mention.
 * @param {Reader} reader
 * @param {Field} field
 * @returns {string}
 */
export function outsideMentions(reader, field) {
  const points = [...field.text];
  let outside = "";
  let at = 0;
  for (const mention of field.mentions) {
    const [start, end] = tokenSpan(reader, field, mention.start, mention.end);
    outside += `${points.slice(at, start).join("")} `;
    at = Math.max(at, end);
  }
  return outside + points.slice(at).join("");
}

/**
 * Return the original code points of masked tokens `start` to `end`.
 * @param {Reader} reader
 * @param {Field} field
 * @param {number} start
 * @param {number} end
 * @returns {[number, number]}
 */
export function maskedSpan(reader, field, start, end) {
  return tokenSpan(reader, field, ...tokenRange(field.masked, start, end));
}

/**
 * Return the original code points of tokens `start` to `end` (SPEC 1.5).
 * @param {Reader} reader
 * @param {Field} field
 * @param {number} start
 * @param {number} end
 * @returns {[number, number]}
 */
export function tokenSpan(reader, field, start, end) {
  field.places ??= { spans: tokenSpans(field.folded), offsets: originalOffsets(reader.table, field.text) };
  const { spans, offsets } = field.places;
  const { origins } = field.tokens;
  const [first, last] = origins === null ? [start, end - 1] : [origins[start][0], origins[end - 1][1]];
  const [low, high] = [spans[Math.min(first, last)][0], spans[Math.max(first, last)][1]];
  return offsets === null ? [low, high] : [offsets[low], offsets[high - 1] + 1];
}
