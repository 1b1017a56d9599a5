'use strict';
// Cells are placed by transform and filled anew while one scrolls; menus stand in a layer that is used again.

/** The like button swaps its test id, as the site does. */
const like = (article, event) => {
  const button = article.querySelector('[data-testid="like"], [data-testid="unlike"]');
  const liked = button.dataset.testid === 'unlike';
  window.act(`${liked ? 'unlike' : 'like'}-${article.dataset.id}`, event);
  button.dataset.testid = liked ? 'like' : 'unlike';
  button.setAttribute('aria-label', liked ? '3 suka. Suka' : '4 suka. Disukai');
};

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** The layer in which one writes, with a box and a button of its own; what is quoted is shown in it. */
const openWriting = (name, id, quoted = []) => {
  const box = element('div', { 'data-testid': 'tweetTextarea_0', role: 'textbox', contenteditable: 'true' });
  const button = element('button', { 'data-testid': 'tweetButton' }, name === 'reply' ? 'Balas' : 'Posting');
  const dialog = element('div', { role: 'dialog' }, box, ...quoted, button);
  button.addEventListener('click', (event) => {
    window.act(`${name}-${id}`, event);
    dialog.remove();
  });
  document.getElementById('layers').replaceChildren(dialog);
  window.act(`open-${name}-${id}`);
  box.focus();
};

const openReply = (article) => openWriting('reply', article.dataset.id);

/** A quoted post is a link with a name and a text in it. */
const openQuote = (article) => {
  const parts = ['User-Name', 'tweetText'].map((part) =>
    element('div', { 'data-testid': part }, article.querySelector(`[data-testid="${part}"]`).textContent));
  openWriting('quote', article.dataset.id, [element('div', { role: 'link', tabindex: '0' }, ...parts)]);
};

/** Open the repost menu of a post; Enter does in it what a press does. */
const openMenu = (article) => {
  const button = article.querySelector('[data-testid="retweet"], [data-testid="unretweet"]');
  const done = button.dataset.testid === 'unretweet';
  const again = element('div', { role: 'menuitem', tabindex: '0', 'data-testid': done ? 'unretweetConfirm' : 'retweetConfirm' },
    done ? 'Batalkan posting ulang' : 'Posting ulang');
  const quote = element('a', { role: 'menuitem', href: '/compose/post' }, 'Kutip');
  const menu = element('div', { role: 'menu' }, again, quote);
  const repost = (event) => {
    window.act(`${done ? 'unrepost' : 'repost'}-${article.dataset.id}`, event);
    button.dataset.testid = done ? 'retweet' : 'unretweet';
    menu.remove();
  };
  again.addEventListener('click', repost);
  again.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') repost(event);
  });
  quote.addEventListener('click', (event) => {
    event.preventDefault();
    openQuote(article);
  });
  document.getElementById('layers').replaceChildren(menu);
};

/** An item of a menu; Enter does what a press does. */
const menuItem = (text, doIt) => {
  const item = element('div', { role: 'menuitem', tabindex: '0' }, text);
  item.addEventListener('click', doIt);
  item.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') doIt(event);
  });
  return item;
};

/** To whom a post is sent is chosen in a dialog. */
const openSending = (id) => {
  const button = element('button', { 'data-testid': 'dmComposerSendButton' }, 'Kirim');
  const dialog = element('div', { role: 'dialog' }, element('div', { role: 'option' }, 'Wati Contoh'), button);
  button.addEventListener('click', (event) => {
    window.act(`share-${id}`, event);
    dialog.remove();
  });
  document.getElementById('layers').replaceChildren(dialog);
};

const openShare = (article) => {
  const { id } = article.dataset;
  window.act(`open-share-${id}`);
  document.getElementById('layers').replaceChildren(element('div', { role: 'menu' },
    menuItem('Salin tautan', (event) => window.act(`copy-${id}`, event)),
    menuItem('Kirim melalui Pesan Langsung', () => openSending(id))));
};

/** Follow and subscribe swap their test id, as like does. */
const TAKEN_BACK = {
  follow: ['Ikuti', 'Berhenti mengikuti'],
  subscribe: ['Berlangganan', 'Batal langganan'],
};

/** Follow or subscribe to an account, or take it back. */
const followOrSubscribe = (button, event) => {
  const [, id, un, name] = button.dataset.testid.match(/^(.+)-(un)?(follow|subscribe)$/);
  const [now, then] = un ? TAKEN_BACK[name].toReversed() : TAKEN_BACK[name];
  window.act(`${un ?? ''}${name}-${id}`, event);
  button.dataset.testid = `${id}-${un ? '' : 'un'}${name}`;
  button.setAttribute('aria-label', button.getAttribute('aria-label').replace(now, then));
};

/** One vote, and then the result stands there. */
const vote = (article, event) => {
  window.act(`vote_poll-${article.dataset.id}`, event);
  article.querySelector('[data-testid="cardPoll"]').replaceChildren('1 suara');
};

/** Join a community, or leave it. */
const join = (button, event) => {
  const done = button.textContent === 'Telah bergabung';
  window.act(`${done ? 'leave' : 'join'}-${button.closest('[data-id]').dataset.id}`, event);
  button.firstElementChild.textContent = done ? 'Gabung' : 'Telah bergabung';
};

const sent = (text, event) => {
  window.act('post', event);
  document.body.dataset.sent = text;
};

/** Draft.js, where the page has it, sends what it holds. @type {(() => void) | undefined} */
let editor;

const send = (event) => {
  if (editor) editor();
  else sent(document.querySelector('.compose [role="textbox"]').textContent, event);
};

document.addEventListener('click', (event) => {
  const control = event.target.closest('button[data-testid], button[aria-haspopup="menu"], [data-does="join"], [role="radio"]');
  const article = control?.closest('article');
  const name = control?.dataset.testid ?? '';
  if (name === 'tweetButtonInline') send(event);
  else if (/-(un)?(follow|subscribe)$/.test(name)) followOrSubscribe(control, event);
  else if (control?.dataset.does === 'join') join(control, event);
  else if (control?.getAttribute('role') === 'radio') vote(article, event);
  else if (name === 'like' || name === 'unlike') like(article, event);
  else if (name === 'retweet' || name === 'unretweet') openMenu(article);
  else if (name === 'reply') openReply(article);
  else if (name === '' && article) openShare(article);
});

document.addEventListener('keydown', (event) => {
  const box = event.target.closest('[role="textbox"]');
  if (box && !editor && event.key === 'Enter' && event.ctrlKey) send(event);
  if (box) return;
  const article = event.target.closest('article');
  if (event.key === 'Enter' && event.target.matches('[role="radio"]')) vote(article, event);
  const does = { l: () => like(article, event), t: () => openMenu(article), r: () => openReply(article) }[event.key];
  if (article && does) does();
});

/** A quote that is begun elsewhere than in the menu of a post. */
window.quote = (id) => openQuote(document.querySelector(`[data-id="${id}"]`));

/** What virtualised feeds do: the same nodes, another post in them. */
window.recycle = (from, to, text) => {
  const article = document.querySelector(`[data-id="${from}"]`);
  article.dataset.id = to;
  article.querySelector('[data-testid="tweetText"] span').textContent = text;
  const links = article.querySelectorAll('a[href*="/status/"]');
  for (const link of links) link.href = link.href.replace(from, to);
};

document.addEventListener('DOMContentLoaded', () => {
  const place = document.querySelector('.editor');
  if (place) editor = window.mountEditor(place, { key: 'Ctrl+Enter', testId: 'tweetTextarea_0', label: 'Post text', send: (text) => sent(text) });
  document.querySelectorAll('.cell').forEach((cell, index) => {
    cell.style.transform = `translateY(${index * 230}px)`;
  });
});
