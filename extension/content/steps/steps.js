'use strict';
/**
 * "Telusuri tanda": from one marked post to the next, so that a person can look at what they liked long ago and take it
 * back themselves. Nothing is pressed for them, kept or sent.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).steps ??= (() => {
  const { bar, dom, marks, prompt, session, texts, verdicts, watch } = JagaJempol;
  /** @type {Record<string, number>} */
  const KEYS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  /** What shows that the person turned to something else. */
  const ELSEWHERE = ['pointerdown', 'wheel', 'keydown'];
  let on = false;
  /** @type {Element | null} root of the post stood at; null once it left the page or lost its mark */
  let current = null;
  /** Its number among the marked posts, from 0; of the one that came after it once it is gone. */
  let at = 0;
  /** Led below the last mark: the next one that comes is the one wanted. */
  let searching = false;

  /** @param {Element[]} roots @returns {string} */
  const said = (roots) => {
    if (roots.length === 0) return texts.say('markStepNone');
    if (!current) return texts.say('markStepGone', String(roots.length));
    const key = searching && at === roots.length - 1 ? 'markStepLast' : 'markStepPlace';
    return texts.say(key, String(at + 1), String(roots.length));
  };

  /** @param {Element[]} roots */
  const tell = (roots) => bar.tell(said(roots), { previous: at > 0, next: roots.length > 0 });

  /** @param {Element[]} roots @param {number} index */
  const go = (roots, index) => {
    const root = roots[index];
    if (!root) return;
    searching = false;
    current = root;
    at = index;
    marks.visit(root);
    tell(roots);
  };

  /** Marks may have come, gone or changed their order. */
  const follow = () => {
    if (!bar.there()) {
      end();
      return;
    }
    const roots = marks.list();
    const index = current ? roots.indexOf(current) : -1;
    if (index >= 0) at = index;
    else {
      current = null;
      at = Math.min(at, roots.length);
      // What had the focus went with the post.
      if (document.activeElement === document.body) bar.focus();
    }
    if (searching && roots[at + 1]) go(roots, at + 1);
    else tell(roots);
  };

  /** To posts below that were not judged yet, or to where the site loads more. @param {Element[]} roots */
  const search = (roots) => {
    const from = current ?? roots.at(-1);
    const below = watch.list().map(({ root }) => root).sort(dom.byPlace).filter((root) => from && dom.byPlace(from, root) < 0);
    const goal = below.find((root) => !watch.shown(root)) ?? below.at(-1) ?? from;
    searching = true;
    if (goal) dom.scroll(goal, { block: 'start', behavior: 'instant' });
    tell(roots);
  };

  /** @param {number} by 1 for the next, -1 for the one before */
  const step = (by) => {
    const roots = marks.list();
    const index = current || by < 0 ? at + by : at;
    if (index < roots.length) go(roots, index);
    else search(roots);
  };

  /** @param {Event} event of a mark or of the bar @param {string} [pressed] a button of the bar */
  const answer = (event, pressed = '') => {
    if (!on || !event.isTrusted) return;
    const by = event instanceof KeyboardEvent && event.type === 'keydown' ? KEYS[event.key] : undefined;
    if (by !== undefined) {
      event.preventDefault();
      step(by);
    } else if (pressed === 'previous') step(-1);
    else if (pressed === 'next') step(1);
    else if (pressed === 'end' || (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape')) end();
  };

  /** Esc ends it from anywhere in the page, which has its own uses for the key. @param {Event} event */
  const listen = (event) => {
    if (!event.isTrusted || prompt.open) return;
    if (event instanceof KeyboardEvent && event.key === 'Escape') end();
    else if (searching) {
      searching = false;
      tell(marks.list());
    }
  };

  /** The first mark that is in view or below. @param {Element[]} roots @returns {number} */
  const nearest = (roots) => {
    const index = roots.findIndex((root) => root.getBoundingClientRect().bottom > 0);
    return index < 0 ? roots.length - 1 : index;
  };

  /** @returns {boolean} whether there is a mark to begin at */
  const start = () => {
    const roots = marks.list();
    if (!session.active || roots.length === 0) return false;
    if (!on) {
      on = true;
      bar.open(answer, follow);
      for (const type of ELSEWHERE) addEventListener(type, listen, { capture: true, passive: true });
      // With a server, posts that were never in view would be sent to it for being looked through.
      watch.widen(verdicts.local());
    }
    go(roots, nearest(roots));
    return true;
  };

  const end = () => {
    if (!on) return;
    on = false;
    searching = false;
    current = null;
    watch.widen(false);
    for (const type of ELSEWHERE) removeEventListener(type, listen, { capture: true });
    bar.close();
  };

  marks.onEvent(answer);
  session.onChange(() => session.active || end());

  return { start, end };
})();
