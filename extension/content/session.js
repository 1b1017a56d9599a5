'use strict';
/** What holds for this frame: which adapter reads it, and what the person set. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).session ??= (() => {
  const { adapter: adapters, genericAdapter, link, texts } = JagaJempol;
  const RETRIES = [500, 2000, 8000];
  const SLOW = 3000;

  /** @type {ContentSettings} */
  const DEFAULTS = {
    paused: false, employment: '', language: 'auto', levels: { none: 'nothing', mention: 'mark', campaign: 'ask' },
  };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {CompiledAdapter | null} */
  let current = null;
  /** @type {"adapter" | "generic" | "none"} */
  let reader = 'none';
  let settings = DEFAULTS;
  let greeted = false;
  let raw = '';
  let site = '';

  /** Frames without an address of their own (about:blank, srcdoc) belong to the page that made them. */
  const host = () => {
    if (location.hostname) return location.hostname;
    try {
      return parent.location.hostname;
    } catch {
      return URL.parse(document.referrer)?.hostname ?? '';
    }
  };

  /** @param {Adapter | null} given @param {string} key under which the background knows the site */
  const choose = (given, key) => {
    const text = JSON.stringify(given);
    if (greeted && text === raw) return;
    raw = text;
    site = key;
    current = null;
    reader = 'none';
    if (given && !adapters.covers(given, location.pathname)) return;
    current = adapters.compile(given ?? { ...genericAdapter, id: site });
    reader = given ? 'adapter' : 'generic';
  };

  /** @param {number} [timeout] */
  const refresh = async (timeout = SLOW) => {
    const here = host();
    if (here === '') return;
    const answer = await link.send({ type: 'hello', host: here }, timeout);
    if (!answer) return;
    const before = JSON.stringify([settings, raw]);
    choose(answer.adapter ?? null, answer.site ?? here);
    settings = { ...DEFAULTS, ...answer.settings };
    texts.use(answer.messages);
    const first = !greeted;
    greeted = true;
    if (first || JSON.stringify([settings, raw]) !== before) for (const listener of listeners) listener();
  };

  const start = async () => {
    await refresh();
    for (const wait of RETRIES) {
      if (greeted || !link.alive()) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
      await refresh();
    }
  };

  /** Read by roles and names alone, because the site's own adapter finds nothing. */
  const useGeneric = () => {
    current = adapters.compile({ ...genericAdapter, id: site });
    reader = 'generic';
    for (const listener of listeners) listener();
  };

  return {
    get adapter() { return current; },
    get reader() { return reader; },
    get settings() { return settings; },
    get active() { return current !== null && !settings.paused; },
    get site() { return site; },
    start,
    refresh,
    useGeneric,
    onChange: (/** @type {() => void} */ listener) => {
      listeners.add(listener);
    },
  };
})();
