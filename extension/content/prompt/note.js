'use strict';
/** One quiet line in a corner, for what a person should know and need not answer. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).note ??= (() => {
  const { node, shield, styles, texts } = JagaJempol;
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
    host = node.host('jaga-jempol-note');
    shield.adopt(host, () => {});
    const line = node.element('p', { role: 'status', lang: texts.say('localeCode') }, node.thumb(), texts.say(key));
    node.closedRoot(host, styles.note, line);
    document.documentElement.append(host);
    timer = setTimeout(clear, SHOWN);
  };

  return { show, clear };
})();
