import { api } from "../lib/browser.js";
import { ask } from "../lib/ask.js";
import { localesOf, rulesAge } from "../lib/days.js";
import { byId } from "../lib/page.js";
import { loadCatalog, say, translatePage } from "../lib/i18n.js";
import { lockedBy, lockedWhat } from "../lib/locks.js";
import { showNotices } from "../lib/notices.js";
import { runner } from "../lib/trouble.js";
import { rulesLine, rulesProblem } from "../lib/rules-state.js";
import { hostOf } from "../lib/site-address.js";
import { readPage } from "./page-state.js";
import { showSteps, wireSteps } from "./steps.js";
import { offer, standing, wireUnguarded } from "./unguarded.js";

/** @typedef {import("./page-state.js").PageState} PageState */

/** @type {{catalog: import("../lib/i18n.js").Catalog, page: PageState | null, missing: string[], site: string | undefined}} */
const shown = { catalog: {}, page: null, missing: [], site: undefined };

async function refresh() {
  const { page, address } = await readPage();
  const state = await ask({ type: "get-settings", ...(page?.site ? { host: page.site } : {}) });
  const catalog = await loadCatalog(state.language);
  translatePage(document, catalog, state.language);
  Object.assign(shown, { catalog, page, missing: state.missing, site: state.site });
  showVerdict(verdictKey(page, address, state), page, state.paused);
  offer(catalog, page ? null : address, state);
  showFacts(page, state.paused || !state.bundle);
  showStale(state.bundle ? page : null);
  showNotices({ catalog, language: state.language, notices: state.notices, rulesDate: state.rulesDate }, run);
  showSteps(catalog, page, address);
  showPermission(state.missing);
  showPause(state, page);
  byId("advice").hidden = state.advice === null;
  byId("locked").hidden = state.locks.keys.length === 0;
  byId("locked").textContent = say(catalog, "popupLocked", lockedBy(catalog, state.locks), lockedWhat(catalog, state.locks));
  byId("rules").textContent = state.bundle ? rulesText(catalog, state) : "";
  const problem = rulesProblem(catalog, state.rules);
  byId("rules-problem").hidden = problem === "";
  byId("rules-problem").textContent = say(catalog, "popupRulesProblem", problem);
  byId("where").textContent = state.bundle ? whereText(catalog, state.settings) : "";
}

/** @param {string} key @param {PageState | null} page @param {boolean} paused */
function showVerdict(key, page, paused) {
  const verdict = byId("verdict");
  verdict.textContent = say(shown.catalog, key);
  verdict.dataset.level = page && !paused ? page.worst.level : "none";
}

/** @param {import("../lib/i18n.js").Catalog} catalog @param {{bundle: BundleMark, rules: RulesState, language: Language, rulesDate: string}} state */
const rulesText = (catalog, { bundle, rules, language, rulesDate }) =>
  [rulesLine(catalog, language, { bundle, rules }, Date.now()), rulesAge(catalog, language, rulesDate)].filter(Boolean).join(" · ");

/** @param {import("../lib/i18n.js").Catalog} catalog @param {Settings} settings */
const whereText = (catalog, { serverMode: { on, url } }) =>
  on ? say(catalog, "popupByServer", new URL(url).host) : say(catalog, "popupByDevice");

/**
 * @param {PageState | null} page @param {string} address
 * @param {{paused: boolean, bundle: BundleMark | null} & import("./unguarded.js").Guarded} state
 * @returns {string} key of the one sentence about this page
 */
function verdictKey(page, address, state) {
  if (!state.bundle) return "trouble_rules";
  if (!page) return elsewhereKey(standing(address, state));
  if (state.paused) return "popupVerdictPaused";
  if (page.reader === "none" || page.posts === 0) return "popupVerdictUnread";
  const quiet = page.asks ? "" : "Quiet";
  return { none: "popupVerdictNone", mention: `popupVerdictMention${quiet}`, campaign: `popupVerdictCampaign${quiet}` }[page.worst.level];
}

/** @param {import("./unguarded.js").Standing} standing @returns {string} the same for a page that nobody reads */
const elsewhereKey = (standing) =>
  ({ guarded: "popupVerdictReload", forbidden: "popupVerdictForbidden", elsewhere: "popupVerdictElsewhere" })[standing];

/** @param {PageState | null} page */
function showStale(page) {
  byId("stale").hidden = !page?.stale;
  if (page?.stale) byId("stale").textContent = say(shown.catalog, `popupStale_${page.reader}`, page.title);
}

/** @param {PageState | null} page @param {boolean} resting */
function showFacts(page, resting) {
  byId("facts").hidden = page === null || resting;
  if (page === null) return;
  byId("reader").textContent = say(shown.catalog, `popupReader_${page.reader}`, page.title);
  byId("posts").textContent = String(page.posts);
  byId("controls").textContent = String(page.controls);
}

/** @param {string[]} missing match patterns of sites that are not allowed */
function showPermission(missing) {
  byId("permission").hidden = missing.length === 0;
  byId("missing").textContent = missing.map(hostOf).join(", ");
}

/**
 * @param {{paused: boolean, site?: string, settings: Settings, names: Record<string, string>}} state
 * @param {PageState | null} page
 */
function showPause({ paused, site = "", settings, names }, page) {
  const timed = settings.pausedUntil > Date.now();
  byId("pause").hidden = paused;
  byId("paused").hidden = !paused;
  for (const button of document.querySelectorAll("[data-pause=site]")) {
    /** @type {HTMLButtonElement} */ (button).disabled = !page?.site;
  }
  if (!paused) return;
  const until = new Intl.DateTimeFormat(localesOf(document.documentElement.lang), { hour: "2-digit", minute: "2-digit" });
  byId("paused-text").textContent = timed
    ? say(shown.catalog, "popupPausedUntil", until.format(settings.pausedUntil))
    : say(shown.catalog, "popupPausedSite", names[site] ?? site);
}

const run = runner(refresh, () => shown.catalog);

/** A page that was just given its scripts, or told to rest, needs a moment. */
async function settle() {
  for (const wait of [100, 400, 1500]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await refresh();
  }
}

for (const button of document.querySelectorAll("[data-pause]")) {
  button.addEventListener("click", () => run(() =>
    ask({ type: "pause", for: button.getAttribute("data-pause"), ...(shown.page?.site ? { host: shown.page.site } : {}) })));
}
byId("resume").addEventListener("click", () => run(() =>
  ask({ type: "resume", ...(shown.page?.site ? { host: shown.page.site } : {}) })));
byId("grant").addEventListener("click", () => {
  const request = api.permissions.request({ origins: shown.missing }); // Must be the first thing in the click.
  run(() => request);
});
wireUnguarded(run);
wireSteps(run);
api.permissions.onAdded.addListener(() => run(settle));
api.permissions.onRemoved.addListener(() => run(settle));
byId("options").addEventListener("click", (event) => {
  event.preventDefault();
  run(() => api.runtime.openOptionsPage());
});

run(async () => {});
