'use strict';
/** Puts the parts together. The last file of the content script, and the only one that does anything by itself. */
(() => {
  const { adapter, genericAdapter, guard, lifecycle, link, pageState, session, shield, steps, units, verdicts, watch } = JagaJempol;
  const api = globalThis.browser ?? globalThis.chrome;
  /** How often, in milliseconds, it is asked which reader finds something, and at how many anchors. */
  const OFTEN = 2000;
  const LOOKED_AT = 20;

  // A second copy in the same page (the extension was injected again) does nothing.
  if (JagaJempol.running || !link.alive()) return;
  JagaJempol.running = true;
  guard.arm();
  shield.arm();

  const update = () => {
    if (lifecycle.down) return;
    if (session.active) watch.start();
    else watch.stop();
  };

  /** Most pages never need it. @type {CompiledAdapter | null} */
  let general = null;

  const generalFinds = () => finds(general ??= adapter.compile(genericAdapter));

  /** @param {CompiledAdapter} reader @returns {boolean} whether it finds a post on the page */
  const finds = (reader) => reader.anchors !== '' && [...document.querySelectorAll(reader.anchors)].slice(0, LOOKED_AT).some((anchor) => {
    const found = units.at(reader, anchor);
    return found !== null && !found.unit.excerpt && found.unit.surface !== 'account' && found.root !== document.documentElement;
  });

  /** The general reader takes over where the site's own adapter finds nothing for a while, and gives back what that finds again. */
  const chooseReader = () => {
    if (lifecycle.down) clearInterval(choosing);
    if (document.hidden || !session.active || !session.own) return;
    const talking = adapter.talking(genericAdapter, location.pathname);
    if (session.reader === 'generic') {
      if (talking || !generalFinds() || finds(session.own)) session.returnToOwn();
    } else if (session.ripe && !talking && session.adapter?.generic && watch.list().length === 0 && generalFinds()) {
      session.useGeneric();
    }
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  const greetSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(() => (link.alive() ? session.greet() : lifecycle.takeDown()), 50);
  };

  /** The person changed something, perhaps while this page was put away and heard nothing. */
  const renew = () => {
    if (lifecycle.down) return;
    verdicts.forget();
    if (session.active) watch.rescan();
    greetSoon();
  };

  const seen = () => document.hidden || greetSoon();
  /** @param {PageTransitionEvent} event */
  const cameBack = (event) => event.persisted && renew();

  session.onChange(update);
  session.greet();
  const choosing = setInterval(chooseReader, OFTEN);
  lifecycle.start(() => {
    document.addEventListener('visibilitychange', seen);
    addEventListener('pageshow', cameBack);
  });
  api.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== api.runtime.id) return;
    if (message?.type === 'settings-changed') renew();
    if (message?.type === 'page-state' && window === top) respond(pageState.answer());
    if (message?.type === 'step-marks' && window === top) respond({ ok: steps.start() });
  });
})();
