'use strict';
/** Asks the background for verdicts, many posts at a time, and keeps them by content: nodes are used again by feeds. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).verdicts ??= (() => {
  const { context, link } = JagaJempol;
  const BATCH = 50;
  const DEBOUNCE = 50;
  const PATIENCE = 10_000;
  /** When posts whose question got no answer are asked about again, in milliseconds; after that their next reading asks. */
  const RETRIES = [500, 2000, 8000];
  const KEPT = 1000;

  /** @type {Map<string, Verdict>} by content key, the oldest first */
  const cache = new Map();
  /** @type {Set<string>} posts that need no question any more, by identity */
  const allowedPosts = new Set();
  /** @type {Set<string>} accounts likewise */
  const allowedAccounts = new Set();
  /** @type {Map<string, Reading>} wanted, not yet sent */
  const queue = new Map();
  /** @type {Map<string, Promise<void>>} sent, not yet answered */
  const underway = new Map();
  /** @type {Set<Reading>} sent, without an answer, to be sent again */
  const missed = new Set();
  /** @type {Set<string>} without a verdict let through once, by content key: the act is under way */
  const excusedKeys = new Set();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  let byDevice = false;
  let fellBack = false;
  /** @type {BundleMark | null} */
  let judgedBy = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} key @param {Verdict} verdict */
  const keep = (key, verdict) => {
    cache.delete(key);
    cache.set(key, verdict);
    if (cache.size > KEPT) cache.delete(/** @type {string} */ (cache.keys().next().value));
  };

  /** @param {Reading[]} readings @returns {Promise<boolean>} whether they were judged */
  const fetchAll = async (readings) => {
    const answer = await link.send({
      type: 'score',
      contexts: readings.map(({ context }) => context),
      posts: readings.map(({ identity }) => identity),
    }, PATIENCE);
    if (!answer || !Array.isArray(answer.verdicts)) return false;
    byDevice = answer.by === 'device';
    fellBack = answer.fallback !== undefined;
    judgedBy = answer.bundle;
    readings.forEach(({ key, identity }, index) => {
      const verdict = answer.verdicts[index];
      if (!verdict?.level) return;
      keep(key, verdict);
      if (answer.allowed?.[index] === true) allowedPosts.add(identity);
    });
    for (const listener of listeners) listener();
    return true;
  };

  /** @param {Reading} reading @returns {boolean} whether nobody has asked about it yet */
  const unasked = ({ key }) => !cache.has(key) && !underway.has(key);

  /** @param {Reading[]} readings @param {number} misses how often their question got no answer before */
  const send = (readings, misses) => {
    if (readings.length === 0) return;
    const done = fetchAll(readings).finally(() => readings.forEach(({ key }) => underway.delete(key))).then((judged) => {
      if (judged || misses >= RETRIES.length) return;
      readings.forEach((reading) => missed.add(reading));
      setTimeout(() => send(readings.filter((reading) => missed.delete(reading) && unasked(reading)), misses + 1), RETRIES[misses]);
    });
    readings.forEach(({ key }) => underway.set(key, done));
  };

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    while (queue.size > 0) {
      const readings = [...queue.values()].slice(0, BATCH);
      readings.forEach(({ key }) => queue.delete(key));
      send(readings, 0);
    }
  };

  /** @param {Reading} reading @returns {Verdict | undefined} */
  const known = (reading) => cache.get(reading.key);

  /** Ask soon, together with others. @param {Reading} reading */
  const want = (reading) => {
    if (!unasked(reading)) return;
    queue.set(reading.key, reading);
    if (queue.size >= BATCH) flush();
    else timer ??= setTimeout(flush, DEBOUNCE);
  };

  /** Ask now: somebody is about to act. @param {Reading} reading @param {number} timeout @returns {Promise<Verdict | null>} */
  const wait = async (reading, timeout) => {
    want(reading);
    flush();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let late;
    await Promise.race([underway.get(reading.key), new Promise((resolve) => {
      late = setTimeout(resolve, timeout);
    })]);
    clearTimeout(late);
    return cache.get(reading.key) ?? null;
  };

  /** @param {Reading} reading */
  const allowed = (reading) =>
    allowedPosts.has(reading.identity) || allowedAccounts.has(context.account(reading.context));

  /** Until there is a verdict, no press on it waits for one again. @param {Reading} reading */
  const excuse = ({ key }) => {
    if (excusedKeys.size >= KEPT) excusedKeys.clear();
    excusedKeys.add(key);
  };

  /** @param {Reading} reading */
  const excused = ({ key }) => excusedKeys.has(key);

  /** @param {Reading} reading */
  const allow = (reading) => {
    allowedPosts.add(reading.identity);
    link.send({ type: 'allow', site: reading.context.site ?? '', post: reading.identity }, PATIENCE);
  };

  /** The background keeps it for seven days at most. @param {string} site @param {string} account */
  const allowAccount = (site, account) => {
    allowedAccounts.add(account);
    link.send({ type: 'allow', site, account }, PATIENCE);
  };

  /** @param {() => void} listener */
  const onVerdicts = (listener) => {
    listeners.add(listener);
  };

  /** What was allowed may have been taken back, and a server chosen; the background says so again with each verdict. */
  const forget = () => {
    cache.clear();
    allowedPosts.clear();
    allowedAccounts.clear();
    queue.clear();
    missed.clear();
    excusedKeys.clear();
    byDevice = false;
  };

  return { known, want, wait, excuse, excused, allowed, allow, allowAccount, local: () => byDevice && !fellBack, bundle: () => judgedBy, onVerdicts, forget };
})();
