/**
 * Reads files of texts that the person drops: one text a line, a table with a column of texts, or a JSON object a line.
 */
import { parseTable } from './vendor/editor.js';
import { TEXT_MAX } from './post.js';
import { t } from './words.js';

export const TEXTS_MAX = 2_000;
const FILE_MAX = 5 * 1024 * 1024;
const TEXT_COLUMNS = ['text', 'teks', 'kiriman', 'unggahan', 'caption', 'isi', 'konten', 'post', 'message', 'pesan'];

/** @typedef {{ context: Record<string, any>, shown: string }} OwnText */
/** @typedef {{ texts: OwnText[], problems: string[], columns: string[], column: string }} OwnFile */

/**
 * @param {File} file
 * @param {string} [column] The column that holds the text; guessed where it is not given.
 * @returns {Promise<OwnFile>}
 */
export async function readTexts(file, column = '') {
  const kind = /\.(txt|csv|jsonl)$/i.exec(file.name)?.[1].toLowerCase();
  const empty = { texts: [], columns: [], column: '' };
  if (!kind) {
    return { ...empty, problems: [t('texts-kind', { file: file.name })] };
  }
  if (file.size > FILE_MAX) {
    return { ...empty, problems: [t('texts-big', { file: file.name })] };
  }
  /** @type {string} */
  let content;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { ...empty, problems: [t('texts-utf8', { file: file.name })] };
  }
  const read = kind === 'csv' ? readTable(content, column) : { ...empty, ...(kind === 'txt' ? readLines(content) : readObjects(content)) };
  const problems = read.wrong.map(({ row, why }) => t('texts-row', { file: file.name, row, why: t(why) }));
  if (!read.texts.length) {
    problems.push(t('texts-empty', { file: file.name }));
  }
  if (read.texts.length > TEXTS_MAX) {
    problems.push(t('texts-cut', { file: file.name, count: TEXTS_MAX }));
  }
  return { texts: read.texts.slice(0, TEXTS_MAX), problems, columns: read.columns, column: read.column };
}

/** @typedef {{ texts: OwnText[], wrong: { row: number, why: string }[] }} Found */

/**
 * @param {Iterable<[number, Record<string, any> | string]>} rows By their place in the file, from 1; a string is why not.
 * @returns {Found}
 */
function collect(rows) {
  /** @type {Found} */
  const found = { texts: [], wrong: [] };
  for (const [row, context] of rows) {
    if (typeof context === 'string') {
      found.wrong.push({ row, why: context });
    } else {
      found.texts.push({ context, shown: context.text });
    }
  }
  return found;
}

/** @param {string} content @returns {[number, string][]} The lines that are not empty, by their numbers. */
const lines = (content) => /** @type {[number, string][]} */ (content.split(/\r\n|\r|\n/).map((line, at) => [at + 1, line.trim()])).filter(([, line]) => line);

/** @param {string} content */
const readLines = (content) => collect(lines(content).map(([row, text]) => [row, checked({ text })]));

/** What a context may hold, and of how many characters; see docs/api.md. @type {Record<string, number | Record<string, number>>} */
const PARTS = {
  text: TEXT_MAX, draft: TEXT_MAX, author: { name: 500, handle: 200 }, container: { kind: 63, name: 500 },
  quoted: { author: 500, text: TEXT_MAX }, link: { title: 2000, url: 4000 }, site: 63, surface: 63, date: 10,
};
const WORD = /^[a-z0-9][a-z0-9._-]*$/;

/**
 * Keep of a context what the server takes; keys it does not know are left out.
 *
 * @param {any} value
 * @returns {Record<string, any> | string} A string says why not.
 */
function checked(value) {
  if (typeof value?.text !== 'string') {
    return 'texts-no-text';
  }
  /** @type {string[]} */
  const wrong = [];
  /** @type {(part: any, limit: any, name: string) => any} */
  const keep = (/** @type {any} */ part, /** @type {any} */ limit, /** @type {string} */ name) => {
    if (typeof limit === 'object') {
      const inner = Object.entries(limit).filter(([key]) => part[key] != null).map(([key, most]) => [key, keep(part[key], most, key)]);
      return Object.fromEntries(inner);
    }
    const word = ['site', 'surface', 'kind'].includes(name) ? WORD : name === 'date' ? /^\d{4}-\d{2}-\d{2}$/ : /^/;
    if (typeof part !== 'string' || !word.test(part)) {
      wrong.push('texts-wrong-shape');
    } else if (part.length > limit && [...part].length > limit) {
      wrong.push('texts-too-long');
    }
    return part;
  };
  const context = Object.fromEntries(Object.entries(PARTS).filter(([key]) => value[key] != null).map(([key, limit]) => [key, keep(value[key], limit, key)]));
  if (Array.isArray(value.image_alt)) {
    context.image_alt = value.image_alt.slice(0, 20).map((/** @type {any} */ alt) => keep(alt, 5000, 'alt'));
  }
  return wrong[0] ?? context;
}

/** @param {string} content */
function readObjects(content) {
  return collect(lines(content).map(([row, line]) => {
    try {
      const value = JSON.parse(line);
      return [row, checked(value?.context ?? { text: value?.text })];
    } catch {
      return [row, 'texts-not-json'];
    }
  }));
}

/** @param {string} content @param {string} wanted */
function readTable(content, wanted) {
  const { data } = parseTable(content.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = /** @type {string[][]} */ (data);
  const named = header.findIndex((name) => TEXT_COLUMNS.includes(name.trim().toLowerCase()));
  const lengths = header.map((_, at) => rows.slice(0, 50).reduce((sum, row) => sum + (row[at]?.length ?? 0), 0));
  const guessed = named === -1 ? lengths.indexOf(Math.max(...lengths)) : named;
  const place = wanted && header.includes(wanted) ? header.indexOf(wanted) : guessed;
  const texts = rows.map((row, at) => /** @type {[number, any]} */ ([at + 2, checked({ text: row[place]?.trim() ?? '' })])).filter(([, context]) => context.text !== '');
  return { ...collect(texts), columns: header, column: header[place] ?? '' };
}
