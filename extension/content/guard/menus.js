'use strict';
/**
 * The post that opened a menu or a dialog. Such layers stand outside the post and are used again for the next one, so
 * the post is kept as it read at the moment of opening.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).menus ??= (() => {
  const FRESH = 30 * 60_000;
  /** @type {{reading: Reading, at: number} | null} */
  let opener = null;

  /** Acts whose control leads to something that is written or chosen elsewhere. */
  const LEADS_ON = new Set(['reply', 'comment', 'quote']);

  /** @param {Match} match @param {Reading} reading */
  const opened = (match, reading) => {
    if (match.composer || !(match.opens || LEADS_ON.has(match.act))) return;
    opener = { reading, at: Date.now() };
  };

  /** @returns {Reading | null} */
  const recall = () => (opener && Date.now() - opener.at < FRESH ? opener.reading : null);

  const forget = () => {
    opener = null;
  };

  return { opened, recall, forget };
})();
