import { loadBundle } from "../engine/bundle.js";
import { buildEngine } from "../engine/score.js";
import { api } from "../lib/browser.js";
import { sha256 } from "../lib/digest.js";
import { listedSites } from "../lib/listed-sites.js";
import { hostOf } from "../lib/site-address.js";
import { readSettings } from "./settings.js";
import { SignedFileError } from "./signed-file.js";
import { Trouble } from "./store.js";
import { openKept } from "./subscribed.js";

/**
 * The rules in force: the packaged ones, or newer ones that the person subscribed to.
 * @typedef {{bundle: ReturnType<typeof loadBundle>, mark: BundleMark, until: number, subscribed?: SubscribedRules,
 *   refused?: {code: string, detail: string}, engine?: ReturnType<typeof buildEngine>}} Rules
 *   `until` (epoch milliseconds) they may be used; `refused` says why those subscribed to are not in force
 */

/** Read once per life of the background, on the first message that needs them. @type {Promise<Rules> | undefined} */
let loading;

/** @returns {Promise<Rules>} @throws {Trouble} `rules`: the packaged file is missing or damaged; the next call tries again */
export async function loadRules() {
  loading ??= chooseRules().catch((error) => {
    loading = undefined;
    throw new Trouble("rules", error);
  });
  const rules = await loading;
  if (Date.now() < rules.until) return rules;
  forgetRules();
  return loadRules(); // What has run out is not chosen again.
}

/** Other rules may be in force now: they are read anew at the next call. */
export function forgetRules() {
  loading = undefined;
}

/** Rules from elsewhere hold no longer. The packaged ones, and the engine built for them, need no second reading. */
export async function leaveSubscribed() {
  const rules = await loading?.catch(() => undefined);
  if (rules?.subscribed || rules?.refused) forgetRules();
}

/** @returns {Promise<Rules>} */
async function chooseRules() {
  const bundle = await readPackaged();
  const packaged = { bundle, mark: markOf(bundle), until: Infinity };
  if (!(await readSettings()).rules.on) return packaged;
  try {
    const opened = await openKept(bundle, Date.now());
    if (opened === null) return packaged;
    const { header: { version, issued, expires }, office } = opened;
    return { bundle: opened.bundle, mark: markOf(opened.bundle), until: expires, subscribed: { version, issued, expires, office } };
  } catch (error) {
    const { code, detail } = error instanceof SignedFileError ? error : new SignedFileError("storage", String(error));
    return { ...packaged, refused: { code, detail } };
  }
}

/** @param {ReturnType<typeof loadBundle>} bundle @returns {BundleMark} */
const markOf = ({ version, digest }) => ({ version, digest });

/** The rules that came with the extension. */
export async function readPackaged() {
  const response = await fetch(api.runtime.getURL("rules/bundle.json"));
  const bytes = await response.arrayBuffer();
  const digest = `sha256:${await sha256(bytes)}`;
  return loadBundle(new TextDecoder("utf-8", { fatal: true }).decode(bytes), digest);
}

/** The engine over the rules in force, built once for them. */
export async function deviceEngine() {
  const rules = await loadRules();
  rules.engine ??= buildEngine(rules.bundle);
  return rules.engine;
}

/** In Firefox the host of our own pages is an id of the installation: it may be no site's name, as those are noted and sent. */
const OWN_HOST = new URL(api.runtime.getURL("")).host;

/** @param {string} host @returns {boolean} whether it is the welcome page's, whose example is guarded like a site */
export const isOwnPage = (host) => host === OWN_HOST;

/**
 * The adapter of a site, and the key under which the site is paused: the adapter's id, so that the several hosts of
 * one site are one site to the person; else the bare host.
 * @param {string} host
 * @returns {Promise<{site: string, adapter: object | null}>}
 */
export async function siteOf(host) {
  if (isOwnPage(host)) return { site: "jaga-jempol", adapter: null };
  const bare = host.toLowerCase().replace(/^www\./, "");
  const { bundle } = await loadRules();
  for (const [id, adapter] of Object.entries(bundle.data.sites)) {
    if (adapter.hosts.includes(host.toLowerCase())) return { site: id, adapter: { id, ...adapter } };
  }
  return { site: bare, adapter: null };
}

/**
 * What sites are called: by the key under which they are paused, and those that come with the extension, in its order.
 * @returns {Promise<{names: Record<string, string>, listed: string[]}>} nothing while the rules can't be read
 */
export async function siteNames() {
  const rules = await loadRules().catch(() => null);
  /** @type {[string, {title: string, hosts: string[]}][]} */
  const sites = Object.entries(rules?.bundle.data.sites ?? {});
  const listed = listedSites.map(hostOf).flatMap((host) => sites.filter(([, { hosts }]) => hosts.includes(host)));
  return {
    names: Object.fromEntries(sites.map(([id, { title }]) => [id, title])),
    listed: [...new Set(listed.map(([, { title }]) => title))],
  };
}
