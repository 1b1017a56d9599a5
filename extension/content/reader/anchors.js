'use strict';
/**
 * Controls by which posts are told where no root does: by what is written on them, "like (3)", or by a selector. To look
 * at every control takes a while, so an answer holds for a moment, and counts for all that lies around them at once.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).anchors ??= (() => {
  const { dom, names } = JagaJempol;
  const MOST = 3000;
  const LONGEST = 40;
  const KEPT = 250;
  /** How long, in milliseconds, what is written on a control is taken to stand there still. */
  const FRESH = 2000;
  /** Items of a menu bear the names of the buttons of a post. */
  const MENU = '[role="menu"] *';
  /** @type {Map<Element, Act> | null} */
  let named = null;
  /** What lies around them, by what was looked for. @type {Map<string, AnchorTally>} */
  const tallies = new Map();
  /** Names change seldom, and are looked at often. @type {WeakMap<Element, {said: string, act: Act | undefined, at: number}>} */
  const acts = new WeakMap();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Whether the page has changed since they were looked for. */
  let outdated = false;

  /** What sends an answer is often named like what begins one. @param {CompiledAdapter} adapter @param {Element} element */
  const sends = (adapter, element) => {
    const around = dom.parent(element);
    return dom.closest(element, 'form') !== null || (around !== null && adapter.fields !== '' && dom.find(around, adapter.fields) !== null);
  };

  /**
   * Look at what is written on a control. The answer is kept, so that what looks at all of them later is done at once.
   * @param {CompiledAdapter} adapter @param {Element} element @returns {Act | undefined}
   */
  const look = (adapter, element) => {
    if ((element.textContent ?? '').length > LONGEST || dom.matches(element, MENU)) return undefined;
    const icon = dom.find(element, 'svg[aria-label], img[alt]');
    const said = JSON.stringify([element.textContent, ...['aria-label', 'title'].map((name) => dom.attribute(element, name)), icon?.getAttribute('aria-label'), icon?.getAttribute('alt')]);
    const known = acts.get(element);
    const act = known?.said === said ? known.act : names.best(adapter.names, element)?.control.act;
    acts.set(element, { said, act, at: performance.now() });
    return act;
  };

  /** @param {CompiledAdapter} adapter @param {Element} element @returns {Act | undefined} */
  const actOf = (adapter, element) => {
    const known = acts.get(element);
    return known && performance.now() - known.at < FRESH ? known.act : look(adapter, element);
  };

  /** Whether posts are told by what is written on controls. @param {CompiledAdapter} adapter */
  const telling = (adapter) => adapter.units.some(({ climb_acts: some }) => some);

  /** @param {CompiledAdapter} adapter @param {Act[]} wanted @returns {Map<Element, Act>} */
  const lookForNames = (adapter, wanted) => {
    /** @type {Map<Element, Act>} */
    const found = new Map();
    for (const element of [...document.querySelectorAll(adapter.pressable)].slice(0, MOST)) {
      const act = actOf(adapter, element);
      if (act && wanted.includes(act) && (act === 'like' || !sends(adapter, element))) found.set(element, act);
    }
    return found;
  };

  /** @param {CompiledAdapter} adapter @param {Act[]} [wanted] all that tell posts when left out @returns {Element[]} */
  const byName = (adapter, wanted) => {
    const all = adapter.units.flatMap(({ climb_acts: some = [] }) => some);
    if (all.length === 0) return [];
    if (!named) {
      keepForAMoment();
      named = lookForNames(adapter, all);
    }
    return [...named].filter(([, act]) => !wanted || wanted.includes(act)).map(([element]) => element);
  };

  /** Look for them anew when they are next wanted. */
  const forget = () => {
    outdated = false;
    clearTimeout(timer);
    timer = undefined;
    named = null;
    tallies.clear();
  };

  /**
   * The page has changed: what is read in passing may take the answers as they are for their moment, but for the control
   * that was written on anew.
   * @param {CompiledAdapter | null} adapter where posts are told by what is written on controls @param {Node} place
   */
  const age = (adapter, place) => {
    outdated = true;
    if (!adapter) return;
    const element = place instanceof Element ? place : place.parentElement;
    const control = element && dom.closest(element, adapter.pressable);
    if (control) acts.delete(control);
  };

  /** Somebody is about to press, perhaps on what has only just come. */
  const renew = () => {
    if (outdated) forget();
  };

  const keepForAMoment = () => {
    timer ??= setTimeout(forget, KEPT);
  };

  /** @param {string} key @param {() => Iterable<Element>} find @returns {AnchorTally} */
  const tallied = (key, find) => {
    const kept = tallies.get(key);
    if (kept) return kept;
    keepForAMoment();
    /** @type {AnchorTally} */
    const tally = new Map();
    for (const anchor of find()) {
      for (let node = /** @type {Element | null} */ (anchor); node; node = dom.parent(node)) {
        const one = tally.get(node);
        if (one) one.count += 1;
        else tally.set(node, { count: 1, first: anchor });
      }
    }
    tallies.set(key, tally);
    return tally;
  };

  /** @param {CompiledAdapter} adapter @param {Act[]} wanted */
  const tallyByName = (adapter, wanted) => tallied(wanted.join(), () => byName(adapter, wanted));

  /** @param {string} selector */
  const tallyBySelector = (selector) => tallied(selector, () => document.querySelectorAll(selector));

  return { telling, look, byName, tallyByName, tallyBySelector, forget, age, renew };
})();
