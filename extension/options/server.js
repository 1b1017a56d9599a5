import { ask } from "../lib/ask.js";
import { loadCatalog, say } from "../lib/i18n.js";
import { byId, element } from "../lib/page.js";
import { EXAMPLE, requestBody } from "../lib/request-body.js";
import { parseAddress } from "../lib/server-address.js";
import { requestForServer, requestForTest, returnTestPermission } from "./server-permission.js";

/** @type {import("./options.js").Page | undefined} */
let page;

/** @param {import("./options.js").Page} next */
export function showServer(next) {
  const first = page === undefined;
  page = next;
  const { catalog, locks, settings: { serverMode: { on, url } } } = next;
  if (first || on || locks.keys.includes("serverUrl")) field().value = url;
  field().readOnly = on || locks.keys.includes("serverUrl");
  byId("server-on").hidden = on;
  byId("server-off").hidden = !on;
  byId("server-state").textContent = on ? say(catalog, "optionsServerIsOn", url) : say(catalog, "optionsServerIsOff");
  if (on) byId("consent").hidden = true;
}

/** @param {import("../lib/trouble.js").Run} run */
export function wireServer(run) {
  byId("server").addEventListener("submit", (event) => {
    event.preventDefault();
    const permission = requestForTest(field().value); // Must be the first thing in the click.
    run(() => test(permission));
  });
  byId("server-on").addEventListener("click", () => run(openConsent));
  byId("consent-no").addEventListener("click", closeConsent);
  byId("consent-yes").addEventListener("click", () => {
    const permission = requestForServer(field().value); // Must be the first thing in the click.
    run(() => switchOn(permission)).then(() => { if (page?.settings.serverMode.on) run(() => test(Promise.resolve(true))); }); // Told at once whether it answers.
  });
  byId("server-off").addEventListener("click", () => run(() =>
    ask({ type: "set-settings", patch: { serverMode: { on: false, url: field().value } } })));
}

const field = () => /** @type {HTMLInputElement} */ (byId("server-url"));

/** @param {Promise<boolean>} permission */
async function test(permission) {
  const { catalog } = await texts();
  byId("server-result").replaceChildren(element("p", say(catalog, "checkRunning")));
  await permission;
  try {
    showCheck(await ask({ type: "test-server", url: field().value }), catalog);
  } finally {
    await returnTestPermission();
  }
}

/** Show what would be sent, before anything is switched on. */
async function openConsent() {
  const { catalog } = await texts();
  const address = parseAddress(field().value);
  if (!address.ok) {
    showCheck({ result: "address", detail: { code: address.code } }, catalog);
    field().focus();
    return;
  }
  field().value = address.url;
  const today = new Date().toISOString().slice(0, 10);
  byId("consent-title").textContent = say(catalog, "consentTitle", address.url);
  byId("consent-json").textContent =
    `POST ${address.url}/v1/score\n${JSON.stringify(requestBody([EXAMPLE], today), null, 2)}`;
  byId("server-result").replaceChildren();
  byId("consent").hidden = false;
  byId("consent-title").focus();
}

function closeConsent() {
  byId("consent").hidden = true;
  byId("server-on").focus();
}

/** @param {Promise<boolean>} permission */
async function switchOn(permission) {
  const { catalog } = await texts();
  if (!(await permission)) {
    showCheck({ result: "permission", detail: {} }, catalog);
    return;
  }
  await ask({ type: "set-settings", patch: { serverMode: { on: true, url: field().value } } });
}

/** @param {ServerCheck} check @param {import("../lib/i18n.js").Catalog} catalog */
function showCheck({ result, detail }, catalog) {
  const { code, sure = true, possible = [], status = "", ms = "", bundle } = detail;
  const key = `check_${result.replaceAll("-", "_")}`;
  const fine = code !== undefined && Object.hasOwn(catalog, `${key}_${code}`) ? `${key}_${code}` : key;
  const lines = sure
    ? [element("p", say(catalog, fine, result === "ok" ? bundle?.version ?? "" : status, ms), { class: "notice" })]
    : [element("p", say(catalog, code === "port" ? "check_unsure_port" : "check_unsure"), { class: "notice" }),
      ...possible.map((one) => element("p", `• ${say(catalog, `check_${one.replaceAll("-", "_")}`)}`)),
      openInTab(catalog)];
  byId("server-result").replaceChildren(...lines);
  byId("server-result").dataset.result = result;
}

/** The browser's own error page says what it would not tell an extension. @param {import("../lib/i18n.js").Catalog} catalog */
function openInTab(catalog) {
  const address = parseAddress(field().value);
  return element("a", say(catalog, "check_open_tab"), {
    href: address.ok ? `${address.url}/healthz` : "#", target: "_blank", rel: "noreferrer",
  });
}

async function texts() {
  if (page) return page;
  const { language } = await ask({ type: "get-settings" });
  return { catalog: await loadCatalog(language) };
}
