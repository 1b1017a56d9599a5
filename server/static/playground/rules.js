/**
 * The rule being written: a file of the shared rules or a new one, its problems by line, its hits and misses, and what
 * it would change.
 */
import { ask, lastOnly } from './api.js';
import { byId, debounced, make, save, tell } from './dom.js';
import { createEditor } from './vendor/editor.js';
import { sayProblem, sentence, t } from './words.js';

const FILE_MAX = 50_000;
const PATH = /^(?:[a-z0-9-]{1,40}\/)?[a-z0-9-]{1,60}\.(?:toml|csv)$/;
const TEXTS_A_TIME = 400;
const CHARACTERS_A_TIME = 400_000;

/** Before the name of a file of the office's own folder, where it is chosen. */
export const OWN = 'own:';
const SIGNAL = /^signals\/(?!macros\.)/;

export const NEW_PATH = 'signals/aturan-baru.toml';
export const NEW_RULE = `# Aturan baru: ubah, lalu lihat contoh mana yang kena.
id = "aturan-baru"
title = { id = "Kopi darat relawan", en = "Volunteers' meet-up" }
status = "stable"
stance = "support"
points = 40
fields = ["text"]
phrases = ["kopdar ...2 <contestant>"]
hits = [
  "Kopdar relawan Damar-Sekar malam ini",
  "Kopdar bareng Wira-Kartika",
]
misses = [
  "Kopdar komunitas sepeda",
  "Damar-Sekar rapat",
]
source = "contoh"
date = "2026-11-22"
`;

/**
 * @param {{ files: string[], own: string[] }} begun Of /v1/playground.
 * @param {{ post: () => Record<string, any> | null, texts: () => any[], date: () => string, onTexts: (changes: any[]) => void }} page
 */
export function createRules({ files, own }, page) {
  const askLast = lastOnly();
  const path = byId('rule-path');
  const editor = createEditor(byId('editor'), t('rule-text'), () => later());
  /** @type {any} */
  let last = null;
  /** Files of a draft that are not in the editor. @type {Record<string, string>} */
  let beside = {};
  let round = 0;
  const later = debounced(() => run(), 300);
  // Building rules keeps the server busy, and whoever types a post waits for its verdict first.
  const muchLater = debounced(() => run(), 900);

  const groups = [fileGroup('rule-own', own, OWN), fileGroup('rule-files', files, '')];
  byId('rule-file').append(...(own.length ? groups : groups.slice(1)));
  byId('rule-file').addEventListener('change', () => open(byId('rule-file').value));
  path.addEventListener('input', () => {
    drawShared();
    later();
  });
  byId('rule-copy').addEventListener('click', () => {
    ({ path: path.value, text: editor.text } = copyOf(path.value, editor.text, [...files, ...own]));
    byId('rule-file').value = '';
    drawShared();
    later();
  });
  byId('rule-download').addEventListener('click', () => save(path.value.split('/').at(-1) || 'aturan.toml', editor.text));

  /** @param {string} choice A shared file, or one of the office's after `OWN`; without one the example of a new rule. */
  async function open(choice) {
    const mine = choice.startsWith(OWN);
    const name = mine ? choice.slice(OWN.length) : choice;
    try {
      const address = `/v1/playground/file?path=${encodeURIComponent(name)}&folder=${mine ? 'own' : 'shared'}`;
      const text = name ? (await ask(address)).text : NEW_RULE;
      byId('rule-file').value = choice;
      path.value = name || NEW_PATH;
      beside = {};
      editor.text = text;
      drawShared();
    } catch (error) {
      tell(byId('rule-status'), String(/** @type {Error} */ (error).message));
    }
  }

  /** @returns {string} Why what stands in the editor cannot be sent, or nothing. */
  function refusal() {
    if (!editor.text.trim()) {
      return t('rule-empty');
    }
    if (editor.text.length > FILE_MAX) {
      return t('rule-long', { count: editor.text.length });
    }
    return PATH.test(path.value) ? '' : t('rule-name');
  }

  /** Try the draft on the post and on every text, in portions. */
  async function run() {
    round += 1;
    const mine = round;
    const wrong = refusal();
    if (wrong) {
      last = null;
      draw();
      tell(byId('rule-status'), wrong);
      page.onTexts([]);
      return;
    }
    const post = page.post();
    const [first, ...rest] = portions([post ?? { text: '' }, ...page.texts()]);
    tell(byId('rule-status'), t('rule-busy'));
    try {
      const draft = { files: { ...beside, [path.value]: editor.text }, date: page.date() };
      const answer = await askLast('/v1/rules/try', { ...draft, contexts: first });
      if (!answer) {
        return;
      }
      last = { ...answer, judged: Boolean(post) };
      draw();
      const changes = answer.verdicts.slice(1);
      for (const contexts of rest) {
        const more = await askLast('/v1/rules/try', { ...draft, contexts });
        if (!more || mine !== round) {
          return;
        }
        changes.push(...more.verdicts);
      }
      page.onTexts(changes);
    } catch (error) {
      last = null;
      draw();
      tell(byId('rule-status'), String(/** @type {Error} */ (error).message));
    }
  }

  /** Say plainly that a shared file can be tried and not be taken along. */
  function drawShared() {
    const shared = files.includes(path.value);
    const copied = shared && SIGNAL.test(path.value);
    tell(byId('rule-shared'), shared ? t(copied ? 'rule-shared' : 'rule-shared-other', { file: path.value, example: ownName(path.value) }) : '');
    byId('rule-copy-row').hidden = !copied;
    byId('rule-download').disabled = shared;
  }

  function draw() {
    const { problems = [], folder = [], examples = null, verdicts = [], judged = false } = last ?? {};
    drawShared();
    tell(byId('rule-folder'), folder.length ? t('rule-folder') : '');
    byId('folder-problems').replaceChildren(...folder.map(problemLine));
    const broken = last && !examples;
    editor.name(t('rule-text'));
    editor.mark(problems.filter((/** @type {any} */ { file }) => file === path.value)
      .map((/** @type {any} */ problem) => ({ ...problem, message: sentence(problem) })));
    byId('problems').replaceChildren(...problems.map(problemLine));
    byId('examples').replaceChildren(...(examples ? ['hits', 'misses'].map((kind) => exampleList(kind, examples.ran)) : []));
    byId('effect').replaceChildren(...(judged ? [effect(verdicts[0])] : []));
    tell(byId('rule-beside'), Object.keys(beside).length ? t('beside', { files: Object.keys(beside).join(', ') }) : '');
    if (last) {
      const failed = examples?.failed ? 'rule-failed' : 'rule-well';
      tell(byId('rule-status'), broken ? t('rule-broken', { count: problems.length }) : t(failed, examples));
    }
  }

  /** @param {{ file: string, where: string, message: string, message_id: string, line: number }} problem */
  function problemLine({ file, where, line, ...told }) {
    const place = [file === path.value ? '' : file, where].filter(Boolean).join(': ');
    const jump = line > 0 && make('button', { type: 'button', className: 'quiet' }, t('problem-line', { line }));
    if (jump) {
      jump.addEventListener('click', () => editor.reveal(line));
    }
    return make('li', {}, jump, ' ', place && make('code', {}, place), ' ', ...sayProblem(told));
  }

  later();
  return {
    open,
    run: muchLater,
    draw,
    get draft() {
      return { path: path.value, text: editor.text, beside };
    },
    /** @param {{ path: string, text: string, beside?: Record<string, string> }} draft */
    set draft(draft) {
      byId('rule-file').value = own.includes(draft.path) ? OWN + draft.path : files.includes(draft.path) ? draft.path : '';
      path.value = draft.path;
      beside = draft.beside ?? {};
      editor.text = draft.text;
      drawShared();
      later();
    },
  };
}

/** @param {string} key @param {string[]} names @param {string} folder @returns {HTMLElement} Files to choose from, under a heading. */
function fileGroup(key, names, folder) {
  const group = make('optgroup', { label: t(key) }, ...names.map((name) => make('option', { value: folder + name }, name)));
  group.dataset.wordLabel = key;
  return group;
}

/** @param {string} path @returns {string} What an office may call a file of the same kind. */
const ownName = (path) => path.replace(/(?=\.[a-z]+$)/, '-kantor');

/**
 * A signal of its own that begins as a shared one: only its name and its id are others.
 *
 * @param {string} path
 * @param {string} text
 * @param {string[]} taken
 */
function copyOf(path, text, taken) {
  const names = [ownName(path), ...Array.from({ length: 50 }, (_, at) => ownName(path).replace('.', `-${at + 2}.`))];
  const free = names.find((name) => !taken.includes(name)) ?? names[0];
  const id = free.slice('signals/'.length, -'.toml'.length);
  return { path: free, text: text.replace(/^id[ \t]*=.*$/m, `id = "${id}"`) };
}

/** @param {string[]} fired @returns {string} The rules that fired, learned wording left out. */
function told(fired) {
  const rules = [...new Set(fired)].filter((rule) => !rule.startsWith('weight'));
  return rules.length ? t('fired', { rules: rules.join(', ') }) : t('fired-none');
}

/** @param {string} kind @param {any[]} ran */
function exampleList(kind, ran) {
  const items = ran.filter((each) => each.kind === kind).map(({ shown, well, fired }) => make('li', { className: well ? 'well' : 'wrong' },
    make('span', { className: 'outcome' }, t(well ? 'well' : 'wrong')), ' ', make('span', {}, shown), ' ',
    make('small', { className: 'hint' }, told(fired))));
  return items.length ? make('section', {}, make('h3', {}, t(kind)), make('ul', { className: 'ran' }, ...items)) : make('span');
}

/** @param {any} first @param {any} second Verdicts. @returns {string} The rules that fired in the first and not in the second. */
function onlyIn(first, second) {
  const there = new Set(second.evidence.map((/** @type {any} */ { rule }) => rule));
  return [...new Set(first.evidence.map((/** @type {any} */ { rule }) => rule))]
    .filter((rule) => !there.has(rule) && !rule.startsWith('weight') && rule !== 'scale-end').join(', ');
}

/** @param {{ before: any, after: any }} change */
function effect({ before, after }) {
  const [fresh, gone] = after ? [onlyIn(after, before), onlyIn(before, after)] : ['', ''];
  const say = (/** @type {any} */ verdict) => (verdict ? t('effect-points', { level: t(`level-${verdict.level}`), points: verdict.points }) : t('effect-none'));
  return make('section', {}, make('h3', {}, t('effect')), make('dl', { className: 'effect' },
    make('dt', {}, t('effect-before')), make('dd', {}, say(before)), make('dt', {}, t('effect-after')), make('dd', { className: 'strong' }, say(after))),
  fresh && make('p', { className: 'hint' }, t('effect-new', { rules: fresh })),
  gone && make('p', { className: 'hint' }, t('effect-gone', { rules: gone })));
}

/**
 * Cut a list of contexts into portions that a request can carry.
 *
 * @param {any[]} contexts
 * @returns {any[][]}
 */
function portions(contexts) {
  /** @type {any[][]} */
  const cut = [];
  let weight = Infinity;
  for (const context of contexts) {
    const characters = JSON.stringify(context).length;
    if (weight + characters > CHARACTERS_A_TIME || cut[cut.length - 1].length === TEXTS_A_TIME) {
      cut.push([]);
      weight = 0;
    }
    cut[cut.length - 1].push(context);
    weight += characters;
  }
  return cut;
}
