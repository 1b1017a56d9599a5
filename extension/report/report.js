/** The form "Salah tandai": the person takes out, adds, copies or saves. It sends nothing, and keeps nothing when it is closed. */
import { ask } from "../lib/ask.js";
import { loadCatalog, say, translatePage } from "../lib/i18n.js";
import { byId } from "../lib/page.js";
import { saveJson } from "../lib/save.js";
import { clearTrouble, tellTrouble } from "../lib/trouble.js";

const snippet = byId("snippet");
const note = byId("note");

async function start() {
  const { report, language } = await ask({ type: "take-report" });
  const catalog = await loadCatalog(language);
  translatePage(document, catalog, language);
  document.title = `${say(catalog, "reportTitle")} · Jaga Jempol`;
  byId("gone").hidden = report !== null;
  byId("form").hidden = report === null;
  if (report === null) return;
  snippet.textContent = report.snippet;
  show(report);
  for (const field of [snippet, note]) field.addEventListener("input", () => show(report));
  byId("empty").addEventListener("click", () => {
    snippet.textContent = "";
    show(report);
    snippet.focus();
  });
  byId("copy").addEventListener("click", () => done(catalog, async () => {
    await navigator.clipboard.writeText(whole(report));
    return "reportCopied";
  }));
  byId("save").addEventListener("click", () => done(catalog, async () => {
    saveJson("salah-tandai.json", whole(report));
    return "reportSaved";
  }));
}

/** Everything that is in it, nothing beside it. @param {Report} report @returns {string} */
const whole = (report) => JSON.stringify({ ...report, snippet: snippet.innerText.trim(), note: note.innerText.trim() }, null, 2);

/** @param {Report} report */
function show(report) {
  byId("whole").textContent = whole(report);
  byId("done").textContent = "";
}

/** @param {import("../lib/i18n.js").Catalog} catalog @param {() => Promise<string>} work returns the text to say after it */
async function done(catalog, work) {
  clearTrouble();
  try {
    byId("done").textContent = say(catalog, await work());
  } catch (error) {
    await tellTrouble(error, catalog);
  }
}

start().catch((error) => tellTrouble(error));
