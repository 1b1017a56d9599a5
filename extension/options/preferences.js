import { ask } from "../lib/ask.js";
import { byId } from "../lib/page.js";

/** @param {import("./options.js").Page} page */
export function showPreferences({ settings }) {
  /** @type {HTMLSelectElement} */ (byId("language")).value = settings.language;
  /** @type {HTMLSelectElement} */ (byId("employment")).value = settings.employment;
  for (const radio of radios()) radio.checked = radio.value === settings.sensitivity;
}

/** @param {import("../lib/trouble.js").Run} run */
export function wirePreferences(run) {
  for (const key of ["language", "employment"]) {
    const select = /** @type {HTMLSelectElement} */ (byId(key));
    select.addEventListener("change", () => run(() => save({ [key]: select.value })));
  }
  for (const radio of radios()) {
    radio.addEventListener("change", () => run(() => save({ sensitivity: radio.value })));
  }
}

/** @param {Record<string, unknown>} patch */
const save = (patch) => ask({ type: "set-settings", patch });

/** @returns {HTMLInputElement[]} */
const radios = () => [...byId("sensitivity").querySelectorAll("input")];
