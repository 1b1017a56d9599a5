'use strict';
// Version A: one listener a type on the document, as its own framework has it. What answers fast answers the mousedown,
// and the click on a screen that is touched; there a long touch opens the menu and two touches react.

const FAST = ACTS_ON;
const LONG_TOUCH = 200;
const DOUBLE_TOUCH = 300;

const button = (attributes, does, ...children) => element('button', { type: 'button', ...attributes, 'data-does': does }, ...children);

const react = (chip, post, event) => {
  window.act(`${chip.classList.contains('chosen') ? 'unreact' : 'react'}-${post.id}`, event);
  chip.classList.toggle('chosen');
};

const pick = (post) => layer(element('div', { class: 'Modal ChatOrUserPicker', 'data-id': post.id }, element('div', { class: 'modal-dialog' },
  ...chats.map(({ id, title }) => element('div', { class: 'ListItem chat-item-clickable', 'data-chat': id },
    element('div', { class: 'ListItem-button', role: 'button', tabindex: '0', 'data-does': 'forward' },
      element('div', { class: 'Avatar', 'data-peer-id': id }), element('h3', { class: 'fullName' }, title)))))));

const help = (post, does) => {
  helper = post && { post, does };
  document.querySelector('.ComposerEmbeddedMessage')?.remove();
  if (!post) return;
  document.querySelector('.Composer').prepend(element('div', { class: 'ComposerEmbeddedMessage' },
    element('div', { class: 'message-title' }, post.author ?? chat.title), element('p', { class: 'message-text' }, beginning(post.text)),
    button({ class: 'embedded-cancel' }, 'cancel', '×')));
  document.querySelector('#editable-message-text').focus();
};

const item = (does, text) => element('div', { class: 'MenuItem', role: 'menuitem', tabindex: '0', 'data-does': does },
  element('i', { class: 'icon' }), text);

const menu = (post) => layer(element('div', { class: 'Menu MessageContextMenu', 'data-id': post.id },
  element('div', { class: 'ReactionSelector' }, element('div', { class: 'ReactionSelector__items' },
    element('div', { 'data-does': 'menu-react' }, '👍'))),
  item('reply', 'Balas'), item('open-forward', 'Teruskan'), item('copy', 'Salin')));

const poll = (post) => post.choices && element('div', { class: 'Poll' }, element('div', { class: 'poll-question' }, post.question ?? ''),
  ...post.choices.map((choice) => element('label', { class: 'Radio' },
    element('input', { type: 'radio', name: `poll-${post.id}`, 'data-does': 'vote' }), choice)));

const message = (post) => element('div', { class: 'Message message-list-item', id: `message${post.id}`, 'data-id': post.id },
  element('div', { class: 'message-content-wrapper' }, element('div', { class: 'message-content' }, element('div', { class: 'content-inner' },
    post.author && element('div', { class: 'message-title' }, element('span', { class: 'sender-title' }, post.author)),
    post.quoted && element('div', { class: 'EmbeddedMessage' }, element('div', { class: 'message-title' }, post.quoted.author),
      element('p', { class: 'message-text' }, post.quoted.text)),
    poll(post),
    element('div', { class: 'text-content' }, post.text, post.link && element('a', { class: 'text-entity-link', href: post.link }, post.link),
      element('div', { class: 'Reactions' }, button({ class: 'Button message-reaction' }, 'react', '❤ 3')),
      element('span', { class: 'MessageMeta' }, '10:30')),
    chat.kind === 'channel' && !thread && element('div', { class: 'CommentButton', 'data-does': 'thread' }, '2 Komentar'))),
  chat.kind === 'channel' && !thread && element('div', { class: 'message-action-buttons' },
    button({ class: 'Button message-action-button', 'aria-label': 'Teruskan' }, 'open-forward', element('i', { class: 'icon icon-share-filled' }))),
  button({ class: 'Button quick-reaction' }, 'quick', '❤')));

const column = (posts, info) => {
  document.getElementById('MiddleColumn').replaceChildren(
    element('div', { class: 'MiddleHeader' }, info, !thread && chat.kind !== 'person'
      && element('div', { class: 'HeaderActions' }, button({ class: 'Button' }, 'join', chat.kind === 'group' ? 'Gabung Grup' : 'Berlangganan'))),
    element('div', { class: `MessageList custom-scroll${chat.kind === 'group' || thread ? '' : ' no-avatars'}` }, ...posts.map(message)),
    element('div', { class: 'Composer' }, element('div', { id: 'editable-message-text', contenteditable: 'true', role: 'textbox' }),
      button({ class: 'Button send main-button', 'aria-label': 'Kirim pesan' }, 'send', '➤')));
};

/** The header of comments names nobody. */
const openThread = (post) => {
  thread = post;
  column([post, { id: '91', author: 'Sari Contoh', text: 'Terima kasih.' }], element('div', { class: 'ChatInfo' }, element('h3', {}, '2 Komentar')));
  document.querySelector('.Message').classList.add('is-thread-top');
};

window.go = (id) => {
  chat = chats.find((one) => one.id === id);
  thread = null;
  helper = null;
  const status = chat.kind === 'person' ? ['user-status', 'terakhir dilihat kemarin'] : ['group-status', '12 anggota'];
  column(chat.posts, element('div', { class: 'ChatInfo' }, element('div', { class: 'Avatar', 'data-peer-id': id }),
    element('div', { class: 'title' }, element('h3', { class: 'fullName' }, chat.title)),
    element('span', { class: 'status' }, element('span', { class: status[0] }, status[1]))));
  history.replaceState(null, '', `#${id}`);
};
window.invite = () => layer(element('div', { class: 'Modal' }, element('div', { class: 'modal-dialog' },
  element('div', { class: 'modal-title' }, chats[1].title), element('p', {}, '12 anggota'), button({ class: 'Button' }, 'join-invite', 'Gabung Grup'))));

const send = (event) => {
  sendText(document.querySelector('#editable-message-text'), event);
  help(null);
};

/** What answers the press itself, and what waits for the click. */
const FASTLY = {
  go: (control) => window.go(control.closest('[data-chat]').dataset.chat),
  react: (control, post, event) => react(control, post, event),
  quick: (control, post, event) => window.act(`react-${post.id}`, event),
  join: (control, post, event) => belong(event),
  send: (control, post, event) => send(event),
  'open-forward': (control, post) => pick(post),
};
const SLOWLY = {
  'menu-react': (control, post, event) => {
    layer();
    window.act(`react-${post.id}`, event);
  },
  forward: (control, post, event) => {
    const to = control.closest('[data-chat]').dataset.chat;
    window.act(`forward-${post.id}-to-${to}`, event);
    layer();
    window.go(to);
    help(post, 'send-forward');
  },
  reply: (control, post) => {
    layer();
    help(post, 'reply');
  },
  copy: (control, post, event) => window.act(`copy-${post.id}`, event),
  cancel: () => help(null),
  thread: (control, post) => openThread(post),
  vote: (control, post, event) => window.act(`vote-${post.id}`, event),
  'join-invite': (control, post, event) => window.act('join-invite', event),
};

const answer = (table, event) => {
  const control = event.button === 0 && event.target.closest('[data-does]');
  const post = control && postBy(control.closest('[data-id]')?.dataset.id);
  table[control && control.dataset.does]?.(control, post, event);
};
document.addEventListener(FAST, (event) => answer(FASTLY, event));
document.addEventListener('click', (event) => answer(SLOWLY, event));

// What is no button of the browser's is pressed by keys through the page.
document.addEventListener('keydown', (event) => {
  const control = event.target.closest('[role="button"][data-does], [role="menuitem"]');
  if (control && event.key === 'Enter') ({ ...FASTLY, ...SLOWLY })[control.dataset.does](control, postBy(control.closest('[data-id]')?.dataset.id), event);
});

const messageAt = (event) => postBy(event.target.closest('.Message')?.dataset.id);

document.addEventListener('contextmenu', (event) => {
  const post = messageAt(event);
  if (!post) return;
  event.preventDefault();
  menu(post);
});

let longTouch;
document.addEventListener('touchstart', (event) => {
  const post = messageAt(event);
  clearTimeout(longTouch);
  if (post) longTouch = setTimeout(() => menu(post), LONG_TOUCH);
});
document.addEventListener('touchend', () => clearTimeout(longTouch));

let lastTouch = { post: null, at: 0 };
document.addEventListener('click', (event) => {
  const post = messageAt(event);
  if (FAST !== 'click' || !post || event.target.closest('[data-does]')) return;
  const again = lastTouch.post === post && performance.now() - lastTouch.at < DOUBLE_TOUCH;
  lastTouch = { post: again ? null : post, at: performance.now() };
  if (again) window.act(`react-${post.id}`, event);
});

/** Beside the text a double click answers. */
document.addEventListener('dblclick', (event) => {
  const post = messageAt(event);
  if (post && !event.target.closest('.message-content')) help(post, 'reply');
});

document.addEventListener('keydown', (event) => {
  if (!event.target.closest('#editable-message-text') || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send(event);
});
