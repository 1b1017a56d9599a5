import { parseAddress } from "./server-address.js";

/**
 * Turn what people type or paste, a whole address or a bare host, into the one site that is to be guarded.
 *
 * @typedef {{ok: true, host: string, origins: string}} GoodSite `origins` is the match pattern of the host permission
 * @typedef {{ok: false, code: "empty" | "malformed" | "scheme" | "insecure" | "credentials" | "wildcard" | "loopback" | "short"}} BadSite
 */

/** @param {string} host @returns {string} the match pattern of all its pages */
export const patternOf = (host) => `https://${host}/*`;

/** @param {string} pattern of all pages of one host @returns {string} that host */
export const hostOf = (pattern) => new URL(pattern.replace(/\*$/, "")).host;

/** @param {string} typed @returns {GoodSite | BadSite} */
export function parseSite(typed) {
  if (typed.includes("*")) return { ok: false, code: "wildcard" };
  const address = parseAddress(typed);
  if (!address.ok) return { ok: false, code: address.code };
  if (address.loopback) return { ok: false, code: "loopback" };
  const host = new URL(address.url).hostname;
  // A lone word is a site's nickname more often than a host of the office's own network: that is to be written out.
  if (!host.includes(".") && !typed.includes("://")) return { ok: false, code: "short" };
  return { ok: true, host, origins: patternOf(host) };
}
