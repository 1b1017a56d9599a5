import { NATION, partsOf } from "../lib/guidance.js";
import { say } from "../lib/i18n.js";
import { byId, element } from "../lib/page.js";
import { dayIn } from "./answer.js";

/** @typedef {import("./guide.js").Page} Page */
/** @typedef {import("../lib/guidance.js").Part} Part */

/** The last day of a stage that nobody has ended yet. */
const OPEN = "9999-12-31";

/** The stages of every contest of the region: first what is running or to come, then what is expected, then the past. @param {Page} page */
export function showCalendar(page) {
  const { catalog, law, region, today } = page;
  byId("region").textContent = region ? say(catalog, "guideRegion", region) : say(catalog, "guideRegionNone");
  const parts = partsOf(law, "", region).map(([part, until]) => withoutLater(part, until)).filter(({ stages }) => stages.length > 0);
  const over = (/** @type {Part} */ { stages }) => stages.every(([, , to]) => to < today);
  const past = parts.filter(over);
  byId("calendar").replaceChildren(
    ...parts.filter((part) => !over(part)).map((part) => contest(page, part)),
    ...law.expected.map((one) => expected(page, one)),
    ...(past.length > 0 ? [folded(page, past)] : []),
  );
}

/** @param {Part} part @param {string} until the day from which an area's own stages stand in its place @returns {Part} */
const withoutLater = (part, until) => ({ ...part, stages: part.stages.filter(([, from]) => from < until) });

/** @param {Page} page @param {Part} part */
function contest(page, { title, areas, stages }) {
  const { law, language, today } = page;
  const made = element("article", "", { class: "contest" });
  const titles = new Map(law.stages.map(([id, name]) => [id, name[language]]));
  const list = element("ol", "");
  list.append(...stages.map(([kind, from, to]) => {
    const item = element("li", "", from <= today && today <= to ? { "aria-current": "date" } : {});
    item.append(element("span", titles.get(kind) ?? kind), element("span", daysIn(page, from, to)));
    return item;
  }));
  const where = areas.filter((name) => name !== NATION).join(", ");
  const sources = [...new Set(stages.map(([, , , source]) => law.sources[source]))].join("; ");
  made.append(element("h3", title[language]));
  if (where) made.append(element("p", where));
  made.append(list, element("small", say(page.catalog, "guideCalendarSource", sources)));
  return made;
}

/** @param {Page} page @param {string} from @param {string} to */
function daysIn(page, from, to) {
  if (from === to) return dayIn(page, from);
  return say(page.catalog, "guideDays", dayIn(page, from), to === OPEN ? "…" : dayIn(page, to));
}

/** A contest whose days are not set: said to be expected, and no more. @param {Page} page @param {import("../lib/guidance.js").Law["expected"][number]} one */
function expected(page, { title, source, date }) {
  const made = element("article", "", { class: "contest" });
  made.append(
    element("h3", title[page.language]),
    element("p", say(page.catalog, "guideExpected")),
    element("small", say(page.catalog, "promptSource", source, dayIn(page, date))),
  );
  return made;
}

/** @param {Page} page @param {Part[]} parts */
function folded(page, parts) {
  const made = element("details", "");
  made.append(element("summary", say(page.catalog, "guidePast", parts.length)), ...parts.map((part) => contest(page, part)));
  return made;
}
