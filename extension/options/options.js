/** The options page: shows what the background says, sends what the person changes. It stores nothing itself. */
import { ask } from "../lib/ask.js";
import { loadCatalog, pickLanguage, say, translatePage } from "../lib/i18n.js";
import { byId } from "../lib/page.js";
import { wireData } from "./data.js";
import { showPreferences, wirePreferences } from "./preferences.js";
import { showRemembered } from "./remembered.js";
import { showServer, wireServer } from "./server.js";

/**
 * What the background answers to `get-settings`, with the texts beside it.
 * @typedef {object} Page
 * @property {import("../lib/i18n.js").Catalog} catalog
 * @property {Language} language
 * @property {Settings} settings
 * @property {Preset} preset
 * @property {RememberedAccount[]} accounts
 * @property {BundleMark | null} bundle
 */

/** Run what a press asked for, then show what holds now; a failure is said on the page. @typedef {(work: () => Promise<unknown>) => Promise<void>} Run */

/** @returns {Promise<Page>} */
async function readPage() {
  const state = await ask({ type: "get-settings" });
  return { ...state, catalog: await loadCatalog(state.language) };
}

async function refresh() {
  const page = await readPage();
  translatePage(document, page.catalog, page.language);
  document.title = say(page.catalog, "optionsTitle");
  showPreferences(page);
  showServer(page);
  showRemembered(page, run);
  byId("rules").textContent = page.bundle
    ? say(page.catalog, "optionsRules", page.bundle.version, page.bundle.digest.slice(7, 19))
    : say(page.catalog, "rulesBroken");
  byId("preset").hidden = Object.keys(page.preset).length === 0;
  byId("preset").textContent = say(page.catalog, "optionsPreset");
}

/** @type {Run} */
async function run(work) {
  const trouble = byId("trouble");
  trouble.hidden = true;
  try {
    await work();
    await refresh();
  } catch (error) {
    trouble.textContent = say(
      await loadCatalog(pickLanguage("auto")), "pageTrouble", error instanceof Error ? error.message : "");
    trouble.hidden = false;
  }
}

wirePreferences(run);
wireServer(run);
wireData(run);
run(async () => {});
