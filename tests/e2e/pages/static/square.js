'use strict';
// Drawn by a script, with a listener on each control and marks of no meaning on each box. Menus and dialogs are drawn at
// the end of the body, one at a time; a press elsewhere closes them.

const h = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries({ 'data-v-4c1e': '', ...attributes })) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const control = (name, attributes, run) => {
  const made = h('button', { type: 'button', ...attributes }, name);
  made.addEventListener('click', run);
  return made;
};

const does = (what, name, id, attributes = {}) => control(name, { 'data-does': what, ...attributes }, (event) => window.act(`${what}-${id}`, event));

const closeLayer = () => document.querySelector('body > .teleported')?.remove();

const layer = (...children) => {
  closeLayer();
  document.body.append(h('div', { class: 'teleported' }, ...children));
};

/** A role has no keys of its own: the page listens for them. */
const choice = (role, what, name, id) => {
  const made = h('div', { role, tabindex: '0', 'aria-checked': 'false', 'data-does': what }, name);
  const run = (event) => {
    const chosen = made.ariaChecked === 'true';
    window.act(`${chosen ? 'un' : ''}${what}-${id}`, event);
    made.ariaChecked = String(!chosen);
  };
  made.addEventListener('click', run);
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    run(event);
  });
  return made;
};

const reactions = (id) => layer(h('div', { role: 'menu', 'aria-label': 'Pilih tanggapan' }, ...['Setuju', 'Peduli'].map((name) => choice('menuitemradio', 'react', name, id))));

/** What the page itself offers to pass on: no post's. */
window.drawElsewhere = () => layer(h('div', {}, does('share', 'Bagikan', 'page')));

/** Opened by a control that says nothing of it, it is a box with buttons to assistive technology. */
const bare = (id) => layer(h('div', {}, does('like', 'Suka', id), does('share', 'Bagikan', id), does('repost', 'Bagikan ulang', id), does('quote', 'Kutip', id), does('copy', 'Salin tautan', id)));

const more = (id) => layer(h('div', { role: 'dialog', 'aria-label': 'Pilihan lain', 'aria-modal': 'true' },
  does('like', 'Suka', id), does('share', 'Bagikan ke kawan', id), does('repost', 'Bagikan ulang', id), does('quote', 'Kutip', id), does('copy', 'Salin tautan', id)));

/** An emoji that counts, and stays pressed. */
const emoji = (id) => {
  const made = control('👍 2', { 'data-does': 'like', 'aria-pressed': 'false' }, (event) => {
    const pressed = made.ariaPressed === 'true';
    window.act(`${pressed ? 'un' : ''}like-${id}`, event);
    made.ariaPressed = String(!pressed);
  });
  return made;
};

const answerBox = (id) => {
  const box = h('textarea', { 'aria-label': 'Tulis balasan' });
  const send = control('Kirim balasan', { 'data-does': 'send' }, (event) => {
    window.act(`reply-${id}`, event);
    document.body.dataset.sent = box.value;
  });
  return h('div', {}, box, h('div', {}, send));
};

const answerButton = (id) => {
  const made = control('Balas', { 'data-does': 'open-reply' }, (event) => {
    window.act(`open-reply-${id}`, event);
    const box = answerBox(id);
    made.parentElement.after(box);
    box.firstElementChild.focus();
  });
  return made;
};

const vote = (id, text) => {
  const input = h('input', { type: 'radio', name: `poll-${id}`, 'data-does': 'vote' });
  input.addEventListener('change', (event) => window.act(`vote-${id}`, event));
  return h('label', {}, input, h('span', {}, text));
};

const who = ({ id, name }) => h('div', {}, h('a', { href: `/u/${id}` }, name), ' · ', h('time', {}, '2 jam'));

const answer = (one) => h('div', { 'data-id': one.id }, who(one), h('p', {}, one.text), h('div', {}, emoji(one.id), answerButton(one.id)));

const post = (one) => h('div', { 'data-id': one.id },
  h('div', {}, who(one), does('follow', 'Ikuti', one.id)),
  h('div', {}, h('p', {}, one.text)),
  h('div', { role: 'radiogroup', 'aria-label': 'Jajak pendapat' }, ...one.choices.map((text) => vote(one.id, text))),
  h('div', {},
    control('Tanggapi', { 'data-does': 'open-react', 'aria-haspopup': 'menu' }, () => reactions(one.id)),
    answerButton(one.id),
    control('⇗', { 'data-does': 'bare' }, () => bare(one.id)),
    control('⋯', { 'data-does': 'more', 'aria-haspopup': 'dialog', 'aria-label': 'Pilihan lain' }, () => more(one.id))),
  h('div', {}, ...one.answers.map(answer)));

const writer = () => {
  const box = h('textarea', { 'aria-label': 'Tulis kabar' });
  return h('div', { class: 'new' }, box, control('Terbitkan', { 'data-does': 'publish' }, (event) => window.act('post', event)));
};

document.addEventListener('DOMContentLoaded', () => {
  const posts = JSON.parse(document.getElementById('data').textContent);
  document.getElementById('app').append(
    h('div', { role: 'navigation' }, h('a', { href: '/alun-alun' }, 'Beranda')),
    h('div', { role: 'main' }, h('h1', {}, 'Alun-alun'), writer(), h('div', {}, ...posts.map(post))));
});
