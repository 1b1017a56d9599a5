/**
 * Asks the server that this page came from, and no other.
 */
import { language, t } from './words.js';

/** A refusal in words for the person; `path` is the field it is about, where there is one. */
export class Refusal extends Error {
  /** @param {string} message @param {string} [path] */
  constructor(message, path = '') {
    super(message);
    this.path = path;
  }
}

/**
 * @param {string} path
 * @param {unknown} [body] Sent as JSON; without it the route is asked by GET.
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} The answer; rejects with a Refusal, or with an AbortError.
 */
export async function ask(path, body, signal) {
  const sent = body === undefined ? {} : {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value)),
  };
  /** @type {Response} */
  let response;
  try {
    response = await fetch(path, { ...sent, signal, credentials: 'omit', cache: 'no-store' });
  } catch (error) {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new Refusal(t('error-offline'));
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) {
    return answer;
  }
  const first = answer?.errors?.[0];
  const told = (language === 'id' && answer?.detail_id) || answer?.detail || String(response.status);
  throw new Refusal(first ? `${told} ${t('error-field', first)}` : told, first?.path);
}

/**
 * Only the last of several askings in a row counts: a new one ends the one before.
 *
 * @returns {((path: string, body: unknown) => Promise<any>) & { stop: () => void }} Answers null where a newer asking
 *   came between.
 */
export function lastOnly() {
  /** @type {AbortController | undefined} */
  let running;
  const askLast = async (/** @type {string} */ path, /** @type {unknown} */ body) => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      const answer = await ask(path, body, mine.signal);
      return running === mine ? answer : null;
    } catch (error) {
      if (mine.signal.aborted || (error instanceof DOMException && error.name === 'AbortError')) {
        return null;
      }
      throw error;
    }
  };
  return Object.assign(askLast, { stop: () => running?.abort() });
}
