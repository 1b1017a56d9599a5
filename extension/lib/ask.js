import { api } from "./browser.js";

/**
 * Ask the background.
 * @param {Record<string, unknown>} message
 * @returns {Promise<any>} the answer
 * @throws {Error} the background refused or broke; the message says why
 */
export async function ask(message) {
  const answer = await api.runtime.sendMessage(message);
  if (answer?.ok !== true) throw new Error(answer?.error ?? "no answer from the background");
  return answer;
}
