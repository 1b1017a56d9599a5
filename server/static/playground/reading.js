/**
 * What the engine read and what nearly counted: the folded tokens, the rules that came close, the ambiguous names.
 */
import { make } from './dom.js';
import { fieldName } from './spans.js';
import { t } from './words.js';

const TOKENS_SHOWN = 400;

/**
 * @param {HTMLElement} place Filled anew.
 * @param {any} answer Of /v1/playground/explain.
 */
export function showTokens(place, answer) {
  const blocks = answer.fields.flatMap((/** @type {any} */ { name, tokens }) => {
    const items = tokens.slice(0, TOKENS_SHOWN).map((/** @type {any} */ { word, slot }) =>
      make('li', slot ? { className: 'slot' } : {}, word, slot && ' ', slot && make('small', {}, slot)));
    const rest = tokens.length - items.length;
    return [
      make('p', { className: 'hint' }, fieldName(name)),
      make('ol', { className: 'tokens' }, ...items),
      rest > 0 && make('p', { className: 'hint' }, t('tokens-more', { count: rest })),
    ].filter(Boolean);
  });
  place.replaceChildren(...blocks);
}

/**
 * @param {HTMLElement} place Filled anew.
 * @param {Map<string, string>} texts
 * @param {any} answer Of /v1/playground/explain.
 * @param {(rule: string, why: string) => string} say
 */
export function showNearly(place, texts, answer, say) {
  const rules = answer.verdict.nearly.map((/** @type {any} */ { rule, why }) => t('nearly-rule', { why: say(rule, why) }));
  const names = answer.fields.flatMap((/** @type {any} */ { name, mentions }) => mentions
    .filter((/** @type {any} */ { counted }) => !counted)
    .map((/** @type {any} */ { start, end, names: named, cues }) => t(cues.length ? 'nearly-name' : 'nearly-veto', {
      word: [...texts.get(name) ?? ''].slice(start, end).join(''), names: named.join(', '), cues: cues.join(', '),
    })));
  const told = [...new Set([...names, ...rules])];
  place.replaceChildren(...(told.length ? told : [t('nearly-none')]).map((text) => make('li', {}, text)));
}
