'use strict';
// Cells are placed by transform and filled anew while one scrolls; menus stand in a layer that is used again.

const idOf = (node) => node.closest('article').dataset.id;

/** The like button swaps its test id, as the site does. */
const like = (article, event) => {
  const button = article.querySelector('[data-testid="like"], [data-testid="unlike"]');
  const liked = button.dataset.testid === 'unlike';
  window.act(`${liked ? 'unlike' : 'like'}-${article.dataset.id}`, event);
  button.dataset.testid = liked ? 'like' : 'unlike';
  button.setAttribute('aria-label', liked ? '3 suka. Suka' : '4 suka. Disukai');
};

/** Open the repost menu of a post. */
const openMenu = (article) => {
  const button = article.querySelector('[data-testid="retweet"], [data-testid="unretweet"]');
  const done = button.dataset.testid === 'unretweet';
  const menu = document.createElement('div');
  menu.setAttribute('role', 'menu');
  const item = document.createElement('div');
  item.setAttribute('role', 'menuitem');
  item.tabIndex = 0;
  item.dataset.testid = done ? 'unretweetConfirm' : 'retweetConfirm';
  item.textContent = done ? 'Batalkan posting ulang' : 'Posting ulang';
  item.addEventListener('click', (event) => {
    window.act(`${done ? 'unrepost' : 'repost'}-${article.dataset.id}`, event);
    button.dataset.testid = done ? 'retweet' : 'unretweet';
    menu.remove();
  });
  menu.append(item);
  document.getElementById('layers').replaceChildren(menu);
};

/** Open the reply dialog of a post, with a box and a button of its own. */
const openReply = (article) => {
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  const box = document.createElement('div');
  box.dataset.testid = 'tweetTextarea_0';
  box.setAttribute('role', 'textbox');
  box.contentEditable = 'true';
  const send = document.createElement('button');
  send.dataset.testid = 'tweetButton';
  send.textContent = 'Balas';
  send.addEventListener('click', (event) => {
    window.act(`reply-${article.dataset.id}`, event);
    dialog.remove();
  });
  dialog.append(box, send);
  document.getElementById('layers').replaceChildren(dialog);
  window.act(`open-reply-${article.dataset.id}`);
  box.focus();
};

const send = (event) => {
  window.act('post', event);
  document.body.dataset.sent = document.querySelector('.compose [role="textbox"]').textContent;
};

document.addEventListener('click', (event) => {
  const control = event.target.closest('button[data-testid], [role="menuitem"]');
  const article = control?.closest('article');
  if (control?.dataset.testid === 'tweetButtonInline') send(event);
  if (!article) return;
  const name = control.dataset.testid;
  if (name === 'like' || name === 'unlike') like(article, event);
  else if (name === 'retweet' || name === 'unretweet') openMenu(article);
  else if (name === 'reply') openReply(article);
  else if (name.endsWith('-follow')) {
    window.act(`follow-${idOf(control)}`, event);
    control.dataset.testid = name.replace('-follow', '-unfollow');
    control.setAttribute('aria-label', control.getAttribute('aria-label').replace('Ikuti', 'Berhenti mengikuti'));
  } else if (name.endsWith('-unfollow')) window.act(`unfollow-${idOf(control)}`, event);
});

document.addEventListener('keydown', (event) => {
  const box = event.target.closest('[role="textbox"]');
  if (box && event.key === 'Enter' && event.ctrlKey) send(event);
  if (box) return;
  const article = event.target.closest('article');
  const does = { l: () => like(article, event), t: () => openMenu(article), r: () => openReply(article) }[event.key];
  if (article && does) does();
});

/** What virtualised feeds do: the same nodes, another post in them. */
window.recycle = (from, to, text) => {
  const article = document.querySelector(`[data-id="${from}"]`);
  article.dataset.id = to;
  article.querySelector('[data-testid="tweetText"] span').textContent = text;
  const links = article.querySelectorAll('a[href*="/status/"]');
  for (const link of links) link.href = link.href.replace(from, to);
};

document.addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll('.cell').forEach((cell, index) => {
    cell.style.transform = `translateY(${index * 190}px)`;
  });
});
