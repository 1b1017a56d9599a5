import { sweepAccounts } from "./allows.js";
import { oddDays, rulesDate } from "./calendar.js";
import { sweepCounts } from "./counts.js";
import { loadRules } from "./rules.js";
import { isFromNewer, mendSettings } from "./settings.js";
import { isReadable, lostParts } from "./store.js";

/**
 * Give up what is damaged or over. Nothing here may fail: a full disk, or data of a newer version, stays as it is.
 * @param {number} now
 */
export const sweep = (now) => Promise.allSettled([mendSettings(), sweepAccounts(now), sweepCounts(now)]);

/**
 * What a person should know of a bad day, the gravest first. Each code has a text `notice_<code>`.
 * @param {number} now
 * @returns {Promise<{notices: Notice[], rulesDate: string}>} `rulesDate` is "" where the rules can't be read
 */
export async function tellNotices(now) {
  await sweep(now);
  const [readable, newer, lost, date] = await Promise.all([
    isReadable(), isFromNewer(), lostParts(), loadRules().then(({ bundle }) => rulesDate(bundle.data), () => ""),
  ]);
  const odd = oddDays(now, date);
  /** @type {Notice[]} */
  const notices = [];
  if (!readable) notices.push({ code: "unreadable", parts: [] });
  if (newer) notices.push({ code: "newer", parts: [] });
  if (lost.length > 0) notices.push({ code: "lost", parts: lost });
  if (odd) notices.push({ code: odd, parts: [] });
  return { notices, rulesDate: date };
}
