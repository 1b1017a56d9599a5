'use strict';
// Two generations of one page. That of 2025 keeps its menus and flyouts in the post and has letters for its controls;
// that of 2026 keeps them in a layer. Hovering the like button opens the reactions; editors are made when they are opened.

let names;

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const isOld = () => document.body.dataset.drawn === '2025';
const unit = (id) => document.querySelector(`[data-id="${id}"]`);

/** Where a menu of a post stands. @param place the slot in the post, for the older generation */
const slot = (id, place) => {
  if (isOld()) return unit(id).querySelector(place);
  const layer = element('div', {});
  document.getElementById('layers').replaceChildren(layer);
  return layer;
};

const editor = (id, does, label) => {
  const box = element('div', { class: isOld() ? 'ql-editor' : 'tiptap ProseMirror', contenteditable: 'true', role: 'textbox', 'aria-label': label });
  const send = element('button', { type: 'button', 'data-does': 'send', 'data-act': does, 'data-id': id, hidden: '' }, does === 'comment' ? names.comment : names.post);
  box.addEventListener('input', () => {
    send.hidden = box.textContent === '';
  });
  return element('div', { class: 'editor' }, box, send);
};

const dialog = (id, does) => document.getElementById('layers').replaceChildren(element('div', { role: 'dialog' }, editor(id, does, names.content_box)));

const openReactions = (button, id) => slot(id, '.flyout').replaceChildren(...[names.like, names.celebrate].map((name) =>
  element('button', { type: 'button', 'aria-label': `${names.react} ${name}`, 'data-does': 'react', 'data-kind': name, 'data-id': id }, name)));

const isLiked = (button) => (button.hasAttribute('aria-pressed') ? button.getAttribute('aria-pressed') === 'true' : !button.getAttribute('aria-label').endsWith(names.no_reaction));

window.showLiked = (button, liked) => {
  if (button.hasAttribute('aria-pressed')) button.setAttribute('aria-pressed', String(liked));
  else button.setAttribute('aria-label', `${names.state} ${liked ? names.like : names.no_reaction}`);
};

window.showFollowed = (button) => {
  button.textContent = names.following;
  button.setAttribute('aria-label', button.getAttribute('aria-label').replace(names.follow, names.following));
};

const DOES = {
  like: (button, id, event) => {
    const liked = isLiked(button);
    window.act(`${liked ? 'unlike' : 'like'}-${id}`, event);
    window.showLiked(button, !liked);
  },
  picker: openReactions,
  react: (button, id, event) => {
    window.act(`react-${button.dataset.kind}-${id}`, event);
    button.parentElement.replaceChildren();
  },
  'open-comment': (button, id, event) => {
    window.act(`open-comment-${id}`, event);
    const box = unit(id).querySelector('.box');
    box.replaceChildren(editor(id, 'comment', isOld() ? names.content_box : names.comment_box));
    box.querySelector('[role="textbox"]').focus();
  },
  reply: (button, id, event) => window.act(`open-reply-${id}`, event),
  repost: (button, id) => slot(id, '.dropdown').replaceChildren(
    element('div', { role: 'button', tabindex: '0', 'data-does': 'thoughts', 'data-id': id }, element('h5', {}, names.thoughts)),
    element('div', { role: 'button', tabindex: '0', 'data-does': 'confirm', 'data-id': id }, element('h5', {}, names.repost), element('p', {}, names.instantly))),
  confirm: (button, id, event) => {
    window.act(`repost-${id}`, event);
    button.parentElement.replaceChildren();
  },
  thoughts: (button, id, event) => {
    window.act(`open-quote-${id}`, event);
    button.parentElement.replaceChildren();
    dialog(id, 'quote');
  },
  share: (button, id, event) => {
    event.preventDefault();
    window.act(`share-${id}`, event);
  },
  follow: (button, id, event) => {
    const done = button.textContent === names.following;
    window.act(`${done ? 'unfollow' : 'follow'}-${id}`, event);
    if (!done) window.showFollowed(button);
  },
  connect: (button, id, event) => window.act(`connect-${id}`, event),
  subscribe: (button, id, event) => window.act(`subscribe-${id}`, event),
  join: (button, id, event) => window.act(`join-${id}`, event),
  rsvp: (button, id, event) => {
    const done = button.getAttribute('aria-label') === names.attending;
    window.act(`${done ? 'cancel-rsvp' : 'rsvp'}-${id}`, event);
    button.setAttribute('aria-label', done ? names.attend : names.attending);
  },
  vote: (choice, id, event) => window.act(`vote_poll-${id}`, event),
  withdraw: (button, id, event) => window.act(`withdraw-${id}`, event),
  menu: (button, id, event) => window.act(`menu-${id}`, event),
  write: () => dialog('new', 'post'),
  send: (button, id, event) => {
    window.act(`${button.dataset.act}-${id}`, event);
    document.body.dataset.sent = button.parentElement.querySelector('[role="textbox"]').textContent;
    button.parentElement.remove();
  },
};

const press = (event) => {
  const button = event.target.closest('[data-does]');
  if (button) DOES[button.dataset.does](button, button.closest('[data-id]')?.dataset.id, event);
};

document.addEventListener('DOMContentLoaded', () => {
  names = JSON.parse(document.body.dataset.names);
  document.body.addEventListener('click', press);
  document.body.addEventListener('pointerover', (event) => {
    const like = event.target.closest('[data-does="like"]');
    if (like && event.pointerType === 'mouse' && !like.closest('article')) openReactions(like, like.closest('[data-id]').dataset.id);
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.closest('[contenteditable]')) return;
    if (event.target.closest('[role="button"]') && (event.key === 'Enter' || event.key === ' ')) press(event);
    const item = event.target.closest('[data-finite-scroll-hotkey-item]');
    item?.querySelector(`[data-finite-scroll-hotkey="${CSS.escape(event.key)}"]`)?.click();
  });
});
