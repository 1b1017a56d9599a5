'use strict';
/** Menus that a right click or a long press opens have no control that leads to them: the post pressed is remembered. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).contextMenu ??= (() => {
  const { context, dom, menus, targets, units } = JagaJempol;
  /** Some sites take a press of 200 ms for a long one. */
  const LONG_PRESS = 150;
  /** @type {{target: Element | null, at: number}} */
  let finger = { target: null, at: 0 };

  /** @param {Element | null} target @param {CompiledAdapter} adapter */
  const remember = (target, adapter) => {
    const found = target && dom.connected(target) ? units.at(adapter, target) : null;
    if (found) menus.press(context.read(adapter, found));
  };

  /** @param {Event} event contextmenu @param {CompiledAdapter} adapter */
  const open = (event, adapter) => remember(targets.innermost(event), adapter);

  /** @param {PointerEvent} event pointerdown or pointerup @param {CompiledAdapter} adapter */
  const touch = (event, adapter) => {
    if (event.pointerType !== 'touch') return;
    if (event.type === 'pointerdown') finger = { target: targets.innermost(event), at: performance.now() };
    else if (performance.now() - finger.at > LONG_PRESS) remember(finger.target, adapter);
  };

  return { open, touch };
})();
