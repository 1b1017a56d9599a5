import { ask } from "../lib/ask.js";
import { requestHost } from "../lib/host-permission.js";
import { say } from "../lib/i18n.js";
import { listedSites } from "../lib/listed-sites.js";
import { byId } from "../lib/page.js";
import { parseSite } from "../lib/site-address.js";

/**
 * Where a page that nobody reads stands: on a site that is guarded (so it was opened before), on one of the listed
 * sites without the browser's permission, or elsewhere.
 * @typedef {"guarded" | "forbidden" | "elsewhere"} Standing
 * @typedef {{missing: string[], sites: {host: string, allowed: boolean}[]}} Guarded
 */

/** The site that a press on the button would add. @type {import("../lib/site-address.js").GoodSite | null} */
let wanted = null;
/** @type {import("../lib/i18n.js").Catalog} */
let texts = {};

/** @param {string} address @param {Guarded} guarded @returns {Standing} */
export function standing(address, { missing, sites }) {
  const site = parseSite(address);
  if (!site.ok) return "elsewhere";
  if (missing.includes(site.origins)) return "forbidden";
  const known = listedSites.includes(site.origins) || sites.some(({ host, allowed }) => allowed && host === site.host);
  return known ? "guarded" : "elsewhere";
}

/**
 * Offer to guard the page's site as well.
 * @param {import("../lib/i18n.js").Catalog} catalog @param {string | null} address null on a page that is read
 * @param {Guarded} guarded
 */
export function offer(catalog, address, guarded) {
  const site = parseSite(address ?? "");
  texts = catalog;
  wanted = site.ok && standing(address ?? "", guarded) === "elsewhere" ? site : null;
  byId("unguarded").hidden = wanted === null;
  byId("unguarded-what").textContent = wanted ? say(catalog, "popupAddWhat", wanted.host) : "";
  byId("guard-refused").textContent = "";
}

/** @param {import("../lib/trouble.js").Run} run */
export function wireUnguarded(run) {
  byId("guard").addEventListener("click", async () => {
    if (wanted === null) return;
    const { host, origins } = wanted;
    const request = requestHost(origins); // Must be the first thing in the click.
    await run(() => guardSite(host, request));
    if (!(await request)) byId("guard-refused").textContent = say(texts, "siteRefused", host);
  });
}

/**
 * The background hears of the wish before the answer, because a popup may be closed while the browser asks.
 * @param {string} host @param {Promise<boolean>} request
 */
async function guardSite(host, request) {
  await ask({ type: "add-site", host });
  if (await request) await ask({ type: "add-site", host });
}
