'use strict';
/** The question: a native modal dialog in a closed shadow root. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).prompt ??= (() => {
  const { apart, build, dom, node, room, shield, styles, tally } = JagaJempol;
  /** What tells that something of the page may have come on top. */
  const COVERING = ['toggle', 'fullscreenchange'];
  /** How often a page may meddle with the question before it is taken back. */
  const PATIENCE = 10;
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
      if (!(focused instanceof HTMLElement) || !dom.connected(focused) || focused === document.body) return;
      dom.focus(focused, { preventScroll: true });
      // Our dialog took the page's selection with it: a field that has the focus but no caret takes no text in Chromium.
      if (field && caret && caret[0] !== null) field.setSelectionRange(caret[0], caret[1]);
      if (!range || !dom.editable(focused) || !dom.contains(focused, range.startContainer)) return;
      selection?.removeAllRanges();
      selection?.addRange(range);
    };
  };

  /**
   * A modal dialog closes the light layers of a page (`popover="auto"`), and the control in one of them with it.
   * @returns {() => void} opens them again, the outer before the inner
   */
  const rememberLayers = () => {
    const layers = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[popover]:popover-open')]);
    return () => {
      for (const layer of layers) if (dom.connected(layer) && !layer.matches(':popover-open')) layer.showPopover();
    };
  };

  /** @param {HTMLDialogElement} dialog */
  const focusCancel = (dialog) => /** @type {HTMLElement | null} */ (dialog.querySelector('.cancel'))?.focus({ preventScroll: true });

  /** @param {HTMLDialogElement} dialog */
  const show = (dialog) => {
    dialog.showModal();
    focusCancel(dialog);
    dialog.scrollTop = 0;
  };

  /**
   * Firefox leaves the page dead behind a modal dialog that was moved or taken away while open, unless it is opened and
   * closed anew.
   * @param {HTMLDialogElement} dialog @param {HTMLElement} host
   */
  const revive = (dialog, host) => {
    if (!host.isConnected) document.documentElement.append(host);
    dialog.close();
    dialog.showModal();
    dialog.close();
  };

  /** @param {Event} event @returns {boolean} whether something of the page may now lie over the question */
  const covers = (event) => !(event instanceof ToggleEvent)
    || (event.newState === 'open' && !(event.target instanceof HTMLDetailsElement));

  /**
   * Open it, until it is closed. Torn out or hidden by the page, it counts as cancelled: an answer to what nobody sees is none. What
   * covers it or marks it as dead is undone, as no page's accident happens again and again.
   * @param {HTMLDialogElement} dialog @param {Element} host @returns {Promise<void>}
   */
  const opened = (dialog, host) => new Promise((resolve) => {
    let patience = PATIENCE;
    /** @param {Event} event */
    const rise = (event) => {
      if (!dialog.open || !covers(event)) return;
      dialog.close();
      patience -= 1;
      if (patience > 0) show(dialog);
    };
    const meddled = new MutationObserver((records) => {
      if (records.some(({ removedNodes }) => [...removedNodes].some((node) => dom.contains(node, host)))) {
        end();
        return;
      }
      if (host.attributes.length === 0 || !dialog.open) return;
      for (const name of host.getAttributeNames()) host.removeAttribute(name);
      patience -= 1;
      if (patience > 0) focusCancel(dialog);
      else dialog.close();
    });
    const hidden = new ResizeObserver(() => {
      if (!dialog.checkVisibility()) dialog.close();
    });
    const end = () => {
      for (const type of COVERING) removeEventListener(type, rise, true);
      meddled.disconnect();
      hidden.disconnect();
      resolve();
    };
    dialog.addEventListener('close', () => dialog.open || end());
    meddled.observe(document, { childList: true });
    meddled.observe(document.documentElement, { childList: true });
    meddled.observe(host, { attributes: true });
    if (!host.isConnected) document.documentElement.append(host);
    hidden.observe(dialog);
    for (const type of COVERING) addEventListener(type, rise, true);
    if (host.isConnected) show(dialog);
  });

  /** @param {HTMLDialogElement} dialog @param {HTMLElement} host @param {() => void} restore */
  const leave = (dialog, host, restore) => {
    try {
      if (dialog.open) revive(dialog, host);
      host.remove();
      restore();
    } catch (error) {
      // The page may stand in the way of its own focus: the answer holds.
      console.debug('Jaga Jempol', error);
    }
  };

  /** @param {PromptQuestion} question @returns {Promise<PromptAnswer>} */
  const ask = async (question) => {
    if (current) return { proceed: false, forAccount: false, guide: false, report: false };
    const host = node.host('jaga-jempol-prompt');
    const layout = build.layouts[turn++ % build.layouts.length] ?? '';
    const dialog = build.dialog(question, layout);
    node.closedRoot(host, styles.dialog, dialog);
    shield.adopt(host, shield.guardDialog);
    current = dialog;
    let area = room.whole();
    if (!area) {
      document.documentElement.append(host);
      area = await room.seen(host);
    }
    if (!room.suffices(area)) {
      host.remove();
      return apart.ask(question).finally(() => {
        current = null;
      });
    }
    const [openLayers, restoreFocus] = [rememberLayers(), rememberFocus()];
    shield.watch({ x: question.x, y: question.y });
    const arming = build.arm(dialog);
    try {
      room.settle(dialog, area);
      tally.count('asked');
      await opened(dialog, host);
    } finally {
      clearTimeout(arming);
      current = null;
      shield.watch(null);
      leave(dialog, host, () => {
        openLayers();
        restoreFocus();
      });
    }
    const answer = build.answer(dialog);
    tally.answered(answer);
    return answer;
  };

  const close = () => {
    apart.close();
    current?.close('cancel');
  };

  return { get open() { return current !== null; }, ask, close };
})();
