'use strict';
/**
 * The small mark by the controls. It takes no room: its host stands outside the flow at the end of the row of controls,
 * and is moved to the corner of the control it speaks of.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).marks ??= (() => {
  const { dom, node, shield, styles, texts, wording } = JagaJempol;
  /** What is seen, and what a finger hits where there is room: that reaches up and to both sides, not down over the control. */
  const SEEN = 18;
  const HIT = 24;
  /** So many controls of a post are asked where they are. */
  const MOST = 80;
  const GAP = 6;
  /** The pointer may cross the gap to the words, and rest on them. Milliseconds. */
  const CROSSING = 300;

  /** @typedef {{host: HTMLElement, button: HTMLElement, tip: HTMLElement, level: Level, near: Element, others: () => Element[], follow: () => void, escape: (event: KeyboardEvent) => void, leaving?: ReturnType<typeof setTimeout>}} Mark */
  /** @type {Map<Element, Mark>} by root of the post */
  const marks = new Map();
  /** @type {Set<(event: Event) => void>} */
  const hearers = new Set();
  /** Led to by the steps: its words would lie over the post that is to be read. @type {Mark | null} */
  let visited = null;

  /** @param {Mark} mark */
  const reveal = (mark) => {
    const { tip } = mark;
    clearTimeout(mark.leaving);
    if (tip.matches(':popover-open')) return;
    tip.showPopover();
    lay(mark);
    addEventListener('scroll', mark.follow, { capture: true, passive: true });
    addEventListener('keydown', mark.escape, { capture: true });
  };

  /** @param {Mark} mark */
  const lay = ({ button, tip }) => {
    const at = button.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - size.width - 8));
    const above = at.top - size.height - GAP;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : at.bottom + GAP}px`;
  };

  /** @param {Mark} mark */
  const hide = ({ tip, follow, escape, leaving }) => {
    clearTimeout(leaving);
    removeEventListener('scroll', follow, { capture: true });
    removeEventListener('keydown', escape, { capture: true });
    if (tip.matches(':popover-open')) tip.hidePopover();
  };

  /** The page is scrolled under the words. @param {Mark} mark */
  const follow = (mark) => {
    const { top, bottom } = mark.button.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) hide(mark);
    else lay(mark);
  };

  /** @param {Mark} mark @returns {(event: Event) => void} */
  const answer = (mark) => (event) => {
    if (event.type === 'pointerover' || event.type === 'click' || (event.type === 'focusin' && visited !== mark)) reveal(mark);
    if (event.type === 'focusout' && visited === mark) visited = null;
    if (event.type === 'focusout' || (event instanceof KeyboardEvent && event.key === 'Escape')) hide(mark);
    if (event.type === 'pointerout') mark.leaving = setTimeout(() => hide(mark), CROSSING);
    for (const hear of hearers) hear(event);
  };

  /** @param {Element} root @param {Element} near @param {string} pressable @returns {Element[]} what else can be pressed in the post */
  const besides = (root, near, pressable) =>
    [...dom.findAll(root, pressable)].slice(0, MOST).filter((other) => !dom.contains(near, other) && !dom.contains(other, near));

  /** Whether a place lies over the middle half of a control, where it is pressed. @param {DOMRect} place @param {DOMRect} control */
  const hinders = (place, { left, top, width, height }) => place.left < left + 0.75 * width && place.right > left + width / 4
    && place.top < top + 0.75 * height && place.bottom > top + height / 4;

  /**
   * To the upper corner of the control, wherever the row has put our host. Its middle must stay free to be pressed, and
   * some controls are as small as a checkbox, or fill a whole frame. What a finger hits is only as large as what is seen
   * where more would lie over the middle of the next control.
   * @param {Mark} mark
   */
  const pin = ({ host, button, near, others }) => {
    const from = host.getBoundingClientRect();
    const to = near.getBoundingClientRect();
    const overlap = Math.min(SEEN / 2, Math.min(to.width, to.height) / 4);
    /** @param {number} size */
    const corner = (size) => {
      const left = Math.min(to.right - overlap - (size - SEEN) / 2, document.documentElement.clientWidth - size);
      return new DOMRect(Math.round(left), Math.round(Math.max(to.top + overlap - size, -scrollY)), size, size);
    };
    const large = corner(HIT);
    const tight = others().some((other) => hinders(large, other.getBoundingClientRect()));
    const place = tight ? corner(SEEN) : large;
    button.toggleAttribute('data-tight', tight);
    button.style.left = `${Math.round(place.left - from.left)}px`;
    button.style.top = `${Math.round(place.top - from.top)}px`;
  };

  /** @param {Element} root */
  const drop = (root) => {
    const mark = marks.get(root);
    if (!mark) return;
    hide(mark);
    mark.host.remove();
    marks.delete(root);
  };

  /**
   * @param {Found} found @param {Level} level @param {Element | null} near a control of the post
   * @param {string} pressable selector of what can be pressed on this site
   */
  const put = ({ root }, level, near, pressable) => {
    const beside = near ?? root;
    const earlier = marks.get(root);
    if (earlier?.host.isConnected && earlier.level === level && earlier.near === beside) return;
    drop(root);
    const host = node.host('jaga-jempol-mark');
    host.dataset.level = level;
    const lang = texts.say('localeCode');
    const button = node.element('button', { type: 'button', lang, 'data-level': level, 'aria-label': wording.mark(level) }, node.thumb());
    const tip = node.element('div', { popover: 'manual', role: 'tooltip', lang }, wording.mark(level));
    node.closedRoot(host, styles.mark, button, tip);
    /** @type {Mark} */
    const mark = { host, button, tip, level, near: beside, others: () => besides(root, beside, pressable), follow: () => follow(mark), escape: ({ key }) => key === 'Escape' && hide(mark) };
    shield.adopt(host, answer(mark));
    dom.append((near && dom.parent(near)) ?? root, host);
    pin(mark);
    marks.set(root, mark);
  };

  const clear = () => [...marks.keys()].forEach(drop);

  /** @returns {Element[]} roots of the posts whose mark can be seen, in the order of the page */
  const list = () => [...marks].filter(([, { host }]) => host.isConnected && host.checkVisibility()).map(([root]) => root).sort(dom.byPlace);

  /** Bring the mark of a post to the middle of the screen, with the focus on it. @param {Element} root */
  const visit = (root) => {
    const mark = marks.get(root);
    if (!mark) return;
    dom.scroll(mark.near, { block: 'center', behavior: 'instant' });
    pin(mark);
    hide(mark);
    visited = mark;
    mark.button.focus({ preventScroll: true });
  };

  return {
    put,
    drop,
    clear,
    list,
    visit,
    onEvent: (/** @type {(event: Event) => void} */ hear) => {
      hearers.add(hear);
    },
  };
})();
