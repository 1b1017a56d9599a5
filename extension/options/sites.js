import { ask } from "../lib/ask.js";
import { requestHost } from "../lib/host-permission.js";
import { say } from "../lib/i18n.js";
import { listedSites } from "../lib/listed-sites.js";
import { byId, element } from "../lib/page.js";
import { parseSite } from "../lib/site-address.js";

/** @type {import("./options.js").Page | undefined} */
let page;

/** The sites that the person added. @param {import("./options.js").Page} next @param {import("../lib/trouble.js").Run} run */
export function showAdded(next, run) {
  page = next;
  const { catalog, sites } = next;
  byId("added").replaceChildren(...sites.map(({ host, allowed }) => {
    const item = element("li", "", { class: "item" });
    const buttons = element("span", "", { class: "row" });
    if (!allowed) buttons.append(button("optionsAddedAgain", host, () => add(host, run)));
    buttons.append(button("optionsAddedRemove", host, () => run(() => ask({ type: "remove-site", host }))));
    item.append(element("span", allowed ? host : say(catalog, "optionsAddedForbidden", host)), buttons);
    return item;
  }));
}

/** @param {import("../lib/trouble.js").Run} run */
export function wireAdded(run) {
  byId("add-site").addEventListener("submit", (event) => {
    event.preventDefault();
    add(field().value, run);
  });
}

const field = () => /** @type {HTMLInputElement} */ (byId("site"));

/** @param {string} key @param {string} host @param {() => unknown} press */
function button(key, host, press) {
  const catalog = page?.catalog ?? {};
  const made = element("button", say(catalog, key), { type: "button", "aria-label": `${say(catalog, key)}: ${host}` });
  made.addEventListener("click", press);
  return made;
}

/** @param {string} typed @param {import("../lib/trouble.js").Run} run */
async function add(typed, run) {
  const site = parseSite(typed);
  if (!site.ok) return tell(`site_${site.code}`);
  if (listedSites.includes(site.origins)) return tell("site_listed", site.host);
  const request = requestHost(site.origins); // Must be the first thing in the click.
  await run(async () => {
    if (await request) await ask({ type: "add-site", host: site.host });
  });
  if (!(await request)) return tell("siteRefused", site.host);
  field().value = "";
  return tell("siteGuarded", site.host);
}

/** @param {string} key @param {string} [host] */
function tell(key, host = "") {
  byId("site-result").textContent = say(page?.catalog ?? {}, key, host);
  byId("site-result").dataset.result = key;
}
