'use strict';
// One way of listening per case: sites differ in exactly this, and the guard has to hold all of them.

const press = (button) => button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));

// A component that shows the page nothing but itself.
customElements.define('like-widget', class extends HTMLElement {
  connectedCallback() {
    const button = document.createElement('span');
    button.textContent = 'Suka';
    button.addEventListener('click', (event) => window.act(this.closest('article').id, event));
    this.attachShadow({ mode: 'closed' }).append(button);
  }
});

/** Listen on the case's own control for one event type. */
const on = (type) => (article) => {
  const button = article.querySelector('[data-act]');
  button.addEventListener(type, (event) => {
    window.act(article.id, event);
    press(button);
  });
};

/** A comment form: counts what it sends, and remembers the text. */
const composer = (article) => {
  const form = article.querySelector('form');
  const box = form.querySelector('textarea, [contenteditable]');
  const send = (event) => {
    window.act(article.id, event);
    article.dataset.sent = box.value ?? box.textContent;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(event);
  });
  if (form.dataset.send !== 'enter') return;
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(event);
  });
};

const CASES = {
  click: on('click'),
  pointerdown: on('pointerdown'),
  mousedown: on('mousedown'),
  pointerup: on('pointerup'),
  touchend: on('touchend'),
  checkbox: on('change'),
  label: on('change'),
  link: on('click'),
  follow: on('click'),
  'role-button': (article) => {
    on('click')(article);
    article.querySelector('[data-act]').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') window.act(article.id, event);
    });
  },
  // Begun when the key goes down, which is cancelled, and done when it goes up.
  keyup: (article) => {
    const button = article.querySelector('[data-act]');
    on('click')(article);
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      document.addEventListener('keyup', () => window.act(article.id, event), { once: true });
    });
  },
  // A real button whose page waits for no click: the key itself acts, and is used up.
  keydown: (article) => {
    on('click')(article);
    article.querySelector('[data-act]').addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      window.act(article.id, event);
    });
  },
  keypress: (article) => {
    on('click')(article);
    article.querySelector('[data-act]').addEventListener('keypress', (event) => {
      if (event.key === 'Enter' || event.key === ' ') window.act(article.id, event);
    });
  },
  trusted: (article) => article.querySelector('[data-act]').addEventListener('click', (event) => {
    if (event.isTrusted) window.act(article.id, event);
  }),
  form: composer,
  lines: composer,
  textarea: composer,
  editable: composer,
};

document.addEventListener('DOMContentLoaded', () => {
  for (const article of document.querySelectorAll('article')) {
    CASES[article.id.replace(/-[^-]+$/, '')]?.(article);
  }
});

const pressed = (event, name) => event.target.closest?.(`[id^="${name}-"] [data-act]`);

document.addEventListener('click', (event) => {
  const button = pressed(event, 'delegated');
  if (button) window.act(button.closest('article').id, event);
});

window.addEventListener('click', (event) => {
  const button = pressed(event, 'window-capture');
  if (button) window.act(button.closest('article').id, event);
}, true);
