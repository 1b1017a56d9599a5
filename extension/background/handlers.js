import { api } from "../lib/browser.js";
import { browserLanguage, loadCatalog, pickLanguage, rulesLanguage } from "../lib/i18n.js";
import { accountKey, allowAccount, allowedAmong, allowForSession, forgetAccount, postKey, rememberedAccounts } from "./allows.js";
import { openQuestion } from "./apart.js";
import { showBadge } from "./badge.js";
import { trustedDay } from "./calendar.js";
import { countOne, forgetCounts, settleAdvice, toldCounts } from "./counts.js";
import { guidanceFor, lawFor, openGuide } from "./law.js";
import { tellNotices } from "./notices.js";
import { isPaused, pausedUntil, pauseFor, pauseSite, resume } from "./pause.js";
import { missingSites, returnPermissions } from "./permissions.js";
import { locksOf, readPreset } from "./preset.js";
import { reasonsIn } from "./reasons.js";
import { openReport, takeReport } from "./reports.js";
import { deviceEngine, isOwnPage, loadRules, siteNames, siteOf } from "./rules.js";
import { forgetFailures, scoreContexts } from "./scoring.js";
import { reactions, sensitivityExamples } from "./sensitivity.js";
import { checkServer } from "./server-check.js";
import { checkServerMode } from "./server-mode.js";
import { changeSettings, readSettings, refuseLocked } from "./settings.js";
import { addedSites, addSite, isGuarded, registerSites, removeSite } from "./sites.js";
import { alone, forgetLost, readAll, Trouble } from "./store.js";
import { checkRules, checkRulesChoice, describeRules, followRulesChoice, forgetSubscription } from "./subscription.js";

/** @typedef {import("./messages.js").Messages} Messages */
/** @typedef {chrome.runtime.MessageSender} Sender */

/**
 * One function a message type: takes the checked message, returns what the answer holds beside `ok`.
 * @type {{[T in keyof Messages]: (message: Messages[T], sender: Sender) => Promise<object>}}
 */
export const handlers = {
  async hello({ host }, sender) {
    const [{ site, adapter }, { mark }, settings, guarded] = await Promise.all([
      siteOf(host), loadRules(), readSettings(), isGuarded(host),
    ]).catch(async (error) => {
      if (sender.tab?.id !== undefined) await showBadge("broken", sender.tab.id);
      throw error;
    });
    const paused = isPaused(settings, [site, host], Date.now());
    // The first post in view should not wait for the engine.
    setTimeout(() => void deviceEngine().catch(() => undefined), 0);
    if (sender.tab?.id !== undefined && sender.frameId === 0) await showBadge(paused ? "paused" : "quiet", sender.tab.id);
    return {
      guarded: guarded || isOwnPage(host),
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
    return { ...scored, verdicts: reasonsIn(scored.verdicts, rulesLanguage(pickLanguage(language)), bundle.data), allowed };
  },

  async allow({ site = "", post, account }, sender) {
    if (post !== undefined) await allowForSession(postKey(site, post));
    if (account === undefined) return {};
    if (sender.tab?.incognito) await allowForSession(accountKey(site, account));
    else await allowAccount(site, account, Date.now());
    return {};
  },

  async guidance({ act }) {
    return guidanceFor(act, await readSettings(), Date.now());
  },

  async "open-guide"({ act }) {
    await openGuide(act);
    return {};
  },

  async "open-report"({ report }) {
    await openReport(report);
    return {};
  },

  async "take-report"() {
    return { report: takeReport(), language: pickLanguage((await readSettings()).language) };
  },

  async count({ event }, sender) {
    if (sender.tab?.incognito) return {};
    await countOne(event, Date.now());
    return {};
  },

  async "get-counts"() {
    return toldCounts(await readSettings(), Date.now());
  },

  async "delete-counts"() {
    await forgetCounts(Date.now());
    return {};
  },

  async "settle-advice"() {
    await settleAdvice(Date.now());
    return {};
  },

  async "get-law"() {
    // Damaged rules must not keep a page from saying so in the person's language.
    const [settings, rules] = await Promise.all([readSettings(), loadRules().catch(() => null)]);
    return {
      ...(rules ? await lawFor(settings) : { law: null, region: "" }),
      employment: settings.employment,
      language: pickLanguage(settings.language),
      today: trustedDay(Date.now(), rules?.bundle.data ?? {}),
    };
  },

  async "ask-apart"({ id }, sender) {
    await openQuestion(id, sender);
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
    const told = await tellNotices(now);
    const [stored, preset, accounts, missing, sites] = await Promise.all([
      readSettings(), readPreset(), rememberedAccounts(now), missingSites(), addedSites(),
    ]);
    const settings = { ...stored, pausedUntil: pausedUntil(stored, now) };
    const { advice } = await toldCounts(settings, now);
    // Without rules no site has a name but its own.
    const site = host === undefined ? undefined : await siteOf(host).then(({ site: key }) => key, () => host);
    return {
      ...told,
      ...(await siteNames()),
      settings,
      preset,
      locks: locksOf(preset),
      accounts,
      missing,
      sites,
      advice,
      site,
      paused: site === undefined ? settings.pausedUntil > 0 : isPaused(settings, [site, host ?? site], now),
      language: pickLanguage(settings.language),
      bundle: await loadRules().then(({ mark }) => mark, () => null), // Damaged rules must not hide the settings.
      rules: await describeRules(),
    };
  },

  async "set-settings"({ patch }) {
    await refuseLocked(patch);
    if (patch.serverMode) await checkServerMode(patch.serverMode);
    if (patch.rules) await checkRulesChoice(patch.rules);
    const settings = await changeSettings(() => patch);
    if (patch.rules) await followRulesChoice(Date.now());
    if (patch.sensitivity) await settleAdvice(Date.now());
    await announceChange();
    return { settings };
  },

  async "add-site"({ host }) {
    const added = await addSite(host);
    if (added) await announceChange();
    return { added };
  },

  async "remove-site"({ host }) {
    await removeSite(host);
    await announceChange();
    return {};
  },

  async "check-rules"() {
    if (await checkRules(Date.now())) await announceChange();
    return { rules: await describeRules() };
  },

  async "test-server"({ url }) {
    forgetFailures();
    return checkServer(url);
  },

  async "forget-account"({ site, account }) {
    await forgetAccount(site, account, Date.now());
    await announceChange(); // Open pages remember it as well.
    return {};
  },

  async "get-examples"() {
    return { examples: await sensitivityExamples(Date.now()) };
  },

  async "forget-lost"() {
    await forgetLost();
    return {};
  },

  async "export-data"() {
    return { data: await readAll() };
  },

  async "delete-data"() {
    // What cannot be deleted must not keep the rest.
    const trouble = await forgetSubscription().then(() => null, (error) => new Trouble("storage", error));
    await alone(() => Promise.all([api.storage.local.clear(), api.storage.session.clear(), api.alarms.clearAll()]));
    await Promise.all([registerSites(), returnPermissions()]);
    forgetFailures();
    await announceChange();
    if (trouble) throw trouble;
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
  return Object.fromEntries(Object.entries(catalog).filter(([key]) => /^(prompt|mark|localeCode$)/.test(key)));
}
