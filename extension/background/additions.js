import { readFields } from "../engine/fields.js";
import { canonicalJson } from "../engine/score.js";

/**
 * What an office's bundle may differ in from the shared one: further contestants, their names, accounts and contests.
 *
 * An office's key may only add. Whatever the shared bundle holds must be in the office's unchanged, and no name that
 * the office adds may stand in the way of a shared one. Mirrors server/rules/additions.py, which says the same places.
 */

const ADDED_SLOTS = ["C", "G"];
const ADDED_RESTING = "F";
const COVERED_SLOTS = ["C", "F"];
const MAY_GROW = ["entities", "aliases", "confusables", "domains", "counts", "law"];
const LAW_MAY_GROW = ["areas", "calendar", "sources"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PLAIN = /^(?:[0-9]+|(?!.*(.)\1\1)[a-z]+)$/;

/** @typedef {Record<string, any>} Data the content of a bundle */
/** @typedef {[members: string[], near: object | null, slogan: number]} Meaning */

/** Bundles are written with sorted keys, so the plain text is mostly the same already. @param {unknown} one @param {unknown} other */
const differ = (one, other) =>
  JSON.stringify(one ?? null) !== JSON.stringify(other ?? null) && canonicalJson(one ?? null) !== canonicalJson(other ?? null);

/**
 * Where a loaded office bundle does more than add; nothing where all is well.
 * @param {Data} base the shared bundle @param {import("../engine/score.js").Engine} engine of `base`
 * @param {Data} office @param {string} day on which the file was issued, YYYY-MM-DD
 * @returns {string[]}
 */
export function changedPlaces(base, engine, office, day) {
  return [
    ...changedSections(base, office),
    ...changedEntities(base.entities, office.entities),
    ...changedNames(base, office, coverOf(base, engine, day)),
    ...changedDomains(base, office),
    ...("law" in base ? changedLaw(base.law, office.law ?? {}) : []),
  ];
}

/** @param {Data} base @param {Data} office */
function* changedSections(base, office) {
  for (const name of allKeys(base, office)) {
    if (MAY_GROW.includes(name) && (name in base || !(name in office))) continue;
    if (name === "accounts") yield* changedAccounts(base.accounts ?? [], office.accounts ?? []);
    else if (name === "signals") yield* changedSignals(base.signals, office.signals);
    else if (!(name in base) || !(name in office) || differ(base[name], office[name])) yield name;
  }
}

/** @param {object} one @param {object} other */
const allKeys = (one, other) => [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();

/** A list more can only raise points: an account is listed where any list has it. @param {Data[]} base @param {Data[]} office */
function* changedAccounts(base, office) {
  for (const [at, entry] of base.entries()) if (!office.some((other) => !differ(entry, other))) yield `accounts[${at}]`;
}

/** @param {Data[]} base @param {Data[]} office */
function* changedSignals(base, office) {
  const given = new Map(office.map((signal) => [signal.id, signal]));
  const changed = base.filter((signal) => differ(signal, given.get(signal.id)));
  for (const { id } of changed) yield `signals.${id}`;
  if (changed.length === 0 && differ(base, office)) yield "signals";
}

/** @param {any[][]} base @param {any[][]} office */
function* changedEntities(base, office) {
  const shared = new Set(base.map(([id]) => id));
  const kept = office.filter(([id]) => shared.has(id));
  const given = new Map(kept.map((entity) => [entity[0], entity]));
  const changed = base.filter((entity) => differ(entity, given.get(entity[0])));
  for (const [id] of changed) yield `entities.${id}`;
  if (changed.length === 0 && differ(base, kept)) yield "entities";
  const seen = new Set();
  for (const entity of office) {
    if (!shared.has(entity[0]) && (seen.has(entity[0]) || !isAddition(entity))) yield `entities.${entity[0]}`;
    seen.add(entity[0]);
  }
}

/** Whether an office may add this entity. @param {any[]} entity */
function isAddition(entity) {
  if (entity.length !== 7 || !entity.every((part) => typeof part === "string")) return false;
  const [, , , slot, start, end, resting] = entity;
  return ADDED_SLOTS.includes(slot) && resting === ADDED_RESTING && DAY.test(start) && DAY.test(end);
}

/** What each alias stands for, by its text. @param {Data} bundle @returns {Map<string, Meaning>} */
function namesOf({ entities, aliases, confusables }) {
  return new Map(aliases.map((/** @type {any[]} */ [text, members, near, slogan]) =>
    [text, [members.map((/** @type {number} */ member) => entities[member][0]), near < 0 ? null : confusables[near], slogan]]));
}

/** @param {Data} base @param {Data} office @param {(text: string, certain: boolean) => boolean} standsInTheWay */
function* changedNames(base, office, standsInTheWay) {
  const shared = namesOf(base);
  const given = namesOf(office);
  const ours = new Set(base.entities.map((/** @type {any[]} */ [id]) => id));
  for (const [text, meaning] of shared) if (differ(meaning, given.get(text))) yield `aliases.${text}`;
  if (given.size < office.aliases.length) yield "aliases";
  for (const [text, [members, near]] of given) {
    if (shared.has(text)) continue;
    if (members.some((member) => ours.has(member)) || standsInTheWay(text, near === null)) yield `aliases.${text}`;
  }
}

/**
 * Tells whether a new name could take the place of a shared one that still counts for more than a figure.
 *
 * Of overlapping names the leftmost counts, then the longest (SPEC 3.3): so a new name takes the place of those it
 * holds, and of those that begin with its end. That is harmless where it counts by itself and the others are people
 * whose contest is over.
 * @param {Data} base @param {import("../engine/score.js").Engine} engine @param {string} day
 * @returns {(text: string, certain: boolean) => boolean}
 */
function coverOf(base, { reader }, day) {
  const slots = new Map(base.entities.map((/** @type {any[]} */ entity) => [entity[0], [entity[3], entity[5]]]));
  const names = namesOf(base);
  /** @type {Map<string, string[]>} shared names by each way in which one begins */
  const heads = new Map();
  for (const text of names.keys()) {
    const words = text.split(" ");
    for (let end = 1; end < words.length; end += 1) {
      const head = words.slice(0, end).join(" ");
      heads.set(head, [...(heads.get(head) ?? []), text]);
    }
  }

  /** @param {string} name */
  const isOver = (name) => {
    const [members, , slogan] = /** @type {Meaning} */ (names.get(name));
    return !slogan && members.every((member) => {
      const [slot, end] = /** @type {[string, string]} */ (slots.get(member));
      return COVERED_SLOTS.includes(slot) && (slot !== "C" || end < day);
    });
  };

  /** Whether a shared name would no longer be found in a word: disguises of known words are not undone. @param {string} word */
  const hides = (word) => {
    if (/^[@#]/.test(word) || reader.lexicon.known.has(word)) return false;
    return !PLAIN.test(word) || readFields(reader, { text: `#${word}` }).fields.some(({ mentions }) => mentions.length > 0);
  };

  return (text, certain) => {
    const words = text.split(" ");
    const taken = words.flatMap((_, start) => words.slice(start).map((__, size) => words.slice(start, start + size + 1).join(" ")));
    const covered = [
      ...taken.filter((name) => names.has(name)),
      ...words.slice(1).flatMap((_, start) => heads.get(words.slice(start + 1).join(" ")) ?? []),
    ];
    return (covered.length > 0 && !(certain && covered.every(isOver))) || words.some(hides);
  };
}

/** @param {Data} base @param {Data} office */
function* changedDomains(base, office) {
  const [shared, given] = [base, office].map(({ domains, entities }) =>
    new Map(domains.map((/** @type {[string, number]} */ [host, entity]) => [host, entities[entity][0]])));
  const ours = new Set(base.entities.map((/** @type {any[]} */ [id]) => id));
  for (const [host, entity] of shared) if (given.get(host) !== entity) yield `domains.${host}`;
  for (const [host, entity] of given) {
    const below = [...shared.keys()].some((other) => host.endsWith(`.${other}`));
    if (!shared.has(host) && (ours.has(entity) || below)) yield `domains.${host}`;
  }
}

/** The parts of a calendar with the sources of their stages in full. @param {Data} law @returns {Data[]} */
const partsOf = ({ calendar, sources }) =>
  calendar.map((/** @type {Data} */ part) => ({
    ...part,
    stages: part.stages.map((/** @type {any[]} */ stage) => [...stage.slice(0, 3), sources[stage[3]]]),
  }));

/** @param {Data} base @param {Data} office */
function* changedLaw(base, office) {
  for (const name of allKeys(base, office)) {
    if (!LAW_MAY_GROW.includes(name) && differ(base[name], office[name])) yield `law.${name}`;
  }
  if (!LAW_MAY_GROW.every((name) => name in office)) {
    yield "law";
    return;
  }
  const contests = new Set(base.calendar.map((/** @type {Data} */ { contest }) => contest));
  // A part of a contest of its own can only make the day's stage stricter (SPEC 10.3).
  if (differ(partsOf(base), partsOf(office).filter(({ contest }) => contests.has(contest)))) yield "law.calendar";
  const known = new Set(Object.entries(base.areas).flat(2));
  const kept = Object.entries(/** @type {Record<string, string[]>} */ (office.areas))
    .filter(([province, areas]) => known.has(province) || areas.some((area) => known.has(area)))
    .map(([province, areas]) => [province, areas.filter((area) => known.has(area))]);
  if (differ(base.areas, Object.fromEntries(kept))) yield "law.areas";
}
