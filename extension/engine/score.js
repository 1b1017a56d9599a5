/** From a context to a verdict, one step after the other (SPEC 0). */

import { accountHits, buildAccountLists } from "./accounts.js";
import {
  addAccounts,
  addMentions,
  addSignals,
  addWeights,
  nearlyFired,
  neutralSource,
  newFindings,
} from "./evidence.js";
import { readFields } from "./fields.js";
import { buildFoldTable } from "./fold.js";
import { buildMentionIndex, findDomain, resolveConfusables } from "./mentions.js";
import { buildSignalIndex } from "./signals.js";
import { buildLexicon } from "./tokenize.js";
import { buildScale, levelOf, limit, scoreOf, stanceOf } from "./weigh.js";

/** @typedef {import("./evidence.js").Findings} Findings */
/** @typedef {import("./fields.js").Context} Context */
/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./signals.js").SignalIndex} SignalIndex */

/**
 * A bundle with its indexes, ready to score.
 * @typedef {{
 *   version: number, digest: string, reader: import("./fields.js").Reader, signals: SignalIndex,
 *   accounts: import("./accounts.js").AccountList[], scale: import("./weigh.js").Scale,
 * }} Engine
 */

/**
 * @typedef {{
 *   level: "none" | "mention" | "campaign", score: number, points: number, stance: "support" | "oppose" | "neutral",
 *   partial: boolean, affiliations: {id: string, kind: string, name: string}[],
 *   evidence?: import("./weigh.js").Evidence[], nearly?: {rule: string, why: string}[],
 * }} Verdict
 */

/**
 * Build every index of a loaded bundle; throw BundleError where a pattern cannot be compiled.
 * @param {import("./bundle.js").Bundle} bundle
 * @returns {Engine}
 */
export function buildEngine({ data, version, digest }) {
  const mentions = buildMentionIndex(data);
  const scale = buildScale(data.scoring);
  const reader = {
    table: buildFoldTable(data.fold),
    lexicon: buildLexicon(/** @type {any} */ (data), new Set([...data.words, ...mentions.words])),
    mentions,
    characters: scale.characters,
    tokens: scale.tokens,
  };
  return { version, digest, reader, signals: buildSignalIndex(data), accounts: buildAccountLists(data), scale };
}

/**
 * Return the one ASCII text that both engines write for a value.
 * @param {unknown} value
 * @returns {string}
 */
export function canonicalJson(value) {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.keys(part).sort().map((key) => [key, part[key]]))
      : part,
  ).replace(/[\x7f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Return the verdict on one context as it goes on the wire.
 * Scores are about a post, never about a person.
 * @param {Engine} engine
 * @param {Context} context
 * @param {string} date YYYY-MM-DD, used where the context has none of its own
 * @param {boolean} [explain]
 * @returns {Verdict}
 */
export function score(engine, context, date, explain = true) {
  const { reader, signals: index, scale } = engine;
  const day = context.date || date;
  const { fields, partial } = readFields(reader, context);
  const url = context.link?.url;
  const domain = url ? findDomain(reader.mentions, url) : -1;
  const accounts = accountHits(index, engine.accounts, context, day);
  const loud = domain >= 0 || accounts.length > 0;
  if (!loud && isSilent(index, fields)) return silence(partial, explain);
  resolveConfusables(reader.mentions, fields);
  if (!loud && isSilent(index, fields)) return silence(partial, explain);
  const findings = newFindings(explain);
  addMentions(reader, index, scale, fields, domain, day, findings);
  addAccounts(index, scale, accounts, findings);
  addSignals(reader, index, scale, fields, findings);
  addWeights(reader, index, scale, fields, findings);
  const points = limit(scale, findings.evidence, findings.points, neutralSource(findings), findings.draftTakesSide);
  return verdictOf(engine, points, partial, findings);
}

/**
 * Say whether nothing can count: no mention, and no word that a free phrase needs (SPEC 0.5).
 * @param {SignalIndex} index
 * @param {Field[]} fields
 */
function isSilent({ openingWords }, fields) {
  return !fields.some(({ mentions, tokens }) => mentions.length || tokens.words.some((word) => openingWords.has(word)));
}

/**
 * Return the verdict on a context in which nothing can count (SPEC 0.5).
 * @param {boolean} partial
 * @param {boolean} explain
 * @returns {Verdict}
 */
function silence(partial, explain) {
  /** @type {Verdict} */
  const verdict = { level: "none", score: 0, points: 0, stance: "neutral", partial, affiliations: [] };
  if (explain) {
    verdict.evidence = [];
    verdict.nearly = [];
  }
  return verdict;
}

/**
 * @param {Engine} engine
 * @param {number} points
 * @param {boolean} partial
 * @param {Findings} findings
 * @returns {Verdict}
 */
function verdictOf({ reader, signals, scale }, points, partial, findings) {
  const { entities } = reader.mentions;
  const level = levelOf(scale, points);
  /** @type {Verdict} */
  const verdict = {
    level,
    score: scoreOf(scale, points),
    points,
    stance: stanceOf(level, findings.sides.support, findings.sides.oppose),
    partial,
    affiliations: [...findings.affiliated]
      .sort((a, b) => a - b)
      .map((number) => ({ id: entities[number].id, kind: entities[number].kind, name: entities[number].name })),
  };
  if (findings.explain) {
    verdict.evidence = findings.evidence;
    verdict.nearly = nearlyFired(signals, findings);
  }
  return verdict;
}
