import { say } from "./i18n.js";
import { byId } from "./page.js";

/** @typedef {import("./i18n.js").Catalog} Catalog */

/** Who holds settings fast, in the policy's own words where it names itself. @param {Catalog} catalog @param {Locks} locks */
export const lockedBy = (catalog, { by }) => by || say(catalog, "lockOffice");

/** What is held fast. @param {Catalog} catalog @param {Locks} locks */
export const lockedWhat = (catalog, { keys }) => keys.map((key) => say(catalog, `part_${key}`)).join(", ");

/**
 * Controls that the office holds fast can be read and not changed; beside each stands who did so and why. A control
 * names its setting in `data-lock`; the element for the words has its id with "-lock".
 * @param {{catalog: Catalog, locks: Locks}} page
 */
export function showLocks({ catalog, locks }) {
  const why = locks.why && `\n${say(catalog, "lockWhy", locks.why)}`;
  const words = say(catalog, "lockBy", lockedBy(catalog, locks)) + why;
  for (const control of document.querySelectorAll("[data-lock]")) {
    const locked = locks.keys.some((key) => key === control.getAttribute("data-lock"));
    if (control instanceof HTMLSelectElement) control.disabled = locked;
    const beside = byId(`${control.id}-lock`);
    beside.hidden = !locked;
    beside.textContent = locked ? words : "";
  }
}
