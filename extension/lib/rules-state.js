import { localesOf } from "./days.js";
import { say } from "./i18n.js";

/** In which words popup and options tell which rules are in force, and why no newer ones are. */

/** @typedef {{bundle: BundleMark, rules: RulesState}} Told what `get-settings` says of the rules */

const STEPS = /** @type {[Intl.RelativeTimeFormatUnit, number][]} */ ([["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]]);

/**
 * @param {number} moment epoch milliseconds @param {Language} language @param {number} now
 * @returns {string} such as "2 hari yang lalu"
 */
export function ago(moment, language, now) {
  const passed = Math.max(now - moment, 0);
  const [unit, length] = STEPS.find(([, step]) => passed >= step) ?? ["minute", 60_000];
  return new Intl.RelativeTimeFormat(localesOf(language)).format(-Math.max(1, Math.floor(passed / length)), unit);
}

/**
 * @param {import("./i18n.js").Catalog} catalog @param {Language} language @param {Told} told @param {number} now
 * @returns {string} which rules are in force
 */
export function rulesLine(catalog, language, { bundle, rules: { subscribed } }, now) {
  if (subscribed === null) return say(catalog, "popupRules", bundle.version);
  return say(catalog, "rulesSubscribed", subscribed.version, ago(subscribed.issued, language, now));
}

/** @param {import("./i18n.js").Catalog} catalog @param {RulesState} rules @returns {string} empty where all is well */
export const rulesProblem = (catalog, { problem }) =>
  (problem === null ? "" : say(catalog, `rulesProblem_${problem.code.replaceAll("-", "_")}`, problem.detail));
