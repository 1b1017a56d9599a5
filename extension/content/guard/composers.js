'use strict';
/** Recognises that a text is about to be sent, and which field holds it. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).composers ??= (() => {
  const { anchors, context, controls, dom, excerpts, menus, names, targets, units, words } = JagaJempol;
  const HIGHEST = 14;
  const DIALOG = '[role="dialog"], dialog';

  /** @param {HTMLElement} field @param {number} [most] UTF-16 units @returns {string} */
  const draft = (field, most = 8000) => {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) return words.cut(field.value.trim(), most);
    return words.of(field, most);
  };

  /** @param {CompiledComposer} composer @param {Element} field @returns {field is HTMLElement} */
  const suits = (composer, field) => field instanceof HTMLElement
    && (composer.withinSelector === '' || field.closest(composer.withinSelector) !== null)
    && (composer.fieldWords.length === 0 || names.matches(composer.fieldWords, field)
      || names.matches(composer.fieldWords, placeholderOf(field)));

  /** Editors often carry their name as a placeholder only. @param {HTMLElement} field */
  const placeholderOf = (field) => {
    const stand = document.createElement('span');
    stand.textContent = field.getAttribute('aria-placeholder') ?? field.getAttribute('placeholder') ?? '';
    return stand;
  };

  /**
   * The nearest ancestor of a send button that holds a field of any kind. A button of a post or a dialog sends nothing that
   * is written outside of it: the "Balas" that opens a box is often named like the one that sends.
   * @param {CompiledAdapter} adapter @param {CompiledComposer} composer @param {Element} button
   */
  const fieldNear = (adapter, composer, button) => {
    const told = anchors.telling(adapter) ? units.at(adapter, button) : null;
    const post = told?.unit.climb_acts ? told.root : null;
    let node = dom.parent(button);
    for (let height = 0; node && height < HIGHEST; height += 1, node = dom.parent(node)) {
      for (const field of dom.findAll(node, composer.fieldSelector)) if (suits(composer, field)) return field;
      if (dom.find(node, adapter.fields) || dom.matches(node, DIALOG) || (adapter.roots && dom.matches(node, adapter.roots)) || node === post) return null;
    }
    return null;
  };

  /** What a field stands in: a dialog, unless the adapter names something else. @param {CompiledComposer} composer @param {HTMLElement} field */
  const layerOf = (composer, field) => field.closest(composer.withinSelector || DIALOG);

  /** @param {CompiledAdapter} adapter @param {CompiledComposer} composer @param {HTMLElement} field @returns {Found | null} */
  const inside = (adapter, composer, field) => {
    const anchors = adapter.anchors ? layerOf(composer, field)?.querySelectorAll(adapter.anchors) ?? [] : [];
    const anchor = [...anchors].find((one) => one.getBoundingClientRect().height > 0);
    return anchor ? units.at(adapter, anchor) : null;
  };

  /** @param {CompiledAdapter} adapter @param {CompiledComposer} composer @param {HTMLElement} field */
  const subjectOf = (adapter, composer, field) => {
    for (const place of composer.of ?? []) {
      const act = composer.act_on_post ?? composer.act;
      const found = place === 'unit' ? units.at(adapter, field, act)
        : place === 'inside' ? inside(adapter, composer, field)
          : place === 'address' ? units.byAddress(adapter)
            : place === 'page' ? units.onPage(adapter, act) : null;
      if (found) return excerpts.whole(adapter, found);
      const remembered = place === 'menu' && layerOf(composer, field) ? menus.recall() : null;
      if (remembered) return { found: null, remembered };
    }
    return { found: null, remembered: null };
  };

  /** A quoted post is shown in the dialog in which one writes about it. @param {CompiledComposer} composer @param {HTMLElement} field */
  const quotes = (composer, field) => composer.act === 'post' && composer.quoted_text !== undefined
    && layerOf(composer, field)?.querySelector(composer.quoted_text.join(', ')) != null;

  /**
   * @param {CompiledAdapter} adapter @param {CompiledComposer} composer @param {HTMLElement} field @param {Element} control
   * @returns {Match | null} null where a comment field belongs to no post: it is a chat or a search
   */
  const build = (adapter, composer, field, control) => {
    const { found, remembered } = subjectOf(adapter, composer, field);
    const onPost = found !== null || remembered !== null;
    if (!onPost && composer.of && !composer.act_on_post) return null;
    const post = remembered ?? (found && composer.act_on_post ? context.read(adapter, found) : null);
    const led = post && composer.act_on_post ? menus.led(post) : null;
    const act = led ?? (onPost ? composer.act_on_post ?? composer.act : quotes(composer, field) ? 'quote' : composer.act);
    return { act, control, undo: false, opens: false, sure: true, found, remembered, composer: { composer, field } };
  };

  /** @param {CompiledAdapter} adapter @param {Element} pressable @returns {Match | null} */
  const bySend = (adapter, pressable) => {
    for (const composer of adapter.composers) {
      const isSend = (composer.sendSelector !== '' && pressable.matches(composer.sendSelector)) || names.matches(composer.sendWords, pressable, true);
      const field = isSend ? fieldNear(adapter, composer, pressable) : null;
      const match = field && build(adapter, composer, field, pressable);
      if (match) return match;
    }
    return null;
  };

  /** @param {CompiledAdapter} adapter @param {EventTarget | null} target @returns {Match | null} */
  const fieldAt = (adapter, target) => {
    if (!(target instanceof Element) || adapter.fields === '') return null;
    const field = dom.closest(target, adapter.fields);
    if (!field) return null;
    for (const composer of adapter.composers) {
      if (!field.matches(composer.fieldSelector) || !suits(composer, field)) continue;
      const match = build(adapter, composer, field, field);
      if (match) return match;
    }
    return null;
  };

  /** Enter takes what is lit in a list that hangs on the box, such as the names after an @: nothing is sent. @param {Element | null} field */
  const choosing = (field) => {
    if (!field) return false;
    const option = /** @type {Document | ShadowRoot} */ (field.getRootNode()).getElementById?.(field.getAttribute('aria-activedescendant') ?? '');
    return option ? dom.visible(option) : false;
  };

  /** @param {CompiledAdapter} adapter @param {KeyboardEvent} event @returns {Match | null} */
  const byKey = (adapter, event) => {
    const field = targets.innermost(event);
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || !targets.editable(field)) return null;
    const one = fieldAt(adapter, event.target);
    const key = event.ctrlKey || event.metaKey ? 'Ctrl+Enter' : 'Enter';
    // In a field of one line there is no other use for it.
    const sends = one?.composer?.composer.keys?.includes(key) || field instanceof HTMLInputElement;
    return sends && !(key === 'Enter' && choosing(field)) ? one : null;
  };

  /**
   * Keyboards on a screen name no keys; their Enter shows as a line break only.
   * @param {CompiledAdapter} adapter @param {InputEvent} event @returns {Match | null}
   */
  const byLineBreak = (adapter, event) => {
    if (event.inputType !== 'insertParagraph' && event.inputType !== 'insertLineBreak') return null;
    const one = fieldAt(adapter, event.target);
    return one?.composer?.composer.keys?.includes('Enter') && !choosing(targets.innermost(event)) ? one : null;
  };

  /** @param {CompiledAdapter} adapter @param {HTMLFormElement} form @returns {Match | null} */
  const byForm = (adapter, form) => {
    const field = adapter.fields ? dom.find(form, adapter.fields) : null;
    const one = field && fieldAt(adapter, field);
    if (one) return { ...one, control: form };
    const button = dom.find(form, 'button[type="submit"], button:not([type]), input[type="submit"]');
    const act = button && controls.match(adapter, button);
    return act ? { ...act, control: form } : null;
  };

  return { bySend, byKey, byLineBreak, byForm, fieldAt, layerOf, draft };
})();
