'use strict';
/**
 * Watches the page for posts: nodes that were added, never the whole document again. A post is read when it comes
 * into view, in idle slices, so that its verdict is there before the click.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).watch ??= (() => {
  const { context, marks, session, units, verdicts, controls } = JagaJempol;
  const SLICE = 8;
  const MARGIN = '300px 0px';
  /** @type {Act[]} */
  const BESIDE = ['like', 'react', 'share', 'follow', 'subscribe', 'join'];

  /** @type {Set<Element>} added or changed, to be searched for posts */
  const changed = new Set();
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

  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 50));

  const schedule = () => {
    if (scheduled || !on) return;
    scheduled = true;
    idle(slice, { timeout: 400 });
  };

  const mutations = new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (type === 'characterData') {
        if (target.parentElement) changed.add(target.parentElement);
        continue;
      }
      for (const node of addedNodes) {
        if (node instanceof Element) changed.add(node);
        else if (target instanceof Element) changed.add(target);
      }
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
    if (inView.has(found.root)) toRead.add(found.root);
    if (known.has(found.root)) return;
    known.set(found.root, found);
    sight.observe(found.root);
  };

  /** @param {CompiledAdapter} adapter @param {Element} element */
  const search = (adapter, element) => {
    if (!element.isConnected || element.localName.startsWith('jaga-jempol')) return;
    toPlace.add(element);
    if (adapter.anchors) for (const anchor of element.querySelectorAll(adapter.anchors)) toPlace.add(anchor);
  };

  /** @param {CompiledAdapter} adapter @param {Element} element */
  const place = (adapter, element) => {
    const found = element.isConnected ? units.at(adapter, element) : null;
    if (found && !found.unit.excerpt) add(found);
  };

  /** @param {CompiledAdapter} adapter @param {Element} root */
  const readOne = (adapter, root) => {
    const found = known.get(root);
    if (!found || !root.isConnected) return;
    const reading = context.read(adapter, found);
    readings.set(root, reading);
    if (context.empty(reading)) return;
    if (verdicts.known(reading)) show(root, reading);
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
    const { adapter, settings } = session;
    if (!verdict || !adapter || !reading.found) return;
    const wanted = session.active && (settings.levels[verdict.level] ?? 'nothing') !== 'nothing';
    if (!wanted) {
      marks.drop(root);
      return;
    }
    marks.put(reading.found, verdict.level, beside(adapter, reading.found));
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
    drain(toPlace, end, (element) => place(adapter, element));
    drain(toRead, end, (root) => readOne(adapter, root));
    if (changed.size + toPlace.size + toRead.size > 0) schedule();
    else sweep();
  };

  /** Forget what left the page; feeds that never end would fill the memory. */
  const sweep = () => {
    if (known.size < 200) return;
    for (const root of known.keys()) {
      if (root.isConnected) continue;
      known.delete(root);
      readings.delete(root);
      inView.delete(root);
      sight.unobserve(root);
    }
  };

  verdicts.onVerdicts(() => {
    for (const [root, reading] of readings) if (inView.has(root)) show(root, reading);
  });

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
    mutations.observe(document, { childList: true, subtree: true, characterData: true });
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
    toPlace.clear();
    toRead.clear();
    marks.clear();
  };

  /** @returns {Found[]} */
  const list = () => [...known.values()].filter(({ root }) => root.isConnected);

  return { start, stop, rescan, list, shown: (root) => readings.get(root) };
})();
