/**
 * What the law says of an act, for an employment, on a day; mirrors server/rules/guidance.py (SPEC 10).
 * `law` is the section of that name in a bundle. Nothing here knows who asks or what was read.
 */

export const KINDS = ["forbidden", "sanctions", "allowed", "unclear", "ask", "chain"];
export const NATION = "Indonesia";
const NEVER = "9999-99-99";
const DAY_MS = 86_400_000;

/**
 * @typedef {{id: string, en: string}} Titles
 * @typedef {[kind: string, from: string, to: string, source: number]} Stage
 * @typedef {{contest: string, title: Titles, election: string, areas: string[], stages: Stage[], local?: true}} Part
 * @typedef {[instrument: string, article: string, articleEn: string]} Reference
 * @typedef {{
 *   id: string, text: Titles, law: Reference[], source: string, date: string, sure: string, range?: string[],
 *   act?: string[], employment?: string[], stage?: string[], election?: string[], from?: string, to?: string,
 * }} Rule
 * @typedef {{
 *   from: string, acts: [string, Titles, number][], employments: [string, Titles][], stages: [string, Titles][],
 *   instruments: Record<string, {name: Titles, short: Titles, full: string}>, rules: Record<string, Rule[]>,
 *   notes: Record<string, Titles>, areas: Record<string, string[]>, calendar: Part[], sources: string[],
 *   expected: {title: Titles, source: string, date: string}[],
 * }} Law
 * @typedef {{
 *   date: string, employment: string, act?: string, contest?: string, area?: string, language?: RulesLanguage, stage?: string,
 * }} Question
 */

/**
 * Return stage, contests and rules, or null for a day before the law files begin (SPEC 10.2).
 * Without `act` the rules of every act are told. `contest` and `area` narrow the calendar; they must be known to
 * `law`, as must `employment`, `act` and `stage`, which stands in place of the calendar's (SPEC 10.5).
 * @param {Law} law @param {Question} question
 */
export function guidance(law, { date, employment, act = "", contest = "", area = "", language = "id", stage = "" }) {
  if (date < law.from) return null;
  const parts = partsOf(law, contest, area);
  const running = parts.flatMap(([part, until]) => {
    const found = stageOn(part, date, until);
    return found ? [{ part, found }] : [];
  });
  const order = law.stages.map(([name]) => name);
  const kind = stage || (order.findLast((name) => running.some(({ found }) => found[0] === name)) ?? "none");
  const deciding = stage
    ? parts.map(([part]) => part)
    : running.filter(({ found }) => found[0] === kind).map(({ part }) => part);
  const elections = new Set(deciding.map(({ election }) => election));
  const notes = ["advice"];
  if (!stage && running.length === 0) notes.push("none");
  if (!stage && deciding.length < running.length) notes.push("several");
  /** @type {Map<string, Titles>} */
  const titles = new Map();
  for (const [name, title] of [...law.acts, ...law.employments, ...law.stages]) titles.set(name, title);
  const named = (/** @type {string} */ name) => ({ id: name, title: titles.get(name)?.[language] ?? name });

  /** @param {Rule} rule */
  const holds = (rule) =>
    (!act || (rule.act?.includes(act) ?? true)) &&
    (rule.employment?.includes(employment) ?? true) &&
    (rule.stage?.includes(kind) ?? true) &&
    (rule.election?.some((election) => elections.has(election)) ?? true) &&
    (rule.from ?? "") <= date &&
    date <= (rule.to ?? NEVER);

  /** @type {Map<string, Rule[]>} */
  const chosen = new Map(KINDS.map((name) => [name, (law.rules[name] ?? []).filter(holds)]));
  const cited = new Set([...chosen.values()].flat().flatMap((rule) => rule.law.map(([name]) => name)));
  return {
    date,
    language,
    act: act ? named(act) : null,
    employment: named(employment),
    stage: named(kind),
    contests: running.map(({ part, found: [name, from, to, source] }) => ({
      id: part.contest,
      title: part.title[language],
      areas: part.areas,
      stage: named(name),
      from,
      to,
      source: law.sources[source],
      decides: name === kind,
    })),
    next_voting: nextVoting(parts, date, language),
    ...Object.fromEntries([...chosen].map(([name, rules]) => [name, rules.map((rule) => told(law, rule, language))])),
    instruments: [...cited].sort().map((name) => ({
      id: name,
      name: law.instruments[name]?.name[language],
      full: law.instruments[name]?.full,
    })),
    notes: notes.map((name) => law.notes[name]?.[language]),
  };
}

/**
 * The parts of the calendar that are asked for, each with the day from which another stands in its place.
 * @param {Law} law @param {string} contest @param {string} area
 * @returns {[Part, string][]}
 */
export function partsOf(law, contest, area) {
  const parts = law.calendar.filter((part) => !contest || part.contest === contest);
  if (!area) return parts.map((part) => [part, NEVER]);
  const provinceOf = new Map(
    Object.entries(law.areas).flatMap(([province, names]) => names.map((name) => [name, province])),
  );
  const around = new Set([NATION, area, provinceOf.get(area) ?? area]);
  const covers = (/** @type {Part} */ part) => part.areas.some((name) => around.has(name));
  const concerns = (/** @type {Part} */ part) =>
    covers(part) || part.areas.some((name) => provinceOf.get(name) === area);
  const until = (/** @type {Part} */ part) => {
    if (part.local) return NEVER;
    const own = parts.filter((other) => other.local && other.contest === part.contest && covers(other));
    return own.flatMap(({ stages }) => stages.slice(0, 1).map(([, from]) => from)).sort()[0] ?? NEVER;
  };
  return parts.filter(concerns).map((part) => [part, until(part)]);
}

/** @param {Part} part @param {string} date @param {string} until */
function stageOn(part, date, until) {
  return part.stages.find(([, from, to]) => from <= date && date <= to && date < until);
}

/** @param {[Part, string][]} parts @param {string} date @param {RulesLanguage} language */
function nextVoting(parts, date, language) {
  const votes = parts.flatMap(([part, until]) =>
    part.stages
      .filter(([kind, from]) => kind === "voting" && date <= from && from < until)
      .map(([, from]) => ({ from, part })),
  );
  const first = votes.map(({ from }) => from).sort()[0];
  if (first === undefined) return null;
  return {
    date: first,
    days: (Date.parse(first) - Date.parse(date)) / DAY_MS,
    contests: votes
      .filter(({ from }) => from === first)
      .map(({ part }) => ({ id: part.contest, title: part.title[language], areas: part.areas })),
  };
}

/** @param {Law} law @param {Rule} rule @param {RulesLanguage} language */
export function told(law, rule, language) {
  return {
    id: rule.id,
    text: rule.text[language],
    law: rule.law.map(([name, article, articleEn]) => ({
      instrument: name,
      name: law.instruments[name]?.name[language],
      short: law.instruments[name]?.short[language],
      article: language === "id" ? article : articleEn,
    })),
    source: rule.source,
    date: rule.date,
    sure: rule.sure,
    ...(rule.range && { range: rule.range }),
  };
}
