import { element } from "./page.js";

/** As long as a browser may ask where to put a file, in milliseconds. */
const ASKING = 60_000;

/**
 * Let the browser save a text as a file on this device, as the answer to a click.
 * @param {string} name of the file @param {string} text JSON
 */
export function saveJson(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", "", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), ASKING);
}
