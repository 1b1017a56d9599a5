'use strict';
/** The text of an element as a person reads it: emoji drawn as pictures are in it, buttons inside it are not. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).words ??= (() => {
  const { dom } = JagaJempol;
  const BLOCKS = new Set(['DIV', 'P', 'LI', 'BR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'SECTION', 'TR']);
  const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'BUTTON']);
  const MOST = 8000;
  /** No post has as many; of what has, the browser's own text is taken at once, buttons and all. */
  const NODES = 10_000;
  /** Longer alternative texts describe a picture, which is read apart. */
  const EMOJI = 16;
  const { SHOW_ELEMENT, SHOW_TEXT, FILTER_ACCEPT, FILTER_REJECT } = NodeFilter;

  /** @param {string} omit @param {Element[]} without @returns {(node: Node) => number} */
  const accepting = (omit, without) => (node) => {
    if (!(node instanceof Element)) return FILTER_ACCEPT;
    const ours = JagaJempol.shield.mine(node) || (omit !== '' && dom.matches(node, omit)) || without.includes(node);
    // "Lihat selengkapnya" stands inside the text it unfolds.
    return ours || SKIPPED.has(tagOf(node)) || dom.attribute(node, 'role') === 'button' ? FILTER_REJECT : FILTER_ACCEPT;
  };

  /** Cut without leaving half a character, which no engine and no server accepts. @param {string} text @param {number} most */
  const cut = (text, most) => text.slice(0, most).toWellFormed();

  /** @param {Element} element */
  const tagOf = (element) => dom.tag(element).toUpperCase();

  /** @param {string} text */
  const collapse = (text) => text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[\n ]*/g, '\n');

  /** @param {Node} node */
  const said = (node) => {
    if (node instanceof HTMLImageElement) return node.alt.length <= EMOJI ? node.alt : '';
    if (node instanceof Element) return BLOCKS.has(tagOf(node)) ? '\n' : '';
    return node.nodeValue ?? '';
  };

  /**
   * Piece by piece: a text may be megabytes long, and space that nobody sees must not use up the room.
   * @param {Element} element @param {number} [most] UTF-16 units @param {string} [omit] what inside is not read
   * @param {Element[]} [without] nor these @returns {string}
   */
  const of = (element, most = MOST, omit = '', without = []) => {
    // What a page says about itself to those who link to it.
    if (element instanceof HTMLMetaElement) return cut(collapse(element.content).trim(), most);
    const walker = document.createTreeWalker(element, SHOW_ELEMENT | SHOW_TEXT, accepting(omit, without));
    let text = '';
    let full = false;
    /** @param {string} piece */
    const add = (piece) => {
      for (let at = 0; at < piece.length && !full; at += most) {
        text += piece.slice(at, at + most);
        if (text.length < 2 * most) continue;
        text = collapse(text);
        full = text.trimStart().length >= most;
      }
    };
    for (let nodes = 0; !full && walker.nextNode(); nodes += 1) {
      add(said(walker.currentNode));
      if (nodes < NODES) continue;
      text = '';
      add(dom.text(element));
      break;
    }
    return cut(collapse(text).trim(), most);
  };

  return { of, cut };
})();
