/**
 * A table of local candidates becomes an overlay: columns are guessed, every wrong cell is named, and a preview says
 * which names count by themselves.
 */
import { ask } from './api.js';
import { byId, make, save, tell } from './dom.js';
import { listen } from './flips.js';
import { sayProblem, sentence, t } from './words.js';

const FILE_MAX = 1024 * 1024;
const COLUMNS = [
  'number', 'head', 'deputy', 'pair', 'area', 'province', 'level', 'head_aliases', 'deputy_aliases', 'pair_aliases',
  'slogans', 'parties', 'common', 'source', 'date',
];
const PLAIN = 5;
const PROBLEMS_SHOWN = 50;
const words = Object.fromEntries(COLUMNS.map((column) => [column, true]));

/**
 * @param {{ today: string, onTry: (draft: { path: string, text: string, beside: Record<string, string> }) => void }} page
 *   `onTry` puts the overlay into the editor.
 */
export function createSheet({ today, onTry }) {
  /** @type {{ name: string, data: string } | null} */
  let file = null;
  /** @type {any} */
  let answer = null;
  let made = false;
  const form = byId('sheet-form');
  form.elements.date.value = today;

  /** @param {File[]} files */
  async function take([dropped]) {
    if (!dropped) {
      return;
    }
    file = null;
    answer = null;
    made = false;
    draw();
    if (dropped.size > FILE_MAX) {
      tell(byId('sheet-status'), t('sheet-big', { file: dropped.name }));
      return;
    }
    const bytes = new Uint8Array(await dropped.arrayBuffer());
    file = { name: dropped.name.slice(0, 200), data: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
    await send({});
  }

  /** @param {Record<string, any>} more `columns` and `about`, once they are there. */
  async function send(more) {
    tell(byId('sheet-status'), t('sheet-busy'));
    try {
      answer = await ask('/v1/playground/candidates', { ...file, ...more });
      made = 'about' in more;
    } catch (error) {
      answer = null;
      draw();
      tell(byId('sheet-status'), String(/** @type {Error} */ (error).message));
      return;
    }
    draw();
  }

  function draw() {
    const { header = [], columns = {}, problems = [], advice = [], rows = [] } = answer ?? {};
    form.hidden = !header.length;
    byId('sheet-columns').replaceChildren(...(header.length ? columnChoices(header, columns) : []));
    byId('sheet-problems').replaceChildren(...problems.slice(0, PROBLEMS_SHOWN).map(problemLine));
    byId('sheet-advice').replaceChildren(...(problems.length ? [] : advice.slice(0, PROBLEMS_SHOWN).map(problemLine)));
    const told = problems.length ? t('sheet-wrong', { count: problems.length }) : made ? t('sheet-well', { count: rows.length }) : t('sheet-read', { file: file?.name ?? '' });
    tell(byId('sheet-status'), answer ? told : '');
    byId('sheet-result').replaceChildren(...(made && !problems.length ? [preview(), ...offers()] : []));
  }

  /**
   * The columns every list has and those that were found; the others folded away.
   *
   * @param {string[]} header
   * @param {Record<string, number>} columns
   */
  function columnChoices(header, columns) {
    const all = COLUMNS.map((column, at) => ({ shown: at < PLAIN || column in columns, choice: columnChoice(column, header, columns[column] ?? -1) }));
    const [shown, folded] = [true, false].map((wanted) => all.filter((each) => each.shown === wanted).map((each) => each.choice));
    return [...shown, make('details', { className: 'wide' }, make('summary', {}, t('sheet-columns-more')), make('div', { className: 'fields' }, ...folded))];
  }

  /** @param {string} column @param {string[]} header @param {number} chosen */
  function columnChoice(column, header, chosen) {
    const options = [make('option', { value: '-1' }, t('column-none')), ...header.map((name, at) => make('option', { value: String(at), selected: at === chosen }, name || String(at + 1)))];
    const select = make('select', {}, ...options);
    select.dataset.column = column;
    return make('label', {}, t(`col-${column}`), ' ', select);
  }

  /** @param {{ row: number, column: string, message: string, message_id: string }} problem */
  function problemLine({ row, column, ...told }) {
    const key = row && column ? 'sheet-place' : row ? 'sheet-place-row' : 'sheet-place-file';
    const place = t(key, { file: file?.name ?? '', row, column: column in words ? t(`col-${column}`) : column });
    return make('li', {}, make('strong', {}, place), ': ', ...sayProblem(told));
  }

  function preview() {
    const rows = answer.rows.map((/** @type {any} */ { row, number, area, head, deputy }, /** @type {number} */ at) => {
      const { certain, near } = answer.names[at] ?? { certain: [], near: [] };
      const doubts = answer.advice.filter((/** @type {any} */ each) => each.row === row).map((/** @type {any} */ each) => sentence(each));
      const advice = certain.length ? doubts.length ? '' : 'advice-well' : near.length ? 'advice-near' : 'advice-none';
      return make('tr', {},
        make('th', { scope: 'row' }, make('small', { className: 'hint' }, `${area}, ${number}. (${t('sheet-place-row', { file: '', row }).replace(/^, /, '')}) `), [head, deputy].filter(Boolean).join(' – ')),
        make('td', { 'data-head': t('preview-certain') }, certain.join(', ') || '–'), make('td', { 'data-head': t('preview-near') }, near.join(', ') || '–'),
        make('td', { 'data-head': t('preview-advice') }, make('span', { className: advice === 'advice-well' ? '' : 'strong' }, advice && t(advice)), ...doubts.map((/** @type {string} */ told) => make('p', {}, told))));
    });
    return make('section', {}, make('h3', {}, t('preview')), make('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': t('preview') },
      make('table', { className: 'preview' }, make('thead', {}, make('tr', {}, ...['pair', 'certain', 'near', 'advice'].map((key) => make('th', { scope: 'col' }, t(`preview-${key}`))))),
        make('tbody', {}, ...rows))));
  }

  /** @returns {HTMLElement[]} What can be done with the files. */
  function offers() {
    const entries = /** @type {[string, string][]} */ (Object.entries(answer.files));
    const downloads = entries.map(([path, text]) => {
      const name = /** @type {string} */ (path.split('/').at(-1));
      const button = make('button', { type: 'button' }, t('sheet-download', { file: name }));
      button.addEventListener('click', () => save(name, text));
      return button;
    });
    const attempt = make('button', { type: 'button', className: 'quiet', id: 'sheet-try' }, t('sheet-try'));
    attempt.addEventListener('click', () => {
      const [[path, text], ...others] = entries.sort(([a], [b]) => Number(a.endsWith('.csv')) - Number(b.endsWith('.csv')));
      onTry({ path, text, beside: Object.fromEntries(others) });
    });
    return [make('p', { className: 'row' }, ...downloads, attempt), make('p', { className: 'hint' }, t('sheet-where'))];
  }

  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    const choices = /** @type {HTMLSelectElement[]} */ ([...byId('sheet-columns').querySelectorAll('select')]);
    const columns = Object.fromEntries(choices.filter(({ value }) => value !== '-1').map(({ dataset, value }) => [dataset.column, Number(value)]));
    const about = Object.fromEntries([...form.elements].filter(({ name, value }) => name && value).map(({ name, value }) => [name, value.toWellFormed()]));
    send({ columns, about });
  });
  listen(byId('sheet-drop'), byId('sheet-file'), take);
  return { draw };
}
