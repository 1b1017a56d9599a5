'use strict';
/** Finds the post (or comment, or profile) that something belongs to. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).units ??= (() => {
  const HIGHEST = 30;
  const NEAR = 12;
  /** Where climbing must end, however few anchors there are. */
  const TOP = 'body, main, [role="main"], [role="dialog"], [role="feed"]';

  /** What holds these is a page and no post, though only one post is on it. */
  const BEYOND = 'nav, [role="navigation"], [role="banner"], [role="search"]';

  /**
   * The largest ancestor that holds exactly one anchor. Three unrelated projects found that this outlives every
   * change of a site's containers.
   * @param {Element} element @param {string} anchor @param {string} beside what never stands in such a unit
   * @returns {Element | null}
   */
  const climb = (element, anchor, beside) => {
    let best = null;
    let node = /** @type {Element | null} */ (element);
    for (let height = 0; node && height < HIGHEST && !node.matches(TOP); height += 1, node = node.parentElement) {
      const count = node.querySelectorAll(anchor).length + Number(node.matches(anchor));
      if (count > 1 || (beside && (node.matches(beside) || node.querySelector(beside)))) break;
      if (count === 1 && node.querySelector(BEYOND)) break;
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
      const unit = adapter.units.find((one) => one.selector !== '' && here.matches(one.selector));
      if (unit && answers(unit, act)) return { unit, root: outermost(unit, here) };
      root = here.parentElement?.closest(adapter.roots) ?? null;
    }
    for (const unit of adapter.units) {
      if (unit.climbSelector === '' || !answers(unit, act)) continue;
      const climbed = climb(element, unit.climbSelector, unit.besideSelector);
      if (climbed) return { unit, root: climbed };
    }
    for (const unit of adapter.units) {
      const near = act && unit.nearSelector && unit.acts?.includes(act) ? nearest(element, unit.nearSelector) : null;
      if (near) return { unit, root: near };
    }
    return null;
  };

  /**
   * Around a button to follow, in a list or below a profile's heading: the nearest ancestor that holds a landmark, grown
   * until one of somebody else would come in.
   * @param {Element} element @param {string} landmark @returns {Element | null}
   */
  const nearest = (element, landmark) => {
    let best = null;
    let known = 0;
    let node = element.parentElement;
    for (let height = 0; node && height < NEAR && !node.matches(TOP); height += 1, node = node.parentElement) {
      const who = new Set([...node.querySelectorAll(landmark)].map((mark) => (mark instanceof HTMLAnchorElement ? mark.pathname : mark.textContent)));
      if (who.size === 0) continue;
      if ((best && who.size > known) || node.querySelector(BEYOND)) break;
      best = node;
      known = who.size;
    }
    return best;
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

  /**
   * Of those drawn on the screen (pages left behind stay in the document, hidden) the one nearest its middle.
   * @param {string} selector @returns {Element | null}
   */
  const central = (selector) => {
    const middle = innerHeight / 2;
    let best = null;
    let least = Infinity;
    for (const element of document.querySelectorAll(selector)) {
      const box = element.getBoundingClientRect();
      const away = Math.max(box.top - middle, middle - box.bottom, 0);
      if (box.width === 0 || box.height === 0 || away >= least) continue;
      least = away;
      best = element;
    }
    return best;
  };

  /** The one post that a page is about, for what stands apart from it. @param {CompiledAdapter} adapter @param {Act} [act] @returns {Found | null} */
  const onPage = (adapter, act) => {
    for (const selector of adapter.page) {
      const element = central(selector);
      const found = element && at(adapter, element, act);
      if (found) return found;
    }
    return null;
  };

  return { at, byAddress, onPage };
})();
