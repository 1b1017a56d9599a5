'use strict';
/** Tells the popup what is going on in this page. Levels and counts only: no text of any post. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).pageState ??= (() => {
  const { controls, dom, marks, session, verdicts, watch } = JagaJempol;
  const MOST = 40;
  const FULL = 1000;
  const ORDER = ['none', 'mention', 'campaign'];

  /** @param {CompiledAdapter} adapter @param {Found} found */
  const countControls = (adapter, { root }) =>
    [...dom.findAll(root, adapter.pressable)].slice(0, MOST).filter((element) => controls.match(adapter, element)).length;

  /** A page with less on it, in characters or posts by role, may well have nothing to read. */
  const hasContent = () => document.body.innerText.length >= FULL || document.querySelector('[role="article"], article') !== null;

  /** A site's own adapter that yields nothing: perhaps the site was rebuilt. @param {number} posts */
  const stale = (posts) => session.active && session.title !== ''
    && (session.reader === 'generic' || (posts === 0 && session.ripe && hasContent()));

  /** Of what level a post is, and whether an act on it would be asked about. @param {Reading | undefined} reading */
  const judgement = (reading) => {
    const verdict = reading && verdicts.known(reading);
    return verdict ? [{ level: verdict.level, asked: session.reaction(verdict) === 'ask' && !verdicts.allowed(reading) }] : [];
  };

  const answer = () => {
    const { adapter, guarded, reader, site, title } = session;
    const found = watch.list();
    const judged = found.flatMap(({ root }) => judgement(watch.shown(root)));
    const worst = judged.reduce((a, { level }) => (ORDER.indexOf(level) > ORDER.indexOf(a) ? level : a), 'none');
    return {
      ok: true,
      guarded,
      reader,
      site,
      title,
      stale: stale(found.length),
      posts: found.length,
      controls: adapter ? found.slice(0, MOST).reduce((sum, one) => sum + countControls(adapter, one), 0) : 0,
      marked: marks.list().length,
      likes: adapter?.likes ?? '',
      worst: { level: worst },
      asks: judged.some(({ asked }) => asked),
    };
  };

  return { answer };
})();
