'use strict';
/**
 * The post that opened a menu or a dialog. Such layers stand outside the post and are used again for the next one, so
 * the post is kept as it read at the moment of opening.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).menus ??= (() => {
  const { context, dom, drawn, units } = JagaJempol;
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

  const OPENERS = '[aria-haspopup], [aria-expanded], [popovertarget], summary';

  /**
   * On a site that nobody has described: whatever opens a layer, and every other control of a post, says whose layer is next;
   * and whatever else is pressed in a post, whose box is drawn next.
   * @param {CompiledAdapter} adapter @param {Element} pressable @param {Match | null} match @param {Reading | null} [reading]
   */
  const mayOpen = (adapter, pressable, match, reading = null) => {
    if (adapter.layers === '' || match?.composer || match?.remembered) return;
    const found = reading ? null : units.at(adapter, pressable);
    const post = reading ?? (found && context.read(adapter, found));
    drawn.press(pressable, post);
    if (post && (match || dom.matches(pressable, OPENERS))) press(post);
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

  /**
   * A control that stands by itself ("tulis postingan") begins something new: no menu's post is meant any more.
   * @param {CompiledAdapter} adapter @param {Element} pressable which does no act
   */
  const standsAlone = (adapter, pressable) => {
    if (recall() && !pressable.closest('[role="dialog"], [role="menu"], dialog') && !units.at(adapter, pressable)) opener = null;
  };

  /** Where two people talk, no earlier post is meant. */
  const forgetAll = () => {
    opener = null;
    pressed = null;
    drawn.forget();
  };

  return { opened, press, mayOpen, recall, behind, led, standsAlone, forgetAll };
})();
