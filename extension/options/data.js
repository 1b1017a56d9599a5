import { ask } from "../lib/ask.js";
import { loadCatalog, say } from "../lib/i18n.js";
import { byId } from "../lib/page.js";
import { saveJson } from "../lib/save.js";

/** Save everything as a file; delete everything, after asking once more on the same spot. @param {import("../lib/trouble.js").Run} run */
export function wireData(run) {
  byId("export").addEventListener("click", () => run(async () => {
    const { data } = await ask({ type: "export-data" });
    saveJson("jaga-jempol.json", JSON.stringify(data, null, 2));
  }));
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
