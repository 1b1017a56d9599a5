'use strict';
/** One quiet line in a corner, for what a person should know and need not answer. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).note ??= (() => {
  const { build, shield, styles, texts } = JagaJempol;
  const SHOWN = 4000;
  /** @type {HTMLElement | null} */
  let host = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const clear = () => {
    clearTimeout(timer);
    host?.remove();
    host = null;
  };

  /** @param {string} key of the message */
  const show = (key) => {
    clear();
    host = document.createElement('jaga-jempol-note');
    shield.adopt(host, () => {});
    build.closedRoot(host, styles.note, build.element('p', { role: 'status' }, build.thumb(), texts.say(key)));
    document.documentElement.append(host);
    timer = setTimeout(clear, SHOWN);
  };

  return { show, clear };
})();
