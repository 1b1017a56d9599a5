import { api } from "../lib/browser.js";

/**
 * Why requests to one origin failed, in the browser's own words. `fetch` hides it; `webRequest` tells, in Firefox as
 * soon as the permission is given for the test (Chromium gives it events only when it is held from the start, so
 * there this stays empty). The permission is asked for by the test button and given back after it.
 */

/** Order matters: the first that matches. @type {[RegExp, CheckResult, string?][]} */
const MEANINGS = [
  [/ERR_NAME_NOT_RESOLVED|UNKNOWN_HOST|UNKNOWN_PROXY_HOST/, "name"],
  [/ERR_CONNECTION_REFUSED|ERROR_CONNECTION_REFUSED/, "refused"],
  [/TIMED_OUT|NET_TIMEOUT/, "timeout"],
  [/ERR_SSL_PROTOCOL_ERROR|maximum permissible length|RX_RECORD_TOO_LONG/, "certificate", "plain_http"],
  [/ERR_CERT_DATE_INVALID|expired/i, "certificate", "expired"],
  [/ERR_CERT_COMMON_NAME_INVALID|not valid for|only valid for/i, "certificate", "other_name"],
  [/ERR_CERT|ERR_SSL/, "certificate"],
  [/UNREACHABLE|INTERNET_DISCONNECTED|NET_RESET|EMPTY_RESPONSE|CONNECTION_RESET|NET_INTERRUPT/, "refused", "dropped"],
  [/NS_BINDING_ABORTED|NS_ERROR_ABORT|ERR_ABORTED/, "timeout"],
];

/**
 * What the browser's error means. Firefox reports a certificate in a sentence, everything else as `NS_...`.
 * @param {string} error
 * @returns {{result: CheckResult, code?: string} | null}
 */
export function meaning(error) {
  const known = MEANINGS.find(([pattern]) => pattern.test(error));
  if (known) return { result: known[1], ...(known[2] ? { code: known[2] } : {}) };
  return /^(NS_|net::)/.test(error) ? null : { result: "certificate" };
}

/**
 * Listen for errors of requests to these origins.
 * @param {string} origins match pattern
 * @returns {{reason: () => Promise<{result: CheckResult, code?: string} | null>, stop: () => void}}
 */
export function watchErrors(origins) {
  /** @type {string[]} */
  const seen = [];
  /** @param {{error: string, tabId: number}} details */
  const note = ({ error, tabId }) => {
    if (tabId === -1) seen.push(error);
  };
  const event = api.webRequest?.onErrorOccurred;
  event?.addListener(note, { urls: [origins] });
  return {
    async reason() {
      if (!event) return null;
      for (let tries = 0; tries < 10 && seen.length === 0; tries += 1) await pause(20);
      return seen[0] === undefined ? null : meaning(seen[0]);
    },
    stop: () => event?.removeListener(note),
  };
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
