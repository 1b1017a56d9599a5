'use strict';
/** Recognises the act behind whatever is pressed. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).controls ??= (() => {
  const { dom, drawn, menus, names, units } = JagaJempol;
  const MOST = 80;

  /** @param {CompiledAdapter} adapter @param {EventTarget | null} target @returns {Element | null} */
  const pressableAt = (adapter, target) => {
    if (!(target instanceof Element)) return null;
    const near = dom.closest(target, adapter.pressable);
    if (near) return near;
    // Inside a shadow tree the control may be the host, or above it.
    const root = dom.tree(target);
    return root instanceof ShadowRoot ? pressableAt(adapter, root.host) : null;
  };

  /** @typedef {{control: CompiledControl, undo: boolean, sure: boolean}} Known */

  /** @param {CompiledAdapter} adapter @param {Element} element @returns {Known[]} the likeliest first */
  const recognise = (adapter, element) => {
    for (const control of adapter.controls) {
      if (control.undoSelector && element.matches(control.undoSelector)) return [{ control, undo: true, sure: true }];
      if (control.selector && element.matches(control.selector)) {
        const entry = names.best(adapter.names, element);
        const done = names.matches(control.doneWords, element);
        return [{ control, undo: done || (entry?.undo === true && entry.control === control), sure: true }];
      }
    }
    const named = names.all(adapter.names, element).map(({ control, undo }) => ({ control, undo, sure: false }));
    if (named.length > 0) return named;
    return adapter.controls.filter(({ placeSelector }) => placeSelector && element.matches(placeSelector))
      .map((control) => ({ control, undo: false, sure: false }));
  };

  /** What can be done again and again: here "pressed" does not mean that the next press takes back. */
  const REPEATABLE = new Set(['share', 'quote']);

  /** @param {Element} element @param {boolean} flipped */
  const alreadyDone = (element, flipped) => element.getAttribute('aria-pressed') === 'true' || element.getAttribute('aria-checked') === 'true'
    || (element instanceof HTMLInputElement && element.type === 'checkbox' && element.checked !== flipped);

  /** The post of the menu or dialog that a control stands in. @param {CompiledAdapter} adapter @param {Element} pressable @returns {Reading | null} */
  const behind = (adapter, pressable) => {
    if (adapter.layers === '' || dom.closest(pressable, adapter.layers)) return menus.behind();
    return drawn.behind(pressable);
  };

  /**
   * @param {CompiledAdapter} adapter @param {Element} pressable
   * @param {boolean} [flipped] asked during a click: a checkbox already shows what it is about to become
   * @returns {Match | null}
   */
  const match = (adapter, pressable, flipped = false) => {
    for (const { control, undo, sure } of recognise(adapter, pressable)) {
      const around = units.at(adapter, pressable, control.act) ?? (control.page ? units.onPage(adapter, control.act) : null);
      const remembered = control.menu && (!around || units.silent(around)) ? behind(adapter, pressable) : null;
      const found = remembered ? null : around;
      if (!found && !remembered) continue;
      return {
        act: control.act,
        control: pressable,
        undo: undo || (!REPEATABLE.has(control.act) && alreadyDone(pressable, flipped)),
        opens: control.opens,
        sure,
        found,
        remembered,
        composer: null,
      };
    }
    // A component's button may be nothing by itself, and the component around it the control.
    const root = dom.tree(pressable);
    const outer = root instanceof ShadowRoot ? pressableAt(adapter, root.host) : null;
    return outer && match(adapter, outer, flipped);
  };

  /** The control of a unit that does this act, or takes it back. @param {CompiledAdapter} adapter @param {Found} found @param {Act} act */
  const inUnit = (adapter, found, act) => {
    const sure = adapter.controls.filter((control) => control.act === act).flatMap(({ selector, undoSelector }) => [selector, undoSelector]);
    /** @param {string} selector */
    const some = (selector) => [...dom.findAll(found.root, selector || ':not(*)')].slice(0, MOST);
    for (const element of [...some(sure.filter(Boolean).join(', ')), ...some(adapter.pressable)]) {
      const one = match(adapter, element);
      if (one?.act === act && one.found?.root === found.root) return one;
    }
    return null;
  };

  return { pressableAt, match, inUnit };
})();
