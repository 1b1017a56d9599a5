import { say } from "../lib/i18n.js";
import { byId, element } from "../lib/page.js";
import { articlesOf, dayIn, sureOf } from "./answer.js";

/** @typedef {import("./guide.js").Page} Page */
/** @typedef {import("./guide.js").Guidance} Guidance */
/** @typedef {import("./answer.js").Told} Told */
/** @typedef {{source: string, date: string}} Seen */

/** Height that one A4 page of print.css has, a little under its 281 mm: printers differ. */
const PAPER = 276;
/** Font sizes in points; the largest that fits is taken, and nobody can be asked to read less than 8. */
const SIZES = Array.from({ length: 25 }, (_, step) => 11 - step / 8);
const MM = 96 / 25.4;

/**
 * The one page to print: everything for this employment at this stage. Where that is too much for one page, what may
 * and may not be done comes before what follows a report.
 * @param {Page} page @param {Guidance} told every act's rules
 */
export function showSummary(page, told) {
  if (!fits(page, told)) fits(page, { ...told, chain: [] });
}

/** Write the page, and tell whether it is one page. @param {Page} page @param {Guidance} told */
function fits(page, told) {
  const { catalog, today } = page;
  /** @type {Seen[]} */
  const sources = [];
  const columns = element("div", "", { class: "columns" });
  columns.append(
    ...block(page, "guideForbidden", told.forbidden, sources),
    ...block(page, "guideAllowed", told.allowed, sources),
    ...block(page, "guideSanctions", told.sanctions, sources, true),
    ...block(page, "guideUnclear", told.unclear.filter(({ id }) => actsOf(page, [id]) === ""), sources),
    ...block(page, "guideAsk", told.ask, sources),
    ...block(page, "guideChain", told.chain, sources),
  );
  byId("summary").replaceChildren(
    element("h1", say(catalog, "guideSummary", told.employment.title)),
    element("p", say(catalog, "guideSummaryFor", told.stage.title, dayIn(page, today), told.notes[0] ?? "")),
    columns,
    element("p", sourcesIn(page, sources), { class: "sources" }),
  );
  return fitted(byId("summary"));
}

/** The numbered sources; the day they were seen stands once for all that share it. @param {Page} page @param {Seen[]} sources */
function sourcesIn(page, sources) {
  const days = [...new Set(sources.map(({ date }) => date))];
  return days.map((day) => {
    const numbered = sources.flatMap(({ source, date }, index) => (date === day ? [`${index + 1} ${source}`] : []));
    return say(page.catalog, "guideSources", dayIn(page, day), numbered.join(" · "));
  }).join(" ");
}

/**
 * A heading with its sentences, each with its articles and the number of its source.
 * @param {Page} page @param {string} title @param {Told[]} rules @param {Seen[]} sources grows
 * @param {boolean} [acts] whether to say which acts each is about
 */
function block(page, title, rules, sources, acts = false) {
  if (rules.length === 0) return [];
  const list = element("ul", "");
  list.append(...alike(rules).map((same) => {
    const [rule] = same;
    const item = element("li", "");
    const about = acts ? actsOf(page, same.map(({ id }) => id)) : "";
    if (about) item.append(element("b", `${about}: `));
    const articles = unique(same.flatMap((one) => articlesOf(one).split(" · ")));
    const small = [...articles, sureOf(page, rule)].filter(Boolean).join(" · ");
    const numbers = unique(same.flatMap((one) => numbersOf(sources, one)));
    item.append(below(say(page.catalog, title), rule.text), ...(small ? [" ", element("small", small)] : []), "\u00a0", element("sup", numbers.join(",")));
    return item;
  }));
  return [element("h2", say(page.catalog, title)), list];
}

/** A sentence below a heading that it would only repeat. @param {string} title @param {string} text */
function below(title, text) {
  if (!text.startsWith(`${title} `)) return text;
  const rest = text.slice(title.length + 1);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** @template T @param {T[]} list @returns {T[]} */
const unique = (list) => [...new Set(list)];

/** What is said in the same words of several acts stands once. @param {Told[]} rules @returns {[Told, ...Told[]][]} */
function alike(rules) {
  return unique(rules.map(({ text }) => text)).map((words) =>
    /** @type {[Told, ...Told[]]} */ (rules.filter(({ text }) => text === words)));
}

/** Each source of a rule has a number of its own, from 1 on. @param {Seen[]} sources grows @param {Seen} rule */
function numbersOf(sources, { source: named, date }) {
  return named.split("; ").map((source) => {
    const known = sources.findIndex((one) => one.source === source && one.date === date);
    return known >= 0 ? known + 1 : sources.push({ source, date });
  });
}

/** The acts that rules name, all buttons in one word; empty where one is about every act. @param {Page} page @param {string[]} ids */
function actsOf({ law, language, catalog }, ids) {
  const acts = Object.values(law.rules).flat().filter(({ id }) => ids.includes(id)).map(({ act }) => act);
  if (acts.includes(undefined)) return "";
  const named = acts.flatMap((act) => act ?? []);
  const buttons = law.acts.filter(([act, , button]) => button === 1 && named.includes(act));
  const all = buttons.length > 2;
  const rest = law.acts.filter(([act, , button]) => named.includes(act) && !(all && button === 1));
  return [...(all ? [say(catalog, "guideButtons")] : []), ...rest.map(([, title]) => title[language])].join(", ");
}

/** Whether it fits on one page, in the largest size that does. @param {HTMLElement} sheet */
function fitted(sheet) {
  return SIZES.some((size) => {
    sheet.style.setProperty("--size", `${size}pt`);
    return sheet.getBoundingClientRect().height <= PAPER * MM;
  });
}
