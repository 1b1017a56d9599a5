/** Find the names of parties, candidates, groups and institutions in tokens (SPEC 3). */

import { isAscii } from "./fold.js";

export const MENTION_SLOTS = "PCFGSEMO";
export const CONTESTANT_SLOTS = "PCGS";
export const INSTITUTION_SLOTS = "EMO";
const NAMING_FIELDS = ["author.name", "author.handle", "container.name"];

/**
 * One party, wing, candidate, pair, group or institution with the dates it is a contestant.
 * @typedef {{id: string, kind: string, name: string, slot: string, start: string, end: string, resting: string}} Entity
 */

/**
 * What must stand near an ambiguous alias (cues) and what must not (vetoes).
 * @typedef {{cueWords: Set<string>, cuePhrases: string[], vetoWords: Set<string>, vetoPhrases: string[]}} Confusable
 */

/**
 * A token sequence that names entities; `slogan` if it takes their side by itself.
 * @typedef {{text: string, entities: number[], confusable: number, slogan: boolean}} Alias
 */

/**
 * Everything needed to find mentions; the cost does not grow with the number of aliases. `words` are those of aliases,
 * account names and tags left out. What a confusable asks for is read when one of its names first stands in a post.
 * @typedef {{
 *   entities: Entity[], aliases: Map<string, Alias>, anchors: Map<string, [number, number][]>, words: Set<string>,
 *   cues: {cues: string[], vetoes: string[]}[], confusables: (Confusable | undefined)[], domains: Map<string, number>, cueWindow: number, vetoWindow: number,
 * }} MentionIndex
 */

/**
 * An alias found in tokens `start` to `end` (half-open) of a field.
 * @typedef {{start: number, end: number, alias: Alias}} Mention
 */

/**
 * Index every alias by its anchor token (SPEC 3.2).
 * @param {Record<string, any>} bundle
 * @returns {MentionIndex}
 */
export function buildMentionIndex(bundle) {
  /** @type {Map<string, Alias>} */
  const aliases = new Map();
  /** @type {Map<string, [number, number][]>} */
  const anchors = new Map();
  /** @type {Set<string>} */
  const known = new Set();
  for (const [text, entities, confusable, slogan, anchor] of bundle.aliases) {
    const words = text.split(" ");
    aliases.set(text, { text, entities, confusable, slogan: Boolean(slogan) });
    for (const word of words) if (word[0] !== "@" && word[0] !== "#") known.add(word);
    const shapes = anchors.get(words[anchor]);
    if (!shapes) anchors.set(words[anchor], [[anchor, words.length]]);
    else if (!shapes.some(([offset, length]) => offset === anchor && length === words.length)) {
      shapes.push([anchor, words.length]);
    }
  }
  return {
    entities: bundle.entities.map(readEntity),
    aliases,
    anchors,
    words: known,
    cues: bundle.confusables,
    confusables: [],
    domains: new Map(bundle.domains),
    cueWindow: bundle.scoring.cue_window,
    vetoWindow: bundle.scoring.veto_window,
  };
}

/**
 * @param {string[]} entry
 * @returns {Entity}
 */
function readEntity([id, kind, name, slot, start, end, resting]) {
  return { id, kind, name, slot, start, end, resting };
}

/**
 * @param {MentionIndex} index
 * @param {number} number
 * @returns {Confusable}
 */
function confusableOf(index, number) {
  return (index.confusables[number] ??= readConfusable(index.cues[number]));
}

/**
 * @param {{cues: string[], vetoes: string[]}} entry
 * @returns {Confusable}
 */
function readConfusable({ cues, vetoes }) {
  /** @param {string[]} list */
  const words = (list) => new Set(list.filter((cue) => !cue.includes(" ")));
  /** @param {string[]} list */
  const phrases = (list) => list.filter((cue) => cue.includes(" ")).map((cue) => ` ${cue} `);
  return { cueWords: words(cues), cuePhrases: phrases(cues), vetoWords: words(vetoes), vetoPhrases: phrases(vetoes) };
}

/**
 * Return the leftmost-longest aliases in `words`, in order, ambiguous ones included (SPEC 3.3).
 * @param {MentionIndex} index
 * @param {string[]} words
 * @returns {Mention[]}
 */
export function findMentions(index, words) {
  const { anchors, aliases } = index;
  /** @type {Mention[]} */
  const found = [];
  for (let at = 0; at < words.length; at += 1) {
    const shapes = anchors.get(words[at]);
    if (shapes === undefined) continue;
    for (const [offset, length] of shapes) {
      const start = at - offset;
      if (start < 0 || start + length > words.length) continue;
      const alias = aliases.get(length === 1 ? words[at] : words.slice(start, start + length).join(" "));
      if (alias !== undefined) found.push({ start, end: start + length, alias });
    }
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept = [found[0]];
  for (const mention of found) {
    if (mention.start >= kept[kept.length - 1].end) kept.push(mention);
  }
  return kept;
}

/**
 * Drop ambiguous mentions that no cue supports or a veto denies, in place (SPEC 3.4).
 * An unambiguous mention of the same entity anywhere in the context is a cue.
 * @param {MentionIndex} index
 * @param {{base: string, tokens: import("./tokenize.js").Tokens, mentions: Mention[]}[]} fields
 */
export function resolveConfusables(index, fields) {
  /** @type {Set<number> | null} */
  let certain = null;
  for (const field of fields) {
    if (field.mentions.every((mention) => mention.alias.confusable < 0)) continue;
    certain ??= certainEntities(fields);
    const known = certain;
    const named = NAMING_FIELDS.includes(field.base);
    field.mentions = field.mentions.filter((mention) => counts(index, field.tokens.words, mention, known, named));
  }
}

/** @param {{mentions: Mention[]}[]} fields */
function certainEntities(fields) {
  /** @type {Set<number>} */
  const certain = new Set();
  for (const { mentions } of fields) {
    for (const { alias } of mentions) if (alias.confusable < 0) alias.entities.forEach((entity) => certain.add(entity));
  }
  return certain;
}

/**
 * @param {MentionIndex} index
 * @param {string[]} words
 * @param {Mention} mention
 * @param {Set<number>} certain
 * @param {boolean} named whether the field names who posts or where
 */
function counts(index, words, mention, certain, named) {
  const { alias } = mention;
  if (alias.confusable < 0) return true;
  const confusable = confusableOf(index, alias.confusable);
  const near = windowOf(words, mention, index.vetoWindow);
  if (near.some((word) => confusable.vetoWords.has(word)) || holds(near, confusable.vetoPhrases)) return false;
  if (alias.entities.some((entity) => certain.has(entity))) return true;
  if (named && index.entities[alias.entities[0]].slot === "P") return true;
  const wide = windowOf(words, mention, index.cueWindow);
  return wide.some((word) => confusable.cueWords.has(word)) || holds(wide, confusable.cuePhrases);
}

/**
 * Return the words around a mention; the mention itself is one bar.
 * @param {string[]} words
 * @param {Mention} mention
 * @param {number} size
 */
function windowOf(words, mention, size) {
  return [
    ...words.slice(Math.max(0, mention.start - size), mention.start),
    "|",
    ...words.slice(mention.end, mention.end + size),
  ];
}

/**
 * @param {string[]} near
 * @param {string[]} phrases
 */
function holds(near, phrases) {
  if (!phrases.length) return false;
  const text = ` ${near.join(" ")} `;
  return phrases.some((phrase) => text.includes(phrase));
}

/**
 * Return the entity that owns the host of `url` or a parent of it, or -1 (SPEC 3.6).
 * @param {MentionIndex} index
 * @param {string} url
 * @returns {number}
 */
export function findDomain(index, url) {
  const scheme = url.indexOf("://");
  const rest = scheme < 0 ? url : url.slice(scheme + 3);
  const authority = rest.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0];
  const written = authority.slice(authority.lastIndexOf("@") + 1).split(":", 1)[0];
  if (!isAscii(written)) return -1;
  let host = written.toLowerCase();
  while (host.includes(".")) {
    const entity = index.domains.get(host);
    if (entity !== undefined) return entity;
    host = host.slice(host.indexOf(".") + 1);
  }
  return -1;
}

/**
 * Return the slot of an alias on a date and the entities it then stands for (SPEC 3.5).
 * @param {MentionIndex} index
 * @param {Alias} alias
 * @param {string} date
 * @returns {{slot: string, entities: number[]}}
 */
export function slotOf(index, alias, date) {
  const { entities } = index;
  const active = alias.entities.filter((number) => entities[number].start <= date && date <= entities[number].end);
  if (active.length) {
    const { slot } = entities[active[0]];
    return { slot: alias.slogan ? "S" : slot, entities: active.filter((number) => entities[number].slot === slot) };
  }
  return { slot: entities[alias.entities[0]].resting, entities: [alias.entities[0]] };
}
