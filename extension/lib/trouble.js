import { loadCatalog, pickLanguage, say } from "./i18n.js";
import { byId } from "./page.js";

/** Run what a press asked for, then show what holds now; a failure is said on the page. @typedef {(work: () => Promise<unknown>) => Promise<void>} Run */

/** What was said of an earlier failure goes. */
export function clearTrouble() {
  byId("trouble").hidden = true;
}

/** Say a failure on the page. @param {unknown} error @param {import("./i18n.js").Catalog} [catalog] where the page has none yet, the browser's */
export async function tellTrouble(error, catalog) {
  const texts = catalog ?? (await loadCatalog(pickLanguage("auto")));
  const { code = "", message = "" } = /** @type {Partial<import("./ask.js").Refused>} */ (error);
  const key = `trouble_${code}`;
  byId("trouble").dataset.code = code;
  byId("trouble").textContent = Object.hasOwn(texts, key) ? say(texts, key) : say(texts, "pageTrouble", message);
  byId("trouble").hidden = false;
  byId("trouble").scrollIntoView({ block: "nearest" }); // It stands far above some of the controls.
}

/** @param {() => Promise<void>} refresh shows what holds now @param {() => import("./i18n.js").Catalog | undefined} catalog @returns {Run} */
export const runner = (refresh, catalog) => async (work) => {
  clearTrouble();
  try {
    await work();
    await refresh();
  } catch (error) {
    await refresh().catch(() => {}); // What was not kept must not be shown as if it were.
    await tellTrouble(error, catalog());
  }
};
