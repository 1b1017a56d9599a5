'use strict';
// WhatsApp Web: messages know their chat by data-id; menus, the row of reactions and windows are layers that are used
// again. The button that sends wants the whole press by mouse or finger, not a bare click that a script made.

const SERIES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
const SERVERS = { channel: 'newsletter', group: 'g.us', person: 'c.us' };

const button = (name, does, attributes = {}) => element('button', { type: 'button', 'aria-label': name, 'data-does': does, ...attributes }, name);
const icon = (name, does, drawn) => element('button', { type: 'button', 'aria-label': name, 'data-does': does },
  element('span', { 'data-icon': drawn }, '➤'));

const popup = (role, id, ...children) => layer(element('div', { role, 'data-post': id }, element('div', {}, ...children)));

const message = (post) => element('div', { role: 'row' }, element('div', {
  class: 'focusable-list-item', tabindex: '-1', 'data-id': `false_${chat.id.replace('-', '')}@${SERVERS[chat.kind]}_${post.id}`, 'data-post': post.id,
},
element('div', { class: 'message-in' },
  post.quoted && element('div', { role: 'button', 'aria-label': 'Pesan kutipan' }, element('span', { class: 'quoted-mention' }, post.quoted.text)),
  element('div', { class: 'copyable-text', 'data-pre-plain-text': `[10.30, 20/10/2024] ${post.author ?? chat.title}: ` },
    element('span', { class: 'selectable-text copyable-text', dir: 'auto' }, post.question ?? post.text)),
  post.choices && element('div', { role: 'group' }, ...post.choices.map((choice) => element('div', {
    role: 'checkbox', 'aria-checked': 'false', 'aria-label': choice, 'data-does': 'vote', tabindex: '0' }, choice))),
  post.invitation && button('Gabung ke grup', 'join-invite'),
  post.event && element('div', {}, button('Hadir', 'rsvp'), button('Tidak hadir', 'decline'), button('Lihat acara', 'open-event')),
  element('span', {}, '10.30')),
button('Bereaksi', 'tray'), element('div', { role: 'button', tabindex: '0', 'aria-haspopup': 'menu', 'aria-label': 'Menu konteks', 'data-does': 'menu' }, '▾'),
chat.kind === 'channel' && button('Teruskan', 'open-forward')));

const footer = () => element('footer', {}, element('div', { class: 'bar' }), element('div', {
  contenteditable: 'true', role: 'textbox', 'data-tab': '10', 'aria-placeholder': 'Ketik pesan', 'data-lexical-editor': 'true' }),
icon('Kirim', 'send', 'wds-ic-send-filled'));

window.go = (id) => {
  chat = chats.find((one) => one.id === id);
  helper = null;
  document.getElementById('main').replaceChildren(
    element('header', {}, element('div', {}, element('span', { title: chat.title, dir: 'auto' }, chat.title)),
      chat.kind !== 'person' && element('span', { title: 'Dodi, Rina, Sari, Anda' }, 'Dodi, Rina, Sari, Anda'),
      chat.kind === 'channel' && button('Ikuti', 'follow')),
    element('div', { role: 'application' }, ...chat.posts.map(message)), footer());
};

const help = (post, does) => {
  helper = post && { post, does };
  const bar = document.querySelector('footer .bar');
  bar.replaceChildren(...(post ? [element('span', { class: 'quoted-mention' }, beginning(post.text)), button('Batalkan balasan', 'cancel')] : []));
  if (post) document.querySelector('footer [role="textbox"]').focus();
};

const emoji = (one) => element('div', { role: 'button', tabindex: '0', 'aria-label': one, 'data-does': 'react' }, one);
/** Menus draw their emoji, and name it nowhere else. */
const pictured = (one) => element('div', { role: 'button', tabindex: '0', 'data-does': 'react' }, element('img', { alt: one, src: '/static/photo.svg', width: '16', height: '16' }));

const pick = (post) => popup('dialog', post.id, element('h1', {}, 'Teruskan pesan ke'),
  ...chats.map(({ id, title }) => element('div', { role: 'button', tabindex: '0', 'data-chat': id, 'data-does': 'tick' },
    element('div', { role: 'checkbox', 'aria-checked': 'false' }), element('span', { title }, title))),
  icon('Kirim', 'forward', 'wds-ic-send-filled'));

/** Somebody's status, over everything else. */
window.showStatus = (id) => {
  const post = postBy(id);
  layer(element('div', { 'data-post': id }, element('div', {}, element('span', { title: post.author ?? '' }, post.author ?? '')),
    element('div', {}, element('span', { class: 'selectable-text' }, post.text)),
    element('div', {}, element('div', { contenteditable: 'true', role: 'textbox', 'aria-placeholder': 'Ketik balasan…' }),
      icon('Kirim', 'answer-status', 'wds-ic-send-filled'), button('Suka', 'like-status'))));
};

window.invite = () => popup('dialog', '', element('h1', {}, chats[1].title), element('p', {}, '12 anggota'), button('Gabung ke grup', 'join-invite'));

/** The event by itself, in a list beside the chat; what is chosen in it stays chosen. */
const openEvent = (post) => popup('dialog', post.id, element('h1', {}, post.text), ...['Hadir', 'Mungkin'].map((name) => element('div', {
  role: 'radio', tabindex: '0', 'aria-checked': 'false', 'data-does': 'rsvp' }, name)));

const sendIt = (event) => {
  sendText(document.querySelector('footer [role="textbox"]'), event);
  help(null);
};

const sendAnswer = (id, event) => {
  const box = document.querySelector('#layers [role="textbox"]');
  window.act(`answer-status-${id}`, event);
  document.body.dataset.sent = box.textContent;
};

const DOES = {
  go: (control) => window.go(control.closest('[data-chat]').dataset.chat),
  tray: (control, post) => popup('dialog', post.id, ...['👍', '❤️', '😂', '😮', '😢', '🙏'].map(emoji)),
  menu: (control, post) => popup('application', post.id, ...['👍', '❤️'].map(pictured),
    ...[['Balas', 'reply'], ['Teruskan', 'open-forward'], ['Salin', 'copy']].map(([name, does]) => element('li', { role: 'button', tabindex: '0', 'data-does': does }, name))),
  react: (control, post, event) => {
    layer();
    window.act(`react-${post.id}`, event);
  },
  reply: (control, post) => {
    layer();
    help(post, 'reply');
  },
  'open-forward': (control, post) => pick(post),
  tick: (control) => control.querySelector('[role="checkbox"]').setAttribute('aria-checked', 'true'),
  forward: (control, post, event) => {
    layer();
    window.act(`forward-${post.id}`, event);
  },
  copy: (control, post, event) => window.act(`copy-${post.id}`, event),
  cancel: () => help(null),
  vote: (control, post, event) => {
    const chosen = control.getAttribute('aria-checked') === 'true';
    window.act(`${chosen ? 'unvote' : 'vote'}-${post.id}`, event);
    control.setAttribute('aria-checked', String(!chosen));
  },
  rsvp: (control, post, event) => {
    const said = control.ariaPressed === 'true' || control.ariaChecked === 'true';
    window.act(`${said ? 'unrsvp' : 'rsvp'}-${post.id}`, event);
    if (control.hasAttribute('role')) control.ariaChecked = String(!said);
    else control.ariaPressed = String(!said);
  },
  decline: (control, post, event) => window.act(`decline-${post.id}`, event),
  'open-event': (control, post) => openEvent(post),
  follow: (control, post, event) => {
    window.act(`${control.getAttribute('aria-label') === 'Ikuti' ? 'follow' : 'unfollow'}-${chat.id}`, event);
    control.setAttribute('aria-label', 'Mengikuti');
  },
  'join-invite': (control, post, event) => window.act('join-invite', event),
  'like-status': (control, post, event) => {
    const liked = control.getAttribute('aria-label') === 'Batal suka';
    window.act(`${liked ? 'unlike' : 'like'}-status-${post.id}`, event);
    control.setAttribute('aria-label', liked ? 'Suka' : 'Batal suka');
  },
};

const run = (event) => {
  const control = event.target.closest('[data-does]');
  DOES[control?.dataset.does]?.(control, postBy(control.closest('[data-post]')?.dataset.post), event);
};

document.addEventListener('click', run);

// What is no button of the browser's is pressed by keys through the page.
document.addEventListener('keydown', (event) => {
  if (!event.target.matches(':is(div, li)[data-does]') || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  run(event);
});

let seen = [];
for (const type of SERIES) {
  document.addEventListener(type, (event) => {
    const control = event.target.closest?.('[data-does="send"], [data-does="answer-status"]');
    if (!control) return;
    seen = type === 'pointerdown' ? [type] : [...seen, type];
    if (type !== 'click') return;
    const whole = SERIES.every((one) => seen.includes(one));
    seen = [];
    if (!whole && !event.isTrusted) return;
    if (control.dataset.does === 'send') sendIt(event);
    else sendAnswer(control.closest('[data-post]').dataset.post, event);
  });
}

document.addEventListener('contextmenu', (event) => {
  const post = postBy(event.target.closest('#main [data-post]')?.dataset.post);
  if (!post) return;
  event.preventDefault();
  DOES.menu(null, post);
});

document.addEventListener('keydown', (event) => {
  const box = event.target.closest('[role="textbox"]');
  if (!box || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (box.closest('footer')) sendIt(event);
  else sendAnswer(box.closest('[data-post]').dataset.post, event);
});
