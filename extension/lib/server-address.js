/**
 * Turn what people type or paste into the base address of a server.
 *
 * Accepted: `skor.kantor.go.id`, `host:8787`, `host/`, `https://host/v1`, `http://127.0.0.1:8787/v1/score`.
 * Posts travel encrypted, so `http:` is for this very computer only. Loopback IPv6 is not offered: a page's
 * Content-Security-Policy cannot name `[::1]`.
 */

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3})$/;

/** What a name looks like once the URL parser has turned other alphabets into `xn--`. */
const HOSTNAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/** Paths that belong to the service itself, so that any of its pages can be pasted. */
const OWN_PATH = /\/(?:v1(?:\/[a-z/]*)?|healthz|readyz|playground|demo|openapi\.json)?\/*$/;

/**
 * @typedef {{ok: true, url: string, origins: string, loopback: boolean}} GoodAddress
 *   `url` has no slash at its end; `origins` is the match pattern of the host permission (patterns take no port)
 * @typedef {{ok: false, code: "empty" | "malformed" | "scheme" | "insecure" | "credentials"}} BadAddress
 */

/** @param {string} typed @returns {GoodAddress | BadAddress} */
export function parseAddress(typed) {
  const trimmed = typed.trim();
  if (trimmed === "") return { ok: false, code: "empty" };
  const url = URL.parse(withScheme(trimmed));
  if (url === null) return { ok: false, code: "malformed" };
  if (url.protocol !== "https:" && url.protocol !== "http:") return { ok: false, code: "scheme" };
  if (!HOSTNAME.test(url.hostname)) return { ok: false, code: "malformed" };
  if (url.username || url.password) return { ok: false, code: "credentials" };
  const loopback = isLoopback(url.hostname);
  if (url.protocol === "http:" && !loopback) return { ok: false, code: "insecure" };
  return {
    ok: true,
    url: url.origin + url.pathname.replace(OWN_PATH, ""),
    origins: `${url.protocol}//${url.hostname}/*`,
    loopback,
  };
}

/** @param {string} hostname @returns {boolean} whether this name always means this computer */
export const isLoopback = (hostname) => LOOPBACK.test(hostname);

/** @param {string} typed */
function withScheme(typed) {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed;
  const host = typed.split(/[:/]/, 1)[0] ?? "";
  return `${isLoopback(host) ? "http" : "https"}://${typed}`;
}
