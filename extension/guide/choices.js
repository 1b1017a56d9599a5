import { say } from "../lib/i18n.js";
import { byId, element } from "../lib/page.js";

const select = (/** @type {string} */ id) => /** @type {HTMLSelectElement} */ (byId(id));

/** The stages as they follow each other; the rules have them by strictness. */
const BY_TIME = ["none", "before-nomination", "nominated", "campaign", "quiet", "voting", "counting"];

/** What is chosen now. */
export const readChoices = () => ({
  employment: select("employment").value,
  act: select("act").value,
  stage: select("stage").value,
});

/**
 * Fill the three lists. Chosen are the person's employment, the act that was asked about, and today's stage.
 * @param {import("./guide.js").Page} page @param {string} act @param {string} stageToday
 */
export function fillChoices({ catalog, law, language, employment }, act, stageToday) {
  const option = (/** @type {string} */ id, /** @type {string} */ title) => element("option", title, { value: id });
  const group = (/** @type {string} */ label, /** @type {0 | 1} */ button) => {
    const made = element("optgroup", "", { label: say(catalog, label) });
    made.append(...law.acts.filter(([, , is]) => is === button).map(([id, title]) => option(id, title[language])));
    return made;
  };
  select("employment").replaceChildren(...law.employments.map(([id, title]) => option(id, title[language])));
  select("act").replaceChildren(group("guideButtons", 1), group("guideElsewhere", 0));
  const stages = [...law.stages].sort(([a], [b]) => BY_TIME.indexOf(a) - BY_TIME.indexOf(b));
  select("stage").replaceChildren(...stages.map(([id, title]) =>
    option(id, id === stageToday ? say(catalog, "guideStageToday", title[language]) : title[language])));
  if (employment) select("employment").value = employment;
  if (law.acts.some(([id]) => id === act)) select("act").value = act;
  select("stage").value = stageToday;
}
