/**
 * The day a post is seen: an input, a slider along the election calendar, its stages, and the post's level over time.
 */
import { byId, make, tell } from './dom.js';
import { saySpan, t } from './words.js';

const DAY = 86_400_000;

/** @param {string} date */
const dayNumber = (date) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
/** @param {number} number */
const dateOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/**
 * @param {{ calendar: any[], today: string }} begun Of /v1/playground.
 * @param {() => void} onMove Called when the day changes.
 */
export function createCalendar({ calendar, today }, onMove) {
  const [input, slide, contest] = [byId('date'), byId('slide'), byId('contest')];
  const stages = calendar.flatMap((part) => part.stages);
  const first = stages.map(({ from }) => from).sort()[0] ?? today;
  const last = [...stages.map(({ to }) => to).filter(Boolean), today].sort().at(-1);
  const [low, high] = [dayNumber(first) - 60, dayNumber(last) + 60];
  slide.min = String(low);
  slide.max = String(high);
  /** @type {any[]} */
  let levels = [];

  /** @param {string} date */
  function move(date) {
    input.value = date;
    show();
    onMove();
  }

  /** @returns {any} The contest chosen. */
  const chosen = () => calendar[Number(contest.value)] ?? { stages: [] };

  /** Say the day and its stage wherever they stand on the page. */
  function show() {
    const day = input.value || today;
    slide.value = String(dayNumber(day));
    const stage = chosen().stages.find((/** @type {any} */ { from, to }) => from <= day && (!to || day <= to));
    const said = t('stage-of', { stage: stage ? stageName(stage) : t('stage-none') });
    byId('stage').textContent = said;
    slide.setAttribute('aria-valuetext', `${saySpan(day, day)}. ${said}`);
    for (const button of /** @type {any} */ (document.querySelectorAll('.stretches button'))) {
      const holds = button.dataset.from <= day && (!button.dataset.to || day <= button.dataset.to);
      button.setAttribute('aria-current', holds ? 'date' : 'false');
    }
  }

  /** @param {string} from @param {string} to @param {string} name @param {string} level */
  function stretch(from, to, name, level) {
    const button = make('button', { type: 'button', className: 'quiet' }, make('span', {}, name), make('small', {}, saySpan(from, to)));
    Object.assign(button.dataset, { from, to, level });
    button.addEventListener('click', () => move(from || dateOf(Math.min(low, dayNumber(to)))));
    return make('li', {}, button);
  }

  /** @param {HTMLElement} place @param {any[]} parts With `from`, `to`, `level` and `name`. */
  function ribbon(place, parts) {
    place.replaceChildren(...parts.map(({ from, to, level, name }) => {
      const start = Math.max(low, from ? dayNumber(from) : low);
      const end = Math.min(high, to ? dayNumber(to) + 1 : high);
      const piece = make('span', { title: `${name}: ${saySpan(from, to)}` });
      piece.dataset.level = level;
      piece.style.left = `${(100 * (start - low)) / (high - low)}%`;
      piece.style.width = `${Math.max(0, (100 * (end - start)) / (high - low))}%`;
      return piece;
    }));
  }

  /** Draw everything anew, as after a change of language or contest. */
  function draw() {
    const picked = contest.value;
    contest.replaceChildren(...calendar.map(({ title, areas }, number) =>
      make('option', { value: String(number) }, `${word(title)}${areas[0] === 'Indonesia' ? '' : ` (${areas.slice(0, 2).join(', ')}${areas.length > 2 ? ', …' : ''})`}`)));
    contest.value = picked || String(Math.max(0, calendar.findLastIndex((part) => part.areas[0] === 'Indonesia' && part.stages[0].from <= today)));
    const planned = chosen().stages.map((/** @type {any} */ stage) => ({ ...stage, name: stageName(stage), level: stage.kind }));
    byId('stages').replaceChildren(...planned.map((/** @type {any} */ { from, to, name, level }) => stretch(from, to, name, level)));
    ribbon(byId('stage-ribbon'), planned);
    drawLevels();
    show();
  }

  function drawLevels() {
    const named = levels.map((each) => ({ ...each, name: t('effect-points', { level: t(`level-${each.level}`), points: each.points }) }));
    const items = named.map(({ from, to, name, level }) => stretch(from, to, name, level));
    byId('levels').replaceChildren(...items);
    ribbon(byId('level-ribbon'), named);
  }

  input.addEventListener('input', () => input.validity.valid && input.value && move(input.value));
  slide.addEventListener('input', () => move(dateOf(Number(slide.value))));
  contest.addEventListener('change', draw);
  byId('today').addEventListener('click', () => move(today));
  input.value = today;
  draw();

  return {
    draw,
    get date() {
      return input.validity.valid && input.value ? input.value : today;
    },
    set date(date) {
      input.value = date;
      if (!input.validity.valid || !input.value) {
        input.value = today;
      }
      show();
    },
    /** Show the levels of the post over time. @param {any[]} found Of /v1/playground/explain. @param {string} note */
    showLevels(found, note) {
      levels = found;
      tell(byId('levels-note'), note);
      drawLevels();
      show();
    },
  };
}

/** @param {any} stage */
const stageName = (stage) => word(stage.title);

/** @param {Record<string, string>} title In both languages. */
const word = (title) => title[document.documentElement.lang] ?? title.id;
