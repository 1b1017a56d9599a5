import { flag, integer, list, matching, number, oneOf, optional, record, text } from "./shape.js";

const tolerant = /** @type {const} */ ({ strangers: "drop" });
const short = text(1_000);
const places = integer(0, 1_000_000);
const points = integer(-1_000_000, 1_000_000);

/** What a page needs of a verdict; a newer server may say more, and that is dropped. */
const verdict = record({
  level: oneOf("none", "mention", "campaign"),
  score: number(0, 1),
  points,
  stance: oneOf("support", "oppose", "neutral"),
  partial: flag,
  affiliations: list(record({ id: short, kind: short, name: short }, tolerant), 100),
  evidence: optional(list(
    record({ rule: short, field: short, start: places, end: places, points, why: short }, tolerant), 1_000)),
  nearly: optional(list(record({ rule: short, field: optional(short), why: short }, tolerant), 1_000)),
}, tolerant);

const version = integer(1, Number.MAX_SAFE_INTEGER);
const digest = matching(/^sha256:[0-9a-f]{64}$/, "sha256 digest");

/** Which rules judged. @type {import("./shape.js").Shape<BundleMark>} */
export const bundleMark = record({ version, digest }, tolerant);

/**
 * The answer of `POST /v1/score` for so many contexts.
 * @param {unknown} body @param {number} count
 * @returns {{bundle: BundleMark, verdicts: Verdict[]}}
 * @throws {import("./shape.js").ShapeError}
 */
export const parseScoreAnswer = (body, count) =>
  record({ bundle: bundleMark, verdicts: list(verdict, count, count) }, tolerant)(body, "answer");

/**
 * The answer of `GET /v1/rules`: what tells our service from any other.
 * @param {unknown} body
 * @returns {{contract: number, version: number, digest: string}}
 * @throws {import("./shape.js").ShapeError}
 */
export const parseRulesAnswer = (body) =>
  record({ contract: integer(1, 1_000_000), version, digest }, tolerant)(body, "answer");
