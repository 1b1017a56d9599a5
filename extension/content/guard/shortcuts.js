'use strict';
/** The keys by which a site acts on the post that has the focus. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).shortcuts ??= (() => {
  const { controls, targets, units } = JagaJempol;

  /** @param {CompiledAdapter} adapter @param {KeyboardEvent} event @returns {Match | null} */
  const match = (adapter, event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return null;
    const shortcut = adapter.shortcuts.find(({ key }) => key === event.key.toLowerCase());
    if (!shortcut || targets.editable(targets.innermost(event))) return null;
    const focused = document.activeElement;
    const found = (shortcut.page && units.onPage(adapter, shortcut.act))
      || (focused && focused !== document.body ? units.at(adapter, focused, shortcut.act) : null);
    if (!found) return null;
    const control = controls.inUnit(adapter, found, shortcut.act);
    if (shortcut.guess && !control) return null;
    return {
      act: shortcut.act, control: control?.control ?? found.root, undo: control?.undo ?? false,
      opens: shortcut.opens ?? control?.opens ?? false, sure: true, found, remembered: null, composer: null,
    };
  };

  return { match };
})();
