import { parseAddress } from "../lib/server-address.js";
import { textCapped, TooLong } from "./capped-body.js";
import { watchErrors } from "./network-errors.js";
import { mayReach } from "./permissions.js";
import { PLAIN } from "./server-client.js";
import { parseRulesAnswer } from "./verdicts.js";

/** The contract that this version speaks. */
const CONTRACT = 1;

/** A person waits for this one, so it may take longer than scoring. Milliseconds. */
const PATIENCE = 5_000;

/** Largest answer that is read, in bytes; a good one has some hundreds. */
const ANSWER_MAX = 64 * 1024;

/**
 * Ask a server whether it is ours and fits, and say exactly what is wrong.
 * @param {string} typed address as typed
 * @returns {Promise<ServerCheck>}
 */
export async function checkServer(typed) {
  const address = parseAddress(typed);
  if (!address.ok) return { result: "address", detail: { code: address.code } };
  if (!(await mayReach(address.origins))) return { result: "permission", detail: { origin: address.origins } };
  const errors = watchErrors(address.origins);
  const started = performance.now();
  try {
    const response = await get(`${address.url}/v1/rules`);
    return await judgeAnswer(response, address.url, Math.round(performance.now() - started));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === "TimeoutError") return { result: "timeout", detail: { sure: true } };
    const told = await errors.reason();
    return told ? { result: told.result, detail: { ...codeOf(told), sure: true } } : guess(address);
  } finally {
    errors.stop();
  }
}

/** @param {{code?: string}} told */
const codeOf = ({ code }) => (code ? { code } : {});

/** @param {string} url @param {RequestInit} [more] */
const get = (url, more = {}) =>
  fetch(url, { ...PLAIN, redirect: "manual", signal: AbortSignal.timeout(PATIENCE), ...more });

/** @param {Response} response @param {string} url base address @param {number} ms @returns {Promise<ServerCheck>} */
async function judgeAnswer(response, url, ms) {
  if (response.type === "opaqueredirect") return { result: "not-our-service", detail: { code: "redirect" } };
  if (!response.ok) return judgeStatus(response.status, url);
  const answer = await readRules(response);
  if (answer === null) return { result: "not-our-service", detail: { code: "other_answer" } };
  const { contract, version, digest } = answer;
  const bundle = { version, digest };
  if (contract > CONTRACT) return { result: "version", detail: { code: "newer", bundle } };
  return { result: "ok", detail: { ms, bundle } };
}

/** A status that is not 2xx means something only if the service is ours. @param {number} status @param {string} url */
async function judgeStatus(status, url) {
  const ours = status !== 404 || (await isHealthy(url));
  if (!ours) return result("not-our-service", { status, code: "other_answer" });
  if (status === 401 || status === 403) return result("status", { status, code: "closed" });
  if (status === 429) return result("status", { status, code: "busy" });
  if (status >= 500) return result("status", { status, code: "failing" });
  return result("status", { status, code: "other" });
}

/** @param {CheckResult} name @param {ServerCheck["detail"]} detail @returns {ServerCheck} */
const result = (name, detail) => ({ result: name, detail });

/** Whether `/healthz` answers as ours does. @param {string} url */
async function isHealthy(url) {
  try {
    const response = await get(`${url}/healthz`);
    return response.ok && response.type !== "opaqueredirect" && response.headers.get("Content-Type")?.startsWith("application/json") === true;
  } catch {
    return false;
  }
}

/** @param {Response} response */
async function readRules(response) {
  const text = await textCapped(response, ANSWER_MAX).catch((error) => {
    if (error instanceof TooLong) return "";
    throw error;
  });
  try {
    return parseRulesAnswer(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * The browser did not say why. Narrow it down by other doors of the same host, and own up to what is left.
 * @param {import("../lib/server-address.js").GoodAddress} address
 * @returns {Promise<ServerCheck>}
 */
async function guess({ url, loopback }) {
  const { protocol, hostname, host, port } = new URL(url);
  const literal = loopback || /^[\d.]+$/.test(hostname);
  if (loopback && protocol === "https:" && (await opens(`http://${host}/healthz`))) {
    return { result: "certificate", detail: { code: "plain_http", sure: true } };
  }
  if (protocol === "http:") return { result: "refused", detail: { sure: true } };
  if (port !== "" && (await opens(`https://${hostname}/`))) {
    return { result: "refused", detail: { code: "port", sure: false, possible: ["refused", "certificate"] } };
  }
  const possible = /** @type {CheckResult[]} */ (literal ? ["refused", "certificate"] : ["name", "refused", "certificate"]);
  return { result: possible[0] ?? "refused", detail: { sure: false, possible } };
}

/** Whether anything answers there. Nothing of the answer is read. @param {string} url */
async function opens(url) {
  try {
    await get(url, { mode: "no-cors", headers: {} });
    return true;
  } catch {
    return false;
  }
}
