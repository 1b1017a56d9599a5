/**
 * Reasons on the wire are Indonesian, so that both engines say the same bytes. For a person who reads English the
 * packaged titles take their place; a rule that only an office's server knows keeps its own words.
 * @param {Verdict[]} verdicts @param {RulesLanguage} language
 * @param {Record<string, any>} data the packaged bundle
 * @returns {Verdict[]}
 */
export function reasonsIn(verdicts, language, { signals, scoring }) {
  if (language === "id") return verdicts;
  const titles = new Map(Object.entries(scoring.titles).map(([rule, title]) => [rule, title.en]));
  for (const { id, why_en: why } of signals) titles.set(id, why);
  /** @template {{rule: string, why: string}} T @param {T} entry @returns {T} */
  const translated = (entry) => ({ ...entry, why: titles.get(entry.rule.split(":", 1)[0] ?? "") ?? entry.why });
  return verdicts.map((verdict) => ({
    ...verdict,
    ...(verdict.evidence && { evidence: verdict.evidence.map(translated) }),
    ...(verdict.nearly && { nearly: verdict.nearly.map(translated) }),
  }));
}
