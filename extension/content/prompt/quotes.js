'use strict';
/**
 * What was found, in words and with the places it was found at: for every text one quote with the words marked.
 * Neither points nor weights are shown, so that nobody learns here how to write around them.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).quotes ??= (() => {
  /** Lengths in code points, as evidence counts. */
  const LONGEST = 120;
  const AROUND = 30;
  const MOST_PLACES = 4;
  const MOST_REASONS = 3;

  /** The text that a piece of evidence names, such as "text", "quoted.author", "image_alt.0". @param {Context} context @param {string} field */
  const textOf = (context, field) => {
    /** @type {any} */
    let value = context;
    for (const key of field.split('.')) value = value?.[key];
    return typeof value === 'string' ? value : '';
  };

  /** Learned words say little to a reader; they are named only where nothing else was found. @param {Evidence[]} entries */
  const telling = (entries) => {
    const counted = entries.filter(({ points }) => points > 0);
    const named = counted.filter(({ rule }) => !rule.startsWith('weight:'));
    return named.length > 0 ? named : counted;
  };

  /** To the nearest gap between words, outwards or as far as allowed. @param {string[]} chars @param {number} at @param {-1 | 1} step */
  const outward = (chars, at, step) => {
    let place = at;
    for (let left = AROUND; left > 0 && chars[place + (step < 0 ? -1 : 0)] !== undefined; left -= 1) place += step;
    while (place !== at && chars[place + (step < 0 ? -1 : 0)]?.trim()) place -= step;
    return place;
  };

  /**
   * A stretch of text in pieces, some of them marked.
   * @param {string} text @param {{start: number, end: number}[]} spans the strongest first; code points
   * @returns {QuotePiece[]} empty where no span lies in the text
   */
  const cut = (text, spans) => {
    const chars = [...text];
    const inside = spans.filter(({ start, end }) => start < end && end <= chars.length);
    const [first] = inside;
    if (!first) return [];
    const end = Math.min(first.end, first.start + LONGEST);
    const from = outward(chars, first.start, -1);
    const to = outward(chars, end, 1);
    const marked = chars.map((_, index) => inside.some((span) => index >= span.start && index < span.end));
    /** @type {QuotePiece[]} */
    const pieces = [];
    for (let index = from; index < to; index += 1) {
      const char = (chars[index] ?? '').replace(/\s/, ' ');
      const last = pieces.at(-1);
      if (last?.marked === marked[index]) last.text += char;
      else pieces.push({ text: char, marked: marked[index] ?? false });
    }
    if (from > 0) pieces.unshift({ text: '… ', marked: false });
    if (to < chars.length) pieces.push({ text: ' …', marked: false });
    return pieces;
  };

  /**
   * The places that take a side, the person's own words first, then the strongest.
   * @param {Verdict} verdict @param {Context} context @returns {Place[]}
   */
  const places = ({ evidence = [] }, context) => {
    /** @type {Map<string, Evidence[]>} */
    const byField = new Map();
    for (const entry of telling(evidence)) byField.set(entry.field, [...byField.get(entry.field) ?? [], entry]);
    const weight = (/** @type {string} */ field) => (field === 'draft' ? Infinity : (byField.get(field) ?? []).reduce((sum, { points }) => sum + points, 0));
    return [...byField.keys()].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_PLACES).map((field) => {
      const entries = (byField.get(field) ?? []).sort((a, b) => b.points - a.points);
      const reasons = [...new Set(entries.map(({ why }) => why))].slice(0, MOST_REASONS);
      return { field: field.replace(/\.\d+$/, ''), reasons, quote: cut(textOf(context, field), entries) };
    });
  };

  return { cut, places };
})();
