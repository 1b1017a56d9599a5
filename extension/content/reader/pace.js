'use strict';
/** How often a post is asked about whose words go on by themselves, such as a clock or a count. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).pace ??= (() => {
  /** So many in a row, and then once in so many milliseconds. */
  const IN_A_ROW = 5;
  const REST = 5000;
  /** How often in a row a post said something new, and when last. @type {WeakMap<Element, {times: number, at: number}>} */
  const changes = new WeakMap();
  /** @type {WeakSet<Element>} */
  const resting = new WeakSet();

  /** @param {Element} root of the same post as before, with other words @returns {boolean} */
  const restless = (root) => {
    const now = performance.now();
    const last = changes.get(root);
    if (last && now - last.at < REST && last.times >= IN_A_ROW) return true;
    changes.set(root, { times: last && now - last.at < 2 * REST ? last.times + 1 : 1, at: now });
    return false;
  };

  /** @param {Element} root @param {(root: Element) => void} again called after the rest */
  const rest = (root, again) => {
    if (resting.has(root)) return;
    resting.add(root);
    setTimeout(() => {
      resting.delete(root);
      again(root);
    }, REST);
  };

  return { restless, rest };
})();
