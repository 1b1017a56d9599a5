'use strict';
/** Puts the parts together. The last file of the content script, and the only one that does anything by itself. */
(() => {
  const { genericAdapter, guard, lifecycle, link, pageState, session, shield, verdicts, watch } = JagaJempol;
  const api = globalThis.browser ?? globalThis.chrome;
  /** How long a site's own adapter may find nothing before roles and names are tried. */
  const EMPTY = 5000;

  // A second copy in the same page (the extension was injected again) does nothing.
  if (JagaJempol.running || !link.alive()) return;
  JagaJempol.running = true;
  guard.arm();
  shield.arm();
  lifecycle.start();

  const update = () => {
    if (lifecycle.down) return;
    if (session.active) watch.start();
    else watch.stop();
  };

  const tryGeneric = () => {
    if (session.reader !== 'adapter' || !session.active || watch.list().length > 0) return;
    const roots = genericAdapter.units[0]?.roots?.join(', ') ?? ':not(*)';
    if (document.querySelector(roots)) session.useGeneric();
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  const refreshSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(() => (link.alive() ? session.refresh() : lifecycle.takeDown()), 50);
  };

  session.onChange(update);
  session.start().then(() => setTimeout(tryGeneric, EMPTY));
  document.addEventListener('visibilitychange', () => document.hidden || refreshSoon());
  addEventListener('pageshow', (event) => event.persisted && refreshSoon());
  api.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== api.runtime.id) return;
    if (message?.type === 'settings-changed') {
      verdicts.forget();
      if (session.active) watch.rescan();
      refreshSoon();
    }
    if (message?.type === 'page-state' && window === top) respond(pageState.answer());
  });
})();
