'use strict';
/** Weighs a recognised act: let it pass, or hold it until the verdict, and perhaps the person, has spoken. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).decide ??= (() => {
  const { context, link, note, prompt, replay, report, session, shield, texts, verdicts } = JagaJempol;
  /** A verdict that takes longer than this came too late: the act goes through. */
  const PATIENCE = 300;
  /**
   * A draft is judged when it is sent, perhaps by a background that must wake first; and what is sent can't be taken back unseen.
   * A chosen server may take 1.5 s (`TIME_LIMIT` in background/server-client.js) before the device judges in its stead.
   */
  const DRAFT_PATIENCE = 2500;
  /** The dialog stands without it, so the law may take its time. */
  const LAW_PATIENCE = 10_000;
  /** @type {Gesture | null} */
  let pending = null;
  /** When "Batal" was last said. What a page did by script meanwhile is not asked about one by one. */
  let refused = 0;

  /**
   * Whether the person's own words are what takes a side. Learned weights know everyday words as well, so they say nothing here.
   * @param {Verdict} verdict
   */
  const draftTakesSide = ({ evidence = [] }) => (
    evidence.some(({ field, points, rule }) => field === 'draft' && points > 0 && !rule.startsWith('weight:')));

  /** A person's own words are asked about at every step of sensitivity. @param {Verdict} verdict */
  const asksFor = (verdict) => session.reaction(verdict) === 'ask' || (verdict.level === 'campaign' && draftTakesSide(verdict));

  /**
   * "Lanjutkan" was said for the post. What the person then writes under it is another matter.
   * @param {Reading} reading @param {Verdict} verdict
   */
  const settled = (reading, verdict) => verdicts.allowed(reading)
    && !(reading.context.draft && draftTakesSide(verdict) && !allowedDrafts.has(reading.key));
  /** @type {Set<string>} */
  const allowedDrafts = new Set();

  /** @param {Match} match @param {Reading | null} reading @returns {"pass" | "hold"} */
  const weigh = (match, reading) => {
    if (match.undo || match.opens || !reading || context.empty(reading) || !session.active) return 'pass';
    if (match.composer && !reading.context.draft && !match.found && !match.remembered) return 'pass';
    if (verdicts.allowed(reading) && !reading.context.draft) return 'pass';
    const verdict = verdicts.known(reading);
    if (!verdict) {
      if (verdicts.excused(reading)) return 'pass';
      verdicts.wait(reading, PATIENCE); // asked early: most presses last long enough for the answer to come
      return 'hold';
    }
    return asksFor(verdict) && !settled(reading, verdict) ? 'hold' : 'pass';
  };

  /** What the law says of an act, for when "Kenapa?" is opened. @param {Act} act @returns {Promise<GuidanceAnswer | null>} */
  const lawOf = (act) => link.send({ type: 'guidance', act }, LAW_PATIENCE);

  /** @param {Match} match @param {Reading} reading @param {Verdict} verdict @param {number} x @param {number} y */
  const ask = async ({ act }, reading, verdict, x, y) => {
    const { employment } = session.settings;
    const answer = await prompt.ask({ act, verdict, reading, employment, law: lawOf(act), x, y });
    if (answer.guide) link.send({ type: 'open-guide', act }, LAW_PATIENCE);
    if (answer.report) link.send({ type: 'open-report', report: report.of(act, reading, verdict) }, LAW_PATIENCE);
    if (!answer.proceed) {
      refused = performance.now();
      return false;
    }
    if (answer.unasked) return true;
    verdicts.allow(reading);
    if (reading.context.draft) allowedDrafts.add(reading.key);
    const account = context.account(reading.context);
    if (answer.forAccount && account) verdicts.allowAccount(session.site, account);
    return true;
  };

  /** @param {Reading} reading @returns {Promise<Verdict | null>} null when there is nothing to ask about */
  const verdictToAskAbout = async (reading) => {
    const [verdict] = await Promise.all([
      verdicts.wait(reading, reading.context.draft ? DRAFT_PATIENCE : PATIENCE),
      session.refresh(PATIENCE), // a pause set in another tab holds from now on
    ]);
    if (!verdict && session.active) note.show('promptNoteUnrated');
    return verdict && session.active && asksFor(verdict) && !settled(reading, verdict) ? verdict : null;
  };

  /** @param {Gesture} gesture */
  const settleNow = async (gesture) => {
    pending = gesture;
    let go = true;
    try {
      const verdict = await verdictToAskAbout(gesture.reading);
      gesture.asked = verdict !== null;
      if (verdict) go = gesture.started > refused && await ask(gesture.match, gesture.reading, verdict, gesture.x, gesture.y);
    } catch (error) {
      console.debug(texts.say('extName'), error);
    }
    pending = null;
    if (!go) return;
    // Editors put their text back while a dialog closes; the replay must come after that.
    setTimeout(() => replay.run(gesture).catch(() => {}), 0);
  };

  /** One question at a time. @type {Promise<void>} */
  let line = Promise.resolve();

  /** @param {Gesture} gesture */
  const settle = (gesture) => {
    line = line.then(() => settleNow(gesture));
    return line;
  };

  /**
   * A comment box was opened under a post. Nothing is held: writing is no act yet.
   * @param {Match} match @param {boolean} [begun] it stood open, and the first letter was written
   */
  const opening = async (match, begun = false) => {
    const { adapter } = session;
    if (!adapter || pending || prompt.open || !session.active || !match.composer || !(match.found || match.remembered)) return;
    const post = match.found ? context.read(adapter, match.found) : match.remembered;
    if (!post || context.empty(post) || verdicts.allowed(post)) return;
    const known = verdicts.known(post);
    if (known && !asksFor(known)) return;
    // Whoever writes is at it for a while; who has pressed a box is asked at once or not at all.
    const verdict = await verdicts.wait(post, begun ? DRAFT_PATIENCE : PATIENCE);
    if (!verdict || !asksFor(verdict) || verdicts.allowed(post) || pending || prompt.open) return;
    const { field } = match.composer;
    if (begun) shield.wrote();
    if (!await ask(match, post, verdict, -1, -1)) field.blur();
  };

  return { weigh, settle, opening, get pending() { return pending; } };
})();
