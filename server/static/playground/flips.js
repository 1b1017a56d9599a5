/**
 * The person's own texts before and after a draft rule: how many there are at each level, and which change theirs.
 */
import { byId, cell, make, save } from './dom.js';
import { readTexts } from './texts.js';
import { t } from './words.js';

const LEVELS = ['none', 'mention', 'campaign'];
const SHOWN = 100;

/**
 * @param {{ onChange: () => void, look: (context: Record<string, any>) => void }} page `onChange` is called when there
 *   are other texts.
 */
export function createTexts({ onChange, look }) {
  /** @type {{ file: File, name: string, texts: any[], columns: string[], column: string }[]} */
  let files = [];
  /** @type {any[]} */
  let changes = [];
  const [drop, result] = [byId('texts-drop'), byId('texts-result')];

  /** @param {File[]} dropped */
  async function take(dropped) {
    const read = await Promise.all(dropped.map(async (file) => ({ file, name: file.name, ...(await readTexts(file)) })));
    files = [...files, ...read.filter(({ texts }) => texts.length)];
    warn(read.flatMap(({ problems }) => problems));
    changes = [];
    draw();
    onChange();
  }

  /** @param {string[]} problems */
  const warn = (problems) => byId('texts-problems').replaceChildren(...problems.slice(0, 20).map((text) => make('li', {}, text)));

  /** @returns {any[]} */
  const texts = () => files.flatMap((file) => file.texts);

  function draw() {
    if (!files.length) {
      result.replaceChildren();
      return;
    }
    const judged = changes.length === texts().length;
    const flipped = judged ? changes.map((change, at) => ({ ...change, at })).filter(({ before, after }) => after && after.level !== before.level) : [];
    const waiting = !judged || changes.some(({ after }) => !after);
    const summary = waiting ? t('texts-unjudged', { count: texts().length }) : t('texts-summary', { changed: flipped.length, count: texts().length });
    result.replaceChildren(
      make('ul', { className: 'plain' }, ...files.map(fileLine)),
      make('p', { id: 'texts-summary', role: 'status', className: 'strong' }, summary),
      judged ? levelTable(waiting) : '',
      flipped.length ? flipTable(flipped) : '',
      make('p', { className: 'row' }, ...[['texts-download', download], ['texts-clear', clear]].map(([key, action]) => button(key, action))),
    );
  }

  /** @param {any} key @param {any} action */
  function button(key, action) {
    const element = make('button', { type: 'button', className: 'quiet' }, t(key));
    element.addEventListener('click', action);
    return element;
  }

  /** @param {(typeof files)[number]} entry */
  function fileLine(entry) {
    const line = make('li', {}, t('texts-count', { count: entry.texts.length, file: entry.name }));
    if (entry.columns.length > 1) {
      const options = entry.columns.map((name) => make('option', { selected: name === entry.column }, name));
      const select = make('select', {}, ...options);
      select.addEventListener('change', async () => {
        const read = await readTexts(entry.file, select.value);
        Object.assign(entry, read);
        warn(read.problems);
        changes = [];
        draw();
        onChange();
      });
      line.append(' ', make('label', {}, t('texts-column'), ' ', select));
    }
    return line;
  }

  /** @param {boolean} waiting */
  function levelTable(waiting) {
    const count = (/** @type {string} */ side, /** @type {string} */ level) => (waiting && side === 'after' ? '…' : changes.filter((change) => change[side]?.level === level).length);
    return make('table', { className: 'counts' },
      make('thead', {}, make('tr', {}, ...['level', 'before', 'after'].map((key) => make('th', { scope: 'col' }, t(`texts-${key}`))))),
      make('tbody', {}, ...LEVELS.map((level) => make('tr', {}, make('th', { scope: 'row' }, t(`level-${level}`)),
        ...['before', 'after'].map((side) => make('td', { className: 'number' }, String(count(side, level))))))));
  }

  /** @param {any[]} flipped */
  function flipTable(flipped) {
    const all = texts();
    const rows = flipped.slice(0, SHOWN).map(({ before, after, at }) => {
      const { context, shown } = all[at];
      const show = make('button', { type: 'button', className: 'quiet', 'aria-label': t('texts-look-at', { text: shown.slice(0, 80) }) }, t('texts-look'));
      show.addEventListener('click', () => look(context));
      return make('tr', {}, make('td', {}, [...shown].slice(0, 160).join(''), ' ', show),
        make('td', {}, t(`level-${before.level}`)), make('td', {}, t(`level-${after.level}`)));
    });
    const rest = flipped.length - rows.length;
    return make('div', {}, make('table', { className: 'flips' },
      make('thead', {}, make('tr', {}, ...['text', 'before', 'after'].map((key) => make('th', { scope: 'col' }, t(`texts-${key}`))))),
      make('tbody', {}, ...rows)), rest > 0 ? make('p', { className: 'hint' }, t('texts-more', { count: rest })) : '');
  }

  function download() {
    const rows = texts().map(({ shown }, at) => {
      const { before, after } = changes[at] ?? {};
      return [shown, before?.level ?? '', before?.points ?? '', after?.level ?? '', after?.points ?? ''];
    });
    const table = [['text', 'before', 'before_points', 'after', 'after_points'], ...rows];
    save('jaga-jempol-hasil.csv', `\uFEFF${table.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
  }

  function clear() {
    files = [];
    changes = [];
    warn([]);
    draw();
    onChange();
    byId('texts-file').focus();
  }

  listen(drop, byId('texts-file'), take);
  return {
    draw,
    get contexts() {
      return texts().map(({ context }) => context);
    },
    /** Show verdicts before and after, in the order of the texts. @param {any[]} found */
    show(found) {
      changes = found;
      draw();
    },
  };
}

/**
 * Take files that are dropped on a place or chosen by an input.
 *
 * @param {HTMLElement} drop
 * @param {HTMLInputElement} input
 * @param {(files: File[]) => void} take
 */
export function listen(drop, input, take) {
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    take([...event.dataTransfer?.files ?? []]);
  });
  input.addEventListener('change', () => {
    take([...input.files ?? []]);
    input.value = '';
  });
}
