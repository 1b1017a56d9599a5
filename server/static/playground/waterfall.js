/**
 * The points as a table, one entry of the evidence a row: each bar begins where the one before ended, and the last
 * sum is the verdict's points.
 */
import { make } from './dom.js';
import { fieldName } from './spans.js';
import { t } from './words.js';

const SHOWN = 30;

/**
 * @param {HTMLElement} place Filled anew.
 * @param {Map<string, string>} texts
 * @param {any} answer Of /v1/playground/explain.
 * @param {{ thresholds: Record<string, number>, say: (rule: string, why: string) => string, file: (rule: string) => string,
 *   point: (number: number) => void, open: (path: string) => void }} page
 */
export function showWaterfall(place, texts, answer, page) {
  const { evidence, points } = answer.verdict;
  if (!evidence.length) {
    place.replaceChildren(make('p', { className: 'hint' }, t('waterfall-empty')));
    return;
  }
  let sum = 0;
  const steps = evidence.map((/** @type {any} */ item, /** @type {number} */ number) => {
    const before = sum;
    sum += item.points;
    return { item, number, before, after: sum };
  });
  const ends = [0, page.thresholds.campaign, ...steps.map((/** @type {any} */ step) => step.after)];
  const scale = { low: Math.min(...ends), high: Math.max(...ends), thresholds: page.thresholds };
  const rows = steps.map((/** @type {any} */ step) => row(step, texts, answer.kinds[step.number], scale, page));
  const total = make('tr', { className: 'total' },
    make('th', { scope: 'row' }, t('total')), make('td', { className: 'where' }, thresholdsIn(scale)), make('td'),
    make('td', { className: 'number' }, String(points)), make('td', {}, bar(0, points, 'total', scale)));
  const body = make('tbody', {}, ...rows.slice(0, SHOWN));
  const table = make('table', { className: 'waterfall' },
    make('thead', {}, make('tr', {}, ...['why', 'where', 'points', 'sum', 'bar'].map((key) =>
      make('th', { scope: 'col' }, t(`column-${key}`))))),
    body, make('tfoot', {}, total));
  const more = rows.length > SHOWN && make('button', { type: 'button', className: 'quiet' }, t('more', { count: rows.length - SHOWN }));
  if (more) {
    more.addEventListener('click', () => {
      body.append(...rows.slice(SHOWN));
      more.remove();
    });
  }
  place.replaceChildren(table, ...(more ? [more] : []));
}

/** @param {{ thresholds: Record<string, number> }} scale */
const thresholdsIn = ({ thresholds }) => ['mention', 'campaign'].map((level) => t(`threshold-${level}`, { points: thresholds[level] })).join(', ');

/**
 * @param {{ item: any, number: number, before: number, after: number }} step
 * @param {Map<string, string>} texts
 * @param {string} kind
 * @param {any} scale
 * @param {any} page
 */
function row({ item, number, before, after }, texts, kind, scale, page) {
  const { rule, field, start, end, points, why } = item;
  const words = end > start ? [...texts.get(field) ?? ''].slice(start, end).join('') : '';
  const file = page.file(rule);
  const open = file && make('button', { type: 'button', className: 'quiet', title: file }, t('open'));
  if (open) {
    open.addEventListener('click', () => page.open(file));
  }
  const quote = words && make('button', { type: 'button', className: 'quote', title: t('show') }, `“${short(words)}”`);
  if (quote) {
    quote.addEventListener('click', () => page.point(number));
  }
  return make('tr', { className: kind },
    make('th', { scope: 'row' }, page.say(rule, why), ' ', make('small', { className: 'hint' }, t(`kind-${kind}`)), ' ', open),
    make('td', { className: 'where' }, field && `${fieldName(field)} `, quote),
    make('td', { className: 'number' }, signed(points)),
    make('td', { className: 'number' }, String(after)),
    make('td', {}, bar(before, after, kind, scale)));
}

/** @param {number} points */
const signed = (points) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

/** @param {string} words */
const short = (words) => ([...words].length > 60 ? `${[...words].slice(0, 57).join('')} …` : words);

/**
 * @param {number} before
 * @param {number} after
 * @param {string} kind
 * @param {{ low: number, high: number, thresholds: Record<string, number> }} scale
 */
function bar(before, after, kind, { low, high, thresholds }) {
  const percent = (/** @type {number} */ points) => (100 * (points - low)) / (high - low || 1);
  const track = make('div', { className: 'track', 'aria-hidden': 'true' });
  for (const level of ['mention', 'campaign']) {
    const line = make('i', { className: `threshold ${level}` });
    line.style.left = `${percent(thresholds[level])}%`;
    track.append(line);
  }
  if (before === after) {
    return track;
  }
  const fill = make('b', { className: kind });
  fill.style.left = `${percent(Math.min(before, after))}%`;
  fill.style.width = `${Math.abs(percent(after) - percent(before))}%`;
  track.append(fill);
  return track;
}
