import { score } from "../engine/score.js";
import { trustedDay } from "./calendar.js";
import { hasServerPermission } from "./permissions.js";
import { deviceEngine, loadRules } from "./rules.js";
import { LONGEST_REST, scoreByServer, ServerError } from "./server-client.js";

/** When the server may be asked again (epoch milliseconds), and why not before. */
const rest = { until: 0, reason: "" };

/** Ask the server again at once: the person changed or tested the address. */
export const forgetFailures = () => Object.assign(rest, { until: 0, reason: "" });

/**
 * Verdicts for these contexts, in order. By the server if the person switched it on, else, or when it fails, on the
 * device; `fallback` says why the server was not used although it is on.
 * @param {Context[]} contexts
 * @param {{serverMode: Settings["serverMode"], privateWindow: boolean, now: number}} circumstances
 * @returns {Promise<{verdicts: Verdict[], by: "device" | "server", bundle: BundleMark, fallback?: string}>}
 */
export async function scoreContexts(contexts, { serverMode, privateWindow, now }) {
  const date = trustedDay(now, (await loadRules()).bundle.data);
  if (!serverMode.on) return scoreOnDevice(contexts, date);
  try {
    if (privateWindow) throw new ServerError("private", 0);
    if (now < rest.until && rest.until <= now + LONGEST_REST) throw new ServerError(rest.reason, rest.until - now);
    if (!(await hasServerPermission(serverMode.url))) throw new ServerError("permission", 0);
    return { ...(await scoreByServer(serverMode.url, contexts, date)), by: "server" };
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    if (error.rest > 0) Object.assign(rest, { until: now + error.rest, reason: error.reason });
    return { ...(await scoreOnDevice(contexts, date)), fallback: error.reason };
  }
}

/** @param {Context[]} contexts @param {string} date @returns {Promise<{verdicts: Verdict[], by: "device", bundle: BundleMark}>} */
async function scoreOnDevice(contexts, date) {
  const engine = await deviceEngine();
  const { version, digest } = engine;
  return { verdicts: contexts.map((context) => score(engine, context, date, true)), by: "device", bundle: { version, digest } };
}
