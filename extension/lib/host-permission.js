import { api } from "./browser.js";

/**
 * Ask the browser for a site. Must be the first thing in a click: browsers forget that a person pressed something.
 * @param {string} origins match pattern @returns {Promise<boolean>} false also where the browser would not even ask
 */
export async function requestHost(origins) {
  try {
    return await api.permissions.request({ origins: [origins] });
  } catch {
    return false;
  }
}
