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

  /** @param {string} raw @returns {string} lower case words, without counts and punctuation; '' if it is no control's name */
  const fold = (raw) => {
    if (raw.length > LONGEST || COUNT_WIDGET.test(raw)) return '';
    return raw.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').split(' ')
      .filter((word) => word && !COUNT.test(word)).join(' ');
  };

  /** @param {Element} element @returns {string | undefined} */
  const labelled = (element) => {
    const ids = element.getAttribute('aria-labelledby');
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    return ids?.split(/\s+/).map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
  };

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
      element instanceof HTMLInputElement ? element.value : null,
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
      const entry = entries.find((one) => fits(name, one.words, exact) && stands(one, element));
      if (entry) return entries.filter((one) => one.words === entry.words && one.undo === entry.undo && stands(one, element));
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
