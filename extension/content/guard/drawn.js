'use strict';
/**
 * Menus that no role tells: boxes which a page draws at its end once a control of a post was pressed. Of what stands there
 * and stood not at the press, the post is meant.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).drawn ??= (() => {
  const { dom } = JagaJempol;
  /** One press is several events, in milliseconds; a page may draw at the first. */
  const ONE_PRESS = 1000;
  /** How long, in milliseconds, a menu is taken to stay open. */
  const OPEN = 5 * 60_000;
  const MOST = 200;
  /** @type {{control: Element, reading: Reading | null, standing: Set<Element>, at: number} | null} */
  let last = null;

  /** The box at the page's end, or the whole of the page, that an element stands in. @param {Element} element @returns {Element | null} */
  const boxOf = (element) => {
    for (let node = /** @type {Element | null} */ (element); node;) {
      const parent = dom.parent(node);
      if (parent && dom.tag(parent) === 'body') return node;
      const tree = dom.tree(node);
      node = parent ?? (tree instanceof ShadowRoot ? tree.host : null);
    }
    return null;
  };

  /** @param {Element} element @returns {Set<Element>} the boxes that can be seen now */
  const standing = (element) => {
    const body = dom.closest(boxOf(element) ?? element, 'body');
    return new Set(body ? [...dom.children(body)].slice(0, MOST).filter((box) => dom.visible(box)) : []);
  };

  /** @param {Element} element */
  const isNew = (element) => {
    const box = last && Date.now() - last.at < OPEN ? boxOf(element) : null;
    return box !== null && !last?.standing.has(box);
  };

  /**
   * Something was pressed: of a post, which the reading says, or of none.
   * @param {Element} control @param {Reading | null} reading
   */
  const press = (control, reading) => {
    const now = Date.now();
    if (last?.control === control && now - last.at < ONE_PRESS) return;
    if (!reading && isNew(control)) return;
    last = { control, reading, standing: standing(control), at: now };
  };

  /** The post of the box that an element stands in, if that was not there before. @param {Element} element @returns {Reading | null} */
  const behind = (element) => (last && isNew(element) ? last.reading : null);

  const forget = () => {
    last = null;
  };

  return { press, behind, forget };
})();
