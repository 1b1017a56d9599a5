import { api } from "../lib/browser.js";
import { guidance } from "../lib/guidance.js";
import { pickLanguage, rulesLanguage } from "../lib/i18n.js";
import { trustedDay } from "./calendar.js";
import { loadRules } from "./rules.js";

/** Who is told about when the person gave no employment: those for whom the joint decree was written. */
const ASSUMED = "pns";

/** @typedef {import("../lib/guidance.js").Law} Law */

/**
 * The law of the packaged bundle, and the region as far as the law knows it: names of areas change with the bundle.
 * @param {Settings} settings @returns {Promise<{law: Law | null, region: string}>} null in a bundle without law files
 */
export async function lawFor({ region }) {
  const { bundle } = await loadRules();
  const law = /** @type {Law | undefined} */ (bundle.data.law);
  if (!law?.rules) return { law: null, region: "" };
  const known = Object.entries(law.areas).some(([province, areas]) => province === region || areas.includes(region));
  return { law, region: known ? region : "" };
}

/**
 * What the law says of an act for this person today; `assumed` when the employment is not known.
 * @param {string} act @param {Settings} settings @param {number} now
 */
export async function guidanceFor(act, settings, now) {
  const [{ law, region }, { bundle }] = await Promise.all([lawFor(settings), loadRules()]);
  if (!law) return { guidance: null, assumed: false };
  const told = guidance(law, {
    date: trustedDay(now, bundle.data),
    employment: settings.employment || ASSUMED,
    act,
    area: region,
    language: rulesLanguage(pickLanguage(settings.language)),
  });
  return { guidance: told, assumed: settings.employment === "" };
}

/** Show the page "Aturan" in a tab of its own. @param {string} act */
export const openGuide = (act) => api.tabs.create({ url: api.runtime.getURL(`guide/guide.html?act=${encodeURIComponent(act)}`) });
