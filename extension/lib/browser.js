/**
 * The browser's extension API under one name. Both browsers have `browser` today; Chrome before it has `chrome` only.
 * @type {typeof chrome}
 */
export const api = globalThis.browser ?? globalThis.chrome;

/** Whether this is Firefox. Told by the address of our own pages: `typeof browser` says nothing. */
export const isFirefox = api.runtime.getURL("").startsWith("moz-extension:");
