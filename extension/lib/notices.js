import { ask } from "./ask.js";
import { dayIn } from "./days.js";
import { say } from "./i18n.js";
import { byId, element } from "./page.js";

/**
 * Say what a person should know of a bad day; what was lost, until it was read once.
 * @param {{catalog: import("./i18n.js").Catalog, language: Language, notices: Notice[], rulesDate: string}} page
 * @param {import("./trouble.js").Run} run
 */
export function showNotices({ catalog, language, notices, rulesDate }, run) {
  byId("notices").replaceChildren(...notices.map(({ code, parts }) => {
    const names = parts.map((part) => say(catalog, `part_${part}`)).join(", ");
    const date = rulesDate && dayIn(language, rulesDate);
    const notice = element("div", "", { class: "notice stack-tight", "data-notice": code });
    notice.append(element("p", say(catalog, `notice_${code}`, code === "lost" ? names : date)));
    if (code === "lost") {
      const row = element("div", "", { class: "row" });
      const read = element("button", say(catalog, "noticeRead"), { type: "button" });
      read.addEventListener("click", () => run(() => ask({ type: "forget-lost" })));
      row.append(read);
      notice.append(row);
    }
    return notice;
  }));
}
