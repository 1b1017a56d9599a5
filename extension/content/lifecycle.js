'use strict';
/** Beginning and end of this copy of the content script. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).lifecycle ??= (() => {
  let down = false;
  let listen = () => {};

  /** An updated or removed extension leaves this copy without a background: it must not stand in anybody's way. */
  const takeDown = () => {
    if (down) return;
    down = true;
    const { guard, note, prompt, shield, steps, watch } = JagaJempol;
    steps.end();
    guard.disarm();
    shield.disarm();
    watch.stop();
    note.clear();
    prompt.close();
    reopened.disconnect();
    JagaJempol.running = false;
  };

  /** `document.open()` removes every listener from window and document; the same ones can be added again at once. */
  const reopened = new MutationObserver(() => {
    const { guard, shield, watch } = JagaJempol;
    guard.arm();
    shield.arm();
    listen();
    watch.rescan();
  });

  /** @param {() => void} arm adds the listeners of this copy that stand on window and document beside the guard's */
  const start = (arm) => {
    listen = arm;
    listen();
    // Firefox puts an updated extension into open pages at once, where the copy before it left its elements.
    for (const left of document.querySelectorAll('jaga-jempol-mark, jaga-jempol-note, jaga-jempol-prompt, jaga-jempol-steps')) left.remove();
    reopened.observe(document, { childList: true });
  };

  return { start, takeDown, get down() { return down; } };
})();
