import { api, isFirefox } from "../lib/browser.js";
import { parseAddress } from "../lib/server-address.js";

/**
 * Permissions of server mode. Each function that asks must run first in a click, before anything is awaited: browsers
 * forget that a person pressed something.
 */

/** Firefox asks for these kinds of data by name. Chrome does not know them. */
const SENT_DATA = ["websiteContent", "personalCommunications"];

/**
 * For a test: the address; in Firefox also, for a moment, the right to be told why a request failed. (Chromium would
 * grant it but tell nothing, so it is not asked there.)
 * @param {string} typed @returns {Promise<boolean>}
 */
export function requestForTest(typed) {
  const address = parseAddress(typed);
  if (!address.ok) return Promise.resolve(false);
  return request({ origins: [address.origins], ...(isFirefox ? { permissions: ["webRequest"] } : {}) });
}

/** For switching server mode on: the address and, in Firefox, the kinds of data sent. @param {string} typed @returns {Promise<boolean>} */
export function requestForServer(typed) {
  const address = parseAddress(typed);
  if (!address.ok) return Promise.resolve(false);
  return request({ origins: [address.origins], ...(isFirefox ? { data_collection: SENT_DATA } : {}) });
}

/** @returns {Promise<boolean>} */
export async function returnTestPermission() {
  return isFirefox && api.permissions.remove({ permissions: ["webRequest"] });
}

/** @param {object} wanted @returns {Promise<boolean>} */
async function request(wanted) {
  try {
    return await api.permissions.request(wanted);
  } catch {
    return false;
  }
}
