'use strict';
// One delegated listener on the root. Letters act on the post that has the focus. There is one box for all texts, outside
// the posts; a reply shows above it what it answers. A press on the time opens the post's own page, drawn otherwise.

let names;

const press = (button) => button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));

/** What a button that stays pressed does, or takes back. */
const toggle = (button, id, does, event) => {
  window.act(`${button.getAttribute('aria-pressed') === 'true' ? 'un' : ''}${does}-${id}`, event);
  press(button);
};

const boost = (button, id, event) => {
  toggle(button, id, 'boost', event);
  const name = button.getAttribute('aria-pressed') === 'true' ? names.unboost : names.boost;
  button.setAttribute('aria-label', name);
  button.title = name;
};

const closeMenu = () => document.querySelector('.dropdown-menu')?.remove();

/** A menu of a post, outside the posts. */
const openMenu = (id, items) => {
  closeMenu();
  const menu = document.createElement('div');
  menu.className = 'dropdown-menu';
  menu.dataset.id = id;
  for (const [does, text] of items) {
    const item = document.createElement('button');
    item.type = 'button';
    item.dataset.does = does;
    item.textContent = text;
    menu.append(item);
  }
  document.querySelector('.ui').append(menu);
};

const DOES = {
  favourite: (button, id, event) => {
    toggle(button, id, 'favourite', event);
    button.classList.toggle('active');
  },
  boost: (button, id, event) => {
    if (button.hasAttribute('aria-haspopup')) openMenu(id, [['boost-now', button.getAttribute('aria-label')], ['quote', names.quote]]);
    else boost(button, id, event);
  },
  'boost-now': (item, id, event) => {
    boost(document.querySelector(`.status__wrapper[data-id="${id}"] [data-does="boost"]`), id, event);
    closeMenu();
  },
  quote: (item, id, event) => {
    window.act(`open-quote-${id}`, event);
    closeMenu();
  },
  bookmark: (button, id, event) => toggle(button, id, 'bookmark', event),
  more: (button, id, event) => {
    window.act(`more-${id}`, event);
    openMenu(id, [['copy', names.copy], ['share', names.share]]);
  },
  copy: (item, id, event) => window.act(`copy-${id}`, event),
  share: (item, id, event) => window.act(`share-${id}`, event),
  vote: (button, id, event) => window.act(`vote-${id}`, event),
  results: (button, id, event) => window.act(`results-${id}`, event),
  follow: (button, id, event) => {
    const done = button.textContent === names.unfollow;
    window.act(`${done ? 'unfollow' : 'follow'}-${id}`, event);
    button.textContent = done ? names.follow : names.unfollow;
  },
  reply: (button, id, event) => {
    window.act(`open-reply-${id}`, event);
    const form = document.querySelector('.compose-form');
    const post = button.closest('[data-id]');
    const shown = document.createElement('div');
    shown.className = 'reply-indicator';
    const content = document.createElement('div');
    content.className = 'reply-indicator__content';
    content.textContent = post.querySelector('.status__content').textContent;
    shown.append(post.querySelector('.display-name').cloneNode(true), content);
    form.firstElementChild.replaceChildren(shown);
    form.dataset.answers = id;
    form.querySelector('textarea').value = `${post.querySelector('.status__info .display-name__account, .detailed-status .display-name__account').textContent} `;
    form.querySelector('textarea').focus();
  },
};

const send = (event) => {
  const form = document.querySelector('.compose-form');
  window.act(form.dataset.answers ? `reply-${form.dataset.answers}` : 'post', event);
  document.body.dataset.sent = form.querySelector('textarea').value;
  form.querySelector('textarea').value = '';
  form.firstElementChild.replaceChildren();
  delete form.dataset.answers;
};

/** The page of one post: no article around it, its controls beside it, the answers below in wrappers of their own. */
const openPost = (wrapper) => {
  history.pushState(null, '', wrapper.querySelector('.status__relative-time').getAttribute('href'));
  const answer = document.querySelector('.status__wrapper[data-id="111"]').cloneNode(true);
  answer.dataset.id = 'answer';
  const detailed = document.createElement('div');
  detailed.className = 'detailed-status__wrapper focusable';
  detailed.tabIndex = 0;
  detailed.dataset.id = wrapper.dataset.id;
  const inner = document.createElement('div');
  inner.className = 'detailed-status';
  const name = wrapper.querySelector('.status__info .status__display-name');
  name.className = 'detailed-status__display-name';
  const meta = document.createElement('div');
  const time = wrapper.querySelector('.status__relative-time');
  time.className = 'detailed-status__datetime';
  meta.append(time);
  inner.append(name, wrapper.querySelector('.status__content'), meta);
  const bar = wrapper.querySelector('.status__action-bar');
  bar.className = 'detailed-status__action-bar';
  detailed.append(inner, bar);
  const thread = document.createElement('div');
  thread.className = 'scrollable';
  thread.append(detailed, answer);
  document.querySelector('.column').replaceChildren(thread);
};

const LETTERS = { f: 'favourite', b: 'boost', r: 'reply' };

document.addEventListener('DOMContentLoaded', () => {
  names = JSON.parse(document.body.dataset.names);
  const root = document.getElementById('mastodon');
  root.addEventListener('click', (event) => {
    const button = event.target.closest('[data-does]');
    const link = event.target.closest('a[href]');
    if (link) event.preventDefault();
    if (button) DOES[button.dataset.does](button, button.closest('[data-id]').dataset.id, event);
    else if (link?.matches('.status__relative-time')) openPost(link.closest('.status__wrapper'));
  });
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    send(event);
  });
  root.addEventListener('keydown', (event) => {
    if (event.target.closest('textarea')) {
      if (event.key === 'Enter' && event.ctrlKey) send(event);
      return;
    }
    const button = event.target.closest('.focusable')?.querySelector(`[data-does="${LETTERS[event.key]}"]`);
    if (!button) return;
    event.preventDefault();
    DOES[LETTERS[event.key]](button, button.closest('[data-id]').dataset.id, event);
  });
});
