'use strict';
// One delegated listener on the root, as React has it; menus and dialogs live in a layer outside the posts. The like
// button shows the reactions to a mouse that rests on it and to a finger that stays.

const LONG_TOUCH = 200;
const SHORTCUTS = { l: 'like', c: 'open-comment', s: 'open-share' };
const REACTIONS = [['Suka', 'like'], ['Super', 'react'], ['Peduli', 'react'], ['Haha', 'react']];

/** What a control is called, before and after. */
const NAMES = { like: ['Suka', 'Hapus Suka'], follow: ['Ikuti', 'Mengikuti'], join: ['Gabung', 'Telah bergabung'], rsvp: ['Tertarik', 'Tidak tertarik'] };

const nameOf = (button) => button.getAttribute('aria-label') ?? button.textContent;

/** Controls keep their node and change their name. */
window.showDone = (button, done) => {
  const name = NAMES[button.dataset.does][Number(done)];
  if (button.hasAttribute('aria-label')) button.setAttribute('aria-label', name);
  else button.textContent = name;
};

const toggle = (button, id, event) => {
  const { does } = button.dataset;
  const done = nameOf(button) === NAMES[does][1];
  window.act(`${done ? 'un' : ''}${does}-${id}`, event);
  window.showDone(button, !done);
};

/** Mouse, finger, Enter and Space press a control of the layer. */
const onPress = (button, doIt) => {
  button.addEventListener('click', doIt);
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') doIt(event);
  });
};

const element = (attributes, text) => {
  const made = document.createElement('div');
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

/** A dialog of the layer, which belongs to the post that opened it. */
const layer = (id, controls, ...above) => {
  const box = element({ role: 'dialog' }, '');
  box.append(...above);
  for (const [name, does, send] of controls) {
    const button = element({ role: 'button', 'aria-label': name, tabindex: '0' }, name);
    onPress(button, (event) => {
      window.act(`${does}-${id}`, event);
      send?.();
      box.remove();
    });
    box.append(button);
  }
  document.getElementById('layers').replaceChildren(box);
};

/** Boxes that are Lexical's, where the page has it. Of what they hold it alone knows. @type {Map<Element, () => void>} */
const editors = new Map();

const mount = (box, key, send) => {
  if (window.mountEditor) editors.set(box, window.mountEditor(box, { key, send }));
};

/** A comment, or the answer to a story. */
const sendText = (does, id, event) => {
  const post = document.getElementById(id);
  window.act(`${does}-${id}`, event);
  post.dataset.sent = post.querySelector('[role="textbox"]').textContent;
};

const DOES = {
  like: toggle,
  follow: toggle,
  join: toggle,
  rsvp: toggle,
  count: (button, id, event) => window.act(`count-${id}`, event),
  picker: (button, id) => layer(id, REACTIONS),
  'open-comment': (button, id, event) => {
    window.act(`open-comment-${id}`, event);
    (button.closest('[role="article"]') ?? document).querySelector('[role="textbox"]').focus();
  },
  'send-comment': (button, id, event) => {
    const send = editors.get(document.querySelector(`#${id} [role="textbox"]`));
    if (send) send();
    else sendText('comment', id, event);
  },
  'send-reply': (button, id, event) => sendText('reply', id, event),
  react: (button, id, event) => window.act(`react-${id}`, event),
  vote_poll: (button, id, event) => {
    const chosen = button.getAttribute('aria-checked') === 'true';
    window.act(`${chosen ? 'un' : ''}vote_poll-${id}`, event);
    button.setAttribute('aria-checked', String(!chosen));
  },
  'open-reply': (button, id, event) => window.act(`open-reply-${id}`, event),
  'open-share': (button, id, event) => {
    window.act(`open-share-${id}`, event);
    layer(id, [['Bagikan sekarang', 'share']]);
  },
  'open-post': (button, id) => openPost(id),
  write: (button, id) => {
    const box = element({ contenteditable: 'true', role: 'textbox', 'aria-label': nameOf(button) }, '');
    mount(box, '', (text) => {
      document.body.dataset.sent = text;
    });
    layer(id, [['Kirim', 'post', editors.get(box)]], box);
  },
};

/** The page of one post, without a new document: no container tells the post there. */
const openPost = (id) => {
  const post = document.getElementById(id);
  const bare = element({ id }, '');
  history.pushState(null, '', post.querySelector('[data-does="open-post"]').getAttribute('href'));
  bare.append(...post.querySelector('[role="article"]').childNodes);
  document.querySelector('[role="main"]').replaceChildren(bare);
};

/** What scrolls away is emptied; later the same nodes show another post. */
window.recycle = (from, to, text) => {
  const post = document.getElementById(from);
  const article = post.querySelector('[role="article"]');
  const content = [...article.childNodes];
  article.replaceChildren();
  post.id = to;
  requestAnimationFrame(() => {
    article.append(...content);
    article.querySelector('[data-ad-rendering-role="story_message"] span').textContent = text;
    const link = article.querySelector('[data-does="open-post"]');
    link.href = link.href.replace(from, to);
  });
};

const run = (button, event) => DOES[button.dataset.does](button, button.closest('[id]').id, event);

/** A talk in a window of its own beside the feed. */
const talk = (dock) => {
  dock.addEventListener('click', (event) => {
    const button = event.target.closest('[data-does]');
    if (button) run(button, event);
  });
  dock.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') window.act('message', event);
  });
};

document.addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll('#dock').forEach(talk);
  const root = document.querySelector('[role="main"]');
  for (const box of root.querySelectorAll('[data-lexical-editor]')) {
    mount(box, 'Enter', (text) => {
      window.act(`comment-${box.closest('[id]').id}`);
      document.body.dataset.sent = text;
    });
  }
  let staying;
  let stayed = false;
  root.addEventListener('pointerover', (event) => {
    const like = event.target.closest('[data-does="like"]:has([data-ad-rendering-role])');
    if (like && event.pointerType === 'mouse') layer(like.closest('[id]').id, REACTIONS);
  });
  root.addEventListener('pointerdown', (event) => {
    const like = event.target.closest('[data-does="like"]');
    stayed = false;
    if (!like || event.pointerType !== 'touch') return;
    staying = setTimeout(() => {
      stayed = true;
      layer(like.closest('[id]').id, REACTIONS);
    }, LONG_TOUCH);
  });
  for (const type of ['pointerup', 'pointercancel']) root.addEventListener(type, () => clearTimeout(staying));
  root.addEventListener('click', (event) => {
    const button = event.target.closest('[data-does]');
    if (event.target.closest('a')) event.preventDefault();
    if (button && !stayed) run(button, event);
    stayed = false;
  });
  document.addEventListener('keydown', (event) => {
    const box = event.target.closest('[role="textbox"]');
    const button = event.target.closest('[data-does]');
    if (box) {
      if (editors.has(box) || event.key !== 'Enter' || event.shiftKey || event.isComposing || !root.contains(box)) return;
      event.preventDefault();
      sendText(box.dataset.act ?? 'comment', box.closest('[id]').id, event);
    } else if (button && (event.key === 'Enter' || event.key === ' ')) {
      run(button, event);
    } else if (event.key === 'j') {
      const posts = [...root.querySelectorAll('[aria-posinset]')];
      posts[posts.indexOf(document.activeElement) + 1]?.focus();
    } else if (Object.hasOwn(SHORTCUTS, event.key)) {
      const does = document.activeElement.closest('[aria-posinset]')?.querySelector(`[data-does="${SHORTCUTS[event.key]}"]`);
      if (does) run(does, event);
    }
  });
});
