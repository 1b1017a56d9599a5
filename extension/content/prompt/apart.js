'use strict';
/**
 * The question in a window of its own, for frames too small to read one in: a like button in an article is as large as
 * a thumb. The window asks by a port of this frame; the window closed without an answer is a no.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).apart ??= (() => {
  const { link, tally, texts } = JagaJempol;
  const api = globalThis.browser ?? globalThis.chrome;
  const OPENING = 5000;
  /** A window that was closed before it could ask. */
  const MEETING = 10_000;
  const NO = { proceed: false, forAccount: false, guide: false, report: false };

  /** What the window cannot know by itself; no text of any post. @param {PromptQuestion} question @returns {ApartQuestion} */
  const told = ({ act, verdict, reading, employment }) => (
    { act, employment, verdict, reading: { context: { author: reading.context.author } }, texts: texts.table() });

  /** @param {string} id @param {PromptQuestion} question @returns {Promise<PromptAnswer>} */
  const answered = (id, question) => new Promise((resolve) => {
    /** @param {chrome.runtime.Port} port */
    const meet = (port) => {
      if (port.name !== id || port.sender?.id !== api.runtime.id) return;
      api.runtime.onConnect.removeListener(meet);
      clearTimeout(late);
      port.onMessage.addListener((answer) => resolve({
        proceed: answer.proceed === true, forAccount: answer.forAccount === true, guide: answer.guide === true,
        report: answer.report === true,
      }));
      port.onDisconnect.addListener(() => resolve(NO));
      port.postMessage(told(question));
      close = () => {
        port.disconnect();
        resolve(NO);
      };
    };
    api.runtime.onConnect.addListener(meet);
    const late = setTimeout(() => {
      api.runtime.onConnect.removeListener(meet);
      resolve(NO);
    }, MEETING);
  });

  let close = () => {};

  /**
   * A script of the frame that presses its own button is nobody's thumb, and must open no windows.
   * @param {PromptQuestion} question @returns {Promise<PromptAnswer>}
   */
  const ask = async (question) => {
    const yes = { ...NO, proceed: true, unasked: true };
    if (!navigator.userActivation.isActive) return yes;
    const id = crypto.randomUUID();
    const answer = answered(id, question);
    const opened = await link.send({ type: 'ask-apart', id }, OPENING);
    if (!opened) return yes;
    tally.count('asked');
    const given = await answer;
    tally.answered(given);
    return given;
  };

  return { ask, close: () => close() };
})();
