/**
 * Small helpers to build elements. Everything a person or a file gives becomes text, never markup.
 */

/**
 * @param {string} id
 * @returns {any}
 */
export const byId = (id) => document.getElementById(id);

/**
 * Make an element; texts among the children become text nodes.
 *
 * @param {string} tag
 * @param {Record<string, any>} [traits] Properties, and attributes with a hyphen or named `role`, `scope`, `for`.
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export function make(tag, traits = {}, ...children) {
  const element = /** @type {any} */ (document.createElement(tag));
  for (const [name, value] of Object.entries(traits)) {
    if (name.includes('-') || name === 'role' || name === 'scope' || name === 'for' || name === 'colspan') {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Show a text in an element, or hide the element where there is none.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
export function tell(element, text) {
  element.hidden = !text;
  element.textContent = text;
}

/**
 * Wait until nothing was asked for `pause` milliseconds, then do it with the last arguments.
 *
 * @template {any[]} T
 * @param {(...args: T) => void} action
 * @param {number} pause
 * @returns {(...args: T) => void}
 */
export function debounced(action, pause) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), pause);
  };
}

/**
 * Let the person save a file that was made on this page.
 *
 * @param {string} name
 * @param {string} text
 */
export function save(name, text) {
  const kind = name.endsWith('.csv') ? 'text/csv' : 'application/toml';
  const address = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/**
 * Write a cell of a table that a spreadsheet will open: what begins like a formula gets an apostrophe before it.
 *
 * @param {string | number} value
 * @returns {string}
 */
export function cell(value) {
  const text = String(value);
  const harmless = typeof value === 'string' && /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
