'use strict';
/**
 * Watches the page for posts: nodes that were added, never the whole document again. A post is read when it comes
 * into view, in idle slices, so that its verdict is there before the click.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).watch ??= (() => {
  const { anchors, context, dom, marks, pace, session, tally, units, shield, verdicts, controls } = JagaJempol;
  const SLICE = 8;
  const MARGIN = '300px 0px';
  /** How long marks wait, in milliseconds, for the page to have loaded; and after it for its scripts to begin. */
  const LOADING = 5000;
  const BEGINNING = 150;
  /** A page that never stands still is not waited for any longer, in milliseconds. */
  const LATEST = 1000;
  /** Where posts are told by the names of their controls, which a page may give later. */
  const NAMES = ['aria-label', 'title', 'alt'];
  /** @type {Act[]} */
  const BESIDE = ['like', 'react', 'share', 'follow', 'subscribe', 'join'];

  /** @type {Set<Element>} added or changed, to be searched for posts */
  const changed = new Set();
  /** @type {Set<Element>} controls within them, whose names may tell posts */
  const toName = new Set();
  /** @type {Set<Element>} searched, until their controls are named */
  const searched = new Set();
  /** Since when the oldest of them waits. */
  let waiting = 0;
  /** @type {Set<Element>} may belong to a post */
  const toPlace = new Set();
  /** @type {Map<Element, Found>} */
  const known = new Map();
  /** @type {Map<Element, Reading>} in view, as last read */
  const readings = new Map();
  /** @type {Set<Element>} in view or about to be */
  const inView = new Set();
  /** @type {Set<Element>} to be read */
  const toRead = new Set();
  let scheduled = false;
  let on = false;
  /** Posts are read wherever they stand. */
  let wide = false;
  /** A framework that takes over what the server wrote would find a mark in it, and write all of it anew. */
  let marking = document.readyState === 'complete';

  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 50));

  /** @param {Element} root @returns {boolean} whether it is to be read and marked */
  const near = (root) => wide || inView.has(root);

  const schedule = () => {
    if (scheduled || !on) return;
    try {
      idle(slice, { timeout: 100 });
      scheduled = true;
    } catch {
      // Firefox still tells of changes in a page that was just left, whose window answers no more.
    }
  };

  /** @param {Element} root */
  const again = (root) => {
    if (!near(root)) return;
    toRead.add(root);
    schedule();
  };

  /** A post that only lost words is read again; what is left of it was searched before. @param {Node} place */
  const lost = (place) => {
    let node = place instanceof Element ? place : null;
    while (node && !known.has(node)) node = dom.parent(node);
    if (node) again(node);
  };

  const mutations = new MutationObserver((records) => {
    const { adapter } = session;
    const named = adapter && anchors.telling(adapter) ? adapter : null;
    for (const { target, addedNodes, type } of records) {
      anchors.age(named, target);
      if (type !== 'childList') {
        const element = type === 'attributes' ? target : target.parentElement;
        if (element instanceof Element) changed.add(element);
        continue;
      }
      for (const node of addedNodes) {
        if (node instanceof Element) changed.add(node);
        else if (target instanceof Element) changed.add(target);
      }
      if (addedNodes.length === 0) lost(target);
    }
    if (changed.size > 0) schedule();
  });

  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        inView.add(target);
        toRead.add(target);
      } else {
        inView.delete(target);
      }
    }
    if (toRead.size > 0) schedule();
  }, { rootMargin: MARGIN });

  /** @param {Found} found */
  const add = (found) => {
    if (near(found.root)) toRead.add(found.root);
    if (known.has(found.root)) return;
    known.set(found.root, found);
    sight.observe(found.root);
  };

  /** @param {CompiledAdapter} adapter @param {Element} element */
  const search = (adapter, element) => {
    if (!dom.connected(element) || shield.mine(element)) return;
    toPlace.add(element);
    if (adapter.anchors) for (const anchor of dom.findAll(element, adapter.anchors)) toPlace.add(anchor);
    if (!anchors.telling(adapter)) return;
    if (searched.size === 0) waiting = performance.now();
    searched.add(element);
    const control = dom.closest(element, adapter.pressable);
    if (control) toName.add(control);
    for (const inner of dom.findAll(element, adapter.pressable)) toName.add(inner);
  };

  /** Once every control is named. @param {CompiledAdapter} adapter */
  const placeNamed = (adapter) => {
    anchors.forget();
    for (const anchor of anchors.byName(adapter)) {
      let node = /** @type {Element | null} */ (anchor);
      while (node && !searched.has(node)) node = dom.parent(node);
      if (node) toPlace.add(anchor);
    }
    searched.clear();
  };

  /** @param {CompiledAdapter} adapter @param {Element} element */
  const place = (adapter, element) => {
    const found = dom.connected(element) ? units.at(adapter, element) : null;
    if (found && !found.unit.excerpt) add(found);
  };

  /** @param {CompiledAdapter} adapter @param {Element} root */
  const readOne = (adapter, root) => {
    const found = known.get(root);
    if (!found || !dom.connected(root)) return;
    const before = readings.get(root);
    const reading = context.read(adapter, found);
    readings.set(root, reading);
    if (context.empty(reading)) marks.drop(root);
    else if (verdicts.known(reading)) show(root, reading);
    else if (before && before.key !== reading.key && before.identity === reading.identity && pace.restless(root)) pace.rest(root, again);
    else verdicts.want(reading);
  };

  /** The control that the mark stands by. @param {CompiledAdapter} adapter @param {Found} found @returns {Element | null} */
  const beside = (adapter, found) => {
    for (const act of BESIDE) {
      const match = controls.inUnit(adapter, found, act);
      if (match) return match.control;
    }
    return null;
  };

  /** @param {Element} root @param {Reading} reading */
  const show = (root, reading) => {
    const verdict = verdicts.known(reading);
    const { adapter } = session;
    if (!verdict || !adapter || !reading.found) return;
    const wanted = marking && session.active && session.reaction(verdict) !== 'nothing';
    if (!wanted) {
      marks.drop(root);
      return;
    }
    marks.put(reading.found, verdict.level, beside(adapter, reading.found), adapter.pressable);
    tally.marked(reading.identity);
  };

  /** @param {Set<Element>} set @param {number} end @param {(element: Element) => void} work */
  const drain = (set, end, work) => {
    for (const element of set) {
      if (performance.now() >= end) return;
      set.delete(element);
      work(element);
    }
  };

  const slice = () => {
    scheduled = false;
    const { adapter } = session;
    if (!on || !adapter) return;
    const end = performance.now() + SLICE;
    drain(changed, end, (element) => search(adapter, element));
    drain(toName, end, (element) => anchors.look(adapter, element));
    const late = performance.now() - waiting > LATEST;
    if (searched.size > 0 && (changed.size + toName.size === 0 || late)) placeNamed(adapter);
    drain(toPlace, end, (element) => place(adapter, element));
    drain(toRead, end, (root) => readOne(adapter, root));
    if (changed.size + searched.size + toPlace.size + toRead.size > 0) schedule();
    else sweep();
  };

  /** Forget what left the page; feeds that never end would fill the memory. */
  const sweep = () => {
    if (known.size < 200) return;
    for (const root of known.keys()) {
      if (dom.connected(root)) continue;
      known.delete(root);
      readings.delete(root);
      inView.delete(root);
      marks.drop(root);
      sight.unobserve(root);
    }
  };

  const showAll = () => {
    for (const [root, reading] of readings) if (near(root)) show(root, reading);
  };

  verdicts.onVerdicts(showAll);

  const beginMarking = () => {
    marking = true;
    showAll();
  };

  addEventListener('load', () => setTimeout(() => idle(beginMarking), BEGINNING), { once: true });
  setTimeout(beginMarking, LOADING);

  const rescan = () => {
    known.clear();
    readings.clear();
    inView.clear();
    sight.disconnect();
    marks.clear();
    if (document.documentElement) changed.add(document.documentElement);
    schedule();
  };

  const start = () => {
    on = true;
    const named = session.adapter && anchors.telling(session.adapter);
    mutations.observe(document, { childList: true, subtree: true, characterData: true, ...(named && { attributeFilter: NAMES }) });
    rescan();
  };

  const stop = () => {
    on = false;
    mutations.disconnect();
    sight.disconnect();
    known.clear();
    readings.clear();
    inView.clear();
    changed.clear();
    toName.clear();
    searched.clear();
    toPlace.clear();
    toRead.clear();
    marks.clear();
  };

  /** Read all posts of the page, or those in view only, as is usual. @param {boolean} whole */
  const widen = (whole) => {
    wide = whole;
    if (!wide) return;
    for (const root of known.keys()) toRead.add(root);
    schedule();
  };

  /** @returns {Found[]} */
  const list = () => [...known.values()].filter(({ root }) => dom.connected(root));

  return { start, stop, rescan, widen, list, shown: (root) => readings.get(root) };
})();
