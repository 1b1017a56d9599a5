/** The page that opens once, after installing. It sends nothing; what is chosen here can be changed in the options. */
import { ask, Refused } from "../lib/ask.js";
import { api } from "../lib/browser.js";
import { loadCatalog, say, translatePage } from "../lib/i18n.js";
import { showLocks } from "../lib/locks.js";
import { byId } from "../lib/page.js";
import { hostOf } from "../lib/site-address.js";
import { runner, tellTrouble } from "../lib/trouble.js";
import { showRegion, wireRegion } from "../lib/region.js";

/** @type {{catalog: import("../lib/i18n.js").Catalog, missing: string[]}} */
const shown = { catalog: {}, missing: [] };
const like = byId("like");
const employment = /** @type {HTMLSelectElement} */ (byId("employment"));

async function refresh() {
  const { language, settings, missing, listed, locks, bundle } = await ask({ type: "get-settings" });
  Object.assign(shown, { catalog: await loadCatalog(language), missing });
  translatePage(document, shown.catalog, language);
  document.title = say(shown.catalog, "welcomeTitle");
  employment.value = settings.employment;
  await showRegion(shown);
  showLocks({ catalog: shown.catalog, locks });
  const hosts = missing.map(hostOf);
  byId("sites").textContent = hosts.length > 0
    ? say(shown.catalog, "welcomeSitesMissing", hosts.join(", "))
    : listed.length > 0 ? say(shown.catalog, "welcomeSitesAllowed", listed.join(", ")) : "";
  byId("grant").hidden = hosts.length === 0;
  if (bundle === null) await tellTrouble(new Refused("no rules", "rules"), shown.catalog);
}

const run = runner(refresh, () => shown.catalog);

like.addEventListener("click", () => {
  const liked = like.getAttribute("aria-pressed") !== "true";
  like.setAttribute("aria-pressed", String(liked));
  byId("outcome").textContent = say(shown.catalog, liked ? "welcomeLiked" : "welcomeUnliked");
});

byId("grant").addEventListener("click", () => {
  const request = api.permissions.request({ origins: shown.missing }); // Must be the first thing in the click.
  run(() => request);
});

/** @param {() => Promise<unknown>} work */
const keep = (work) => run(async () => {
  byId("saved").textContent = "";
  await work();
  byId("saved").textContent = say(shown.catalog, "welcomeSaved");
});

employment.addEventListener("change", () =>
  keep(() => ask({ type: "set-settings", patch: { employment: employment.value } })));
wireRegion(keep);

run(async () => {});
