/**
 * An element that the page's own HTML promises.
 * @param {string} id @returns {HTMLElement} @throws {Error} the page lacks it
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`#${id} is missing from ${location.pathname}`);
  return element;
}

/**
 * An element with a text, made without any HTML in strings.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {string} text @param {Record<string, string>} [attributes]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
