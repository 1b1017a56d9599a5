/**
 * Shows the texts of a post with what counted in them, told apart by lines as much as by colour.
 */
import { make } from './dom.js';
import { t } from './words.js';

/** @typedef {{ start: number, end: number, kind: string, item: number, title: string }} Span */

/** @param {string} name A field such as `image_alt.0`. @returns {string} */
export function fieldName(name) {
  const [, place] = /^image_alt\.(\d+)$/.exec(name) ?? [];
  return place === undefined ? t(`field-${name}`) : `${t('field-image_alt')} ${Number(place) + 1}`;
}

/**
 * Cut a text at every border of a span.
 *
 * @param {string} text
 * @param {Span[]} spans Places in code points.
 * @returns {Node[]}
 */
function marked(text, spans) {
  const points = [...text];
  const borders = [...new Set([0, points.length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .filter((place) => place <= points.length).sort((a, b) => a - b);
  return borders.slice(1).map((end, at) => {
    const start = borders[at];
    const part = points.slice(start, end).join('');
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    if (!over.length) {
      return document.createTextNode(part);
    }
    const mark = make('mark', { className: [...new Set(over.map(({ kind }) => kind))].join(' ') }, part);
    mark.title = [...new Set(over.map(({ title }) => title))].join(' · ');
    mark.dataset.items = over.map(({ item }) => item).join(' ');
    return mark;
  });
}

/**
 * @param {HTMLElement} place Filled anew.
 * @param {Map<string, string>} texts
 * @param {any} answer Of /v1/playground/explain.
 * @param {(rule: string, why: string) => string} say The name of a rule.
 */
export function showSpans(place, texts, answer, say) {
  const blocks = [...texts].map(([name, text]) => {
    const seen = answer.fields.find((/** @type {any} */ field) => field.name === name);
    /** @type {Span[]} */
    const spans = answer.verdict.evidence.flatMap((/** @type {any} */ item, /** @type {number} */ number) => {
      const { field, start, end, rule, why } = item;
      return field === name && end > start
        ? [{ start, end, kind: answer.kinds[number], item: number, title: say(rule, why) }] : [];
    });
    for (const { counted, start, end } of seen?.mentions ?? []) {
      if (!counted) {
        spans.push({ start, end, kind: 'doubt', item: -1, title: t('kind-doubt') });
      }
    }
    return make('figure', {}, make('figcaption', { className: 'hint' }, fieldName(name)), make('p', {}, ...marked(text, spans)));
  });
  place.replaceChildren(...blocks);
}

/**
 * Bring the words of one entry of the evidence out, and into view.
 *
 * @param {HTMLElement} place
 * @param {number} number
 */
export function point(place, number) {
  const marks = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('mark'));
  const chosen = [...marks].filter((mark) => mark.dataset.items?.split(' ').includes(String(number)));
  marks.forEach((mark) => mark.classList.toggle('pointed', chosen.includes(mark)));
  chosen[0]?.scrollIntoView({ block: 'nearest' });
}
