import { ask } from "../lib/ask.js";
import { localesOf } from "../lib/days.js";
import { say } from "../lib/i18n.js";
import { byId, element } from "../lib/page.js";

/**
 * The two lists a person can take things out of: sites that are off, and accounts that are not asked about.
 * @param {import("./options.js").Page} page @param {import("../lib/trouble.js").Run} run
 */
export function showRemembered(page, run) {
  showSites(page, run);
  showAccounts(page, run);
}

/** @param {import("./options.js").Page} page @param {import("../lib/trouble.js").Run} run */
function showSites({ catalog, settings, names }, run) {
  byId("sites-none").hidden = settings.sitesOff.length > 0;
  byId("sites").replaceChildren(...settings.sitesOff.map((site) => {
    const button = element("button", say(catalog, "optionsSiteResume"), {
      type: "button", "aria-label": say(catalog, "optionsSiteResumeLabel", names[site] ?? site),
    });
    const sitesOff = settings.sitesOff.filter((one) => one !== site);
    button.addEventListener("click", () => run(() => ask({ type: "set-settings", patch: { sitesOff } })));
    return item(names[site] ?? site, button);
  }));
}

/** @param {import("./options.js").Page} page @param {import("../lib/trouble.js").Run} run */
function showAccounts({ catalog, language, accounts, names }, run) {
  const day = new Intl.DateTimeFormat(localesOf(language), { day: "numeric", month: "long" });
  byId("accounts-none").hidden = accounts.length > 0;
  byId("accounts").replaceChildren(...accounts.map(({ site, account, until }) => {
    const button = element("button", say(catalog, "optionsAccountForget"), {
      type: "button", "aria-label": say(catalog, "optionsAccountForgetLabel", account),
    });
    button.addEventListener("click", () => run(() => ask({ type: "forget-account", site, account })));
    return item(say(catalog, "optionsAccountUntil", account, names[site] ?? site, day.format(until)), button);
  }));
}

/** @param {string} text @param {HTMLElement} beside */
function item(text, beside) {
  const made = element("li", "", { class: "item" });
  made.append(element("span", text), beside);
  return made;
}
