/** Collect everything that counts, one entry a contribution (SPEC 3.7, 4.6, 5, 6). */

import { maskedSpan, outsideMentions, tokenSpan } from "./fields.js";
import { mask, maskedWords } from "./masking.js";
import { CONTESTANT_SLOTS, INSTITUTION_SLOTS, slotOf } from "./mentions.js";
import { encode, findSignals, findWeights } from "./signals.js";
import { HEADLINE, isHeadline } from "./style.js";
import { correction, scaled } from "./weigh.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./fields.js").Reader} Reader */
/** @typedef {import("./signals.js").SignalIndex} SignalIndex */
/** @typedef {import("./weigh.js").Evidence} Evidence */
/** @typedef {import("./weigh.js").Scale} Scale */

const AUTHOR_FIELDS = ["author.name", "author.handle"];
const WEIGHED_FIELDS = ["text", "draft"];
const STYLED_FIELD = "text";
const MENTIONS_MAX = 20;
const NEARLY_MAX = 5;

/**
 * The evidence of one context, and what weighing needs to know besides the points.
 * @typedef {{
 *   explain: boolean, evidence: Evidence[], points: number, affiliated: Set<number>, fired: Set<number>, anchored: Set<number>,
 *   sides: Record<string, number>, reports: Map<string, number>, authorSlots: string, draftTakesSide: boolean,
 * }} Findings
 */

/**
 * @param {boolean} explain
 * @returns {Findings}
 */
export function newFindings(explain) {
  return {
    explain,
    evidence: [],
    points: 0,
    affiliated: new Set(),
    fired: new Set(),
    anchored: new Set(),
    sides: { support: 0, oppose: 0, neutral: 0 },
    reports: new Map(),
    authorSlots: "",
    draftTakesSide: false,
  };
}

/**
 * Add one entry and its points.
 * @param {Findings} findings
 * @param {Evidence} item
 */
function add(findings, item) {
  findings.evidence.push(item);
  findings.points += item.points;
}

/**
 * Say whether an institution posts, and no contestant (SPEC 7.2).
 * @param {Findings} findings
 * @returns {boolean}
 */
export function neutralSource({ authorSlots }) {
  /** @param {string} slots */
  const holds = (slots) => [...slots].some((slot) => authorSlots.includes(slot));
  return holds(INSTITUTION_SLOTS) && !holds(CONTESTANT_SLOTS);
}

/**
 * Return one entry as it goes on the wire.
 * @param {string} rule
 * @param {string} field
 * @param {[number, number]} span
 * @param {number} points
 * @param {string | undefined} why
 * @returns {Evidence}
 */
export function entry(rule, field, [start, end], points, why) {
  return { rule, field, start, end, points, why: /** @type {string} */ (why) };
}

/**
 * Mask every field and list each alias once; only the weightiest mention keeps its points (SPEC 3.7).
 * @param {Reader} reader
 * @param {SignalIndex} index
 * @param {Scale} scale
 * @param {Field[]} fields
 * @param {number} domain
 * @param {string} date
 * @param {Findings} findings
 */
export function addMentions(reader, index, scale, fields, domain, date, findings) {
  const { entities } = reader.mentions;
  const { evidence, affiliated } = findings;
  /** @type {Set<string>} */
  const seen = new Set();
  let best = -1;
  let bestSlot = "";
  if (domain >= 0 && entities[domain].start <= date && date <= entities[domain].end) {
    bestSlot = entities[domain].slot;
    if (CONTESTANT_SLOTS.includes(bestSlot)) {
      affiliated.add(domain);
      evidence.push(mentionEntry(index, scale, bestSlot, "link.url", "link.url", [0, 0]));
      best = 0;
    }
  }
  for (const field of fields) {
    /** @type {[number, number, string][]} */
    const slots = [];
    for (const mention of field.mentions) {
      const { slot, entities: named } = slotOf(reader.mentions, mention.alias, date);
      slots.push([mention.start, mention.end, slot]);
      if (slot === "S" && field.base === "draft") findings.draftTakesSide = true;
      if (!scale.mentions.has(slot) || seen.has(mention.alias.text) || seen.size === MENTIONS_MAX) continue;
      seen.add(mention.alias.text);
      if (CONTESTANT_SLOTS.includes(slot)) named.forEach((entity) => affiliated.add(entity));
      const span = findings.explain ? tokenSpan(reader, field, mention.start, mention.end) : NO_SPAN;
      evidence.push(mentionEntry(index, scale, slot, field.name, field.base, span));
      if (best < 0 || evidence[evidence.length - 1].points > evidence[best].points) {
        best = evidence.length - 1;
        bestSlot = slot;
      }
    }
    field.masked = mask(encode(index, field.tokens.words), slots);
  }
  evidence.forEach((item, place) => {
    if (place !== best) item.points = 0;
  });
  if (best >= 0) findings.points = evidence[best].points;
  if (bestSlot === "S") findings.sides.support += findings.points;
}

/** @type {[number, number]} */
const NO_SPAN = [0, 0];

/**
 * @param {SignalIndex} index
 * @param {Scale} scale
 * @param {string} slot
 * @param {string} name
 * @param {string} base
 * @param {[number, number]} span
 */
function mentionEntry(index, scale, slot, name, base, span) {
  const rule = `mention-${/** @type {string} */ (index.slotNames.get(slot)).slice(1, -1)}`;
  const points = scaled(/** @type {number} */ (scale.mentions.get(slot)), percentOf(scale, base));
  return entry(rule, name, span, points, scale.whys.get(rule));
}

/**
 * @param {Scale} scale
 * @param {string} base
 */
function percentOf(scale, base) {
  return /** @type {number} */ (scale.percent.get(base));
}

/**
 * Add the signals that fit an account (SPEC 5).
 * @param {SignalIndex} index
 * @param {Scale} scale
 * @param {[number, string][]} accounts
 * @param {Findings} findings
 */
export function addAccounts(index, scale, accounts, findings) {
  for (const [signal, name] of accounts) {
    const rule = index.signals[signal];
    const points = scaled(rule.points, percentOf(scale, name));
    findings.fired.add(signal);
    add(findings, entry(rule.id, name, NO_SPAN, points, rule.why));
    findings.sides[rule.stance] += Math.max(0, points);
  }
}

/**
 * Add every signal in the first field it hits (SPEC 4.4, 4.6).
 * @param {Reader} reader
 * @param {SignalIndex} index
 * @param {Scale} scale
 * @param {Field[]} fields
 * @param {Findings} findings
 */
export function addSignals(reader, index, scale, fields, findings) {
  for (const field of fields) {
    const { base, masked } = field;
    if (AUTHOR_FIELDS.includes(base)) findings.authorSlots += masked.text;
    const anchored = findings.explain ? findings.anchored : null;
    for (const { signal, start, end } of findSignals(index, base, masked.text, anchored)) {
      const rule = index.signals[signal];
      const points = scaled(rule.points, percentOf(scale, base));
      if (base === "draft" && points > 0 && rule.stance !== "neutral") findings.draftTakesSide = true;
      if (findings.fired.has(signal)) continue;
      findings.fired.add(signal);
      const span = findings.explain ? maskedSpan(reader, field, start, end) : NO_SPAN;
      add(findings, entry(rule.id, field.name, span, points, rule.why));
      findings.sides[rule.stance] += Math.max(0, points);
      if (rule.report) findings.reports.set(field.name, (findings.reports.get(field.name) ?? 0) - points);
    }
  }
}

/**
 * Add the learned weights where the rules reach a mention, then give back what reports may not take (SPEC 4.8, 6).
 * @param {Reader} reader
 * @param {SignalIndex} index
 * @param {Scale} scale
 * @param {Field[]} fields
 * @param {Findings} findings
 */
export function addWeights(reader, index, scale, fields, findings) {
  const { reports, draftTakesSide } = findings;
  const total = findings.points;
  let took = 0;
  for (const points of reports.values()) took += points;
  if ((index.weights.size || index.pairs.size) && total + took >= scale.mention) {
    addLearned(reader, index, scale, fields, findings, total + excessOf(findings));
  }
  if (reports.size) {
    const missing = Math.min(scale.mention, total + took) - findings.points;
    const back = draftTakesSide ? took : Math.max(excessOf(findings), missing);
    if (back) add(findings, correction(scale, "report-kept", back));
  }
}

/**
 * Return what reports took beyond what their own fields gave: a headline shared says nothing of the words above it.
 * @param {Findings} findings
 * @returns {number}
 */
function excessOf({ evidence, reports }) {
  /** @type {Map<string, number>} */
  const gave = new Map();
  for (const { field, points } of evidence) if (points > 0) gave.set(field, (gave.get(field) ?? 0) + points);
  let excess = 0;
  for (const [field, took] of reports) excess += Math.max(0, took - (gave.get(field) ?? 0));
  return excess;
}

/**
 * @param {Reader} reader
 * @param {SignalIndex} index
 * @param {Scale} scale
 * @param {Field[]} fields
 * @param {Findings} findings
 * @param {number} before
 */
function addLearned(reader, index, scale, fields, findings, before) {
  const unlearned = findings.points;
  for (const field of fields) {
    if (!WEIGHED_FIELDS.includes(field.base)) continue;
    if (field.base === STYLED_FIELD && index.weights.has(HEADLINE) && inHeadlineStyle(reader, scale, field)) {
      const points = /** @type {number} */ (index.weights.get(HEADLINE));
      const end = [...field.text].length;
      add(findings, entry("headline", field.name, [0, end], points, scale.whys.get("headline")));
    }
    const words = maskedWords(index.slotNames, field.tokens.words, field.masked);
    for (const { ngram, points, start, end } of findWeights(index, words)) {
      const span = findings.explain ? maskedSpan(reader, field, start, end) : NO_SPAN;
      add(findings, entry(`weight:${ngram}`, field.name, span, points, scale.whys.get("weight")));
    }
  }
  const total = findings.points - unlearned;
  const bounded = Math.max(Math.min(0, scale.mention - before), -scale.weightsCap, Math.min(scale.weightsCap, total));
  if (bounded !== total) {
    add(findings, correction(scale, "weights-cap", bounded - total));
  }
}

/**
 * Say whether a field is written like a headline, names left out: they have capitals anywhere (SPEC 6.3).
 * @param {Reader} reader
 * @param {Scale} scale
 * @param {Field} field
 * @returns {boolean}
 */
export function inHeadlineStyle(reader, { smallWords }, field) {
  return isHeadline(field.text, smallWords) && isHeadline(outsideMentions(reader, field), smallWords);
}

/**
 * Return the signals that would have added points and whose anchors stood there (SPEC 4.7).
 * @param {SignalIndex} index
 * @param {Findings} findings
 * @returns {{rule: string, why: string}[]}
 */
export function nearlyFired(index, { anchored, fired }) {
  const close = [...anchored].filter((signal) => !fired.has(signal) && index.signals[signal].points > 0);
  close.sort((a, b) => a - b);
  return close.slice(0, NEARLY_MAX).map((signal) => ({ rule: index.signals[signal].id, why: index.signals[signal].why }));
}
