'use strict';
// Menus open when the pointer goes down, and close when it goes down, or the focus goes, anywhere else. A post is a link
// around its controls. The composer is a dialog that shows the post it answers in other markup.

let names;

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const layer = (child) => document.getElementById('layers').replaceChildren(child);

const openMenu = (button, id) => {
  const done = button.getAttribute('aria-pressed') === 'true';
  const item = (name, does) => element('div', { role: 'menuitem', tabindex: '-1', 'data-does': does, 'data-id': id }, element('div', { dir: 'auto' }, name));
  layer(element('div', { role: 'menu' }, item(done ? names.unrepost : names.repost, done ? 'undo-repost' : 'confirm'), item(names.quote, 'quote')));
  document.querySelector('[role="menuitem"]').focus();
};

/** The replied post stands in the dialog as plain text. */
const openComposer = (id, does, sendName) => {
  const box = element('div', { class: 'ProseMirror', contenteditable: 'true', translate: 'no' });
  const send = element('button', { type: 'button', role: 'button', 'data-testid': 'composerPublishBtn', 'aria-label': sendName,
    'data-does': 'send', 'data-act': does, 'data-id': id }, does === 'reply' ? names.reply : names.send);
  const answered = document.querySelector(`.item[data-id="${id}"] [data-testid="postText"]`)?.textContent ?? '';
  layer(element('div', { role: 'dialog', 'aria-modal': 'true' }, element('div', { dir: 'auto' }, answered), box, send));
};

window.relabel = (button, name) => button.setAttribute('aria-label', button.getAttribute('aria-label').replace(/^[^(]*/, `${name} `));

const DOES = {
  like: (button, id, event) => {
    const done = button.getAttribute('aria-label').startsWith(names.unlike);
    window.act(`${done ? 'unlike' : 'like'}-${id}`, event);
    relabel(button, done ? names.like : names.unlike);
  },
  follow: (button, id, event) => {
    window.act(`${button.dataset.testid === 'unfollowBtn' ? 'unfollow' : 'follow'}-${id}`, event);
    button.dataset.testid = 'unfollowBtn';
  },
  share: (button, id, event) => window.act(`share-${id}`, event),
  more: (button, id, event) => window.act(`more-${id}`, event),
  confirm: (button, id, event) => {
    window.act(`repost-${id}`, event);
    document.querySelector(`.item[data-id="${id}"] [data-does="repost"]`).setAttribute('aria-pressed', 'true');
    layer('');
  },
  'undo-repost': (button, id, event) => {
    window.act(`unrepost-${id}`, event);
    layer('');
  },
  quote: (button, id, event) => {
    window.act(`open-quote-${id}`, event);
    openComposer(id, 'quote', names.publish_post);
  },
  reply: (button, id, event) => {
    window.act(`open-reply-${id}`, event);
    openComposer(id, 'reply', names.publish_reply);
  },
  write: () => openComposer('new', 'post', names.publish_post),
  send: (button, id, event) => {
    window.act(`${button.dataset.act}-${id}`, event);
    document.body.dataset.sent = document.querySelector('.ProseMirror').textContent;
    layer('');
  },
};

/** The page of one post, without a new document; below the post stands a button that opens the composer. */
const openPost = (item) => {
  history.pushState(null, '', item.querySelector('a[href*="/post/"]').getAttribute('href'));
  for (const one of document.querySelectorAll('main > *')) if (!one.contains(item)) one.remove();
  const answer = element('button', { type: 'button', role: 'button', 'aria-label': names.compose_reply }, names.compose_reply);
  answer.addEventListener('click', () => openComposer(item.dataset.id, 'reply', names.publish_reply));
  document.querySelector('main').append(answer);
};

const press = (event) => {
  const link = event.target.closest('a[href], [role="link"]');
  if (link) event.preventDefault();
  const button = event.target.closest('[data-does]');
  if (button && button.dataset.does !== 'repost') DOES[button.dataset.does](button, button.closest('[data-id]')?.dataset.id, event);
  else if (!button && link?.matches('a[href*="/post/"]')) openPost(link.closest('.item'));
};

document.addEventListener('DOMContentLoaded', () => {
  names = JSON.parse(document.body.dataset.names);
  document.addEventListener('click', press);
  document.addEventListener('pointerdown', (event) => {
    const opener = event.target.closest('[data-does="repost"]');
    if (opener) {
      openMenu(opener, opener.closest('[data-id]').dataset.id);
      event.preventDefault();
    } else if (document.querySelector('[role="menu"]') && !event.target.closest('[role="menu"]')) {
      layer('');
    }
  });
  document.addEventListener('focusin', (event) => {
    if (document.querySelector('[role="menu"]') && !event.target.closest('[role="menu"]')) layer('');
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.closest('.ProseMirror')) {
      if (event.key === 'Enter' && event.ctrlKey) document.querySelector('[data-does="send"]').click();
      return;
    }
    const opener = event.target.closest('[data-does="repost"]');
    const item = event.target.closest('[role="menuitem"]');
    if (event.key !== 'Enter' || !(opener ?? item)) return;
    event.preventDefault();
    if (opener) openMenu(opener, opener.closest('[data-id]').dataset.id);
    else item.click();
  });
});
