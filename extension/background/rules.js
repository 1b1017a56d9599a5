import { loadBundle } from "../engine/bundle.js";
import { buildEngine } from "../engine/score.js";
import { api } from "../lib/browser.js";
import { sha256 } from "../lib/digest.js";

/**
 * The packaged rules, read once per life of the background, on the first message that needs them.
 * @typedef {{bundle: ReturnType<typeof loadBundle>, mark: BundleMark}} Rules
 */

/** @type {Promise<Rules> | undefined} */
let loading;

/** @returns {Promise<Rules>} rejects when the package is damaged; the next call tries again */
export function loadRules() {
  loading ??= readPackaged().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function readPackaged() {
  const response = await fetch(api.runtime.getURL("rules/bundle.json"));
  const bytes = await response.arrayBuffer();
  const digest = `sha256:${await sha256(bytes)}`;
  const bundle = loadBundle(new TextDecoder("utf-8", { fatal: true }).decode(bytes), digest);
  return { bundle, mark: { version: bundle.version, digest } };
}

/** @type {ReturnType<typeof buildEngine> | undefined} */
let engine;

/** The engine over the packaged rules, built once. */
export async function deviceEngine() {
  const { bundle } = await loadRules();
  engine ??= buildEngine(bundle);
  return engine;
}

/**
 * The adapter of a site, and the key under which the site is paused: the adapter's id, so that the several hosts of
 * one site are one site to the person; else the bare host.
 * @param {string} host
 * @returns {Promise<{site: string, adapter: object | null}>}
 */
export async function siteOf(host) {
  const bare = host.toLowerCase().replace(/^www\./, "");
  const { bundle } = await loadRules();
  for (const [id, adapter] of Object.entries(bundle.data.sites)) {
    if (adapter.hosts.includes(host.toLowerCase())) return { site: id, adapter: { id, ...adapter } };
  }
  return { site: bare, adapter: null };
}
