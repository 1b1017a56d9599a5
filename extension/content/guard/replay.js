'use strict';
/** Lets a held act happen, exactly once. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).replay ??= (() => {
  const { dom, note, session, shield, subject, verdicts } = JagaJempol;
  /** Longer presses mean something else than short ones, on some sites from 200 ms on: they are given back with their length. */
  const LONG_PRESS = 150;
  const LONGEST = 1500;
  const REACTION = 1200;
  let running = false;

  /** @param {() => void} work */
  const quietly = (work) => {
    running = true;
    try {
      work();
    } finally {
      running = false;
    }
  };

  /** @param {Held} held @param {Element} instead */
  const dispatch = (held, instead) => {
    const { target } = held;
    const gone = target instanceof Node && !dom.connected(target);
    let uncancelled = true;
    quietly(() => {
      uncancelled = dom.dispatch(gone ? instead : target, held.build());
    });
    return uncancelled;
  };

  /** What a browser makes of Enter in a field of one line. @param {HTMLFormElement} form */
  const sendForm = (form) => quietly(() => {
    const button = dom.find(form, 'button:not([type]), button[type="submit"], input[type="submit"]');
    if (button instanceof HTMLElement) button.click();
    else dom.submit(form, null);
  });

  /** @param {Gesture} gesture @param {Element} control */
  const keys = ({ events, form }, control) => {
    let typed = true;
    let clicked = false;
    let underway = '';
    // Of Enter on a link Firefox makes the click itself, at the keypress, even where a script types it.
    const notice = () => {
      clicked ||= underway === 'keypress';
    };
    addEventListener('click', notice, { capture: true });
    for (const held of events) {
      if (held.type === 'click' && clicked) continue;
      underway = held.type;
      // A page that cancels the keydown gets no keypress from a browser either; that the key goes up it does learn.
      if (typed || held.type === 'keyup') typed = dispatch(held, control) && typed;
    }
    removeEventListener('click', notice, { capture: true });
    if (form && typed && dom.connected(form)) sendForm(form);
  };

  /** @param {Gesture} gesture @param {Element} control */
  const pointer = async ({ match, events: kept, asked }, control) => {
    // While we asked, the page forgot the first of two presses.
    const again = match.second && asked ? kept.filter(({ type }) => type !== 'dblclick') : [];
    const events = [...again, ...kept];
    const first = kept[0];
    const release = events.findIndex(({ type }) => type === 'pointerup' || type === 'touchend' || type === 'mouseup');
    const length = release > 0 && first ? (events[release]?.at ?? 0) - first.at : 0;
    for (const [index, held] of events.entries()) {
      if (index === release && length > LONG_PRESS) await new Promise((resolve) => setTimeout(resolve, Math.min(length, LONGEST)));
      dispatch(held, control);
    }
  };

  /** @param {MutationRecord} record */
  const isOurs = ({ addedNodes, removedNodes }) => {
    const nodes = [...addedNodes, ...removedNodes];
    return nodes.length > 0 && nodes.every(shield.mine);
  };

  /** Whether the page did anything at all in answer. A page that wants trusted events does nothing. @returns {() => Promise<boolean>} */
  const listenForAnswer = () => {
    let answered = false;
    const observer = new MutationObserver((records) => {
      answered ||= !records.every(isOurs);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const leaving = () => {
      answered = true;
    };
    // The next page is asked for at the one, and may be long in coming until the other.
    const LEAVING = ['beforeunload', 'pagehide'];
    for (const type of LEAVING) addEventListener(type, leaving, { once: true });
    const address = location.href;
    return async () => {
      await new Promise((resolve) => setTimeout(resolve, REACTION));
      observer.disconnect();
      for (const type of LEAVING) removeEventListener(type, leaving);
      return answered || document.hidden || location.href !== address;
    };
  };

  /** The same control, after the page may have moved on while we asked. @param {Gesture} gesture @returns {Element | null} */
  const place = (gesture) => {
    const { adapter } = session;
    const { control, composer } = gesture.match;
    const reading = adapter && gesture.match.found && subject.read(adapter, gesture.match);
    const unmoved = !gesture.match.found || (reading && JagaJempol.context.same(reading, gesture.reading));
    if (dom.connected(control) && (composer || unmoved)) return control;
    return adapter ? subject.find(adapter, gesture)?.control ?? null : null;
  };

  /** @param {Gesture} gesture @returns {Promise<boolean>} false when the person has to press again */
  const run = async (gesture) => {
    const control = place(gesture);
    // Whatever the page makes of it later (a delayed click of its own) must not be asked about again.
    if (control === null) {
      note.show('promptNoteAgain');
      return false;
    }
    const answered = listenForAnswer();
    if (gesture.submit) quietly(() => gesture.submit && dom.submit(gesture.submit.form, gesture.submit.submitter));
    else if (gesture.kind === 'key') keys(gesture, control);
    else if (control === gesture.match.control) await pointer(gesture, control);
    else quietly(() => /** @type {HTMLElement} */ (control).click());
    if (await answered()) return true;
    // "Lanjutkan" was kept when it was said; an act that came before its verdict is let through only as long as there is none.
    if (!gesture.asked) verdicts.excuse(gesture.reading);
    note.show('promptNoteAgain');
    return false;
  };

  /**
   * Hand over what was held so far just before the event at hand, which then goes its own, trusted way.
   * @param {Gesture} gesture
   */
  const release = ({ events, match }) => {
    for (const held of events) dispatch(held, match.control);
  };

  return { get running() { return running; }, run, release };
})();
