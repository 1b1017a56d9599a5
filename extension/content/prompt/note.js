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
    node.closedRoot(host, styles.note, node.element('p', { role: 'status' }, node.thumb(), texts.say(key)));
    document.documentElement.append(host);
    timer = setTimeout(clear, SHOWN);
  };

  return { show, clear };
})();
