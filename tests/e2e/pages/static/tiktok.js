'use strict';
// Thirteen shells, two of them filled; a comment panel that stays while one goes on; a sheet outside the videos that
// opens on hovering; keys for the video in the middle; a like by two taps that the page counts itself.

const TAP = 300;
let videos = [];
let current = 0;
let tapped = -Infinity;

const shell = (number) => document.getElementById(`one-column-item-${number}`);

const fill = (root, { id, author, handle, text, summary = '' }) => {
  root.dataset.id = id;
  for (const link of root.querySelectorAll('a.name, [data-e2e="video-author-avatar"]')) link.href = `/@${handle}`;
  root.querySelector('[data-e2e="browse-username"], a.name').textContent = root.matches('article') ? author : handle;
  root.querySelector('[data-e2e$="video-desc"] span').textContent = text;
  const summed = root.querySelector('[data-e2e="v2t-desc"]');
  if (summed) summed.textContent = summary;
};

const clone = (name) => document.getElementById(name).content.cloneNode(true);

/** Go to a video of the feed: it and the next are filled, all others emptied. */
window.swipe = (number) => {
  current = number;
  for (let slot = 0; slot < 13; slot += 1) {
    const wanted = slot === number || slot === number + 1;
    if (!wanted) shell(slot).replaceChildren();
    else if (shell(slot).childElementCount === 0) {
      shell(slot).append(clone('card'));
      fill(shell(slot), videos[slot % videos.length]);
    }
  }
  shell(number).scrollIntoView({ behavior: 'instant' });
};

/** Another video in the same shell. */
window.refill = (number, video) => fill(shell(number), video);

/** A video opened from a list lies over the page. */
window.browse = (id) => {
  const place = document.getElementById('overlay');
  place.replaceChildren(clone('browse'));
  const video = videos.find((one) => one.id === id);
  fill(place.firstElementChild, video);
  history.pushState(null, '', `/@${video.handle}/video/${id}`);
};

const watched = () => document.querySelector('.browse') ?? shell(current);
const idOf = (node) => (node.closest('[data-id]') ?? watched()).dataset.id;

const like = (button, event) => {
  const liked = button.getAttribute('aria-pressed') === 'true';
  window.act(`${liked ? 'unlike' : 'like'}-${idOf(button)}`, event);
  button.setAttribute('aria-pressed', String(!liked));
};

const send = (event) => {
  const box = event.target.closest('.write').querySelector('[role="textbox"]');
  window.act(`comment-${watched().dataset.id}`, event);
  document.body.dataset.sent = box.textContent;
};

const item = (mark, name, does) => {
  const made = document.createElement('a');
  made.dataset.e2e = mark;
  made.dataset.does = does;
  made.setAttribute('role', 'menuitem');
  made.tabIndex = 0;
  made.textContent = name;
  return made;
};

const sheet = (id) => {
  const box = document.createElement('div');
  box.dataset.id = id;
  box.append(item('share-repost', 'Posting ulang', 'repost'), item('share-whatsapp', 'WhatsApp', 'share'), item('share-copy', 'Salin tautan', 'copy'));
  document.getElementById('layers').replaceChildren(box);
};

const DOES = {
  like,
  post: (control, event) => window.act('post', event),
  draft: (control, event) => window.act('draft', event),
  send: (control, event) => send(event),
  reply: (control, event) => window.act(`open-reply-${idOf(control)}`, event),
  follow: (button, event) => {
    const done = button.textContent.trim() === 'Mengikuti';
    window.act(`${done ? 'unfollow' : 'follow'}-${idOf(button)}`, event);
    if (button.dataset.e2e !== 'feed-follow') {
      button.textContent = 'Mengikuti';
      if (button.hasAttribute('aria-label')) button.setAttribute('aria-label', 'Mengikuti Warga Contoh');
    }
  },
  comments: (button, event) => {
    window.act(`open-comments-${idOf(button)}`, event);
    const panel = document.getElementById('panel');
    if (panel) panel.hidden = false;
  },
  'open-share': (button, event) => {
    window.act(`open-share-${idOf(button)}`, event);
    sheet(idOf(button));
  },
  repost: (control, event) => window.act(`repost-${idOf(control)}`, event),
  share: (control, event) => window.act(`share-${idOf(control)}`, event),
  copy: (control, event) => window.act(`copy-${idOf(control)}`, event),
  browse: (link, event) => {
    event.preventDefault();
    window.browse(link.dataset.video);
  },
};

/** Two taps or a double click like; they never take a like back. */
const likeTwice = (player, event) => {
  const button = player.closest('[data-id]').querySelector('.bar [data-does="like"]');
  if (button.getAttribute('aria-pressed') === 'false') like(button, event);
};

document.addEventListener('DOMContentLoaded', () => {
  videos = JSON.parse(document.getElementById('videos').textContent);
  if (shell(0)) window.swipe(0);
  document.addEventListener('click', (event) => {
    const control = event.target.closest('[data-does]');
    if (control) DOES[control.dataset.does](control, event);
  });
  document.addEventListener('pointerover', (event) => {
    const button = event.target.closest('[data-does="open-share"]');
    if (button) sheet(idOf(button));
  });
  let touched = -Infinity;
  document.addEventListener('touchend', (event) => {
    const player = event.target.closest('.player');
    if (!player) return;
    touched = event.timeStamp;
    if (performance.now() - tapped < TAP) likeTwice(player, event);
    tapped = performance.now();
  });
  document.addEventListener('dblclick', (event) => {
    const player = event.target.closest('.player');
    if (player && event.timeStamp - touched > 1000) likeTwice(player, event);
  });
  document.addEventListener('keydown', (event) => {
    const box = event.target.closest?.('[role="textbox"]');
    if (box && event.which === 13 && !event.shiftKey) {
      event.preventDefault();
      send(event);
    }
    const control = event.target.closest?.('[data-does]:not(button, a[href])');
    if (control && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      DOES[control.dataset.does](control, event);
    }
    if (!box && event.key === 'l') like(watched().querySelector('.bar [data-does="like"]'), event);
  });
});
