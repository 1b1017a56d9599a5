'use strict';
/** Finds our bar a place on the screen where it stands over none of the page's controls. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).place ??= (() => {
  const { dom, session, shield } = JagaJempol;
  /** Pixels to the edge of the screen, between rows of places, and between points that are asked what stands there. */
  const EDGE = 12;
  const ROW = 24;
  const POINT = 14;
  /** So many times the bar's own size, a control is a card or a tile, which is pressed beside the bar just as well. */
  const LARGE = 8;
  const PRESSABLE = 'a[href], button, input, select, textarea, summary, label, iframe, video, [contenteditable]:not([contenteditable="false"]), '
    + '[role="button"], [role="link"], [role="menuitem"], [role="checkbox"], [role="radio"], [role="switch"], [role="tab"], [role="slider"]';

  /** @param {Element} own @param {number} x @param {number} y @param {number} size in square pixels @returns {boolean} */
  const taken = (own, x, y, size) => {
    const there = document.elementsFromPoint(x, y).find((element) => element !== own);
    if (!there) return false;
    if (shield.mine(there)) return true;
    const control = dom.closest(there, [PRESSABLE, session.adapter?.pressable].filter(Boolean).join(', '));
    const box = control?.getBoundingClientRect();
    return box !== undefined && box.width * box.height < LARGE * size;
  };

  /** @param {number} from @param {number} length @returns {number[]} points along a side, both ends included */
  const along = (from, length) => {
    const parts = Math.max(1, Math.ceil(length / POINT));
    return Array.from({ length: parts + 1 }, (_, part) => Math.round(from + (Math.max(length - 1, 0) * part) / parts));
  };

  /** @param {Element} own our element @param {Box} box on the screen @returns {boolean} whether nothing to press is under it */
  const free = (own, { left, top, width, height }) =>
    along(left, width).every((x) => along(top, height).every((y) => !taken(own, x, y, width * height)));

  /** @param {number} width @param {number} height @returns {Box[]} the lower edge first, then the upper, then towards the middle */
  const places = (width, height) => {
    const right = document.documentElement.clientWidth - width - EDGE;
    const bottom = innerHeight - height - EDGE;
    const rows = [];
    for (let top = bottom; top >= EDGE; top -= ROW) rows.push(top);
    rows.sort((a, b) => Math.abs(b - bottom / 2) - Math.abs(a - bottom / 2) || b - a);
    return rows.flatMap((top) => [right / 2, EDGE, right].map((left) => ({ left: Math.max(0, left), top, width, height })));
  };

  /** @param {Element} own @param {{width: number, height: number}} size @returns {Box | null} the first place that is free */
  const find = (own, { width, height }) => places(width, height).find((box) => free(own, box)) ?? null;

  return { free, find };
})();
