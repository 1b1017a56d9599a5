'use strict';
/** What holds for this frame: which adapter reads it, and what the person set. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).session ??= (() => {
  const { adapter: adapters, context, genericAdapter, link, texts } = JagaJempol;
  /** When a greeting that got no answer is said again, in milliseconds, and how often after that. */
  const RETRIES = [500, 2000, 8000];
  const RARELY = 30_000;
  const SLOW = 3000;
  /** How long a site's own adapter may find nothing before that is news. */
  const PATIENCE = 5000;

  /** @type {ContentSettings} */
  const DEFAULTS = {
    paused: false, employment: '', language: 'auto',
    levels: { none: 'nothing', mention: 'mark', campaign: 'ask', strong: 'ask' },
  };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {CompiledAdapter | null} */
  let current = null;
  /** @type {"adapter" | "generic" | "none"} */
  let reader = 'none';
  let settings = DEFAULTS;
  let greeted = false;
  /** How often greeting began; only the last one goes on. */
  let greetings = 0;
  let guarded = true;
  let raw = '';
  let site = '';
  let since = 0;
  let title = '';
  /** The site's own adapter, as given. @type {Adapter | null} */
  let given = null;
  /** The same with the parts that speak for the page's path. @type {CompiledAdapter | null} */
  let own = null;
  /** The page's path, and which parts of the own adapter and of the general one speak for it. */
  let path = '';
  let parts = '';
  let generalParts = '';

  /** Frames without an address of their own (about:blank, srcdoc) belong to the page that made them. */
  const host = () => {
    if (location.hostname) return location.hostname;
    try {
      return parent.location.hostname;
    } catch {
      return URL.parse(document.referrer)?.hostname ?? '';
    }
  };

  /**
   * @param {Adapter | null} known @param {string} key under which the background knows the site
   * @param {boolean} allowed no longer, when the person took the site or its permission away
   */
  const choose = (known, key, allowed) => {
    const text = JSON.stringify([known, allowed]);
    if (greeted && text === raw) return;
    raw = text;
    site = key;
    guarded = allowed;
    title = known?.title ?? '';
    current = null;
    reader = 'none';
    given = allowed ? known : null;
    own = null;
    path = location.pathname;
    if (given) {
      compileOwn(given);
      useOwn();
    } else if (allowed) {
      readByRoles();
    }
  };

  /** @param {Adapter} raw @returns {boolean} whether other parts of it speak for the path than before */
  const compileOwn = (raw) => {
    const speaking = adapters.speaking(raw, path);
    if (own && speaking === parts) return false;
    parts = speaking;
    own = adapters.compile(raw, path);
    return true;
  };

  /** Read by the site's own adapter, where it speaks for the path. */
  const useOwn = () => {
    if (!given) return;
    since = performance.now();
    const covered = adapters.covers(given, path);
    current = covered ? own : null;
    reader = covered ? 'adapter' : 'none';
  };

  /** @returns {Adapter} the general one, with what is known to be private here */
  const general = () => ({ ...genericAdapter, id: site, private: given?.private, private_paths: given?.private_paths });

  /** Read by roles and names alone. */
  const readByRoles = () => {
    generalParts = adapters.speaking(general(), path);
    current = adapters.compile(general(), path);
    reader = 'generic';
  };

  const tell = () => {
    for (const listener of listeners) listener();
  };

  /** Sites show another page without loading it; some parts of an adapter speak for some paths only. */
  const follow = () => {
    if (path === location.pathname) return;
    path = location.pathname;
    const changed = given !== null && compileOwn(given);
    if (reader === 'generic' && !changed) {
      if (adapters.speaking(general(), path) === generalParts) return;
      readByRoles();
    } else {
      since = performance.now();
      if (!changed) return;
      useOwn();
    }
    setTimeout(tell);
  };

  /** @param {number} [timeout] @returns {Promise<boolean>} whether it was answered */
  const refresh = async (timeout = SLOW) => {
    const here = host();
    if (here === '') return false;
    const answer = await link.send({ type: 'hello', host: here }, timeout);
    if (!answer) return false;
    const before = JSON.stringify([settings, raw]);
    choose(answer.adapter ?? null, answer.site ?? here, answer.guarded !== false);
    settings = { ...DEFAULTS, ...answer.settings };
    texts.use(answer.messages);
    const first = !greeted;
    greeted = true;
    if (first || JSON.stringify([settings, raw]) !== before) tell();
    return true;
  };

  /** A page that heard nothing holds what it heard last, perhaps a pause that is over; so it asks until it is answered. */
  const greet = async () => {
    greetings += 1;
    const mine = greetings;
    for (let turn = 0; !await refresh() && host() !== ''; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, RETRIES[turn] ?? RARELY));
      if (mine !== greetings || !link.alive()) return;
    }
  };

  /** Read by roles and names alone, because the site's own adapter finds nothing. */
  const useGeneric = () => {
    readByRoles();
    tell();
  };

  /** Its posts are there again. */
  const returnToOwn = () => {
    useOwn();
    tell();
  };

  const adapterHere = () => {
    follow();
    return current;
  };

  return {
    get adapter() { return adapterHere(); },
    get own() { return own; },
    get reader() { return reader; },
    get settings() { return settings; },
    /** What the person wants done at a verdict. @param {Verdict} verdict @returns {Reaction} */
    reaction: (verdict) => settings.levels[context.strong(verdict) ? 'strong' : verdict.level] ?? 'nothing',
    get active() { return adapterHere() !== null && !settings.paused; },
    get site() { return site; },
    get guarded() { return guarded; },
    get title() { return title; },
    get ripe() { return performance.now() - since >= PATIENCE; },
    greet,
    refresh,
    useGeneric,
    returnToOwn,
    onChange: (/** @type {() => void} */ listener) => {
      listeners.add(listener);
    },
  };
})();
