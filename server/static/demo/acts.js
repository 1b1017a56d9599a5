/**
 * The board of acts that reached the page: numbers on this page only, gone when it is left.
 */

/**
 * Count one act.
 *
 * @param {string} act The `data-act` of a line of the board.
 */
export function countAct(act) {
  const line = /** @type {HTMLElement | null} */ (document.querySelector(`#acts li[data-act="${act}"]`));
  const shown = line?.querySelector('b');
  if (!line || !shown) {
    throw new Error(`the board has no line for the act "${act}"`);
  }
  const count = Number(line.dataset.count) + 1;
  line.dataset.count = String(count);
  shown.textContent = String(count);
}
