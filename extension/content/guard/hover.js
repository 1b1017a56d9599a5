'use strict';
/** Flyouts that open on hovering stand outside the post, as menus do: the post is remembered. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).hover ??= (() => {
  const { controls, dom, menus, subject } = JagaJempol;
  /** @type {Element | null} */
  let last = null;

  /** @param {Event} event pointerover @param {CompiledAdapter} adapter */
  const over = (event, adapter) => {
    if (adapter.hover === '' || !(event.target instanceof Element)) return;
    const control = dom.closest(event.target, adapter.hover);
    if (!control || control === last) return;
    last = control;
    const match = controls.match(adapter, control);
    const reading = match?.found && subject.read(adapter, match);
    if (match && reading) menus.opened({ ...match, opens: true }, reading);
  };

  return { over };
})();
