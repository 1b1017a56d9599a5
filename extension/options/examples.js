import { ask } from "../lib/ask.js";
import { say } from "../lib/i18n.js";
import { byId, element } from "../lib/page.js";

/** The steps, in the order of the columns. @type {Sensitivity[]} */
const STEPS = ["low", "normal", "high"];

/** A few posts, as the rules judge them today. @returns {Promise<SensitivityExample[]>} none while the rules can't be read */
export const readExamples = () => ask({ type: "get-examples" }).then(({ examples }) => examples, () => []);

/** What each step would do with them. @param {import("./options.js").Page} page */
export function showExamples({ catalog, examples, settings }) {
  byId("examples").hidden = examples.length === 0;
  byId("examples").dataset.chosen = settings.sensitivity;
  byId("examples-rows").replaceChildren(...examples.map(({ text, level, reactions }) => {
    const row = element("tr", "", { "data-level": level });
    row.append(element("th", `“${text}”`, { scope: "row", lang: "id" }), ...STEPS.map((step) =>
      element("td", say(catalog, `optionsReaction_${reactions[step]}`), { "data-step": step, "data-reaction": reactions[step] })));
    return row;
  }));
}
