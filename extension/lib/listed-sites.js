import { api } from "./browser.js";

const manifest = /** @type {chrome.runtime.ManifestV3} */ (api.runtime.getManifest());

/** Match patterns of the sites that come with the extension. @type {string[]} */
export const listedSites = manifest.host_permissions ?? [];
