'use strict';
/**
 * What the form "Salah tandai" begins with. No name of an account or group, and nothing that the person wrote.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).report ??= (() => {
  const { quotes, session, verdicts } = JagaJempol;
  /** Fields that are words of a post, and nobody's name. */
  const WORDS = ['text', 'quoted.text', 'image_alt', 'link.title'];
  /** Of a text in which nothing was found, in code points. */
  const BEGINNING = 120;

  /**
   * The points of every rule. Learned weights count as one: each has words of the post in its name, which would stay
   * behind when the person takes the words out.
   * @param {Verdict} verdict @returns {{rule: string, points: number}[]}
   */
  const rules = ({ evidence = [] }) => {
    /** @type {Map<string, number>} */
    const sums = new Map();
    for (const { rule, points } of evidence) {
      const name = rule.split(':', 1)[0] ?? '';
      sums.set(name, (sums.get(name) ?? 0) + points);
    }
    return [...sums].map(([rule, points]) => ({ rule, points }));
  };

  /** @param {Verdict} verdict @param {Context} post @returns {string} */
  const snippet = (verdict, post) => {
    const found = quotes.places(verdict, post).filter(({ field, quote }) => WORDS.includes(field) && quote.length > 0);
    const texts = found.map(({ quote }) => quote.map(({ text }) => text).join(''));
    return texts.length > 0 ? texts.join('\n') : [...post.text ?? ''].slice(0, BEGINNING).join('');
  };

  /** @param {Act} act @param {Reading} reading @param {Verdict} verdict */
  const of = (act, { context: post }, verdict) => ({
    site: session.site,
    act,
    level: verdict.level,
    rules: verdicts.bundle(),
    evidence: rules(verdict),
    snippet: snippet(verdict, post),
  });

  return { of };
})();
