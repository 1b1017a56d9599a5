'use strict';
/** Finds the post (or comment, or profile) that something belongs to. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).units ??= (() => {
  const HIGHEST = 30;
  /** Where climbing must end, however few anchors there are. */
  const TOP = 'body, main, [role="main"], [role="dialog"], [role="feed"]';

  /**
   * The largest ancestor that holds exactly one anchor. Three unrelated projects found that this outlives every
   * change of a site's containers.
   * @param {Element} element @param {string} anchor @returns {Element | null}
   */
  const climb = (element, anchor) => {
    let best = null;
    let node = /** @type {Element | null} */ (element);
    for (let height = 0; node && height < HIGHEST && !node.matches(TOP); height += 1, node = node.parentElement) {
      const count = node.querySelectorAll(anchor).length + Number(node.matches(anchor));
      if (count > 1) break;
      if (count === 1) best = node;
    }
    return best;
  };

  /**
   * Roots of one kind nest where sites wrap a post twice or put a quoted post inside; the outer one is the post.
   * @param {CompiledUnit} unit @param {Element} root
   */
  const outermost = (unit, root) => {
    let found = root;
    for (let next = root.parentElement?.closest(unit.selector); next; next = next.parentElement?.closest(unit.selector)) {
      found = next;
    }
    return found;
  };

  /** @param {CompiledUnit} unit @param {Act | undefined} act */
  const answers = (unit, act) => act === undefined || !unit.acts || unit.acts.includes(act);

  /** @param {CompiledAdapter} adapter @param {Element} element @param {Act} [act] @returns {Found | null} */
  const at = (adapter, element, act) => {
    let root = adapter.roots ? element.closest(adapter.roots) : null;
    while (root) {
      const here = root;
      const unit = adapter.units.find((one) => here.matches(one.selector));
      if (unit && answers(unit, act)) return { unit, root: outermost(unit, here) };
      root = here.parentElement?.closest(adapter.roots) ?? null;
    }
    for (const unit of adapter.units) {
      if (unit.climbSelector === '' || !answers(unit, act)) continue;
      const climbed = climb(element, unit.climbSelector);
      if (climbed) return { unit, root: climbed };
    }
    return null;
  };

  /** The post that the page's own address names, on pages about one post. @param {CompiledAdapter} adapter @returns {Found | null} */
  const byAddress = (adapter) => {
    for (const unit of adapter.units) {
      if (!unit.identity) continue;
      for (const link of document.querySelectorAll(unit.identity.join(', '))) {
        if (!(link instanceof HTMLAnchorElement) || link.pathname !== location.pathname) continue;
        const found = at(adapter, link);
        if (found?.unit === unit) return found;
      }
    }
    return null;
  };

  return { at, byAddress };
})();
