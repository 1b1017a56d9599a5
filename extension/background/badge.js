import { api } from "../lib/browser.js";
import { loadCatalog, pickLanguage, say } from "../lib/i18n.js";
import { missingSites } from "./permissions.js";
import { readSettings } from "./settings.js";

/** Ink and violet only: every other colour belongs to a party. */
const VIOLET = "#5b3fa0";
const INK = "#4a4656";
const PAPER = "#ffffff";

/** @typedef {"quiet" | "found" | "paused" | "permission" | "broken"} BadgeState */

/** @type {Record<BadgeState, {text: string, colour: string, title: string}>} */
const LOOKS = {
  quiet: { text: "", colour: INK, title: "badgeQuiet" },
  found: { text: "•", colour: VIOLET, title: "badgeFound" },
  paused: { text: "II", colour: INK, title: "badgePaused" },
  broken: { text: "!", colour: INK, title: "trouble_rules" },
  permission: { text: "?", colour: VIOLET, title: "badgePermission" },
};

/**
 * Show a state on the toolbar button. The browser itself clears a tab's badge when the tab goes elsewhere.
 * @param {BadgeState} state @param {number} [tabId] all tabs without one of their own when left out
 */
export async function showBadge(state, tabId) {
  const { text, colour, title } = LOOKS[state];
  const catalog = await loadCatalog(pickLanguage((await readSettings()).language));
  const tab = tabId === undefined ? {} : { tabId };
  const { action } = api;
  await Promise.allSettled([
    action.setBadgeText({ ...tab, text }),
    action.setBadgeBackgroundColor({ ...tab, color: colour }),
    action.setBadgeTextColor({ ...tab, color: PAPER }),
    action.setTitle({ ...tab, title: say(catalog, title) }),
  ]); // A tab may be gone by now.
}

/** Say on the button that a listed site is not allowed: without it the extension is silently dead there. */
export async function showPermissionBadge() {
  await showBadge((await missingSites()).length > 0 ? "permission" : "quiet");
}
