import { api } from "../lib/browser.js";
import { listedSites } from "../lib/listed-sites.js";
import { isLoopback } from "../lib/server-address.js";
import { parseSite, patternOf } from "../lib/site-address.js";
import { mayReach } from "./permissions.js";
import { changeSettings, readSettings } from "./settings.js";
import { ShapeError } from "./shape.js";

/** Sites that the person added to the listed ones. The browser keeps one registration of content scripts for all of them. */
const REGISTRATION = "added-sites";

/** How long a wish waits for the browser's answer, in milliseconds. */
const WISH_TIME = 120_000;

const manifest = /** @type {chrome.runtime.ManifestV3} */ (api.runtime.getManifest());
/** Firefox tells whole addresses, and wants paths. */
const scripts = (manifest.content_scripts?.[0]?.js ?? []).map((path) => new URL(path, api.runtime.getURL("")).pathname.slice(1));

/** The added sites, and whether the browser (still) allows each. @returns {Promise<{host: string, allowed: boolean}[]>} */
export async function addedSites() {
  const { sitesAdded } = await readSettings();
  return Promise.all(sitesAdded.map(async (host) => ({ host, allowed: await mayReach(patternOf(host)) })));
}

const addedPatterns = async () => (await addedSites()).filter(({ allowed }) => allowed).map(({ host }) => patternOf(host));

/**
 * Whether a page may be read: one that was opened earlier keeps its scripts when its site is taken away.
 * @param {string} host
 */
export async function isGuarded(host) {
  if (isLoopback(host)) return true;
  const pattern = patternOf(host);
  const [{ sitesAdded }, allowed] = await Promise.all([readSettings(), mayReach(pattern)]);
  return allowed && (listedSites.includes(pattern) || sitesAdded.includes(host));
}

/** One change of the registration at a time. @type {Promise<unknown>} */
let queue = Promise.resolve();

/** Bring the registration in line with the list and the permissions; after an update of the extension it is gone. */
export function registerSites() {
  const turn = queue.then(async () => {
    const matches = await addedPatterns();
    const known = await api.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
    if (matches.length === 0) {
      if (known.length > 0) await api.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
      return;
    }
    /** @type {chrome.scripting.RegisteredContentScript} */
    const script = {
      id: REGISTRATION, matches, js: scripts, runAt: "document_start", allFrames: true, matchOriginAsFallback: true,
    };
    if (known.length > 0) await api.scripting.updateContentScripts([script]);
    else await api.scripting.registerContentScripts([script]);
  });
  queue = turn.catch(() => {});
  return turn;
}

/** Guard pages that are open already. Where the scripts are at work a second copy does nothing. @param {string[]} patterns */
async function injectInto(patterns) {
  if (patterns.length === 0) return;
  const tabs = await api.tabs.query({ url: patterns });
  await Promise.allSettled(tabs.map(({ id }) => id !== undefined && api.scripting.executeScript({
    target: { tabId: id, allFrames: true }, files: scripts, injectImmediately: true,
  })));
}

/**
 * Guard one more site. Without its permission it waits for that: browsers may close the popup while they ask, so
 * nobody else is there to go on.
 * @param {string} host @returns {Promise<boolean>} whether it is guarded now
 */
export async function addSite(host) {
  const site = parseSite(`https://${host}`);
  if (!site.ok) throw new ShapeError(`host: ${site.code}`);
  if (!(await mayReach(site.origins))) {
    await api.storage.session.set({ wantedSite: { host: site.host, at: Date.now() } });
    return false;
  }
  await api.storage.session.remove("wantedSite");
  await changeSettings(({ sitesAdded }) => ({ sitesAdded: [...new Set([...sitesAdded, site.host])].sort() }));
  await registerSites();
  await injectInto([site.origins]);
  return true;
}

/** @param {string} host */
export async function removeSite(host) {
  const { serverMode } = await changeSettings(({ sitesAdded }) => ({ sitesAdded: sitesAdded.filter((one) => one !== host) }));
  await registerSites();
  if (URL.parse(serverMode.url)?.hostname !== host) await api.permissions.remove({ origins: [patternOf(host)] });
}

/** Permissions came, from a question of ours or on the browser's own pages: what waited for them begins. @param {string[]} origins */
export async function takeUpSites(origins) {
  const { wantedSite } = /** @type {{wantedSite?: {host: string, at: number}}} */ (await api.storage.session.get("wantedSite"));
  if (wantedSite && Math.abs(Date.now() - wantedSite.at) < WISH_TIME && (await mayReach(patternOf(wantedSite.host)))) {
    await addSite(wantedSite.host);
  }
  await registerSites();
  await injectInto([...listedSites, ...(await addedPatterns())].filter((pattern) => origins.includes(pattern)));
}
