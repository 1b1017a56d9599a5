import { ask } from "../lib/ask.js";
import { localesOf } from "../lib/days.js";
import { say } from "../lib/i18n.js";
import { byId, element } from "../lib/page.js";

/** The columns, in their order. @type {(keyof Omit<DayCounts, "day">)[]} */
const EVENTS = ["marked", "asked", "cancelled", "continued"];

const counting = () => /** @type {HTMLInputElement} */ (byId("counting"));

/** @param {import("./options.js").Page} page */
export async function showCounts({ catalog, language, settings }) {
  const { days, advice } = /** @type {{days: DayCounts[], advice: Sensitivity | null}} */ (await ask({ type: "get-counts" }));
  counting().checked = settings.counting;
  byId("counts-none").hidden = days.length > 0;
  byId("counts-chart").hidden = days.length === 0;
  byId("counts-delete").hidden = days.length === 0;
  byId("counts-rows").replaceChildren(...rows(days, new Intl.DateTimeFormat(localesOf(language), { day: "numeric", month: "short", timeZone: "UTC" })));
  byId("advice").hidden = advice === null;
  if (advice === null) return;
  byId("advice-text").textContent = say(catalog, `optionsAdvice_${advice}`);
  byId("advice-take").dataset.sensitivity = advice;
}

/** @param {import("../lib/trouble.js").Run} run */
export function wireCounts(run) {
  const change = (/** @type {object} */ patch) => run(() => ask({ type: "set-settings", patch }));
  counting().addEventListener("change", () => change({ counting: counting().checked }));
  byId("counts-delete").addEventListener("click", () => run(() => ask({ type: "delete-counts" })));
  byId("advice-take").addEventListener("click", () => change({ sensitivity: byId("advice-take").dataset.sensitivity }));
  byId("advice-keep").addEventListener("click", () => run(() => ask({ type: "settle-advice" })));
}

/**
 * A row a day: each number as text, and as a bar for the eye. Marks have a scale of their own, as there are many more.
 * @param {DayCounts[]} days @param {Intl.DateTimeFormat} name
 */
function rows(days, name) {
  const most = { marked: Math.max(1, ...days.map(({ marked }) => marked)), asked: Math.max(1, ...days.map(({ asked }) => asked)) };
  return days.map((day) => {
    const row = element("tr", "");
    row.append(element("th", name.format(Date.parse(day.day)), { scope: "row" }));
    for (const event of EVENTS) {
      const cell = element("td", String(day[event]));
      const bar = element("span", "", { class: "bar", "data-event": event });
      bar.style.setProperty("--share", String(Math.min(1, day[event] / (event === "marked" ? most.marked : most.asked))));
      cell.append(bar);
      row.append(cell);
    }
    return row;
  });
}
