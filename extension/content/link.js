'use strict';
/** The way to the background. Nothing else of the page's side speaks to the browser about a post. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).link ??= (() => {
  const api = globalThis.browser ?? globalThis.chrome;

  /** False once the extension was updated or removed: this copy is then an orphan and must go. */
  const alive = () => {
    try {
      return Boolean(api?.runtime?.id);
    } catch {
      return false;
    }
  };

  /**
   * A background that falls asleep while it is asked leaves no answer; asked again it wakes up.
   * @param {Record<string, unknown>} message
   * @returns {Promise<any>}
   */
  const ask = async (message) => {
    const answer = await api.runtime.sendMessage(message).catch(() => undefined);
    return answer === undefined && alive() ? api.runtime.sendMessage(message) : answer;
  };

  /**
   * Ask the background. A background that is asleep, slow, broken or gone must never break a page, so this never
   * throws: without a good answer in time it is null.
   * @param {Record<string, unknown>} message
   * @param {number} timeout milliseconds
   * @returns {Promise<any>}
   */
  const send = async (message, timeout) => {
    if (!alive()) return null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, timeout, null);
    });
    try {
      const answer = await Promise.race([ask(message), late]);
      return answer?.ok === true ? answer : null;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  };

  return { alive, send };
})();
