'use strict';
/**
 * Pointer gestures. What happens is decided at the first event; from then on the whole gesture is held, however many
 * events of it the page listens for, and the person is asked once, at its last.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).gesture ??= (() => {
  const { composers, context, controls, decide, dom, menus, recognise, record, replay, subject, targets, units } = JagaJempol;
  const DOUBLE = 600;
  /** After a press ends, a click follows at once; on a touch screen after up to 300 ms; after a long press never. */
  const CLICK_LATEST = 450;
  /** From here on a finger makes no click in Firefox; in Chromium it does up to 500 ms. */
  const LONG_PRESS = 300;

  /** @type {Gesture | null} */
  let current = null;
  /** @type {{control: Element, at: number, match: Match, reading: Reading | null} | null} let through at its first event, so the rest goes too */
  let passing = null;
  /** @type {{control: Element, at: number, gesture: Gesture} | null} */
  let lastHeld = null;
  /** @type {{control: Element, at: number} | null} a click let through: its name may say the contrary afterwards */
  let lastPassed = null;
  /** @type {{root: Element, at: number} | null} a press let through where a second one would act */
  let firstPress = null;

  /** @param {Event} event @param {Match} match @param {Reading} reading @param {"pointer" | "single"} kind @returns {Gesture} */
  const begin = (event, match, reading, kind) => ({
    match, reading, kind, events: [], started: performance.now(),
    x: event instanceof MouseEvent ? event.clientX : -1, y: event instanceof MouseEvent ? event.clientY : -1,
  });

  /** @param {Gesture} gesture @param {Event} event */
  const hold = (gesture, event) => {
    event.stopImmediatePropagation();
    if (event.type === 'mousedown' || event.type === 'click' || event.type === 'auxclick') event.preventDefault();
    gesture.events.push(record.describe(event, targets.innermost(event) ?? gesture.match.control));
  };

  /** Swallow what belongs to a gesture that already is being asked about. @param {Event} event */
  const swallow = (event) => {
    event.stopImmediatePropagation();
    if (event.type === 'click' || event.type === 'mousedown' || event.type === 'dblclick') event.preventDefault();
  };

  /** @param {Element} control @param {{control: Element, at: number} | null} earlier @param {number} within */
  const isSame = (control, earlier, within) => earlier !== null && performance.now() - earlier.at < within && earlier.control === control;

  /** @param {Gesture} gesture */
  const finish = (gesture) => {
    clearTimeout(gesture.timer);
    if (current === gesture) current = null;
    if (gesture.done) return;
    gesture.done = true;
    lastHeld = { control: gesture.match.control, at: performance.now(), gesture };
    decide.settle(gesture);
  };

  const cancel = () => {
    if (current) clearTimeout(current.timer);
    current = null;
  };

  /**
   * The finger began to scroll. Its touchend still comes, and must not be taken for a tap by a page that never saw
   * the touchstart.
   */
  const abandon = () => {
    if (!current) return;
    clearTimeout(current.timer);
    current.done = true;
  };

  /** @param {CompiledAdapter} adapter @param {Event} event @param {"pointer" | "single"} kind @returns {Gesture | null} */
  const start = (adapter, event, kind) => {
    const inner = targets.innermost(event);
    const pressable = controls.pressableAt(adapter, inner);
    const match = (pressable && recognise.press(adapter, pressable, event.type === 'click')) || secondPress(adapter, event);
    if (!match) {
      if (pressable && event.type === 'click') menus.standsAlone(adapter, pressable);
      if (inner) menus.mayOpen(adapter, pressable ?? inner, null);
      return null;
    }
    const reading = subject.read(adapter, match);
    if (reading) menus.opened(match, reading);
    if (pressable) menus.mayOpen(adapter, pressable, match, reading);
    if (decide.pending?.match.control === match.control) {
      swallow(event);
      return null;
    }
    if (decide.weigh(match, reading) === 'pass' || !reading) {
      passing = kind === 'pointer' ? { control: match.control, at: performance.now(), match, reading } : null;
      return null;
    }
    passing = null;
    return begin(event, match, reading, kind);
  };

  /** @param {Event} event @param {Gesture} gesture @returns {boolean} */
  const onControl = (event, gesture) => {
    const inner = targets.innermost(event);
    return inner !== null && (gesture.match.control.contains(inner) || gesture.match.control.contains(/** @type {Node} */ (event.target)));
  };

  /** @param {Event} event pointerdown, touchstart, mousedown, and their ends @param {CompiledAdapter} adapter */
  const pointer = (event, adapter) => {
    if (event instanceof MouseEvent && event.button > 1) return;
    const starts = event.type === 'pointerdown' || event.type === 'touchstart' || event.type === 'mousedown';
    if (current?.done) {
      const rest = event.type === 'touchend' && onControl(event, current);
      current = null;
      if (rest) {
        swallow(event);
        return;
      }
    }
    if (current && onControl(event, current)) {
      const again = event.type === 'pointerdown' && current.events.some(({ type }) => type === 'pointerdown');
      if (!again) {
        hold(current, event);
        if (!starts) waitForClick(current);
        return;
      }
    }
    if (event.type === 'pointerup') {
      const area = doubleMatch(adapter, event);
      firstPress = area?.found ? { root: area.found.root, at: performance.now() } : null;
    }
    if (!starts) return;
    if (event.type !== 'pointerdown' && (passing && performance.now() - passing.at < 1000)) return;
    cancel();
    const gesture = start(adapter, event, 'pointer');
    if (!gesture) return;
    current = gesture;
    hold(gesture, event);
  };

  /** @param {Gesture} gesture */
  const waitForClick = (gesture) => {
    clearTimeout(gesture.timer);
    const long = performance.now() - gesture.started > LONG_PRESS;
    gesture.timer = setTimeout(() => {
      if (current !== gesture) return;
      if (long) finish(gesture);
      else cancel();
    }, CLICK_LATEST);
  };

  /** Whether another post stands where one was pressed that needed no question. @param {CompiledAdapter} adapter */
  const replaced = (adapter) => {
    if (!passing?.reading || passing.match.undo || passing.match.opens) return false;
    const now = subject.read(adapter, passing.match);
    return now !== null && !context.same(now, passing.reading);
  };

  /** @param {MouseEvent} event click or auxclick @param {CompiledAdapter} adapter */
  const click = (event, adapter) => {
    if (event.button > 1) return;
    // What was decided of a press says nothing of a key.
    const byKey = targets.pointOf(event) === null;
    const held = byKey ? null : current;
    if (held && onControl(event, held)) {
      if (decide.weigh(held.match, held.reading) === 'pass') {
        current = null;
        clearTimeout(held.timer);
        replay.release(held);
        return;
      }
      hold(held, event);
      finish(held);
      return;
    }
    // Nor does a script that presses something else meanwhile.
    if (!byKey || (current && onControl(event, current))) cancel();
    const pressable = controls.pressableAt(adapter, targets.innermost(event));
    if (pressable && !byKey && isSame(pressable, passing, 5000) && !replaced(adapter)) {
      lastPassed = { control: pressable, at: performance.now() };
      passing = null;
      return;
    }
    const gesture = start(adapter, event, 'single');
    if (gesture) {
      hold(gesture, event);
      finish(gesture);
      return;
    }
    const field = event.isTrusted ? composers.fieldAt(adapter, event.target) : null;
    if (field) decide.opening(field);
  };

  /** @param {CompiledAdapter} adapter @param {Event} event @returns {Match | null} */
  const doubleMatch = (adapter, event) => {
    const target = targets.innermost(event);
    const finger = event instanceof PointerEvent && event.pointerType === 'touch';
    const area = target && adapter.doubleClicks.find(({ selector, exceptSelector }) => dom.closest(target, selector)
      && (finger || exceptSelector === '' || !dom.closest(target, exceptSelector)));
    const found = area && target && units.at(adapter, target, area.act);
    if (!area || !found) return null;
    const control = controls.inUnit(adapter, found, area.act);
    return { act: area.act, control: control?.control ?? found.root, undo: control?.undo ?? false, opens: false, sure: true, found, remembered: null, composer: null };
  };

  /**
   * Two taps make no double click on every screen: sites count them. The second is held as a whole, from its pointerdown
   * on: mouse events that follow a touch belong to the first.
   * @param {CompiledAdapter} adapter @param {Event} event @returns {Match | null}
   */
  const secondPress = (adapter, event) => {
    const target = targets.innermost(event);
    if (event.type !== 'pointerdown' || !target || !firstPress || performance.now() - firstPress.at > DOUBLE) return null;
    const match = doubleMatch(adapter, event);
    if (match?.found?.root !== firstPress.root) return null;
    // The next press is a first one again, however soon it comes.
    firstPress = null;
    return { ...match, control: target, second: true };
  };

  /** @param {MouseEvent} event @param {CompiledAdapter} adapter */
  const doubleClick = (event, adapter) => {
    const target = targets.innermost(event);
    const pressable = controls.pressableAt(adapter, target);
    if ((pressable && isSame(pressable, lastHeld, DOUBLE)) || (target && isSame(target, lastHeld, DOUBLE))) {
      if (lastHeld?.gesture.match.second) hold(lastHeld.gesture, event);
      swallow(event);
      return;
    }
    if (pressable && isSame(pressable, lastPassed, DOUBLE)) return;
    const match = (pressable && recognise.press(adapter, pressable)) || doubleMatch(adapter, event);
    const reading = match && subject.read(adapter, match);
    if (!match || !reading || decide.weigh(match, reading) === 'pass') return;
    const gesture = begin(event, match, reading, 'single');
    hold(gesture, event);
    finish(gesture);
  };

  return { pointer, click, doubleClick, abandon };
})();
