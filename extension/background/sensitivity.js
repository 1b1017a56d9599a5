import { score } from "../engine/score.js";
import { trustedDay } from "./calendar.js";
import { deviceEngine, loadRules } from "./rules.js";

/** A campaign verdict from this score on is strong evidence; content/reader/context.js has the same. */
const STRONG = 0.9;

/** What the page does with each level; of campaign with strong evidence apart. `none` is never shown. @type {Record<Sensitivity, Reactions>} */
const REACTIONS = {
  low: { none: "nothing", mention: "nothing", campaign: "mark", strong: "ask" },
  normal: { none: "nothing", mention: "mark", campaign: "ask", strong: "ask" },
  high: { none: "nothing", mention: "ask", campaign: "ask", strong: "ask" },
};

/** @param {Sensitivity} sensitivity @returns {Reactions} */
export const reactions = (sensitivity) => REACTIONS[sensitivity];

/** Posts as they are seen in feeds, about the invented pair. What they are is for the engine to say. */
const EXAMPLES = [
  "Ayo coblos nomor 2, menangkan Damar-Sekar!",
  "Jangan pilih Damar-Sekar, janjinya bohong semua",
  "Coblos nomor 2 ya.",
  "Damar-Sekar hadir di peresmian pasar",
  "Jadwal imunisasi Posyandu Melati: Kamis pukul 08.00",
];

/**
 * What each step of sensitivity would do with the examples, judged on the device by the rules that hold today.
 * @param {number} now @returns {Promise<SensitivityExample[]>} @throws {import("./store.js").Trouble} `rules`
 */
export async function sensitivityExamples(now) {
  const [engine, { bundle }] = await Promise.all([deviceEngine(), loadRules()]);
  const date = trustedDay(now, bundle.data);
  return EXAMPLES.map((text) => {
    const { level, score: value } = score(engine, { text }, date, false);
    const kind = level === "campaign" && value >= STRONG ? "strong" : level;
    const [low, normal, high] = [REACTIONS.low[kind], REACTIONS.normal[kind], REACTIONS.high[kind]];
    return { text, level, kind, reactions: { low, normal, high } };
  });
}
