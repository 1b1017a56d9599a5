import { listLanguages } from "../lib/languages.js";
import { byId, element } from "../lib/page.js";

/** Add what the page doesn't list yet: languages that somebody put a folder of texts into the package for. */
export async function offerLanguages() {
  const select = /** @type {HTMLSelectElement} */ (byId("language"));
  const known = new Set([...select.options].map(({ value }) => value));
  const more = (await listLanguages()).filter(({ code }) => !known.has(code));
  select.append(...more.map(({ code, name }) => element("option", name, { value: code, lang: code })));
}
