'use strict';
/** What a person reads, from _locales; or from the table of the language they chose, if the browser's is another. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).texts ??= (() => {
  const api = globalThis.browser ?? globalThis.chrome;
  /** @type {Record<string, string> | undefined} */
  let chosen;

  /** @param {Record<string, string> | undefined} table messages by key, with $1 to $9 for what is filled in */
  const use = (table) => {
    chosen = table;
  };

  /** @param {string} key @param {string[]} substitutions @returns {string} the key itself when the text is missing */
  const say = (key, ...substitutions) => {
    const own = chosen?.[key];
    if (own !== undefined) return own.replace(/\$(\d)/g, (_, digit) => substitutions[Number(digit) - 1] ?? '');
    try {
      return api.i18n.getMessage(key, substitutions) || key;
    } catch {
      return key;
    }
  };

  return { use, say, table: () => chosen };
})();
