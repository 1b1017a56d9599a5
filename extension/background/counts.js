import { api } from "../lib/browser.js";
import { localDate } from "./calendar.js";
import { whole } from "./salvage.js";
import { isFromNewer, readSettings } from "./settings.js";
import { integer, matching, oneOf, record } from "./shape.js";
import { noteLost, oneAtATime, readStored, readToChange, Trouble, writeChanged } from "./store.js";
import { isRecord } from "./stored-settings.js";

/** What is counted: a mark shown, a question asked, and how it was answered. Never where, when in the day, or about what. */
export const EVENTS = /** @type {const} */ (["marked", "asked", "cancelled", "continued"]);
export const event = oneOf(...EVENTS);

/** Days kept, today among them. */
const KEPT = 30;
/** Wakes the background when a day is too old, so that it also leaves the disk. */
export const COUNTS_ALARM = "forget-counts";

/** Advice looks at so many days, today among them ... */
const ADVICE_DAYS = 14;
/** ... wants so many answered questions ... */
const ADVICE_ANSWERS = 30;
/** ... and speaks when no more than this share was cancelled: below 5 % warnings are too many or worn out (docs/extension.md). */
const ADVICE_CANCELLED = 0.05;

/** @type {Record<Sensitivity, Sensitivity | null>} */
const CALMER = { high: "normal", normal: "low", low: null };

const date = whole(matching(/^\d{4}-\d{2}-\d{2}$/, "date YYYY-MM-DD"));
const times = integer(0, Number.MAX_SAFE_INTEGER);
const numbers = whole(record({ marked: times, asked: times, cancelled: times, continued: times }));

/**
 * What is stored: numbers by day, and the last day that no advice looks at.
 * @typedef {{days: Record<string, Omit<DayCounts, "day">>, settled: string}} Counts
 */

/** The day that lies so many days before. @param {number} now @param {number} back */
function dayBefore(now, back) {
  const day = new Date(now);
  return localDate(new Date(day.getFullYear(), day.getMonth(), day.getDate() - back, 12).getTime());
}

/**
 * Sound days that are neither too old nor still to come; a clock that ran ahead must hold back neither counts nor advice.
 * @param {unknown} stored @param {number} now @returns {{counts: Counts, lost: boolean}}
 */
function soundCounts(stored, now) {
  if (stored === undefined) return { counts: { days: {}, settled: "" }, lost: false };
  const { days, settled } = Object(stored);
  const [oldest, today] = [dayBefore(now, KEPT - 1), localDate(now)];
  const inTime = (/** @type {string | undefined} */ day) => day !== undefined && day >= oldest && day <= today;
  const tried = Object.entries(Object(days)).map(([day, given]) => ({ day: date(day).sound, given: numbers(given).sound }));
  const kept = tried.flatMap(({ day, given }) => (day && given && inTime(day) ? [/** @type {const} */ ([day, given])] : []));
  const lost = !isRecord(stored) || !isRecord(days) || tried.some(({ day, given }) => !day || !given);
  const settledOn = date(settled).sound;
  return { counts: { days: Object.fromEntries(kept), settled: settledOn && inTime(settledOn) ? settledOn : "" }, lost };
}

const inTurn = oneAtATime();

/** @param {(counts: Counts) => Counts} change @param {number} now @throws {Trouble} */
const changeNow = async (change, now) => {
  const stored = await readToChange("counts");
  const before = soundCounts(stored, now);
  if (before.lost && (await isFromNewer())) throw new Trouble("newer");
  if (before.lost) await noteLost(["counts"]);
  const counts = change(before.counts);
  const [oldest] = Object.keys(counts.days).sort();
  if (oldest === undefined && counts.settled === "") return api.storage.local.remove("counts");
  await writeChanged("counts", stored, counts);
  if (oldest === undefined) return undefined;
  const [year = 0, month = 1, day = 1] = oldest.split("-").map(Number);
  return api.alarms.create(COUNTS_ALARM, { when: new Date(year, month - 1, day + KEPT).getTime() });
};

/** @param {(counts: Counts) => Counts} change @param {number} now @throws {Trouble} */
const changeCounts = (change, now) => inTurn(() => changeNow(change, now));

/** Where the person wants it. @param {typeof EVENTS[number]} event @param {number} now */
export const countOne = (event, now) => inTurn(async () => {
  const { counting } = await readSettings();
  if (!counting) return;
  await changeNow(({ days, settled }) => {
    const today = localDate(now);
    const before = days[today] ?? { marked: 0, asked: 0, cancelled: 0, continued: 0 };
    return { days: { ...days, [today]: { ...before, [event]: before[event] + 1 } }, settled };
  }, now);
});

/** Drop what is too old, and what is damaged. @param {number} now */
export const sweepCounts = (now) => changeCounts((counts) => counts, now);

/** @param {number} now */
export const forgetCounts = (now) => changeCounts(() => ({ days: {}, settled: "" }), now);

/** Advice begins anew tomorrow: the person chose how often to be warned. @param {number} now */
export const settleAdvice = (now) => changeCounts(({ days }) => ({ days, settled: Object.keys(days).length > 0 ? localDate(now) : "" }), now);

/**
 * The days with something in them, the latest first; and the calmer sensitivity, where nearly all questions were
 * answered with "Lanjutkan".
 * @param {Settings} settings @param {number} now
 * @returns {Promise<{days: DayCounts[], advice: Sensitivity | null}>}
 */
export async function toldCounts({ counting, sensitivity }, now) {
  const { days, settled } = soundCounts(await readStored("counts"), now).counts;
  const told = Object.keys(days).sort().reverse().flatMap((day) => (days[day] ? [{ day, ...days[day] }] : []));
  const from = dayBefore(now, ADVICE_DAYS - 1);
  const recent = told.filter(({ day }) => day >= from && day > settled);
  const sum = (/** @type {"cancelled" | "continued"} */ key) => recent.reduce((total, day) => total + day[key], 0);
  const answers = sum("cancelled") + sum("continued");
  const worn = counting && answers >= ADVICE_ANSWERS && sum("cancelled") <= answers * ADVICE_CANCELLED;
  return { days: told, advice: worn ? CALMER[sensitivity] : null };
}
