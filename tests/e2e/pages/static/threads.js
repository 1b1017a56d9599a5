'use strict';
// One delegated listener on the root, as React has it. A press anywhere else on a post opens the post's own page, without
// a new document. Menus and dialogs live in a layer; their items bear the names of the buttons that opened them.

let names;

/** Boxes that are Lexical's, where the page has it. Of what they hold it alone knows. @type {Map<Element, () => void>} */
const editors = new Map();

const sent = (does, id, text, event) => {
  if (text === '') return;
  window.act(`${does}-${id}`, event);
  document.body.dataset.sent = text;
  layer('');
};

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const icon = (name) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('aria-label', name);
  svg.setAttribute('width', '20');
  svg.setAttribute('height', '20');
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = name;
  svg.append(title);
  return svg;
};

window.rename = (button, name) => {
  button.querySelector('svg').setAttribute('aria-label', name);
  button.querySelector('title').textContent = name;
};

const nameOf = (button) => button.querySelector('svg').getAttribute('aria-label');

const layer = (child) => document.getElementById('layers').replaceChildren(child);

const toggle = (button, id, does, undo, event) => {
  const done = nameOf(button) === names[undo];
  window.act(`${done ? undo : does}-${id}`, event);
  window.rename(button, names[done ? does : undo]);
};

/** An editor that keeps its text by `beforeinput`, with the button that sends it: no <button>, and no name of its own. */
const composer = (id, does, label, sendIcon) => {
  const box = element('div', { contenteditable: 'true', role: 'textbox', 'data-lexical-editor': 'true', ...label });
  const send = element('div', { role: 'button', tabindex: '0', 'data-does': 'send', 'data-act': does, 'data-id': id },
    sendIcon ? icon(names.reply) : names.send);
  if (window.mountEditor) editors.set(box, window.mountEditor(box, { key: 'Ctrl+Enter', send: (text) => sent(does, id, text) }));
  return element('div', { class: 'composer' }, box, send);
};

/** The post as dialogs show it: without its row of controls. */
const shown = (id) => {
  const copy = document.querySelector(`#feed [data-id="${id}"]`).cloneNode(true);
  copy.querySelector('.row')?.remove();
  return copy;
};

const handleOf = (id) => document.querySelector(`#feed [data-id="${id}"] a[href^="/@"]`).getAttribute('href').slice(2);

const replyBox = (id) => composer(id, 'reply', { 'aria-placeholder': `${names.reply_to} ${handleOf(id)}…` }, true);

const DOES = {
  like: (button, id, event) => toggle(button, id, 'like', 'unlike', event),
  share: (button, id, event) => window.act(`share-${id}`, event),
  more: (button, id, event) => window.act(`more-${id}`, event),
  translate: (button, id, event) => window.act(`translate-${id}`, event),
  vote_poll: (button, id, event) => {
    window.act(`vote_poll-${id}`, event);
    button.parentElement.replaceChildren('1 suara');
  },
  follow: (button, id, event) => {
    const done = button.textContent === names.following;
    window.act(`${done ? 'unfollow' : 'follow'}-${id}`, event);
    button.textContent = done ? names.follow : names.following;
  },
  repost: (button, id) => {
    const done = button.dataset.done === 'true';
    const item = (name, does) => element('div', { role: 'button', tabindex: '0', 'data-does': does, 'data-id': id },
      element('span', { dir: 'auto' }, name), icon(name));
    layer(element('div', {}, item(done ? names.unrepost : names.repost, done ? 'undo-repost' : 'confirm'), item(names.quote, 'quote')));
  },
  confirm: (button, id, event) => {
    window.act(`repost-${id}`, event);
    document.querySelector(`#feed [data-id="${id}"] [data-does="repost"]`).dataset.done = 'true';
    layer('');
  },
  'undo-repost': (button, id, event) => {
    window.act(`unrepost-${id}`, event);
    layer('');
  },
  quote: (button, id, event) => {
    window.act(`open-quote-${id}`, event);
    layer(element('div', { role: 'dialog' }, composer(id, 'quote', { 'aria-label': names.write }, false), shown(id)));
  },
  reply: (button, id, event) => {
    window.act(`open-reply-${id}`, event);
    layer(element('div', { role: 'dialog' }, shown(id), replyBox(id)));
  },
  write: () => layer(element('div', { role: 'dialog' }, composer('new', 'post', { 'aria-label': names.write }, false))),
  send: (button, id, event) => {
    const box = button.parentElement.querySelector('[role="textbox"]');
    if (editors.has(box)) editors.get(box)();
    else sent(button.dataset.act, id, box.textContent, event);
  },
};

/** The page of one post, with a box below it that stands in no dialog. */
const openPost = (id) => {
  const post = document.querySelector(`#feed [data-id="${id}"]`);
  history.pushState(null, '', post.querySelector('a[href*="/post/"]').getAttribute('href'));
  for (const one of document.querySelectorAll('#feed > *')) if (!one.contains(post)) one.remove();
  document.getElementById('feed').append(replyBox(id));
};

const press = (event) => {
  if (event.target.closest('a[href]')) event.preventDefault();
  const button = event.target.closest('[data-does]');
  const id = button?.closest('[data-id]')?.dataset.id;
  if (button) DOES[button.dataset.does](button, id, event);
  else if (event.target.closest('#feed .text')) openPost(event.target.closest('[data-id]').dataset.id);
};

document.addEventListener('DOMContentLoaded', () => {
  names = JSON.parse(document.body.dataset.names);
  document.body.addEventListener('click', press);
  document.body.addEventListener('keydown', (event) => {
    const inBox = event.target.closest('[role="textbox"]');
    if (inBox && !editors.has(inBox) && event.key === 'Enter' && event.ctrlKey) inBox.parentElement.querySelector('[data-does="send"]').click();
    if (inBox || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    press(event);
  });
});
