import { dayIn as dayInLanguage } from "../lib/days.js";
import { say } from "../lib/i18n.js";
import { byId, element } from "../lib/page.js";

/** @typedef {import("./guide.js").Page} Page */
/** @typedef {import("./guide.js").Guidance} Guidance */
/** @typedef {ReturnType<typeof import("../lib/guidance.js").told>} Told */

/** In the order in which a person in a hurry wants them. */
const KINDS = /** @type {const} */ (["forbidden", "sanctions", "unclear", "allowed", "ask", "chain"]);

/** @param {string} name code-of-ethics -> CodeOfEthics */
const pascal = (name) => name.split("-").map((word) => (word[0] ?? "").toUpperCase() + word.slice(1)).join("");

/** @param {Page} page @param {string} day YYYY-MM-DD */
export const dayIn = ({ language }, day) => dayInLanguage(language, day);

/** From the lightest sanction to the heaviest; "or" where the sources themselves differ. @param {Page} page @param {Told} rule */
function rangeOf({ catalog }, { range = [], sure }) {
  const names = range.map((step) => say(catalog, `promptRange${pascal(step)}`));
  const [first = "", last = ""] = [names[0], names.at(-1)];
  const text = sure === "disputed"
    ? names.join(say(catalog, "promptRangeOr"))
    : first === last ? first : say(catalog, "promptRangeTo", first, last);
  return text && `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

/** The articles a rule stands in. @param {Told} rule */
export const articlesOf = ({ law }) =>
  law.map(({ short, article }) => [short, article].filter(Boolean).join(", ")).join(" · ");

/** How sure a rule is, where it was not seen in its source as it stands. @param {Page} page @param {Told} rule */
export const sureOf = ({ catalog }, { sure }) => (sure === "seen" ? "" : say(catalog, `promptSure${pascal(sure)}`));

/** @param {Page} page @param {Told} rule */
function origin(page, rule) {
  const source = say(page.catalog, "promptSource", rule.source, dayIn(page, rule.date));
  return [articlesOf(rule), source, sureOf(page, rule)].filter(Boolean).join(" · ");
}

/** @param {Page} page @param {Told} rule */
function sentence(page, rule) {
  const item = element("li", "", { "data-rule": rule.id, "data-sure": rule.sure });
  const text = element("p", "");
  const range = rangeOf(page, rule);
  if (range) text.append(element("b", range), " ");
  text.append(rule.text);
  item.append(text, element("small", origin(page, rule)));
  return item;
}

/** What was chosen, and a section for every kind of rule that there is. @param {Page} page @param {Guidance} told */
export function showAnswer(page, told) {
  byId("about").textContent = [told.employment, told.act, told.stage].map((one) => one?.title).filter(Boolean).join(" · ");
  byId("answer").replaceChildren(...KINDS.filter((kind) => told[kind].length > 0).map((kind) => {
    const section = element("section", "", { class: "card", "data-kind": kind, "aria-labelledby": `title-${kind}` });
    const rules = element("ul", "", { class: "rules" });
    rules.append(...told[kind].map((rule) => sentence(page, rule)));
    section.append(element("h2", say(page.catalog, `guide${pascal(kind)}`), { id: `title-${kind}` }), rules);
    return section;
  }), ...(told.instruments.length > 0 ? [element("p", numbers(page, told), { class: "faded" })] : []));
}

/** The names and numbers of what is cited in short. @param {Page} page @param {Guidance} told */
const numbers = ({ catalog }, { instruments }) =>
  say(catalog, "guideNumbers", instruments.map(({ name, full }) => (full ? `${name} (${full})` : name)).join("; "));

/** Today's stage, and how long until people vote. @param {Page} page @param {Guidance} told */
export function showToday(page, told) {
  const { catalog } = page;
  byId("today").textContent = [
    told.contests.length > 0 ? say(catalog, "guideToday", dayIn(page, page.today), told.stage.title) : "",
    ...told.notes.slice(1),
    countdown(page, told.next_voting),
  ].filter(Boolean).join(" ");
}

/** @param {Page} page @param {Guidance["next_voting"]} vote @returns {string} */
function countdown(page, vote) {
  const { catalog } = page;
  if (vote === null) return say(catalog, "guideVoteNone");
  const names = vote.contests.map(({ title }) => title).join(", ");
  if (vote.days === 0) return say(catalog, "guideVoteToday", names);
  if (vote.days === 1) return say(catalog, "guideVoteTomorrow", names);
  return say(catalog, "guideVoteIn", vote.days, dayIn(page, vote.date), names);
}
