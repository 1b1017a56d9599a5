'use strict';
// Nothing here has a marker: controls are known by the name of their icon alone. A double click on the photo likes; the
// dialogs in which one says to whom a post goes, or writes a new one, stand in a layer. Whoever answers a comment writes in
// the box of its post.

/** What a control is called, before and after. */
const NAMES = { like: ['Suka', 'Batal Suka'], repost: ['Posting ulang', 'Batalkan posting ulang'], follow: ['Ikuti', 'Mengikuti'] };

const nameOf = (control) => control.querySelector('svg')?.getAttribute('aria-label') ?? control.textContent;

/** The icon, or the text where there is none, changes its name with the state, in a third language as well. */
window.showDone = (control, done) => {
  const names = NAMES[control.dataset.does];
  const icon = control.querySelector('svg');
  const before = nameOf(control);
  const name = names.includes(before) ? names[Number(done)] : `Ora ${before}`;
  if (icon) icon.setAttribute('aria-label', name);
  else control.firstElementChild.textContent = name;
};

const shareDialog = (id) => {
  const box = document.createElement('div');
  box.setAttribute('role', 'dialog');
  for (const [does, name] of [['share', 'Tambahkan ke cerita'], ['share-sent', 'Kirim']]) {
    const button = document.createElement('div');
    for (const [key, value] of Object.entries({ role: 'button', tabindex: '0', 'data-does': does, 'data-id': id })) button.setAttribute(key, value);
    button.textContent = name;
    box.append(button);
  }
  document.getElementById('layers').replaceChildren(box);
};

/** The last step of a new post: Enter begins a new line, a button sends. */
const writeDialog = () => {
  const box = document.createElement('div');
  const field = document.createElement('div');
  const button = document.createElement('div');
  box.setAttribute('role', 'dialog');
  for (const [key, value] of Object.entries({ contenteditable: 'true', role: 'textbox', 'aria-label': 'Tulis keterangan…' })) field.setAttribute(key, value);
  for (const [key, value] of Object.entries({ role: 'button', tabindex: '0', 'data-does': 'post' })) button.setAttribute(key, value);
  button.textContent = 'Bagikan';
  box.append(field, button);
  document.getElementById('layers').replaceChildren(box);
};

/** Of the comment, the post or the story that something stands in. */
const idOf = (inside) => inside.dataset.id ?? inside.closest('[data-id]')?.dataset.id ?? inside.closest('article')?.id ?? 'new';

/** What is written is what a person sees in the box. */
const sent = (name, box, event) => {
  window.act(`${name}-${idOf(box)}`, event);
  document.body.dataset.sent = box.value ?? box.textContent;
};

const answer = (control) => {
  const box = document.querySelector('form textarea');
  box.value = `@${control.dataset.handle} `;
  box.focus();
};

const run = (control, event) => {
  const { does } = control.dataset;
  const id = idOf(control);
  if (does === 'comment' || does === 'reply') {
    sent(does, control.parentElement.querySelector('textarea'), event);
    return;
  }
  if (does === 'vote') {
    const chosen = control.getAttribute('aria-checked') === 'true';
    window.act(`${chosen ? 'un' : ''}vote-${id}`, event);
    control.setAttribute('aria-checked', String(!chosen));
    return;
  }
  const done = does in NAMES && nameOf(control) === NAMES[does][1];
  if (does === 'post') {
    sent(does, control.parentElement.querySelector('[role="textbox"]'), event);
    return;
  }
  window.act(`${done ? 'un' : ''}${does}-${id}`, event);
  if (does in NAMES) window.showDone(control, !done);
  if (does === 'open-share') shareDialog(id);
  if (does.startsWith('share')) control.parentElement.remove();
  if (does === 'open-reply') answer(control);
  if (does === 'write') writeDialog();
};

/** A post opens over the feed, as an article in a dialog, without a new document; where the address says so, in its place. */
const openPost = (article) => {
  const whole = location.search === '?whole';
  history.pushState(null, '', `/p/${article.id}/`);
  if (whole) {
    const post = document.createElement('div');
    post.dataset.id = article.id;
    post.append(...article.childNodes);
    document.querySelector('main').replaceChildren(post);
    return;
  }
  const box = document.createElement('div');
  const copy = article.cloneNode(true);
  box.setAttribute('role', 'dialog');
  copy.id = `over-${article.id}`;
  copy.querySelector('jaga-jempol-mark')?.remove();
  box.append(copy);
  document.getElementById('layers').replaceChildren(box);
};

document.addEventListener('DOMContentLoaded', () => {
  document.addEventListener('click', (event) => {
    const control = event.target.closest('[data-does]:not(form)');
    const link = event.target.closest('main article a[href^="/p/"]');
    if (control) run(control, event);
    if (!link) return;
    event.preventDefault();
    openPost(link.closest('article'));
  });
  document.addEventListener('dblclick', (event) => {
    const media = event.target.closest('main .media');
    if (media) window.act(`like-${idOf(media)}`, event);
  });
  document.addEventListener('keydown', (event) => {
    const box = event.target.closest('textarea');
    const control = event.target.closest(':is([role="button"], [role="radio"])[data-does]');
    if (control && (event.key === 'Enter' || event.key === ' ')) run(control, event);
    if (!box || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    sent(box.dataset.act ?? 'comment', box, event);
  });
});
