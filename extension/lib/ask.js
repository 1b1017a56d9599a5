import { api } from "./browser.js";

/** The background's no; a code stands for a text `trouble_<code>`. */
export class Refused extends Error {
  /** @param {string} message @param {string} [code] */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/**
 * Ask the background.
 * @param {Record<string, unknown>} message
 * @returns {Promise<any>} the answer
 * @throws {Refused} the background refused or broke; the message says why
 */
export async function ask(message) {
  const answer = await api.runtime.sendMessage(message).catch(() => undefined); // Nobody hears it while an update is under way.
  if (answer?.ok === true) return answer;
  throw answer === undefined ? new Refused("no answer", "silent") : new Refused(answer.error, answer.code);
}
