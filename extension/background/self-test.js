import { BundleError } from "../engine/bundle.js";
import { score } from "../engine/score.js";

const SILENT = "Selamat pagi, jangan lupa sarapan.";
const DAY = "2024-10-20";

/**
 * Score one everyday sentence and the parties' own names: the first must be silent, one of the others must not.
 * Mirrors the self-test of server/rulebook.py.
 * @param {import("../engine/score.js").Engine} engine @param {Record<string, any>} data @throws {BundleError}
 */
export function selfTest(engine, { entities }) {
  if (score(engine, { text: SILENT }, DAY).points !== 0) {
    throw new BundleError("bundle: self-test failed: an everyday sentence gets points");
  }
  const parties = entities.filter((/** @type {string[]} */ [, kind]) => kind === "party");
  const isFound = (/** @type {string[]} */ [, , name]) => score(engine, { text: name }, DAY).affiliations.length > 0;
  if (parties.length > 0 && !parties.some(isFound)) {
    throw new BundleError("bundle: self-test failed: no party is found by its own name");
  }
}
