'use strict';
/** Finds the post (or comment, or profile) that something belongs to. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).units ??= (() => {
  const { anchors, dom } = JagaJempol;
  const HIGHEST = 30;
  const NEAR = 12;
  /** How far a post may lie around its row of controls, and how much of it is looked at to see whether it says anything. */
  const THREAD = 4;
  const TELLING = 200;
  const CONTROL = 'button, a, [role="button"], [role="menuitem"]';
  const SILENT = 'a, time, label, [role="menuitem"], [role="radio"], [role="radiogroup"]';
  /** Where climbing must end, however few anchors there are. */
  const TOP = 'body, main, [role="main"], [role="dialog"], [role="feed"]';

  /** What holds these is a page and no post, though only one post is on it. */
  const BEYOND = 'nav, [role="navigation"], [role="banner"], [role="search"]';

  /**
   * The largest ancestor that holds exactly one anchor. Three unrelated projects found that this outlives every
   * change of a site's containers.
   * @param {Element} element @param {(node: Element) => number} anchorsIn @param {string} beside what never stands in such a unit
   * @param {Element} [end] the root of a unit around it
   * @returns {Element | null}
   */
  const climb = (element, anchorsIn, beside, end) => {
    let best = null;
    let node = /** @type {Element | null} */ (element);
    for (let height = 0; node && node !== end && height < HIGHEST && !dom.matches(node, TOP); height += 1, node = dom.parent(node)) {
      const count = anchorsIn(node);
      if (count > 1) break;
      if (count === 0) continue;
      if ((beside && (dom.matches(node, beside) || dom.find(node, beside))) || dom.find(node, BEYOND)) break;
      best = node;
    }
    return best;
  };

  /** @param {Element} element @param {string} selector */
  const above = (element, selector) => {
    const parent = dom.parent(element);
    return parent && dom.closest(parent, selector);
  };

  /**
   * Roots of one kind nest where sites wrap a post twice or put a quoted post inside; the outer one is the post.
   * @param {CompiledUnit} unit @param {Element} root
   */
  const outermost = (unit, root) => {
    let found = root;
    for (let next = above(root, unit.selector); next; next = above(next, unit.selector)) found = next;
    return found;
  };

  /**
   * How many anchors are in a node; null where none is known. Of a site that nobody has described all are counted at once.
   * @param {CompiledUnit} unit @param {Element} element from which one climbs @returns {((node: Element) => number) | null}
   */
  const countBySelector = ({ climbSelector, climb_acts: acts }, element) => {
    if (climbSelector === '') return null;
    if (acts && dom.tree(element) === document) return counting(anchors.tallyBySelector(climbSelector));
    return (node) => dom.findAll(node, climbSelector).length + Number(dom.matches(node, climbSelector));
  };

  /** The same by what is written on controls. @param {CompiledUnit} unit @param {CompiledAdapter} adapter */
  const countByName = ({ climb_acts: acts }, adapter) => (acts ? counting(anchors.tallyByName(adapter, acts)) : null);

  /** @param {AnchorTally} tally @returns {((node: Element) => number) | null} */
  const counting = (tally) => (tally.size > 0 ? (node) => tally.get(node)?.count ?? 0 : null);

  /** What lies around a post that a root tells is not the post. @param {CompiledUnit} unit @param {Element} climbed */
  const holdsRoot = ({ selector }, climbed) => selector !== '' && dom.find(climbed, selector) !== null;

  /** Beside controls, which are no words of a post. @param {Element} element @param {Element[]} [without] */
  const says = (element, without) => /\p{L}.*\s\p{L}/su.test(JagaJempol.words.of(element, TELLING, SILENT, without));

  /** What a control alone told may be a menu that offers it, and then says nothing else. @param {Found} found */
  const silent = ({ unit, root, without }) => Boolean(unit.climb_acts) && (dom.matches(root, CONTROL) || !says(root, without));

  /**
   * Where answers stand in the post that they answer, the largest ancestor with one anchor is no more than its row of
   * controls. The post is then around it, without what holds the anchors of others, if its own comes first.
   * @param {CompiledUnit} unit @param {CompiledAdapter} adapter @param {Element} row @returns {Found}
   */
  const aboveAnswers = (unit, adapter, row) => {
    const found = { unit, root: row };
    if (!unit.climb_acts || says(row)) return found;
    const tally = anchors.tallyByName(adapter, unit.climb_acts);
    let node = dom.parent(row);
    for (let height = 0; node && height < THREAD && !dom.matches(node, TOP) && !dom.find(node, BEYOND); height += 1, node = dom.parent(node)) {
      const first = tally.get(node)?.first;
      if (!first || !dom.contains(row, first)) break;
      const without = [...node.children].filter((child) => !dom.contains(child, row) && tally.has(child));
      if (says(node, without)) return { unit, root: node, without };
    }
    return found;
  };

  /**
   * What stands in such a post and beside its row of controls: its poll, the button to follow who wrote it.
   * @param {CompiledUnit} unit @param {CompiledAdapter} adapter @param {Element} element @param {(node: Element) => number} anchorsIn
   * @returns {Found | null}
   */
  const besideRow = (unit, adapter, element, anchorsIn) => {
    if (!unit.climb_acts) return null;
    let node = /** @type {Element | null} */ (element);
    for (let height = 0; node && height < THREAD + 1 && !dom.matches(node, TOP) && anchorsIn(node) === 0; height += 1) node = dom.parent(node);
    const first = node && anchors.tallyByName(adapter, unit.climb_acts).get(node)?.first;
    const row = first && climb(first, anchorsIn, unit.besideSelector);
    const found = row ? aboveAnswers(unit, adapter, row) : null;
    return found && dom.contains(found.root, element) && found.without ? found : null;
  };

  /** @param {CompiledUnit} unit @param {Act | undefined} act */
  const answers = (unit, act) => act === undefined || !unit.acts || unit.acts.includes(act);

  /**
   * Comments stand in the root of their post and have none of their own: units named before its unit are climbed to first.
   * @param {CompiledAdapter} adapter @param {Found} around @param {Element} element @param {Act | undefined} act @returns {Found | null}
   */
  const within = ({ units }, { unit: outer, root }, element, act) => {
    for (const unit of units.slice(0, units.indexOf(outer))) {
      const anchorsIn = answers(unit, act) ? countBySelector(unit, element) : null;
      const climbed = anchorsIn && dom.find(root, unit.climbSelector) ? climb(element, anchorsIn, unit.besideSelector, root) : null;
      if (climbed) return { unit, root: climbed };
    }
    return null;
  };

  /** @param {CompiledAdapter} adapter @param {EventTarget | null} target @returns {boolean} whether two people talk there */
  const inPrivate = (adapter, target) => adapter.private !== '' && target instanceof Element && dom.closest(target, adapter.private) !== null;

  /** @param {CompiledAdapter} adapter @param {Element} element @param {Act} [act] @returns {Found | null} */
  const at = (adapter, element, act) => {
    if (inPrivate(adapter, element)) return null;
    let root = adapter.roots ? dom.closest(element, adapter.roots) : null;
    while (root) {
      const here = root;
      const unit = adapter.units.find((one) => one.selector !== '' && dom.matches(here, one.selector));
      if (unit && answers(unit, act)) {
        const found = { unit, root: outermost(unit, here) };
        return within(adapter, found, element, act) ?? found;
      }
      root = above(here, adapter.roots);
    }
    if (element === document.documentElement) return null;
    for (const bySelector of [true, false]) {
      for (const unit of adapter.units) {
        if (!answers(unit, act)) continue;
        const anchorsIn = bySelector ? countBySelector(unit, element) : countByName(unit, adapter);
        const climbed = anchorsIn && climb(element, anchorsIn, unit.besideSelector);
        if (climbed && !holdsRoot(unit, climbed)) return aboveAnswers(unit, adapter, climbed);
        const around = anchorsIn && !climbed ? besideRow(unit, adapter, element, anchorsIn) : null;
        if (around) return around;
      }
    }
    for (const unit of adapter.units) {
      const near = act && unit.nearSelector && unit.acts?.includes(act) ? nearest(adapter, element, unit.nearSelector) : null;
      if (near) return { unit, root: near };
    }
    // The button of a component stands in the post that the component stands in.
    const tree = dom.tree(element);
    return tree instanceof ShadowRoot ? at(adapter, tree.host, act) : null;
  };

  /**
   * Around a button to follow, in a list or below a profile's heading: the nearest ancestor that holds a landmark, grown
   * until one of somebody else, or a private talk, would come in.
   * @param {CompiledAdapter} adapter @param {Element} element @param {string} landmark @returns {Element | null}
   */
  const nearest = (adapter, element, landmark) => {
    let best = null;
    let known = 0;
    let node = dom.parent(element);
    for (let height = 0; node && height < NEAR && !dom.matches(node, TOP); height += 1, node = dom.parent(node)) {
      if (adapter.private && dom.find(node, adapter.private)) break;
      const who = new Set([...dom.findAll(node, landmark)].map((mark) => (mark instanceof HTMLAnchorElement ? mark.pathname : mark.textContent)));
      if (who.size === 0) continue;
      if ((best && who.size > known) || dom.find(node, BEYOND)) break;
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

  return { at, byAddress, inPrivate, onPage, silent };
})();
