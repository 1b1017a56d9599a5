'use strict';
/**
 * The listeners. They stand on window, capture, before any script of the page: nothing runs ahead of them. Whatever
 * goes wrong in here lets the act through.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).guard ??= (() => {
  const { anchors, contextMenu, gesture, hover, keys, lifecycle, link, menus, replay, session, shield, units } = JagaJempol;

  /** @param {PointerEvent} event @param {CompiledAdapter} adapter */
  const press = (event, adapter) => {
    contextMenu.touch(event, adapter);
    gesture.pointer(event, adapter);
  };

  /** @type {Record<string, (event: any, adapter: CompiledAdapter) => void>} */
  const HANDLERS = {
    pointerover: hover.over,
    contextmenu: contextMenu.open,
    pointerdown: press,
    pointerup: press,
    pointercancel: gesture.abandon,
    mousedown: gesture.pointer,
    mouseup: gesture.pointer,
    touchstart: gesture.pointer,
    touchend: gesture.pointer,
    click: gesture.click,
    auxclick: gesture.click,
    dblclick: gesture.doubleClick,
    keydown: keys.down,
    keypress: keys.after,
    keyup: keys.after,
    beforeinput: keys.input,
    submit: keys.submit,
  };

  /** @param {Event} event @param {CompiledAdapter} adapter */
  const handle = (event, adapter) => {
    if (event.type !== 'pointerover') anchors.renew();
    HANDLERS[event.type]?.(event, adapter);
  };

  /** @param {Event} event */
  const listen = (event) => {
    if (replay.running) return;
    if (shield.owns(event)) {
      shield.handle(event);
      return;
    }
    const { adapter, settings } = session;
    if (!adapter || settings.paused) return;
    if (!link.alive()) {
      lifecycle.takeDown();
      return;
    }
    try {
      if (units.inPrivate(adapter, event.target)) menus.forgetAll();
      else handle(event, adapter);
    } catch (error) {
      console.debug('Jaga Jempol', error);
    }
  };

  /** A finger must be able to scroll from a control: touch is stopped, never prevented. @param {string} type */
  const options = (type) => ({ capture: true, passive: type.startsWith('touch') });

  /** Adding the same listener again does nothing, so this may be called whenever in doubt. */
  const arm = () => {
    for (const type of Object.keys(HANDLERS)) addEventListener(type, listen, options(type));
  };

  const disarm = () => {
    for (const type of Object.keys(HANDLERS)) removeEventListener(type, listen, options(type));
  };

  return { arm, disarm };
})();
