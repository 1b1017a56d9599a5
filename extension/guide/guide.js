/** The page "Aturan": what the law says of an act, for an employment, at a stage. It asks for the law and keeps nothing. */
import { ask, Refused } from "../lib/ask.js";
import { guidance } from "../lib/guidance.js";
import { loadCatalog, rulesLanguage, say, translatePage } from "../lib/i18n.js";
import { byId } from "../lib/page.js";
import { tellTrouble } from "../lib/trouble.js";
import { showAnswer, showToday } from "./answer.js";
import { showCalendar } from "./calendar.js";
import { fillChoices, readChoices } from "./choices.js";
import { showSummary } from "./summary.js";

/**
 * @typedef {object} Page
 * @property {import("../lib/i18n.js").Catalog} catalog
 * @property {RulesLanguage} language of the law
 * @property {import("../lib/guidance.js").Law} law
 * @property {Employment} employment "" when the person gave none
 * @property {string} region
 * @property {string} today YYYY-MM-DD
 */
/**
 * @typedef {NonNullable<ReturnType<typeof guidance>>
 *   & Record<"forbidden" | "sanctions" | "allowed" | "unclear" | "ask" | "chain", import("./answer.js").Told[]>} Guidance
 */

/** The address may name an act and, for teaching, another day: `?act=like&date=2024-11-20`. */
const asked = new URLSearchParams(location.search);

async function start() {
  const { law, employment, region, language, today } = await ask({ type: "get-law" });
  const catalog = await loadCatalog(language);
  translatePage(document, catalog, language);
  document.title = `${say(catalog, "guideTitle")} · Jaga Jempol`;
  byId("rules").hidden = !law;
  if (!law) {
    await tellTrouble(new Refused("no rules", "rules"), catalog);
    return;
  }
  /** @type {Page} */
  const page = { catalog, language: rulesLanguage(language), law, employment, region, today: dayAsked(law) ?? today };
  const now = tell(page, { employment: employment || (law.employments[0]?.[0] ?? "") });
  fillChoices(page, asked.get("act") ?? "", now.stage.id);
  showToday(page, now);
  showCalendar(page);
  byId("advice").textContent = now.notes[0] ?? "";
  byId("choose").addEventListener("change", () => refresh(page, now.stage.id));
  byId("print").addEventListener("click", () => window.print());
  refresh(page, now.stage.id);
}

/** @param {import("../lib/guidance.js").Law} law @returns {string | null} */
function dayAsked({ from }) {
  const date = asked.get("date") ?? "";
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) && date >= from ? date : null;
}

/**
 * @param {Page} page @param {{employment: string, act?: string, stage?: string}} choice
 * @returns {Guidance} for the page's day, which is never before the law begins
 */
const tell = ({ law, language, region, today }, choice) =>
  /** @type {Guidance} */ (guidance(law, { ...choice, date: today, area: region, language }));

/**
 * Of today's stage the calendar knows which elections run; of another stage everything is told.
 * @param {Page} page @param {string} stageToday
 */
function refresh(page, stageToday) {
  const { stage, ...who } = readChoices();
  const choice = { ...who, stage: stage === stageToday ? "" : stage };
  showAnswer(page, tell(page, choice));
  showSummary(page, tell(page, { ...choice, act: "" }));
}

start().catch((error) => tellTrouble(error));
