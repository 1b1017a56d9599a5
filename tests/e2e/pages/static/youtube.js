'use strict';
// One application for all pages: those left behind stay in the document, hidden. Address and title change before the
// text does; menus and the share panel are layers that are used again; comment boxes are made when they are opened.

/** What stands in no video (the panel beside the shorts, the comments of a community post) belongs to the page's one. */
const idOf = (node) => {
  const near = node.closest('[data-id]');
  if (near) return near.dataset.id;
  const page = node.closest('ytd-shorts, ytd-browse, ytm-app');
  return page.querySelector('ytd-reel-video-renderer[is-active], ytd-backstage-post-thread-renderer, [data-id]').dataset.id;
};

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const button = (label, does) => element('button', { type: 'button', 'aria-label': label, 'data-does': does }, label);

const layer = (child, id) => {
  child.dataset.id = id;
  document.getElementById('layers').replaceChildren(child);
};

/** @param does "comment" or "reply" */
const commentBox = (label, does) => element('ytd-commentbox', {},
  element('div', { id: 'contenteditable-root', contenteditable: 'true', 'aria-label': 'Tambahkan komentar...' }),
  element('ytd-button-renderer', { id: 'submit-button' }, element('yt-button-shape', {}, button(label, does))));

const open = (place, box) => {
  place.append(box);
  box.querySelector('#contenteditable-root').focus();
};

const send = (box, does, event) => {
  window.act(`${does}-${idOf(box)}`, event);
  document.body.dataset.sent = box.querySelector('#contenteditable-root').textContent;
};

const press = (control, name, event) => {
  const done = control.getAttribute('aria-pressed') === 'true';
  window.act(`${done ? 'un' : ''}${name}-${idOf(control)}`, event);
  control.setAttribute('aria-pressed', String(!done));
};

const DOES = {
  like: (control, event) => press(control, 'like', event),
  dislike: (control, event) => press(control, 'dislike', event),
  join: (control, event) => window.act(`join-${idOf(control)}`, event),
  vote: (control, event) => window.act(`vote-${idOf(control)}`, event),
  panel: () => {},
  // Once subscribed, the button is a bell with a menu.
  subscribe: (control, event) => {
    window.act(`subscribe-${idOf(control)}`, event);
    control.setAttribute('aria-label', 'Setelan saat ini adalah menerima notifikasi yang dipersonalisasi. Ketuk untuk mengubahnya.');
    control.textContent = 'Disubscribe';
    control.dataset.does = 'bell';
  },
  bell: (control) => layer(element('ytd-menu-popup-renderer', {}, element('tp-yt-paper-item', { 'data-does': 'unsubscribe' }, 'Berhenti subscribe')), idOf(control)),
  unsubscribe: (control, event) => window.act(`unsubscribe-${idOf(control)}`, event),
  menu: (control) => layer(element('ytd-menu-popup-renderer', {},
    element('tp-yt-paper-item', { 'data-does': 'save' }, 'Simpan ke Tonton nanti'),
    element('tp-yt-paper-item', { 'data-does': 'open-share' }, 'Bagikan')), idOf(control)),
  save: (control, event) => window.act(`save-${idOf(control)}`, event),
  'open-share': (control, event) => {
    window.act(`open-share-${idOf(control)}`, event);
    layer(element('tp-yt-paper-dialog', {}, element('ytd-unified-share-panel-renderer', {},
      element('yt-share-target-renderer', {}, element('button', { id: 'target', title: 'WhatsApp', 'data-does': 'share' }, 'WhatsApp')),
      element('yt-button-renderer', { id: 'copy-button' }, button('Salin', 'copy')))), idOf(control));
  },
  share: (control, event) => window.act(`share-${idOf(control)}`, event),
  copy: (control, event) => window.act(`copy-${idOf(control)}`, event),
  // The phone takes over at once.
  'share-at-once': (control, event) => window.act(`share-${idOf(control)}`, event),
  sheet: (control) => layer(element('bottom-sheet-container', {}, button('Bagikan', 'share-at-once')), idOf(control)),
  'open-comment': (control, event) => {
    window.act(`open-comment-${idOf(control)}`, event);
    open(control.parentElement, commentBox('Komentar', 'comment'));
    control.hidden = true;
  },
  'open-reply': (control, event) => {
    window.act(`open-reply-${idOf(control)}`, event);
    open(control.closest('[data-id]').querySelector('#reply-dialog'), commentBox('Balas', 'reply'));
  },
  say: (control, event) => {
    window.act('comment-chat', event);
    document.body.dataset.sent = document.getElementById('input').textContent;
  },
  comment: (control, event) => send(control.closest('ytd-commentbox'), 'comment', event),
  post: (control, event) => send(control.closest('ytd-commentbox'), 'post', event),
  reply: (control, event) => send(control.closest('ytd-commentbox'), 'reply', event),
  'mobile-comment': (control, event) => {
    window.act(`comment-${idOf(control)}`, event);
    document.body.dataset.sent = control.parentElement.querySelector('textarea').value;
  },
  'mobile-open-reply': (control, event) => {
    window.act(`open-reply-${idOf(control)}`, event);
    control.replaceWith(element('textarea', { placeholder: 'Tambahkan balasan...' }), button('Balas', 'mobile-comment'));
  },
};

document.addEventListener('click', (event) => {
  const control = event.target.closest('[data-does]');
  if (control) DOES[control.dataset.does](control, event);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('[data-does="vote"]')) DOES.vote(event.target, event);
  if (event.key === 'Enter' && event.target.id === 'input') {
    event.preventDefault();
    DOES.say(event.target, event);
  }
  const box = event.target.closest('ytd-commentbox');
  if (box && event.key === 'Enter' && event.ctrlKey) box.querySelector('#submit-button button').click();
  // Its own keys are for the player.
  else if (event.key === 'l' && !event.target.matches('textarea, [contenteditable]')) window.act('forward', event);
});

/** The site may open a box without being asked to. */
window.openBox = () => DOES['open-comment'](document.querySelector('ytd-watch-flexy #placeholder-area'));

/** Go on to another video in the same nodes: first address and title, then the text. */
window.play = ({ id, author, handle, text, description }) => {
  history.pushState(null, '', `/watch?v=${id}`);
  document.title = `${text} - YouTube`;
  setTimeout(() => {
    const page = document.querySelector('ytd-watch-flexy');
    page.dataset.id = id;
    page.querySelector('#title h1 yt-formatted-string').textContent = text;
    page.querySelector('#channel-name a').textContent = author;
    for (const link of page.querySelectorAll('#owner a')) link.href = `/@${handle}`;
    page.querySelector('#description yt-attributed-string').textContent = description;
    document.dispatchEvent(new Event('yt-navigate-finish'));
  }, 150);
};

/** From one page of the application to another. */
window.show = (from, to) => {
  document.querySelector(from).hidden = true;
  document.querySelector(to).hidden = false;
};

/** The next short is played; all of them stay mounted. */
window.swipe = (id) => {
  for (const one of document.querySelectorAll('ytd-reel-video-renderer')) one.toggleAttribute('is-active', one.dataset.id === id);
  document.querySelector(`ytd-reel-video-renderer[data-id="${id}"]`).scrollIntoView({ behavior: 'instant' });
};
