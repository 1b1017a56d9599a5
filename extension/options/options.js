/** The options page: shows what the background says, sends what the person changes. It stores nothing itself. */
import { ask } from "../lib/ask.js";
import { loadCatalog, say, translatePage } from "../lib/i18n.js";
import { rulesAge } from "../lib/days.js";
import { lockedBy, showLocks } from "../lib/locks.js";
import { showNotices } from "../lib/notices.js";
import { byId } from "../lib/page.js";
import { showCounts, wireCounts } from "./counts.js";
import { wireData } from "./data.js";
import { offerLanguages } from "./languages.js";
import { showPreferences, wirePreferences } from "./preferences.js";
import { showRegion, wireRegion } from "../lib/region.js";
import { showRemembered } from "./remembered.js";
import { showSubscription, wireSubscription } from "./subscription.js";
import { readExamples, showExamples } from "./examples.js";
import { showServer, wireServer } from "./server.js";
import { runner } from "../lib/trouble.js";
import { showAdded, wireAdded } from "./sites.js";

/**
 * What the background answers to `get-settings`, with the texts beside it.
 * @typedef {object} Page
 * @property {import("../lib/i18n.js").Catalog} catalog
 * @property {Language} language
 * @property {Settings} settings
 * @property {Preset} preset
 * @property {RememberedAccount[]} accounts
 * @property {{host: string, allowed: boolean}[]} sites that the person added
 * @property {Record<string, string>} names of sites, by the key under which they are kept
 * @property {BundleMark | null} bundle null while the rules can't be read
 * @property {string} rulesDate YYYY-MM-DD, or ""
 * @property {RulesState} rules how the subscription to them stands
 * @property {Locks} locks
 * @property {Notice[]} notices
 * @property {SensitivityExample[]} examples
 */

/** @returns {Promise<Page>} */
async function readPage() {
  const [state, examples] = await Promise.all([ask({ type: "get-settings" }), readExamples()]);
  return { ...state, examples, catalog: await loadCatalog(state.language) };
}

/** @param {Page} page */
const presetText = ({ catalog, locks }) =>
  say(catalog, locks.keys.length > 0 ? "optionsPresetLocked" : "optionsPreset", lockedBy(catalog, locks));

/** @param {Page} page */
function rulesText({ catalog, language, bundle, rulesDate }) {
  if (!bundle) return say(catalog, "trouble_rules");
  const mark = say(catalog, "optionsRules", bundle.version, bundle.digest.slice(7, 19));
  return [mark, rulesAge(catalog, language, rulesDate)].filter(Boolean).join(" · ");
}

async function refresh() {
  const page = await readPage();
  translatePage(document, page.catalog, page.language);
  document.title = say(page.catalog, "optionsTitle");
  await offerLanguages();
  showPreferences(page);
  showExamples(page);
  await showRegion(page);
  showServer(page);
  showSubscription(page);
  showAdded(page, run);
  showRemembered(page, run);
  await showCounts(page);
  showNotices(page, run);
  showLocks(page);
  byId("preset").hidden = Object.keys(page.preset).length === 0;
  byId("preset").textContent = presetText(page);
  byId("rules").textContent = rulesText(page);
}

const run = runner(refresh, () => undefined);

wirePreferences(run);
wireRegion(run);
wireServer(run);
wireSubscription(run);
wireAdded(run);
wireCounts(run);
wireData(run);
run(async () => {});
