'use strict';
/** Tells the popup what is going on in this page. Levels and counts only: no text of any post. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).pageState ??= (() => {
  const { controls, session, verdicts, watch } = JagaJempol;
  const MOST = 40;
  const ORDER = ['none', 'mention', 'campaign'];

  /** @param {CompiledAdapter} adapter @param {Found} found */
  const countControls = (adapter, { root }) =>
    [...root.querySelectorAll(adapter.pressable)].slice(0, MOST).filter((element) => controls.match(adapter, element)).length;

  const answer = () => {
    const { adapter, reader, site } = session;
    const found = watch.list();
    const levels = found.map(({ root }) => watch.shown(root)).map((reading) => (reading && verdicts.known(reading)?.level) ?? 'none');
    const worst = levels.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'none');
    return {
      ok: true,
      reader,
      site,
      posts: found.length,
      controls: adapter ? found.slice(0, MOST).reduce((sum, one) => sum + countControls(adapter, one), 0) : 0,
      worst: { level: worst },
    };
  };

  return { answer };
})();
