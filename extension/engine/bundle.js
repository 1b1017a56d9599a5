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

/** Sections that hold nothing but texts. */
const TEXTS = ["slots", "words", "prefixes", "segments", "acronyms"];

const FIELDS = [
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
];

/** @type {[string, string[]][]} */
const SCORING = [
  ["mentions", ["P", "C", "G", "S", "F"]],
  ["fields", FIELDS],
  ["thresholds", ["mention", "campaign"]],
  ["points", ["lowest", "highest", "weights_cap"]],
  ["limits", ["characters", "tokens"]],
];

const PROBES_MAX = 32;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

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
  for (const name of TEXTS) {
    if (!Object.values(data[name]).every((text) => typeof text === "string")) {
      throw new BundleError(`bundle.${name}: holds what is not a text`);
    }
  }
  checkScoring(data);
  checkReferences(data);
  checkAccounts(data);
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
  const small = scoring.small_words;
  if (!Array.isArray(small) || !small.every((word) => typeof word === "string")) {
    throw new BundleError("bundle.scoring.small_words: missing or not a list of words");
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
 * Say whether a value counts one of so many things.
 * @param {unknown} value
 * @param {number} size
 */
function isPlace(value, size) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < size;
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
      check(members.length && members.every((/** @type {unknown} */ member) => isPlace(member, entities)), place);
      check(confusable === -1 || isPlace(confusable, data.confusables.length), place);
      check(isPlace(anchor, text.split(" ").length), place);
    });
    data.domains.forEach((/** @type {any} */ entry, /** @type {number} */ number) => {
      place = `domains[${number}]`;
      const [host, entity] = entry;
      check(typeof host === "string" && isPlace(entity, entities), place);
    });
    data.signals.forEach((/** @type {any} */ rule, /** @type {number} */ number) => {
      place = `signals[${number}]`;
      if (!rule.fields.every((/** @type {string} */ field) => FIELDS.includes(field))) {
        throw new BundleError(`bundle.${place}.fields: names a field that is not in the contract`);
      }
      for (const [, anchorWords] of rule.phrases) {
        check(anchorWords.every((/** @type {string} */ word) => words.has(word)), place);
      }
    });
  } catch (error) {
    if (error instanceof BundleError) throw error;
    throw new BundleError(`bundle.${place}: not in the shape of the contract`, { cause: error });
  }
}

/**
 * Check that lists of accounts can be asked, and that one signal is for them (SPEC 5.3, 8.4).
 * @param {Record<string, any>} data
 */
function checkAccounts(data) {
  const marked = [...data.signals.keys()].filter((number) => "listed" in data.signals[number] && data.signals[number].listed !== false);
  for (const number of marked) {
    const { listed, fields } = data.signals[number];
    if (listed !== true || !fields.includes("author.handle") || number !== marked[0]) {
      throw new BundleError(`bundle.signals[${number}].listed: must be true, for author.handle, in one signal only`);
    }
  }
  const lists = "accounts" in data ? data.accounts : [];
  if (!Array.isArray(lists)) throw new BundleError("bundle.accounts: not a list");
  if (lists.length && !marked.length) throw new BundleError("bundle.accounts: no signal is for listed accounts");
  lists.forEach((entry, number) => {
    if (!isObject(entry) || !isAccountList(entry)) {
      throw new BundleError(`bundle.accounts[${number}]: not in the shape of the contract`);
    }
  });
}

/** @param {Record<string, any>} entry */
function isAccountList({ from, to, probes, filter }) {
  const dated = [from, to].every((day) => typeof day === "string" && DAY.test(day));
  const packed = typeof filter === "string" && filter.length % 4 === 0 && BASE64.test(filter);
  return dated && packed && Number.isInteger(probes) && probes >= 1 && probes <= PROBES_MAX;
}
