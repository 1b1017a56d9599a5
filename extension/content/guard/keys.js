'use strict';
/** Keys, line breaks and forms. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).keys ??= (() => {
  const { composers, controls, decide, menus, recognise, record, shortcuts, subject, targets, verdicts } = JagaJempol;
  /** The key whose press is held; its repeats and its release belong to it. */
  let heldKey = '';
  let lastKey = '';
  /** A pause in writing. */
  const PAUSE = 250;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let writing;
  /**
   * Where was written last; without a field it is no comment box but a chat or a search.
   * @type {{target: EventTarget | null, field: HTMLElement | null} | null}
   */
  let box = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let beginning;

  /** @param {CompiledAdapter} adapter @param {KeyboardEvent} event @returns {Match | null} */
  const matchOf = (adapter, event) => {
    const send = composers.byKey(adapter, event);
    if (send) return send;
    if (event.key === 'Enter' || event.key === ' ') {
      const focused = targets.innermost(event);
      const pressable = focused && !targets.editable(focused) ? controls.pressableAt(adapter, focused) : null;
      if (!pressable) return null;
      if (focused !== pressable && focused?.closest('button, a[href], input, [tabindex]') !== pressable) return null;
      return recognise.press(adapter, pressable);
    }
    return shortcuts.match(adapter, event);
  };

  const OPENING = new Set(['Enter', ' ', 'ArrowDown']);

  /**
   * Menus are opened on the keydown itself, and the browser then makes no click of it.
   * @param {CompiledAdapter} adapter @param {KeyboardEvent} event
   */
  const remember = (adapter, event) => {
    const focused = OPENING.has(event.key) ? targets.innermost(event) : null;
    const pressable = focused && !targets.editable(focused) ? controls.pressableAt(adapter, focused) : null;
    const match = pressable && controls.match(adapter, pressable);
    if (pressable && !recognise.press(adapter, pressable)) menus.standsAlone(adapter, pressable);
    if (pressable) menus.mayOpen(adapter, pressable, match);
    const reading = match?.opens ? subject.read(adapter, match) : null;
    if (match && reading) menus.opened(match, reading);
  };

  /** @param {Event} event */
  const stop = (event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };

  /**
   * @param {Event} event @param {CompiledAdapter} adapter @param {Match | null} match @param {"key" | "submit"} kind
   * @returns {Gesture | null} held, or null when it passes
   */
  const take = (event, adapter, match, kind) => {
    const reading = match && subject.read(adapter, match);
    if (!reading || !match) return null;
    menus.opened(match, reading);
    if (decide.pending?.match.control === match.control) {
      stop(event);
      return null;
    }
    if (decide.weigh(match, reading) === 'pass') return null;
    stop(event);
    return { match, reading, kind, events: [], started: performance.now(), x: -1, y: -1, done: true };
  };

  /** @param {KeyboardEvent} event @param {CompiledAdapter} adapter */
  const down = (event, adapter) => {
    lastKey = event.key;
    if (event.isComposing || event.keyCode === 229) return;
    if (event.repeat && heldKey === event.key) {
      stop(event);
      return;
    }
    heldKey = '';
    remember(adapter, event);
    const gesture = take(event, adapter, matchOf(adapter, event), 'key');
    if (!gesture) return;
    heldKey = event.key;
    const target = targets.innermost(event) ?? gesture.match.control;
    gesture.events = following(event, target).map((type) => record.describe(typed(event, type), target));
    if (target instanceof HTMLInputElement && event.key === 'Enter' && targets.editable(target)) gesture.form = target.form;
    decide.settle(gesture);
  };

  /**
   * A browser makes a click of these keys itself, unless the page, which may act on the key, cancels that.
   * @param {KeyboardEvent} event @param {Element} target @returns {string[]} the events of one press of a key, in their order
   */
  const following = ({ key }, target) => {
    if (targets.editable(target) || !targets.native(target, key)) return ['keydown', 'keypress', 'keyup'];
    return key === 'Enter' ? ['keydown', 'keypress', 'click', 'keyup'] : ['keydown', 'keypress', 'keyup', 'click'];
  };

  /**
   * What the browser would have sent after the keydown; keypress carries the character.
   * @param {KeyboardEvent} event @param {string} type
   */
  const typed = (event, type) => {
    if (type === 'keydown') return event;
    const { key, code, location, ctrlKey, shiftKey, altKey, metaKey } = event;
    if (type === 'click') return new PointerEvent(type, { ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true, composed: true });
    const character = key === 'Enter' ? 13 : key.length === 1 ? key.charCodeAt(0) : 0;
    const codes = type === 'keypress' ? { keyCode: character, charCode: character, which: character } : { keyCode: event.keyCode, which: event.keyCode };
    const values = { key, code, location, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true, composed: true, ...codes };
    return new KeyboardEvent(type, values);
  };

  /** @param {KeyboardEvent} event keypress or keyup */
  const after = (event) => {
    if (heldKey === '' || event.key !== heldKey) return;
    stop(event);
    if (event.type === 'keyup') heldKey = '';
  };

  /** @param {InputEvent} event beforeinput @param {CompiledAdapter} adapter */
  const input = (event, adapter) => {
    if (adapter.fields === '' || event.isComposing) return;
    // An Enter key was weighed when it was pressed; only keyboards that name no key come here first.
    const gesture = lastKey === 'Enter' ? null : take(event, adapter, composers.byLineBreak(adapter, event), 'key');
    if (gesture) {
      gesture.events = [record.describe(event, targets.innermost(event) ?? gesture.match.control)];
      decide.settle(gesture);
      return;
    }
    if (!event.isTrusted) return;
    if (event.inputType.startsWith('insert')) begin(adapter, event.target);
    scoreSoon(adapter, event.target);
  };

  /** Whether one writes on where one wrote before. Asked at every letter, so hardly anything is read. @param {EventTarget | null} target */
  const goesOn = (target) => box?.target === target && (box.field === null || composers.draft(box.field, 1) !== '');

  /**
   * The first letter opens a box that stood open already and was come to by the Tab key or by a script of the page. What is
   * being composed by an input method is left alone: its next letter comes soon.
   * @param {CompiledAdapter} adapter @param {EventTarget | null} target
   */
  const begin = (adapter, target) => {
    if (goesOn(target)) return;
    const match = composers.fieldAt(adapter, target);
    box = { target, field: match?.composer?.field ?? null };
    clearTimeout(beginning);
    // The letter reaches the box before our dialog takes the focus.
    if (match) beginning = setTimeout(() => decide.opening(match, true), 0);
  };

  /**
   * Judge a draft while it is written, so that a harmless one is sent by the person's own key and not by a replay.
   * Only on the device: half-written drafts leave the browser for no server, nor for one that rests after a failure.
   * @param {CompiledAdapter} adapter @param {EventTarget | null} target
   */
  const scoreSoon = (adapter, target) => {
    clearTimeout(writing);
    writing = setTimeout(() => {
      if (box?.field === null) box = null; // it may stand under a post by now
      if (!verdicts.local()) return;
      const match = composers.fieldAt(adapter, target);
      const reading = match && subject.read(adapter, match);
      if (reading?.context.draft) verdicts.want(reading);
    }, PAUSE);
  };

  /** @param {SubmitEvent} event @param {CompiledAdapter} adapter */
  const submit = (event, adapter) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const gesture = take(event, adapter, composers.byForm(adapter, form), 'submit');
    if (!gesture) return;
    gesture.submit = { form, submitter: event.submitter };
    decide.settle(gesture);
  };

  return { down, after, input, submit };
})();
