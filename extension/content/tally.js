'use strict';
/** Tells the background what is to be counted: which of four things happened, and nothing else. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).tally ??= (() => {
  const { link } = JagaJempol;
  const PATIENCE = 10_000;
  const KEPT = 1000;
  /** @type {Set<string>} identities of posts whose mark was counted: feeds show the same post again and again */
  const seen = new Set();

  /** @param {"marked" | "asked" | "cancelled" | "continued"} event */
  const count = (event) => {
    link.send({ type: 'count', event }, PATIENCE);
  };

  /** @param {string} identity of a post */
  const marked = (identity) => {
    if (seen.has(identity)) return;
    if (seen.size >= KEPT) seen.clear();
    seen.add(identity);
    count('marked');
  };

  /** Looking something up is no answer yet. @param {PromptAnswer} answer */
  const answered = ({ proceed, guide, report }) => {
    if (!guide && !report) count(proceed ? 'continued' : 'cancelled');
  };

  return { count, marked, answered };
})();
