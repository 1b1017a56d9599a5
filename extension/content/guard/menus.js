'use strict';
/**
 * The post that opened a menu or a dialog. Such layers stand outside the post and are used again for the next one, so
 * the post is kept as it read at the moment of opening.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).menus ??= (() => {
  const { context } = JagaJempol;
  const FRESH = 30 * 60_000;
  /** @type {{reading: Reading, act: Act, at: number} | null} */
  let opener = null;

  /** @type {{reading: Reading, at: number} | null} by a right click or a long press, which may have opened a menu */
  let pressed = null;

  /** Acts whose control leads to something that is written or chosen elsewhere. */
  const LEADS_ON = new Set(['reply', 'comment', 'quote']);

  /** @param {Match} match @param {Reading} reading */
  const opened = (match, reading) => {
    if (match.composer || !(match.opens || LEADS_ON.has(match.act))) return;
    opener = { reading, act: match.act, at: Date.now() };
  };

  /** @param {Reading} reading */
  const press = (reading) => {
    pressed = { reading, at: Date.now() };
  };

  /** @returns {Reading | null} */
  const recall = () => (opener && Date.now() - opener.at < FRESH ? opener.reading : null);

  /** The post of the menu at hand, whatever opened it. @returns {Reading | null} */
  const behind = () => {
    const later = pressed && (!opener || pressed.at > opener.at) ? pressed : opener;
    return later && Date.now() - later.at < FRESH ? later.reading : null;
  };

  /** What was begun on this post, when it leads to a text: an answer and a quote are written in the same box. @param {Reading} reading @returns {Act | null} */
  const led = (reading) => (opener && recall() && LEADS_ON.has(opener.act) && context.same(opener.reading, reading) ? opener.act : null);

  const forget = () => {
    opener = null;
  };

  return { opened, press, recall, behind, led, forget };
})();
