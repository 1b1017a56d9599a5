import { api } from "../lib/browser.js";
import { browserLanguage, loadCatalog, pickLanguage } from "../lib/i18n.js";
import { accountKey, allowAccount, allowedAmong, allowForSession, forgetAccount, postKey, rememberedAccounts } from "./allows.js";
import { showBadge } from "./badge.js";
import { isPaused, pauseFor, pauseSite, resume } from "./pause.js";
import { missingSites, returnPermissions } from "./permissions.js";
import { reasonsIn } from "./reasons.js";
import { deviceEngine, loadRules, siteOf } from "./rules.js";
import { forgetFailures, scoreContexts } from "./scoring.js";
import { checkServer } from "./server-check.js";
import { checkServerMode } from "./server-mode.js";
import { changeSettings, reactions, readPreset, readSettings } from "./settings.js";

/** @typedef {import("./messages.js").Messages} Messages */
/** @typedef {chrome.runtime.MessageSender} Sender */

/**
 * One function a message type: takes the checked message, returns what the answer holds beside `ok`.
 * @type {{[T in keyof Messages]: (message: Messages[T], sender: Sender) => Promise<object>}}
 */
export const handlers = {
  async hello({ host }, sender) {
    const [{ site, adapter }, { mark }, settings] = await Promise.all([siteOf(host), loadRules(), readSettings()]);
    const paused = isPaused(settings, [site, host], Date.now());
    // The first post in view should not wait for the engine.
    setTimeout(() => void deviceEngine().catch(() => undefined), 0);
    if (sender.tab?.id !== undefined && sender.frameId === 0) await showBadge(paused ? "paused" : "quiet", sender.tab.id);
    return {
      adapter,
      site,
      settings: {
        paused,
        employment: settings.employment,
        language: pickLanguage(settings.language),
        levels: reactions(settings.sensitivity),
      },
      bundle: mark,
      messages: await pageTexts(settings.language),
    };
  },

  async score({ contexts, posts = [] }, sender) {
    const now = Date.now();
    const { serverMode, language } = await readSettings();
    const privateWindow = sender.tab?.incognito ?? false;
    const [scored, allowed] = await Promise.all([
      scoreContexts(contexts, { serverMode, privateWindow, now }),
      allowedAmong(contexts, posts, now),
    ]);
    const found = scored.verdicts.some(({ level }) => level === "campaign");
    if (found && sender.tab?.id !== undefined) await showBadge("found", sender.tab.id);
    const { bundle } = await loadRules();
    return { ...scored, verdicts: reasonsIn(scored.verdicts, pickLanguage(language), bundle.data), allowed };
  },

  async allow({ site = "", post, account }, sender) {
    if (post !== undefined) await allowForSession(postKey(site, post));
    if (account === undefined) return {};
    if (sender.tab?.incognito) await allowForSession(accountKey(site, account));
    else await allowAccount(site, account, Date.now());
    return {};
  },

  async pause({ for: length, host }) {
    if (length !== "site") await pauseFor(length, Date.now());
    else await pauseSite((await siteOf(host ?? "")).site);
    await announceChange();
    return {};
  },

  async resume({ host }) {
    await resume(host === undefined ? undefined : (await siteOf(host)).site);
    await announceChange();
    return {};
  },

  async "get-settings"({ host }) {
    const now = Date.now();
    const [settings, preset, accounts, missing] = await Promise.all([
      readSettings(), readPreset(), rememberedAccounts(now), missingSites(),
    ]);
    const site = host === undefined ? undefined : (await siteOf(host)).site;
    return {
      settings,
      preset,
      accounts,
      missing,
      site,
      paused: site === undefined ? settings.pausedUntil > now : isPaused(settings, [site, host ?? site], now),
      language: pickLanguage(settings.language),
      bundle: await loadRules().then(({ mark }) => mark, () => null), // Damaged rules must not hide the settings.
    };
  },

  async "set-settings"({ patch }) {
    if (patch.serverMode) await checkServerMode(patch.serverMode);
    const settings = await changeSettings(() => patch);
    await announceChange();
    return { settings };
  },

  async "test-server"({ url }) {
    forgetFailures();
    return checkServer(url);
  },

  async "forget-account"({ site, account }) {
    await forgetAccount(site, account, Date.now());
    return {};
  },

  async "delete-data"() {
    await Promise.all([api.storage.local.clear(), api.storage.session.clear(), api.alarms.clearAll()]);
    await returnPermissions();
    forgetFailures();
    await announceChange();
    return {};
  },
};

/** Tell open pages to say hello again. Pages without our content script don't hear it. */
export async function announceChange() {
  const tabs = await api.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) =>
    id === undefined ? undefined : api.tabs.sendMessage(id, { type: "settings-changed" })));
}

/**
 * The texts that content scripts show, when the language that holds is not the browser's own.
 * @param {Settings["language"]} language
 */
async function pageTexts(language) {
  const picked = pickLanguage(language);
  if (picked === browserLanguage()) return undefined;
  const catalog = await loadCatalog(picked);
  return Object.fromEntries(Object.entries(catalog).filter(([key]) => /^(prompt|mark)/.test(key)));
}
