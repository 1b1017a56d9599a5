import { api } from "../lib/browser.js";
import { ask } from "../lib/ask.js";
import { byId } from "../lib/page.js";
import { loadCatalog, say, translatePage } from "../lib/i18n.js";
import { readPage } from "./page-state.js";

/** @typedef {import("./page-state.js").PageState} PageState */

/** @type {{catalog: import("../lib/i18n.js").Catalog, page: PageState | null, missing: string[], site: string | undefined}} */
const shown = { catalog: {}, page: null, missing: [], site: undefined };

async function refresh() {
  const page = await readPage();
  const state = await ask({ type: "get-settings", ...(page ? { host: page.site } : {}) });
  const catalog = await loadCatalog(state.language);
  translatePage(document, catalog, state.language);
  Object.assign(shown, { catalog, page, missing: state.missing, site: state.site });
  showVerdict(page, state.paused);
  showFacts(page, state.paused);
  showPermission(state.missing);
  showPause(state, page);
  byId("rules").textContent = state.bundle ? say(catalog, "popupRules", state.bundle.version) : say(catalog, "rulesBroken");
  byId("where").textContent = state.settings.serverMode.on
    ? say(catalog, "popupByServer", new URL(state.settings.serverMode.url).host)
    : say(catalog, "popupByDevice");
}

/** @param {PageState | null} page @param {boolean} paused */
function showVerdict(page, paused) {
  const verdict = byId("verdict");
  verdict.textContent = say(shown.catalog, verdictKey(page, paused));
  verdict.dataset.level = page && !paused ? page.worst.level : "none";
}

/** @param {PageState | null} page @param {boolean} paused @returns {string} key of the one sentence about this page */
function verdictKey(page, paused) {
  if (paused) return "popupVerdictPaused";
  if (page === null) return "popupVerdictElsewhere";
  if (page.reader === "none") return "popupVerdictUnread";
  return { none: "popupVerdictNone", mention: "popupVerdictMention", campaign: "popupVerdictCampaign" }[page.worst.level];
}

/** @param {PageState | null} page @param {boolean} paused */
function showFacts(page, paused) {
  byId("facts").hidden = page === null || paused;
  if (page === null) return;
  byId("reader").textContent = say(shown.catalog, `popupReader_${page.reader}`);
  byId("posts").textContent = String(page.posts);
  byId("controls").textContent = String(page.controls);
}

/** @param {string[]} missing match patterns of sites that are not allowed */
function showPermission(missing) {
  byId("permission").hidden = missing.length === 0;
  byId("missing").textContent = missing.map((pattern) => new URL(pattern.replace(/\*$/, "")).host).join(", ");
}

/**
 * @param {{paused: boolean, site?: string, settings: Settings}} state
 * @param {PageState | null} page
 */
function showPause({ paused, site, settings }, page) {
  const timed = settings.pausedUntil > Date.now();
  byId("pause").hidden = paused;
  byId("paused").hidden = !paused;
  for (const button of document.querySelectorAll("[data-pause=site]")) {
    /** @type {HTMLButtonElement} */ (button).disabled = page === null;
  }
  if (!paused) return;
  const until = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  byId("paused-text").textContent = timed
    ? say(shown.catalog, "popupPausedUntil", until.format(settings.pausedUntil))
    : say(shown.catalog, "popupPausedSite", site ?? "");
}

/** Run what a press asked for, then show what is; a failure is said, not swallowed. @param {() => Promise<unknown>} work */
async function run(work) {
  byId("trouble").hidden = true;
  try {
    await work();
    await refresh();
  } catch (error) {
    byId("trouble").hidden = false;
    byId("trouble").textContent = say(shown.catalog, "pageTrouble", error instanceof Error ? error.message : "");
  }
}

for (const button of document.querySelectorAll("[data-pause]")) {
  button.addEventListener("click", () => run(() =>
    ask({ type: "pause", for: button.getAttribute("data-pause"), ...(shown.page ? { host: shown.page.site } : {}) })));
}
byId("resume").addEventListener("click", () => run(() =>
  ask({ type: "resume", ...(shown.page ? { host: shown.page.site } : {}) })));
byId("grant").addEventListener("click", () => {
  const request = api.permissions.request({ origins: shown.missing }); // Must be the first thing in the click.
  run(() => request);
});
byId("options").addEventListener("click", (event) => {
  event.preventDefault();
  run(() => api.runtime.openOptionsPage());
});

run(async () => {});
