'use strict';
/**
 * Where our dialog has room. A frame may be a button in an article, or a comment box thousands of pixels high of which
 * the screen shows a part: in its middle nobody would see the dialog, and scrolling there would lose the place.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).room ??= (() => {
  /** Smaller than this no dialog can be read and answered. */
  const NARROWEST = 240;
  const LOWEST = 170;
  /** Lower than this it is set smaller; style.js says so of whole windows, which may change while it is open. */
  const LOW = 440;
  /** A frame that draws nothing (a hidden tab) is not told what is seen of it. */
  const PATIENCE = 300;

  const frame = () => new DOMRectReadOnly(0, 0, innerWidth, innerHeight);

  /** @returns {DOMRectReadOnly | null} known at once, where there is no frame */
  const whole = () => (window === top ? frame() : null);

  /**
   * The part of this frame that is on the screen, in its own pixels. Only the browser knows: what is around the frame
   * is another site's.
   * @param {Element} host our own element, which covers the frame
   * @returns {Promise<DOMRectReadOnly>}
   */
  const seen = (host) => new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve(entry?.intersectionRect ?? frame());
    });
    observer.observe(host);
    setTimeout(() => resolve(frame()), PATIENCE);
  });

  /** @param {DOMRectReadOnly} area @returns {boolean} whether a dialog can be read in it */
  const suffices = ({ width, height }) => width >= NARROWEST && height >= LOWEST;

  /**
   * A page that is no frame may be turned or made smaller while the dialog is open: there it follows the window.
   * @param {HTMLElement} element fixed, centred between its four sides @param {DOMRectReadOnly} area
   */
  const settle = ({ dataset, style }, area) => {
    if (area.height < LOW) dataset.room = 'low';
    if (window === top) return;
    style.inset = `${area.top}px ${innerWidth - area.right}px ${innerHeight - area.bottom}px ${area.left}px`;
    style.setProperty('--wide', `${area.width}px`);
    style.setProperty('--high', `${area.height}px`);
  };

  return { whole, seen, suffices, settle };
})();
