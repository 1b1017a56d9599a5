'use strict';
/** Keeps a held event so that its like can be made again: same class, same values, same innermost target. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).record ??= (() => {
  const MODIFIERS = ['ctrlKey', 'shiftKey', 'altKey', 'metaKey'];
  const SHARED = ['bubbles', 'cancelable', 'composed', 'detail'];
  const MOUSE = [...MODIFIERS, 'screenX', 'screenY', 'clientX', 'clientY', 'button', 'buttons', 'relatedTarget'];
  const POINTER = ['pointerId', 'width', 'height', 'pressure', 'tangentialPressure', 'tiltX', 'tiltY', 'twist', 'pointerType', 'isPrimary'];
  /** Old ways to ask for the key are still in use: editors read `which`, forms `keyCode`. */
  const KEY = [...MODIFIERS, 'key', 'code', 'location', 'repeat', 'isComposing', 'keyCode', 'charCode', 'which'];
  const TOUCH = ['identifier', 'screenX', 'screenY', 'clientX', 'clientY', 'pageX', 'pageY', 'radiusX', 'radiusY', 'rotationAngle', 'force', 'target'];

  /** @param {any} source @param {string[]} keys @returns {any} */
  const pick = (source, keys) => Object.fromEntries(keys.map((key) => [key, source[key]]));

  /** @param {TouchList} list */
  const copyTouches = (list) => [...list].map((touch) => new Touch(pick(touch, TOUCH)));

  /** @param {Event} event @returns {() => Event} */
  const copier = (event) => {
    const { type } = event;
    const shared = { ...pick(event, SHARED), view: window };
    if (event instanceof PointerEvent) {
      const values = { ...shared, ...pick(event, MOUSE), ...pick(event, POINTER) };
      return () => new PointerEvent(type, values);
    }
    if (event instanceof MouseEvent) {
      const values = { ...shared, ...pick(event, MOUSE) };
      return () => new MouseEvent(type, values);
    }
    if (event instanceof KeyboardEvent) {
      const values = { ...shared, ...pick(event, KEY) };
      return () => new KeyboardEvent(type, values);
    }
    if (event instanceof InputEvent) {
      const values = { ...shared, ...pick(event, ['data', 'inputType', 'isComposing']) };
      return () => new InputEvent(type, values);
    }
    // A desktop Firefox has no TouchEvent at all.
    if (typeof TouchEvent === 'function' && event instanceof TouchEvent) {
      const values = {
        ...shared, ...pick(event, MODIFIERS), touches: copyTouches(event.touches),
        targetTouches: copyTouches(event.targetTouches), changedTouches: copyTouches(event.changedTouches),
      };
      return () => new TouchEvent(type, values);
    }
    return () => new Event(type, shared);
  };

  /** @param {Event} event @param {EventTarget} target @returns {Held} */
  const describe = (event, target) => ({ target, type: event.type, at: performance.now(), build: copier(event) });

  return { describe };
})();
