import { api, isFirefox } from "../lib/browser.js";
import { listedSites } from "../lib/listed-sites.js";
import { parseAddress } from "../lib/server-address.js";

/**
 * What Firefox calls the data that server mode sends. Chrome has no such permissions.
 * @type {string[]}
 */
const SENT_DATA = isFirefox ? ["websiteContent", "personalCommunications"] : [];

/** Whether posts may be sent to this server: its address, and in Firefox the kinds of data. @param {string} url */
export async function hasServerPermission(url) {
  const address = parseAddress(url);
  if (!address.ok) return false;
  const granted = /** @type {{data_collection?: string[]}} */ (await api.permissions.getAll());
  return (await mayReach(address.origins)) && SENT_DATA.every((kind) => granted.data_collection?.includes(kind));
}

/** @param {string} origins match pattern */
export const mayReach = (origins) => api.permissions.contains({ origins: [origins] });

/** Sites of the manifest that the person has not (or no longer) allowed. @returns {Promise<string[]>} */
export async function missingSites() {
  const allowed = await Promise.all(listedSites.map(mayReach));
  return listedSites.filter((_, index) => !allowed[index]);
}

/** Give back what only server mode needs. */
export async function returnPermissions() {
  const { origins = [] } = await api.permissions.getAll();
  const content = (api.runtime.getManifest().content_scripts ?? []).flatMap(({ matches = [] }) => matches);
  const extra = origins.filter((one) => !listedSites.includes(one) && !content.includes(one));
  if (extra.length > 0) await api.permissions.remove({ origins: extra });
  if (isFirefox) await api.permissions.remove(/** @type {any} */ ({ data_collection: SENT_DATA }));
}
