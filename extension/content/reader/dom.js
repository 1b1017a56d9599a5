'use strict';
/**
 * Questions to an element that the page cannot answer in its stead: a form with a field named "closest" gives that field
 * for the method, in Chromium to content scripts as well. For whatever may be a form: ancestors, roots, targets of events.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).dom ??= (() => {
  /** @param {Function | undefined} method @returns {any} the method as a function of its element */
  const plain = (method) => Function.prototype.call.bind(/** @type {Function} */ (method));

  /** @param {object} prototype @param {string} name */
  const getter = (prototype, name) => plain(Object.getOwnPropertyDescriptor(prototype, name)?.get);

  const { closest, matches, querySelector, querySelectorAll, getAttribute, append, scrollIntoView } = Element.prototype;
  const { compareDocumentPosition, contains, getRootNode } = Node.prototype;
  const position = plain(compareDocumentPosition);
  return {
    closest: plain(closest),
    matches: plain(matches),
    find: plain(querySelector),
    findAll: plain(querySelectorAll),
    attribute: plain(getAttribute),
    append: plain(append),
    scroll: plain(scrollIntoView),
    /** For sorting in the order of the page. @param {Node} a @param {Node} b @returns {number} */
    byPlace: (a, b) => (a === b ? 0 : position(a, b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1),
    contains: plain(contains),
    tree: plain(getRootNode),
    dispatch: plain(EventTarget.prototype.dispatchEvent),
    submit: plain(HTMLFormElement.prototype.requestSubmit),
    focus: plain(HTMLElement.prototype.focus),
    editable: getter(HTMLElement.prototype, 'isContentEditable'),
    parent: getter(Node.prototype, 'parentElement'),
    connected: getter(Node.prototype, 'isConnected'),
    children: getter(Element.prototype, 'children'),
    visible: plain(Element.prototype.checkVisibility),
    text: getter(Node.prototype, 'textContent'),
    tag: getter(Element.prototype, 'localName'),
  };
})();
