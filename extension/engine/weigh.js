/** Turn evidence into points, a level, a stance and a score: integers throughout (SPEC 7). */

/**
 * One contribution to the points.
 * @typedef {{rule: string, field: string, start: number, end: number, points: number, why: string}} Evidence
 */

/**
 * The bundle's `scoring` section.
 * @typedef {{
 *   mentions: Map<string, number>, percent: Map<string, number>, mention: number, campaign: number, lowest: number,
 *   highest: number, weightsCap: number, calibration: [number, number][], tokens: number, characters: number,
 *   smallWords: Set<string>, whys: Map<string, string>,
 * }} Scale
 */

/**
 * Read the `scoring` section of a bundle.
 * @param {Record<string, any>} scoring
 * @returns {Scale}
 */
export function buildScale(scoring) {
  return {
    mentions: new Map(Object.entries(scoring.mentions)),
    percent: new Map(Object.entries(scoring.fields)),
    mention: scoring.thresholds.mention,
    campaign: scoring.thresholds.campaign,
    lowest: scoring.points.lowest,
    highest: scoring.points.highest,
    weightsCap: scoring.points.weights_cap,
    calibration: scoring.calibration,
    tokens: scoring.limits.tokens,
    characters: scoring.limits.characters,
    smallWords: new Set(scoring.small_words),
    whys: new Map(Object.entries(scoring.whys)),
  };
}

/**
 * Return `percent` of `points`, cut towards zero.
 * @param {number} points
 * @param {number} percent
 * @returns {number}
 */
export function scaled(points, percent) {
  return Math.trunc((points * percent) / 100) || 0;
}

/**
 * Return the entry that keeps points and evidence equal where a limit applies (SPEC 7.3).
 * @param {Scale} scale
 * @param {string} rule
 * @param {number} points
 * @returns {Evidence}
 */
export function correction(scale, rule, points) {
  return { rule, field: "", start: 0, end: 0, points, why: /** @type {string} */ (scale.whys.get(rule)) };
}

/**
 * Append the corrections for neutral sources and for the ends of the scale; return the points (SPEC 7.2, 7.3).
 * @param {Scale} scale
 * @param {Evidence[]} evidence
 * @param {number} points their sum
 * @param {boolean} neutralSource
 * @param {boolean} takesSideInDraft
 * @returns {number}
 */
export function limit(scale, evidence, points, neutralSource, takesSideInDraft) {
  let total = points;
  if (neutralSource && !takesSideInDraft && total >= scale.campaign) {
    evidence.push(correction(scale, "neutral-source", scale.campaign - 1 - total));
    total = scale.campaign - 1;
  }
  const bounded = Math.max(scale.lowest, Math.min(scale.highest, total));
  if (bounded !== total) evidence.push(correction(scale, "scale-end", bounded - total));
  return bounded;
}

/**
 * Return the level of so many points.
 * @param {Scale} scale
 * @param {number} points
 * @returns {"none" | "mention" | "campaign"}
 */
export function levelOf(scale, points) {
  if (points >= scale.campaign) return "campaign";
  return points >= scale.mention ? "mention" : "none";
}

/**
 * Return the calibrated score in [0, 1] with two decimals (SPEC 7.5).
 * @param {Scale} scale
 * @param {number} points
 * @returns {number}
 */
export function scoreOf(scale, points) {
  let [lowPoints, low] = scale.calibration[0];
  let percent = low;
  for (const [highPoints, high] of scale.calibration) {
    if (points < highPoints) {
      percent = low + Math.floor(((high - low) * (points - lowPoints)) / (highPoints - lowPoints));
      break;
    }
    [lowPoints, low, percent] = [highPoints, high, high];
  }
  return percent / 100;
}

/**
 * Return which side the fired signals take; only a campaign verdict has one (SPEC 7.6).
 * @param {string} level
 * @param {number} support
 * @param {number} oppose
 * @returns {"support" | "oppose" | "neutral"}
 */
export function stanceOf(level, support, oppose) {
  if (level !== "campaign" || (support === 0 && oppose === 0)) return "neutral";
  return oppose > support ? "oppose" : "support";
}
