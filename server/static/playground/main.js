/**
 * Wires the workshop: whatever changes the post, the day or the rule asks the server anew, and the newest answer is shown.
 */
import { Refusal, ask, lastOnly } from './api.js';
import { createCalendar } from './calendar.js';
import { byId, debounced, tell } from './dom.js';
import { createTexts } from './flips.js';
import { EXAMPLES, readPost, textsOf, tooLong, writePost } from './post.js';
import { showNearly, showTokens } from './reading.js';
import { NEW_PATH, NEW_RULE, OWN, createRules } from './rules.js';
import { fromFragment, share } from './share.js';
import { createSheet } from './sheet.js';
import { point, showSpans } from './spans.js';
import { language, t, useLanguage } from './words.js';
import { showWaterfall } from './waterfall.js';

// Short enough to feel like none; long enough that a pasted or held key asks once.
const PAUSE = 12;

const askLast = lastOnly();
/** @type {{ context: Record<string, any>, answer: any } | null} */
let shown = null;
let typedAt = 0;

await useLanguage('id');
/** @type {any} */
const begun = await ask('/v1/playground').catch((error) => {
  tell(byId('notice'), error.message);
  throw error;
});

/** @param {string} rule @param {string} why */
const say = (rule, why) => (rule.startsWith('weight:')
  ? t('weight-of', { words: rule.slice('weight:'.length) }) : begun.titles[rule]?.[language] ?? why);

const calendar = createCalendar(begun, () => changed());
const texts = createTexts({ onChange: () => rules.run(), look });
const rules = createRules(begun, {
  post: () => (hasText() && !tooLong() ? readPost() : null),
  texts: () => texts.contexts,
  date: () => calendar.date,
  onTexts: (changes) => texts.show(changes),
});

const sheet = createSheet({
  today: begun.today,
  onTry: (draft) => {
    rules.draft = draft;
    byId('rule-part').scrollIntoView({ block: 'start' });
  },
});

const page = {
  thresholds: begun.thresholds,
  say,
  file: (/** @type {string} */ rule) => {
    const name = `signals/${rule}.toml`;
    return begun.own.includes(name) ? OWN + name : begun.files.includes(name) ? name : '';
  },
  point: (/** @type {number} */ number) => point(byId('seen'), number),
  open: (/** @type {string} */ file) => {
    rules.open(file);
    byId('rule-part').scrollIntoView({ block: 'start' });
  },
};

const judgeSoon = debounced(() => judge(), PAUSE);

/** The post or the day is another one: judge it, and the draft on it. */
function changed() {
  typedAt = performance.now();
  judgeSoon();
  rules.run();
}

/** @returns {boolean} Whether anything of the post was filled in. */
const hasText = () => [...textsOf(readPost()).values()].some((text) => text.trim());

async function judge() {
  const asked = typedAt;
  const count = tooLong();
  tell(byId('post-error'), count ? t('error-long', { count }) : '');
  if (count || !hasText()) {
    askLast.stop();
    shown = null;
    draw();
    return;
  }
  const context = readPost();
  try {
    const answer = await askLast('/v1/playground/explain', { context, date: calendar.date });
    if (answer) {
      shown = { context, answer };
      draw();
      byId('verdict').dataset.milliseconds = (performance.now() - asked).toFixed(1);
    }
  } catch (error) {
    shown = null;
    draw();
    tell(byId('post-error'), error instanceof Refusal ? error.message : String(error));
  }
}

/** Show the newest verdict, or that there is none. */
function draw() {
  const box = byId('verdict');
  const [level, tally, who] = box.children;
  const parts = [byId('seen'), byId('waterfall'), byId('nearly'), byId('tokens')];
  if (!shown) {
    box.dataset.level = '';
    tell(level, t('waiting'));
    tell(tally, '');
    tell(who, '');
    parts.forEach((part) => part.replaceChildren());
    calendar.showLevels([], '');
    return;
  }
  const { answer } = shown;
  const { verdict } = answer;
  const seen = textsOf(shown.context);
  box.dataset.level = verdict.level;
  const stance = verdict.stance === 'neutral' ? '' : ` (${t(`stance-${verdict.stance}`)})`;
  tell(level, t(`level-${verdict.level}`) + stance);
  const next = verdict.level === 'none' ? 'mention' : 'campaign';
  const missing = begun.thresholds[next] - verdict.points;
  const short = missing > 0 ? ` · ${t('missing', { count: missing, level: `“${t(`level-${next}`)}”` })}` : '';
  const cut = verdict.partial ? ` · ${t('partial')}` : '';
  tell(tally, t('tally', { points: verdict.points, score: `${Math.round(verdict.score * 100)}%` }) + short + cut);
  const names = verdict.affiliations.map((/** @type {any} */ { name }) => name);
  tell(who, names.length ? t('who', { names: names.slice(0, 8).join(', ') }) : '');
  showSpans(byId('seen'), seen, answer, say);
  showWaterfall(byId('waterfall'), seen, answer, page);
  showNearly(byId('nearly'), seen, answer, say);
  showTokens(byId('tokens'), answer);
  calendar.showLevels(answer.levels, levelsNote(answer.levels));
  const why = (language === 'id' && answer.refused_id) || answer.refused;
  tell(byId('refused'), why ? t('rules-refused', { why }) : '');
}

/** What the line of time does not show by itself. @param {any[]} levels */
const levelsNote = ({ length }) => (length === 0 ? t('levels-long') : length === 1 ? t('levels-same') : '');

/** Put a post into the form and judge it. @param {Record<string, any>} context */
function look(context) {
  writePost(context);
  changed();
  byId('text').focus();
  byId('post-part').scrollIntoView({ block: 'start' });
}

/** Show the case that stands in the address, where one does. */
async function readCase() {
  const kept = fromFragment(location.hash);
  if (kept === undefined) {
    return;
  }
  tell(byId('notice'), kept ? '' : t('share-broken'));
  if (!kept) {
    return;
  }
  if (kept.language === 'en' || kept.language === 'id') {
    await show(kept.language);
  }
  calendar.date = typeof kept.date === 'string' ? kept.date : '';
  if (typeof kept.rule?.path === 'string' && typeof kept.rule?.text === 'string') {
    const { path, text, beside } = kept.rule;
    const texts = beside?.constructor === Object && Object.values(beside).every((each) => typeof each === 'string');
    rules.draft = { path, text, beside: texts ? beside : {} };
  }
  writePost(kept.context);
  changed();
}

/** @param {string} wanted A language. */
async function show(wanted) {
  await useLanguage(wanted);
  byId('language').lang = wanted === 'id' ? 'en' : 'id';
  document.title = `${t('title')} · Jaga Jempol`;
  calendar.draw();
  rules.draw();
  texts.draw();
  sheet.draw();
  draw();
}

byId('post').addEventListener('input', changed);
byId('post').addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
byId('clear').addEventListener('click', () => look({ text: '' }));
byId('language').addEventListener('click', () => show(language === 'id' ? 'en' : 'id'));
byId('share').addEventListener('click', () => share({
  context: readPost(), date: calendar.date, language, ...(byId('share-rule').checked ? { rule: rules.draft } : {}),
}));
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-example]'))) {
  button.addEventListener('click', () => {
    const { text, ...more } = EXAMPLES[/** @type {string} */ (button.dataset.example)];
    look({ text, ...(more['author.name'] ? { author: { name: more['author.name'] } } : {}) });
  });
}
// A file that misses its place must not take the page away.
for (const kind of ['dragover', 'drop']) {
  document.addEventListener(kind, (event) => event.preventDefault());
}
window.addEventListener('hashchange', readCase);

rules.draft = { path: NEW_PATH, text: NEW_RULE };
draw();
await readCase();
document.documentElement.dataset.ready = 'true';
