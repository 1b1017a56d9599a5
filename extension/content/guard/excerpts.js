'use strict';
/** A bar above the box of an answer shows no more than the beginning of the post that is answered. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).excerpts ??= (() => {
  const { context, menus, units } = JagaJempol;
  /** Shorter beginnings are those of many posts. */
  const TELLING = 20;

  /** @param {Reading} reading */
  const flat = ({ context: { text = '' } }) => text.replace(/\s+/g, ' ').replace(/(?:…|\.\.\.)$/, '').trim();

  /** @param {Reading} reading @param {string} start */
  const begins = (reading, start) => {
    const text = flat(reading);
    return text === start || (start.length >= TELLING && text.startsWith(start));
  };

  /** The post itself: the one whose menu was opened, or one on the page; else the excerpt must do. @param {CompiledAdapter} adapter @param {Found} found */
  const whole = (adapter, found) => {
    const start = found.unit.excerpt ? flat(context.read(adapter, found)) : '';
    if (start === '') return { found, remembered: null };
    const remembered = menus.behind();
    if (remembered && begins(remembered, start)) return { found: null, remembered };
    for (const anchor of document.querySelectorAll(adapter.anchors)) {
      const other = units.at(adapter, anchor);
      if (other && !other.unit.excerpt && begins(context.read(adapter, other), start)) return { found: other, remembered: null };
    }
    return { found, remembered: null };
  };

  return { whole };
})();
