'use strict';
/**
 * The small mark by the controls. It takes no room: its host stands outside the flow at the end of the row of controls,
 * and is moved to the corner of the control it speaks of.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).marks ??= (() => {
  const { build, shield, styles, wording } = JagaJempol;
  const SIZE = 18;
  const GAP = 6;

  /** @typedef {{host: HTMLElement, button: HTMLElement, tip: HTMLElement, level: Level, near: Element}} Mark */
  /** @type {Map<Element, Mark>} by root of the post */
  const marks = new Map();

  /** @param {Mark} mark */
  const reveal = ({ button, tip }) => {
    if (tip.matches(':popover-open')) return;
    tip.showPopover();
    const at = button.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - size.width - 8));
    const above = at.top - size.height - GAP;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : at.bottom + GAP}px`;
  };

  /** @param {Mark} mark */
  const hide = ({ tip }) => {
    if (tip.matches(':popover-open')) tip.hidePopover();
  };

  /** @param {Mark} mark @returns {(event: Event) => void} */
  const answer = (mark) => (event) => {
    if (event.type === 'pointerover' || event.type === 'focusin' || event.type === 'click') reveal(mark);
    if (event.type === 'pointerout' || event.type === 'focusout') hide(mark);
    if (event instanceof KeyboardEvent && event.key === 'Escape') hide(mark);
  };

  /**
   * To the upper corner of the control, wherever the row has put our host. Its middle must stay free to be pressed, and
   * some controls are as small as a checkbox.
   * @param {Mark} mark
   */
  const pin = ({ host, button, near }) => {
    const from = host.getBoundingClientRect();
    const to = near.getBoundingClientRect();
    const overlap = Math.min(SIZE / 2, Math.min(to.width, to.height) / 4);
    const left = Math.min(to.right - overlap, document.documentElement.clientWidth - SIZE);
    button.style.left = `${Math.round(left - from.left)}px`;
    button.style.top = `${Math.round(to.top + overlap - SIZE - from.top)}px`;
  };

  /** @param {Element} root */
  const drop = (root) => {
    marks.get(root)?.host.remove();
    marks.delete(root);
  };

  /** @param {Found} found @param {Level} level @param {Element | null} near a control of the post */
  const put = ({ root }, level, near) => {
    const beside = near ?? root;
    const earlier = marks.get(root);
    if (earlier?.host.isConnected && earlier.level === level && earlier.near === beside) return;
    drop(root);
    const host = document.createElement('jaga-jempol-mark');
    host.dataset.level = level;
    const button = build.element('button', { type: 'button', 'data-level': level, 'aria-label': wording.mark(level) }, build.thumb());
    const tip = build.element('div', { popover: 'manual', role: 'tooltip' }, wording.mark(level));
    build.closedRoot(host, styles.mark, button, tip);
    const mark = { host, button, tip, level, near: beside };
    shield.adopt(host, answer(mark));
    (near?.parentElement ?? root).append(host);
    pin(mark);
    marks.set(root, mark);
  };

  const clear = () => [...marks.keys()].forEach(drop);

  return { put, drop, clear };
})();
