'use strict';
/** The question: a native modal dialog in a closed shadow root. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).prompt ??= (() => {
  const { build, shield, styles } = JagaJempol;
  /** A frame this small (a like button embedded in an article) cannot show a dialog that can be read. */
  const NARROWEST = 240;
  const LOWEST = 200;
  /** @type {HTMLDialogElement | null} */
  let current = null;
  let turn = Math.floor(Math.random() * 3);

  /** @returns {() => void} puts focus, and the caret of an editor, back where they were */
  const rememberFocus = () => {
    const focused = document.activeElement;
    const field = focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement ? focused : null;
    const caret = field && [field.selectionStart, field.selectionEnd];
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
    return () => {
      if (!(focused instanceof HTMLElement) || !focused.isConnected || focused === document.body) return;
      focused.focus({ preventScroll: true });
      // Our dialog took the page's selection with it: a field that has the focus but no caret takes no text in Chromium.
      if (field && caret && caret[0] !== null) field.setSelectionRange(caret[0], caret[1]);
      if (!range || !focused.isContentEditable || !focused.contains(range.startContainer)) return;
      selection?.removeAllRanges();
      selection?.addRange(range);
    };
  };

  /** @param {HTMLDialogElement} dialog @param {Element} host @returns {Promise<void>} when it was closed, or torn out by the page */
  const closed = (dialog, host) => new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(), { once: true });
    const observer = new MutationObserver(() => {
      if (host.isConnected) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, subtree: false });
    if (document.documentElement) observer.observe(document.documentElement, { childList: true });
  });

  /** @param {PromptQuestion} question @returns {Promise<PromptAnswer>} */
  const ask = async (question) => {
    if (current) return { proceed: false, forAccount: false };
    if (innerWidth < NARROWEST || innerHeight < LOWEST) return { proceed: true, forAccount: false };
    const restore = rememberFocus();
    const host = document.createElement('jaga-jempol-prompt');
    const layout = build.layouts[turn++ % build.layouts.length] ?? '';
    const dialog = build.dialog(question, layout);
    build.closedRoot(host, styles.dialog, dialog);
    shield.adopt(host, shield.guardDialog);
    document.documentElement.append(host);
    current = dialog;
    shield.watch({ x: question.x, y: question.y });
    try {
      dialog.showModal();
      /** @type {HTMLElement | null} */ (dialog.querySelector('.cancel'))?.focus({ preventScroll: true });
      await closed(dialog, host);
    } finally {
      current = null;
      shield.watch(null);
      host.remove();
      restore();
    }
    const account = dialog.querySelector('#account');
    const proceed = dialog.returnValue === 'proceed';
    return { proceed, forAccount: proceed && account instanceof HTMLInputElement && account.checked };
  };

  const close = () => current?.close('cancel');

  return { get open() { return current !== null; }, ask, close };
})();
