import { ask } from "../lib/ask.js";
import { loadCatalog, say } from "../lib/i18n.js";
import { byId } from "../lib/page.js";

/** Delete everything, after asking once more on the same spot. @param {import("./options.js").Run} run */
export function wireData(run) {
  byId("delete").addEventListener("click", () => showQuestion(true));
  byId("delete-not").addEventListener("click", () => showQuestion(false));
  byId("delete-sure").addEventListener("click", () => run(async () => {
    await ask({ type: "delete-data" });
    showQuestion(false);
    const { language } = await ask({ type: "get-settings" });
    byId("deleted").textContent = say(await loadCatalog(language), "optionsDeleted");
  }));
}

/** @param {boolean} asking */
function showQuestion(asking) {
  byId("delete").hidden = asking;
  byId("delete-sure").hidden = !asking;
  byId("delete-not").hidden = !asking;
  byId(asking ? "delete-not" : "delete").focus();
  if (asking) byId("deleted").textContent = "";
}
