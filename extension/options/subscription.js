import { ask } from "../lib/ask.js";
import { localesOf } from "../lib/days.js";
import { requestHost } from "../lib/host-permission.js";
import { say } from "../lib/i18n.js";
import { byId } from "../lib/page.js";
import { keyBytes, splitKeys } from "../lib/rule-key.js";
import { ago, rulesProblem } from "../lib/rules-state.js";
import { parseAddress } from "../lib/server-address.js";

/** @type {import("./options.js").Page | undefined} */
let page;

const url = () => /** @type {HTMLInputElement} */ (byId("subscription-url"));
const keys = () => /** @type {HTMLInputElement} */ (byId("subscription-keys"));

/** @param {import("./options.js").Page} next */
export function showSubscription(next) {
  const first = page === undefined;
  page = next;
  const { catalog, settings, rules } = next;
  const { on, office = [] } = settings.rules;
  const waits = rules.problem?.code === "permission";
  if (first || on) {
    url().value = settings.rules.url;
    keys().value = settings.rules.keys.join(" ");
  }
  url().readOnly = keys().readOnly = on;
  byId("subscription-office").hidden = office.length === 0;
  byId("subscription-office").textContent = say(catalog, "optionsSubscriptionOffice", office.length);
  byId("subscription-on").hidden = on && !waits;
  byId("subscription-check").hidden = !on || waits;
  byId("subscription-off").hidden = !on;
  byId("subscription-state").textContent = on ? stateText(next) : say(catalog, "optionsSubscriptionIsOff");
  const problem = rulesProblem(catalog, rules);
  tell(problem && say(catalog, "optionsSubscriptionRefused", problem), rules.problem?.code ?? "");
}

/** @param {import("../lib/trouble.js").Run} run */
export function wireSubscription(run) {
  byId("subscription").addEventListener("submit", (event) => {
    event.preventDefault();
    const address = parseAddress(url().value);
    const permission = address.ok ? requestHost(address.origins) : Promise.resolve(false); // Must be the first thing in the click.
    if (isSound(address)) run(async () => {
      await permission;
      await change(true);
    });
  });
  byId("subscription-check").addEventListener("click", () => run(() => ask({ type: "check-rules" })));
  byId("subscription-off").addEventListener("click", () => run(() => change(false)));
}

/** @param {boolean} on */
async function change(on) {
  try {
    await ask({ type: "set-settings", patch: { rules: { on, url: url().value, keys: splitKeys(keys().value) } } });
  } catch (error) {
    // The browser said no, or the person did: the fields keep what was typed.
    if (!(error instanceof Error && error.message.includes("permission"))) throw error;
    tell(say(page?.catalog ?? {}, "rulesProblem_permission"), "permission");
  }
}

/** Whether what was typed can be used; what cannot is said beside the field. @param {ReturnType<typeof parseAddress>} address */
function isSound(address) {
  const catalog = page?.catalog ?? {};
  const wrong = splitKeys(keys().value).find((key) => keyBytes(key) === null);
  if (!address.ok) {
    // Plain http would show nobody's posts here, so this says only what to write.
    tell(say(catalog, `check_address_${address.code === "insecure" ? "scheme" : address.code}`), "address");
    url().focus();
  } else if (wrong !== undefined) {
    tell(say(catalog, "optionsSubscriptionBadKey", wrong.slice(0, 60)), "bad-key");
    keys().focus();
  }
  return address.ok && wrong === undefined;
}

/** @param {string} problem @param {string} code */
function tell(problem, code) {
  byId("subscription-problem").hidden = problem === "";
  byId("subscription-problem").textContent = problem;
  byId("subscription-problem").dataset.code = code;
}

/** Which rules are in force, until when, and when the server was last asked. @param {import("./options.js").Page} page */
function stateText({ catalog, language, bundle, rules: { subscribed, checked } }) {
  const now = Date.now();
  const lines = [
    subscribed === null
      ? say(catalog, "optionsSubscriptionPackaged", bundle?.version ?? "")
      : say(catalog, subscribed.office ? "optionsSubscriptionAdds" : "optionsSubscriptionHolds", subscribed.version,
        ago(subscribed.issued, language, now), new Intl.DateTimeFormat(localesOf(language), { dateStyle: "long" }).format(subscribed.expires)),
  ];
  if (checked > 0) lines.push(say(catalog, "optionsSubscriptionChecked", ago(checked, language, now)));
  return lines.join(" ");
}
