'use strict';
/** The text of an element as a person reads it: emoji drawn as pictures are in it, buttons inside it are not. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).words ??= (() => {
  const BLOCKS = new Set(['DIV', 'P', 'LI', 'BR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'SECTION', 'TR']);
  const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'BUTTON']);
  const MOST = 8000;
  /** Longer alternative texts describe a picture, which is read apart. */
  const EMOJI = 16;
  const { SHOW_ELEMENT, SHOW_TEXT, FILTER_ACCEPT, FILTER_REJECT } = NodeFilter;

  /** @param {string} omit @returns {(node: Node) => number} */
  const accepting = (omit) => (node) => {
    if (!(node instanceof Element)) return FILTER_ACCEPT;
    const ours = node.localName.startsWith('jaga-jempol') || (omit !== '' && node.matches(omit));
    // "Lihat selengkapnya" stands inside the text it unfolds.
    return ours || SKIPPED.has(node.nodeName) || node.getAttribute('role') === 'button' ? FILTER_REJECT : FILTER_ACCEPT;
  };

  /** Cut without leaving half a character, which no engine and no server accepts. @param {string} text @param {number} most */
  const cut = (text, most) => text.slice(0, most).toWellFormed();

  /** @param {Element} element @param {number} [most] UTF-16 units @param {string} [omit] what inside is not read @returns {string} */
  const of = (element, most = MOST, omit = '') => {
    const walker = document.createTreeWalker(element, SHOW_ELEMENT | SHOW_TEXT, accepting(omit));
    let text = '';
    while (walker.nextNode() && text.length < most) {
      const node = walker.currentNode;
      if (node instanceof HTMLImageElement) text += node.alt.length <= EMOJI ? node.alt : '';
      else if (BLOCKS.has(node.nodeName)) text += '\n';
      else if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
    }
    return cut(text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[\n ]*/g, '\n').trim(), most);
  };

  return { of, cut };
})();
