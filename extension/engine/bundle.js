/** Read a compiled bundle and refuse a broken one, naming the place (SPEC 8). */

export const CONTRACT = 1;
export const SIZE_MAX = 2 * 1024 * 1024;

/** @type {[string, "object" | "list"][]} */
const SECTIONS = [
  ["fold", "object"],
  ["slots", "object"],
  ["words", "list"],
  ["prefixes", "list"],
  ["segments", "list"],
  ["acronyms", "list"],
  ["entities", "list"],
  ["aliases", "list"],
  ["domains", "list"],
  ["confusables", "list"],
  ["signals", "list"],
  ["weights", "object"],
  ["scoring", "object"],
  ["sites", "object"],
  ["counts", "object"],
];

/** @type {[string, string[]][]} */
const SCORING = [
  ["mentions", ["P", "C", "G", "S", "F"]],
  [
    "fields",
    [
      "text",
      "draft",
      "image_alt",
      "quoted.text",
      "quoted.author",
      "link.title",
      "link.url",
      "author.name",
      "author.handle",
      "container.name",
    ],
  ],
  ["thresholds", ["mention", "campaign"]],
  ["points", ["lowest", "highest", "weights_cap"]],
  ["limits", ["characters", "tokens"]],
];

/** A bundle that cannot be used; the message names the place and the remedy. */
export class BundleError extends Error {}

/**
 * A parsed bundle, its version and the SHA-256 digest of its exact bytes.
 * @typedef {{data: Record<string, any>, version: number, digest: string}} Bundle
 */

/**
 * Parse and check a bundle; throw BundleError where it is too large, not JSON, newer or incomplete.
 * @param {string} text the bundle's exact text
 * @param {string} digest `sha256:` and the hexadecimal digest of its bytes
 * @returns {Bundle}
 */
export function loadBundle(text, digest) {
  if (text.length > SIZE_MAX) throw new BundleError(`bundle: ${text.length} bytes is over the limit of ${SIZE_MAX}`);
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new BundleError(`bundle: not JSON (${error}); build it again with 'rules build'`, { cause: error });
  }
  if (!isObject(data)) throw new BundleError("bundle: the top level is not an object");
  if (data.contract !== CONTRACT) {
    throw new BundleError(`bundle.contract: ${data.contract} is not ${CONTRACT}; use a bundle made for this release`);
  }
  if (!Number.isInteger(data.version) || data.version < 1) {
    throw new BundleError("bundle.version: must be a whole number from 1");
  }
  for (const [name, kind] of SECTIONS) {
    if (kind === "list" ? !Array.isArray(data[name]) : !isObject(data[name])) {
      throw new BundleError(`bundle.${name}: missing or not ${kind === "list" ? "a list" : "an object"}`);
    }
  }
  checkScoring(data);
  checkReferences(data);
  return { data, version: data.version, digest };
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Check that every number and text that weighing looks up is there.
 * @param {Record<string, any>} data
 */
function checkScoring({ scoring, slots }) {
  /** @type {[string, unknown][]} */
  const whole = [["cue_window", scoring.cue_window], ["veto_window", scoring.veto_window]];
  for (const [section, names] of SCORING) {
    if (!isObject(scoring[section])) throw new BundleError(`bundle.scoring.${section}: missing or not an object`);
    for (const name of names) whole.push([`${section}.${name}`, scoring[section][name]]);
  }
  for (const [name, value] of whole) {
    if (!Number.isInteger(value)) throw new BundleError(`bundle.scoring.${name}: missing or not a whole number`);
  }
  const rules = Object.keys(scoring.mentions).map((slot) => `mention-${(slots[slot] ?? "<>").slice(1, -1)}`);
  for (const rule of [...rules, "neutral-source", "report-kept", "scale-end", "headline", "weight", "weights-cap"]) {
    if (typeof scoring.whys?.[rule] !== "string") {
      throw new BundleError(`bundle.scoring.whys.${rule}: missing or not a text`);
    }
  }
  const table = scoring.calibration;
  const pairs = Array.isArray(table) && table.length > 1 && table.every(isPair);
  if (
    !pairs ||
    table.some((row, place) => place > 0 && row[0] <= table[place - 1][0]) ||
    table[0][0] > scoring.points.lowest ||
    table[0][1] !== 0
  ) {
    throw new BundleError("bundle.scoring.calibration: must rise from [lowest, 0] in pairs of points and percent");
  }
}

/** @param {unknown} row */
function isPair(row) {
  return Array.isArray(row) && row.length === 2 && row.every(Number.isInteger);
}

/**
 * Check that aliases, domains and phrases point at what exists, so that scoring can never fail on them.
 * @param {Record<string, any>} data
 */
function checkReferences(data) {
  const entities = data.entities.length;
  const words = new Set(data.words);
  /** @param {unknown} ok @param {string} place */
  const check = (ok, place) => {
    if (!ok) throw new BundleError(`bundle.${place}: points at what is not in the bundle`);
  };
  let place = "";
  try {
    data.aliases.forEach((/** @type {any} */ entry, /** @type {number} */ number) => {
      place = `aliases[${number}]`;
      const [text, members, confusable, , anchor] = entry;
      check(members.length && members.every((/** @type {number} */ member) => member >= 0 && member < entities), place);
      check(confusable >= -1 && confusable < data.confusables.length, place);
      check(anchor >= 0 && anchor < text.split(" ").length, place);
    });
    data.domains.forEach((/** @type {any} */ entry, /** @type {number} */ number) => {
      place = `domains[${number}]`;
      const [host, entity] = entry;
      check(typeof host === "string" && entity >= 0 && entity < entities, place);
    });
    data.signals.forEach((/** @type {any} */ rule, /** @type {number} */ number) => {
      place = `signals[${number}]`;
      for (const [, anchorWords] of rule.phrases) {
        check(anchorWords.every((/** @type {string} */ word) => words.has(word)), place);
      }
    });
  } catch (error) {
    if (error instanceof BundleError) throw error;
    throw new BundleError(`bundle.${place}: not in the shape of the contract`, { cause: error });
  }
}
