'use strict';
/**
 * Keeps our own elements to ourselves: the page sees no click, key or focus of theirs, can confirm nothing in our
 * dialog and pull no focus out of it. Browsers still act on events that are stopped (buttons press, Tab moves on).
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).shield ??= (() => {
  /** A key that is still down from opening the dialog repeats into it. */
  const SETTLING = 400;
  /** Nobody reads a question while they write: a space between two words is no answer to it. */
  const WRITING = 1000;
  const SAME_PLACE = 8;
  const TYPES = [
    'pointerover', 'pointerout', 'pointerenter', 'pointerleave', 'pointermove', 'mouseover', 'mouseout', 'mouseenter',
    'mouseleave', 'mousemove', 'contextmenu', 'touchmove', 'touchcancel', 'wheel', 'input', 'change', 'focusin',
    'focusout', 'focus', 'blur', 'selectstart', 'dragstart', 'copy',
  ];
  /** @type {WeakMap<EventTarget, (event: Event) => void>} our elements, and what each does with its events */
  const hosts = new WeakMap();
  /** @type {{x: number, y: number, since: number} | null} */
  let opened = null;
  /** When the last letter came of a text that was begun before the dialog. */
  let written = -Infinity;

  /** @param {Element} host @param {(event: Event) => void} handle */
  const adopt = (host, handle) => {
    hosts.set(host, handle);
  };

  /** Whether it is one of our elements; a name a page could give to its own. @param {Node} node */
  const mine = (node) => hosts.has(node);

  /** @param {Event} event */
  const owns = (event) => event.target !== null && (hosts.has(event.target) || strays(event));

  /** While the dialog is open, keys that reach the page behind it would still be its shortcuts. @param {Event} event */
  const strays = (event) => opened !== null && event.isTrusted && event instanceof KeyboardEvent;

  /** @param {Event} event */
  const handle = (event) => {
    event.stopImmediatePropagation();
    const own = event.target && hosts.get(event.target);
    if (own) own(event);
    else event.preventDefault();
  };

  /** @param {Event} event */
  const listen = (event) => {
    if (event.target && hosts.has(event.target)) handle(event);
  };

  /** The second half of a double click lands where the first one was. @param {MouseEvent} event */
  const accidental = (event) => event.detail > 1 || (opened !== null && performance.now() - opened.since < SETTLING
    && event.detail > 0 && Math.hypot(event.clientX - opened.x, event.clientY - opened.y) < SAME_PLACE);

  /** A letter was written, and others may follow it. */
  const wrote = () => {
    written = performance.now();
  };

  /** What the dialog's own controls must not be pressed by: what was meant for the page. @param {KeyboardEvent} event */
  const early = ({ key, repeat }) => {
    const now = performance.now();
    const settling = opened !== null && now - opened.since < SETTLING;
    const going = now - written < WRITING;
    if (key.length === 1 && !repeat && (going || key !== ' ')) wrote();
    return (settling || going) && key !== 'Escape' && key !== 'Tab';
  };

  /** @param {Event} event */
  const guardDialog = (event) => {
    if (!event.isTrusted) event.preventDefault();
    else if (event instanceof KeyboardEvent && event.type === 'keydown') {
      if (early(event) || event.repeat) event.preventDefault();
    } else if (event instanceof MouseEvent && event.type === 'click' && accidental(event)) event.preventDefault();
  };

  /** @param {{x: number, y: number} | null} place where the pointer opened the dialog; null when it closed */
  const watch = (place) => {
    opened = place && { ...place, since: performance.now() };
  };

  const arm = () => {
    for (const type of TYPES) addEventListener(type, listen, { capture: true, passive: true });
  };

  const disarm = () => {
    for (const type of TYPES) removeEventListener(type, listen, { capture: true });
  };

  return { adopt, mine, owns, handle, guardDialog, wrote, watch, arm, disarm };
})();
