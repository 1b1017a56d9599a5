'use strict';
/**
 * Accessible names. Sites write counts, account names and whole sentences into them ("4483 reposts. Repost"), so a
 * name is recognised at the beginning or the end, whole words only, the longest first: "Kirim ini ke teman ..." is a
 * share and not the "Kirim" that sends.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).names ??= (() => {
  /** "Suka: 30 orang" is the list of those who liked, a different button from the one that likes. */
  const COUNT_WIDGET = /[:\uff1a]\s*\d/;
  const COUNT = /^\d+(k|m|b|rb|jt|ribu|juta)?$/;
  const LONGEST = 160;
  /** The same few names stand on the buttons of a whole feed. */
  const REMEMBERED = 500;
  const PICTOGRAPH = /\p{Extended_Pictographic}/u;

  /** @param {string} raw @returns {string} lower case words, without counts and punctuation, else its first emoji; '' if it is no control's name */
  const fold = (raw) => {
    if (raw.length > LONGEST || COUNT_WIDGET.test(raw)) return '';
    return raw.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').split(' ')
      .filter((word) => word && !COUNT.test(word)).join(' ') || (PICTOGRAPH.exec(raw)?.[0] ?? '');
  };

  /** @param {Element} element @returns {string | undefined} */
  const labelled = (element) => {
    const ids = element.getAttribute('aria-labelledby');
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    return ids?.split(/\s+/).map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
  };

  /**
   * Most labels stand around what they name. `labels` looks through the whole page for one field.
   * @param {HTMLInputElement} field @returns {Element | null}
   */
  const label = (field) => field.closest('label')
    ?? (field.id ? /** @type {ParentNode} */ (field.getRootNode()).querySelector(`label[for=${CSS.escape(field.id)}]`) : null);

  /** @param {Element} element @returns {string[]} its names, folded, the surest first */
  const candidates = (element) => {
    const icon = element.querySelector('svg[aria-label], img[alt]');
    const text = element.textContent ?? '';
    return [
      element.getAttribute('aria-label'),
      labelled(element),
      icon?.getAttribute('aria-label') ?? icon?.getAttribute('alt'), // before the text, which holds an icon's old <title>
      // Blocks in it are words apart, though nothing stands between them: "Repost" above what that means.
      text.length > LONGEST ? '' : element.childElementCount > 0 ? JagaJempol.words.of(element) : text,
      ...(element instanceof HTMLInputElement ? [label(element)?.textContent, element.value] : []),
      element.getAttribute('title'),
    ].filter((name) => typeof name === 'string' && name !== '').map((name) => fold(/** @type {string} */ (name)))
      .filter((name) => name !== '');
  };

  /** @param {string} name @param {string} words @param {boolean} exact */
  const fits = (name, words, exact) =>
    name === words || (!exact && (name.startsWith(words + ' ') || name.endsWith(' ' + words)));

  /**
   * A plain link is known by its exact name only: headlines begin with "Follow" and "Ikuti", too.
   * @param {Element} element
   */
  const mustBeExact = (element) => element.localName === 'a' && !element.hasAttribute('role');

  /** What fits a name, by the entries that were asked and the name. @type {WeakMap<NameEntry[], Map<string, NameEntry[]>>} */
  const remembered = new WeakMap();

  /** @param {NameEntry[]} entries @param {string} name @param {boolean} exact @returns {NameEntry[]} in their order */
  const fitting = (entries, name, exact) => {
    const known = remembered.get(entries) ?? new Map();
    remembered.set(entries, known);
    const key = `${exact}\n${name}`;
    const kept = known.get(key);
    if (kept) return kept;
    const found = entries.filter((one) => fits(name, one.words, exact));
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, found);
    return found;
  };

  /** @param {NameEntry} entry @param {Element} element */
  const stands = ({ control: { withinSelector } }, element) => withinSelector === '' || element.closest(withinSelector) !== null;

  /**
   * The entries with the words that fit best: several where a control and a menu behind it bear one name.
   * @param {NameEntry[]} entries longest words first, undo before do @param {Element} element @returns {NameEntry[]}
   */
  const all = (entries, element) => {
    if (entries.length === 0) return [];
    const exact = mustBeExact(element);
    for (const name of candidates(element)) {
      const standing = fitting(entries, name, exact).filter((one) => stands(one, element));
      const [entry] = standing;
      if (entry) return standing.filter((one) => one.words === entry.words && one.undo === entry.undo);
    }
    return [];
  };

  /** @param {NameEntry[]} entries as for `all` @param {Element} element @returns {NameEntry | null} */
  const best = (entries, element) => all(entries, element)[0] ?? null;

  /** @param {string[]} words folded @param {Element} element @param {boolean} [exact] @returns {boolean} */
  const matches = (words, element, exact = mustBeExact(element)) =>
    words.length > 0 && candidates(element).some((name) => words.some((one) => fits(name, one, exact)));

  /** @param {Names | undefined} names @returns {string[]} all languages, folded: a page need not speak the browser's */
  const flatten = (names) => [...(names?.id ?? []), ...(names?.en ?? [])].map(fold).filter((name) => name !== '');

  return { fold, candidates, all, best, matches, flatten };
})();
