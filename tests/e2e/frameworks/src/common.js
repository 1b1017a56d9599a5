// What all pages share: the posts that the server wrote into the page, and the counting of what reaches a handler.
// A site's page has neither the posts nor the place for them, and mounts an editor into a box of its own (`mountEditor`).

export const posts = JSON.parse(document.getElementById('posts')?.textContent ?? '[]');
export const app = document.getElementById('app');

/** @param {string} kind @param {string} id @param {Event} [event] the browser's own, not the framework's */
export const act = (kind, id, event) => window.act(`${kind}-${id}`, event);

/** A text was sent. @param {string} id @param {string} text */
export const sent = (id, text) => {
  act('send', id);
  document.body.dataset.sent = text.trim();
};

/** @param {KeyboardEvent} event */
export const sends = (event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing;

/** @param {KeyboardEvent} event @param {string | undefined} key "Enter", "Ctrl+Enter" or none: which of them sends */
export const sendsBy = (event, key) => sends(event) && key === (event.ctrlKey ? 'Ctrl+Enter' : 'Enter');

/** A post in plain markup around an editor that needs no framework. @param {{id: string, text: string}} post */
export const plainPost = ({ id, text }) => {
  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const box = make('div', { class: 'box', role: 'textbox', 'aria-label': 'Tulis komentar' });
  const form = make('form', { 'data-part': 'composer', 'data-send': 'enter' }, box, make('button', {}, 'Kirim'));
  app.append(make('article', { class: 'post', id },
    make('header', {}, make('b', { 'data-part': 'author' }, `Warga ${id}`)),
    make('p', { 'data-part': 'text' }, text), form));
  return { box, form };
};
