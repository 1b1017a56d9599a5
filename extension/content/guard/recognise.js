'use strict';
/** What a press on this element would do: the control of a post, or the button that sends a text. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).recognise ??= (() => {
  const { composers, controls } = JagaJempol;

  /**
   * A control found by a selector is sure. One found by its name may be the send button of a text ("Balas", "Kirim").
   * @param {CompiledAdapter} adapter @param {Element} pressable @param {boolean} [flipped] see controls.match
   * @returns {Match | null}
   */
  const press = (adapter, pressable, flipped) => {
    const known = controls.match(adapter, pressable, flipped);
    return known?.sure ? known : composers.bySend(adapter, pressable) ?? known;
  };

  return { press };
})();
