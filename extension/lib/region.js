import { ask } from "./ask.js";
import { say } from "./i18n.js";
import { byId, element } from "./page.js";

const select = () => /** @type {HTMLSelectElement} */ (byId("region"));

/**
 * The provinces with their regencies and cities, as the rules know them; hidden while the rules can't be read. A region
 * that they know no more is as if it had not been given.
 * @param {{catalog: import("./i18n.js").Catalog}} page
 */
export async function showRegion({ catalog }) {
  const { law, region } = await ask({ type: "get-law" }).catch(() => ({ law: null }));
  byId("region-card").hidden = !law;
  if (!law) return;
  const option = (/** @type {string} */ name) => element("option", name, { value: name });
  const groups = Object.entries(/** @type {Record<string, string[]>} */ (law.areas)).map(([province, areas]) => {
    const group = element("optgroup", "", { label: province });
    group.append(option(province), ...areas.map(option));
    return group;
  });
  select().replaceChildren(element("option", say(catalog, "optionsRegionNone"), { value: "" }), ...groups);
  select().value = region;
}

/** @param {(work: () => Promise<unknown>) => Promise<void>} run */
export function wireRegion(run) {
  select().addEventListener("change", () => run(() => ask({ type: "set-settings", patch: { region: select().value } })));
}
