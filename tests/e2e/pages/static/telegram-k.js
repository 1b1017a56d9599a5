'use strict';
// Version K: every press is listened for where it lands, by one event type. The menu of a right click or a long press
// is a layer outside the message; a chat that is opened over another leaves that one in the document, hidden.

/** Main button only; the other one opens the menu. */
const onPress = (target, act) => target.addEventListener(ACTS_ON, (event) => event.button === 0 && act(event));

const pressable = (name, attributes, act, ...children) => {
  const made = element(name, attributes, ...children);
  onPress(made, act);
  return made;
};

const toggle = (chip, id, event) => {
  window.act(`${chip.classList.contains('is-chosen') ? 'unreact' : 'react'}-${id}`, event);
  chip.classList.toggle('is-chosen');
};

const pick = (post) => layer(element('div', { class: 'popup popup-forward active' }, element('div', { class: 'popup-container' },
  element('ul', { class: 'chatlist' }, ...chats.map(({ id, title }) => pressable('li', { class: 'chatlist-chat', 'data-peer-id': id },
    (event) => {
      window.act(`forward-${post.id}-to-${id}`, event);
      layer();
      window.go(id);
      help(post, 'send-forward');
    }, element('span', { class: 'peer-title', 'data-peer-id': id }, title)))))));

/** The bar above the box; without a post it keeps what it showed, and has no height. */
const help = (post, does) => {
  const rows = document.querySelector('.chat.active .rows-wrapper');
  helper = post && { post, does };
  rows.classList.toggle('is-helper-active', Boolean(post));
  if (!post) return;
  rows.querySelector('.reply-title').textContent = post.author ?? chat.title;
  rows.querySelector('.reply-subtitle').textContent = beginning(post.text);
  rows.querySelector('.input-message-input').focus();
};

const menu = (post) => {
  const item = (text, act) => pressable('div', { class: 'btn-menu-item rp-overflow' }, (event) => {
    layer();
    act(event);
  }, element('span', { class: 'tgico btn-menu-item-icon' }, '\ue9b1'), element('span', { class: 'i18n btn-menu-item-text' }, text));
  layer(element('div', { class: 'btn-menu contextmenu active', id: 'bubble-contextmenu' },
    element('div', { class: 'btn-menu-reactions' }, pressable('div', { class: 'btn-menu-reactions-reaction' }, (event) => {
      layer();
      window.act(`react-${post.id}`, event);
    }, '👍')),
    item('Balas', () => help(post, 'reply')),
    item('Teruskan', () => pick(post)),
    item('Salin', (event) => window.act(`copy-${post.id}`, event))));
};

const poll = (post) => post.choices && element('poll-element', {}, element('div', { class: 'poll-title' }, post.question ?? ''),
  ...post.choices.map((choice) => pressable('div', { class: 'poll-answer' }, (event) => window.act(`vote-${post.id}`, event), choice)));

const bubble = (post) => {
  const { id } = post;
  const content = element('div', { class: 'bubble-content' },
    post.author && element('div', { class: 'name colored-name' }, element('span', { class: 'peer-title' }, post.author)),
    post.quoted && element('div', { class: 'reply' }, element('div', { class: 'reply-title' }, element('span', { class: 'peer-title' }, post.quoted.author)),
      element('div', { class: 'reply-subtitle' }, element('span', { class: 'translatable-message' }, post.quoted.text))),
    element('div', { class: 'message spoilers-container' }, post.text && element('span', { class: 'translatable-message' }, post.text),
      post.link && element('a', { class: 'anchor-url', href: post.link }, post.link), poll(post),
      element('span', { class: 'time' }, '10:30')),
    element('reactions-element', { class: 'reactions' },
      pressable('reaction-element', { class: 'reaction' }, (event) => toggle(event.currentTarget, id, event), '❤ 3')),
    pressable('div', { class: 'bubble-hover-reaction' }, (event) => window.act(`react-${id}`, event), '👍'),
    chat.kind === 'channel' && !thread && pressable('replies-element', { class: 'replies replies-footer' }, () => openThread(post), '2 Komentar'));
  const aside = chat.kind === 'channel' && !thread
    && pressable('div', { class: 'bubble-beside-button forward' }, () => pick(post), '→');
  const made = element('div', { class: `bubble is-in${chat.kind === 'channel' && !thread ? ' channel-post' : ''}`, 'data-mid': id, 'data-peer-id': chat.id },
    element('div', { class: 'bubble-content-wrapper' }, content), aside);
  made.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    menu(post);
  });
  made.addEventListener('dblclick', (event) => event.target === made && window.act(`react-${id}`, event));
  return made;
};

const box = () => {
  const field = element('div', { class: 'input-message-input', contenteditable: 'true' });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sendText(field, event);
    help(null);
  });
  return element('div', { class: 'chat-input' }, element('div', { class: 'rows-wrapper' },
    element('div', { class: 'reply-wrapper' }, element('div', { class: 'reply' }, element('div', { class: 'reply-title' }),
      element('div', { class: 'reply-subtitle' })), pressable('button', { class: 'btn-icon reply-cancel' }, () => help(null), '×')),
    field, pressable('button', { class: 'btn-icon btn-send' }, (event) => {
      sendText(field, event);
      help(null);
    })));
};

const column = (type, posts, title) => element('div', { class: 'chat tabs-tab active', 'data-type': type },
  element('div', { class: 'sidebar-header topbar' }, element('div', { class: 'chat-info' }, title),
    type === 'chat' && chat.kind !== 'person'
      && pressable('button', { class: 'btn-primary chat-join' }, belong, chat.kind === 'group' ? 'GABUNG' : 'IKUTI SALURAN')),
  element('div', { class: 'bubbles' }, ...posts.map(bubble)), box());

/** Comments stand in a chat of their own, under the post they belong to. */
const openThread = (post) => {
  const under = document.querySelector('.chat.active');
  thread = post;
  under.classList.remove('active');
  const top = column('discussion', [post, { id: '91', author: 'Sari Contoh', text: 'Terima kasih.' }], '2 Komentar');
  top.querySelector('.bubble').classList.add('is-thread-starter');
  under.after(top);
};

const invite = () => layer(element('div', { class: 'popup popup-join-chat-invite active' }, element('div', { class: 'popup-container' },
  element('div', { class: 'chat-title' }, chats[1].title), element('div', { class: 'chat-participants-count' }, '12 anggota'),
  pressable('button', { class: 'btn-primary' }, (event) => window.act('join-invite', event), 'Gabung ke grup'))));

window.go = (id) => {
  chat = chats.find((one) => one.id === id);
  thread = null;
  helper = null;
  document.querySelector('.chats-container').replaceChildren(column('chat', chat.posts, element('span', { class: 'peer-title', 'data-peer-id': id }, chat.title)));
  history.replaceState(null, '', `#${id}`);
};
window.invite = invite;

document.addEventListener('DOMContentLoaded', () => {
  for (const row of document.querySelectorAll('#column-left .chatlist-chat')) onPress(row, () => window.go(row.dataset.peerId));
});
