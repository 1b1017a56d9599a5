'use strict';
/** Small questions about the element under an event. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).targets ??= (() => {
  const { dom } = JagaJempol;
  /** What can have a shadow tree. */
  const HOSTS = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

  /** @param {Element} host @returns {ShadowRoot | null} also of a closed root, which only extensions may see */
  const shadowOf = (host) => {
    try {
      return globalThis.chrome?.dom?.openOrClosedShadowRoot?.(/** @type {HTMLElement} */ (host))
        ?? host.openOrClosedShadowRoot ?? host.shadowRoot;
    } catch {
      return host.shadowRoot;
    }
  };

  /** Where the pointer or the finger was; null where a key was pressed. @param {Event} event @returns {{clientX: number, clientY: number} | null} */
  const pointOf = (event) => {
    if (typeof TouchEvent === 'function' && event instanceof TouchEvent) return event.changedTouches[0] ?? null;
    const byKey = event.type === 'click' && event instanceof MouseEvent && event.detail === 0;
    return event instanceof MouseEvent && !byKey ? event : null;
  };

  /**
   * The innermost element of an event. Outside a closed shadow root only its host is named, and a replay on the host
   * would reach nothing, so the place of the pointer, or the focus, leads further in. Asked of what can have one only: it
   * is slow.
   * @param {Event} event @returns {Element | null}
   */
  const innermost = (event) => {
    let element = event.target instanceof Element ? event.target : null;
    if (!element || !HOSTS.test(dom.tag(element))) return element;
    const first = event.composedPath()[0];
    if (first instanceof Element) element = first;
    const point = pointOf(event);
    for (let root = shadowOf(element); root; root = shadowOf(element)) {
      const inner = point ? root.elementFromPoint(point.clientX, point.clientY) : root.activeElement;
      if (!inner || inner === element || dom.tree(inner) !== root) break;
      element = inner;
    }
    return element;
  };

  /** @param {Element | null} element @returns {boolean} whether keys write into it */
  const editable = (element) => element instanceof HTMLElement
    && (dom.editable(element) || dom.matches(element, 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])'));

  /** @param {Element} element @param {string} key @returns {boolean} whether the browser itself makes a click of this key */
  const native = (element, key) => (key === 'Enter' ? element.matches('button, summary, a[href], input:not([type="checkbox"], [type="radio"])')
    : element.matches('button, summary, input'));

  return { pointOf, innermost, editable, native };
})();
