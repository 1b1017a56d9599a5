import { api } from "../lib/browser.js";
import { say } from "../lib/i18n.js";
import { byId } from "../lib/page.js";
import { subjectTab } from "./page-state.js";

/** "Telusuri tanda": offered where a post is marked, with the site's own list of old likes, where its address is known. */

/**
 * @param {import("../lib/i18n.js").Catalog} catalog
 * @param {import("./page-state.js").PageState | null} page @param {string} address of the page
 */
export function showSteps(catalog, page, address) {
  const marked = page?.marked ?? 0;
  const list = listAddress(page?.likes ?? "", address);
  byId("steps").hidden = marked === 0 && list === "";
  byId("steps-what").hidden = byId("steps-start").hidden = marked === 0;
  byId("steps-what").textContent = say(catalog, "popupStepsWhat", marked);
  byId("likes").hidden = list === address;
  byId("likes-what").textContent = say(catalog, list ? "popupLikes" : "popupStepsOwn");
  byId("likes-open").hidden = list === "";
  byId("likes-open").setAttribute("href", list);
}

/**
 * @param {string} path @param {string} address
 * @returns {string} '' where there is none; the page told us the path, so it leads nowhere but to its own site
 */
function listAddress(path, address) {
  const here = URL.parse(address);
  const list = path && here ? URL.parse(path, here) : null;
  return list && list.origin === here?.origin ? list.href : "";
}

/** @param {import("../lib/trouble.js").Run} run */
export function wireSteps(run) {
  byId("steps-start").addEventListener("click", () => run(async () => {
    const { id } = (await subjectTab()) ?? {};
    if (id === undefined) return;
    await api.tabs.sendMessage(id, { type: "step-marks" }, { frameId: 0 });
    if (await api.tabs.getCurrent()) await api.tabs.update(id, { active: true });
    else window.close();
  }));
}
