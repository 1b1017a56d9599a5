'use strict';
/** Turns an adapter, which is data, into what the reader and the guard ask many times a second. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).adapter ??= (() => {
  const { names } = JagaJempol;
  const PRESSABLE = 'button, [role="button"], a, [role="menuitem"], input[type="submit"], [role="radio"], [role="switch"]';
  const probe = document.createDocumentFragment();

  /** One selector this browser cannot read must not take the others with it. @param {string[] | undefined} selectors */
  const readable = (selectors) => (selectors ?? []).filter((selector) => {
    try {
      probe.querySelector(selector);
      return true;
    } catch {
      return false;
    }
  });

  /** @param {string[] | undefined} selectors */
  const join = (selectors) => readable(selectors).join(', ');

  /** @param {string[] | undefined} roots @param {string[] | undefined} except */
  const rootSelector = (roots, except) => {
    const all = join(roots);
    const not = join(except);
    return all && not ? `:is(${all}):not(${not})` : all;
  };

  /** @param {AdapterControl} control @returns {CompiledControl} */
  const compileControl = ({ act, selectors, undo, place, within, done_names, opens = false, menu = false, page = false }) => ({
    act, selector: join(selectors), undoSelector: join(undo), placeSelector: join(place), withinSelector: join(within),
    doneWords: names.flatten(done_names), opens, menu, page,
  });

  /** @param {AdapterControl[]} raw @param {CompiledControl[]} controls @returns {NameEntry[]} */
  const compileNames = (raw, controls) => raw.flatMap((one, index) => {
    const control = /** @type {CompiledControl} */ (controls[index]);
    return [
      ...names.flatten(one.undo_names).map((words) => ({ words, undo: true, control })),
      ...names.flatten(one.names).map((words) => ({ words, undo: false, control })),
    ];
  }).sort((a, b) => b.words.length - a.words.length || Number(b.undo) - Number(a.undo));

  /** @param {AdapterComposer} raw @returns {CompiledComposer} */
  const compileComposer = (raw) => ({
    ...raw,
    fieldSelector: join(raw.fields),
    withinSelector: join(raw.within),
    sendSelector: join(raw.send),
    fieldWords: names.flatten(raw.field_names),
    sendWords: names.flatten(raw.send_names),
  });

  /**
   * @param {{paths?: string[]}} raw @param {string} path
   * @returns {boolean} whether this speaks for a path of its hosts; `*` stands for one segment
   */
  const covers = ({ paths }, path) => {
    const have = path.split('/');
    return !paths || paths.some((start) => start.split('/').every((part, place) => have[place] !== undefined && (part === '*' || part === have[place])));
  };

  /** @param {Adapter} raw @param {string} path @returns {boolean} whether people talk to each other on all of the page */
  const talking = ({ private_paths: paths = [], private_words: words = [], public_paths: open = [] }, path) => covers({ paths }, path)
    || (!covers({ paths: open }, path) && path.split('/').some((part) => words.includes(part)));

  /** @param {Adapter} raw @param {string} path @returns {string} where two people talk: some places of a page, or all of it */
  const privatePlaces = (raw, path) => (talking(raw, path) ? ':root' : join(raw.private));

  /** @param {Adapter} raw @param {string} path @returns {string} which of its parts speak for a path */
  const speaking = (raw, path) => [
    talking(raw, path), ...[raw, ...raw.units, ...raw.composers ?? []].map((part) => covers(part, path)),
  ].map(Number).join('');

  /** @param {Adapter} raw @param {string} [path] of the page @returns {CompiledAdapter} */
  const compile = (raw, path = location.pathname) => {
    const units = raw.units.filter((unit) => covers(unit, path)).map((unit) => ({
      ...unit, selector: rootSelector(unit.roots, unit.except), climbSelector: join(unit.climb), nearSelector: join(unit.near),
      besideSelector: join(unit.beside),
    })).filter(({ selector, climbSelector, nearSelector, climb_acts: acts }) => acts || selector !== '' || climbSelector !== '' || nearSelector !== '');
    const rawControls = raw.controls ?? [];
    const controls = rawControls.map(compileControl);
    const composers = (raw.composers ?? []).filter((composer) => covers(composer, path)).map(compileComposer).filter(({ fieldSelector }) => fieldSelector !== '');
    const own = controls.flatMap(({ selector, undoSelector }) => [selector, undoSelector]);
    return {
      id: raw.id,
      generic: raw.generic ?? true,
      private: privatePlaces(raw, path),
      units,
      roots: units.map(({ selector }) => selector).filter(Boolean).join(', '),
      page: readable(raw.page),
      anchors: units.flatMap(({ selector, climbSelector }) => [selector, climbSelector]).filter(Boolean).join(', '),
      layers: join(raw.layers),
      pressable: [PRESSABLE, join(raw.pressable), ...own, ...composers.map(({ sendSelector }) => sendSelector)].filter(Boolean).join(', '),
      controls,
      names: compileNames(rawControls, controls),
      composers,
      fields: composers.map(({ fieldSelector }) => fieldSelector).join(', '),
      hover: join(rawControls.filter(({ hover }) => hover).flatMap(({ selectors = [] }) => selectors)),
      doubleClicks: (raw.double_clicks ?? [])
        .map(({ act, selectors, except }) => ({ act, selector: join(selectors), exceptSelector: join(except) }))
        .filter(({ selector }) => selector !== ''),
      shortcuts: raw.shortcuts ?? [],
      likes: raw.likes ?? '',
    };
  };

  return { compile, covers, speaking, talking };
})();
