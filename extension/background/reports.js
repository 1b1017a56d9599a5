import { api } from "../lib/browser.js";
import { act } from "./contexts.js";
import { clipped, integer, list, oneOf, record, text } from "./shape.js";
import { bundleMark } from "./verdicts.js";

/**
 * What a page may say of a mark that a person finds wrong. It names no account, and the words of the post only where
 * the person can take them out.
 * @type {import("./shape.js").Shape<Report>}
 */
export const report = record({
  site: text(253, 1),
  act,
  level: oneOf("mention", "campaign"),
  rules: bundleMark,
  evidence: list(record({ rule: text(200, 1), points: integer(-1_000_000, 1_000_000) }), 500),
  snippet: clipped(1_000),
});

/** On its way from the page to the form, in memory and for the moment in which the form opens. @type {Report | null} */
let waiting = null;

/** Show the form "Salah tandai" in a tab of its own. The address says nothing: browsers keep addresses. @param {Report} given */
export async function openReport(given) {
  waiting = given;
  await api.tabs.create({ url: api.runtime.getURL("report/report.html") });
}

/** Hand it to the form; from then on only the form has it. @returns {Report | null} */
export function takeReport() {
  const taken = waiting;
  waiting = null;
  return taken;
}
