'use strict';
/** Small questions about the element under an event. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).targets ??= (() => {
  /** @param {Element} host @returns {ShadowRoot | null} also of a closed root, which only extensions may see */
  const shadowOf = (host) => {
    try {
      return globalThis.chrome?.dom?.openOrClosedShadowRoot?.(/** @type {HTMLElement} */ (host))
        ?? host.openOrClosedShadowRoot ?? host.shadowRoot;
    } catch {
      return host.shadowRoot;
    }
  };

  /**
   * The innermost element of an event. Outside a closed shadow root only its host is named, and a replay on the host
   * would reach nothing, so the place of the pointer leads further in. Asked for custom elements only: it is slow.
   * @param {Event} event @returns {Element | null}
   */
  const innermost = (event) => {
    let element = event.target instanceof Element ? event.target : null;
    if (!element?.localName.includes('-')) return element;
    const first = event.composedPath()[0];
    if (first instanceof Element) element = first;
    if (!(event instanceof MouseEvent)) return element;
    for (let root = shadowOf(element); root; root = shadowOf(element)) {
      const inner = root.elementFromPoint(event.clientX, event.clientY);
      if (!inner || inner === element || inner.getRootNode() !== root) break;
      element = inner;
    }
    return element;
  };

  /** @param {Element | null} element @returns {boolean} whether keys write into it */
  const editable = (element) => element instanceof HTMLElement
    && (element.isContentEditable || element.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])'));

  /** @param {Element} element @param {string} key @returns {boolean} whether the browser itself makes a click of this key */
  const native = (element, key) => element.matches('button, summary, input')
    || (key === 'Enter' && element.matches('a[href]'));

  return { innermost, editable, native };
})();
