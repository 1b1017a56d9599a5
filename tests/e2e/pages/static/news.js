'use strict';
// One delegated listener on the document. A button that opens a menu fills the layer, one that opens the box of an
// answer puts it below the comment; links lead nowhere. A page that
// answers a native form counts itself.

/** The page itself puts the cursor into the box of an answer. */
const openBox = (button, answer) => {
  const form = document.getElementById('reply').content.firstElementChild.cloneNode(true);
  const box = form.querySelector('[data-ctrl-enter]');
  box.dataset.ctrlEnter = answer;
  form.querySelector('[data-does]').dataset.does = answer;
  button.after(form);
  box.focus();
};

/** @param {string} name of the template that the layer shows now */
const unfold = (name) => document.getElementById('layers').replaceChildren(document.getElementById(name).content.cloneNode(true));

/** Whoever is followed is left by the same button. */
const follow = (button, name, event) => {
  const done = button.textContent === 'Mengikuti';
  window.act(`${done ? 'un' : ''}${name}`, event);
  button.textContent = done ? 'Ikuti' : 'Mengikuti';
};

const does = (element, event) => {
  const name = element.dataset.does;
  if (name.startsWith('follow-')) {
    follow(element, name, event);
    return;
  }
  window.act(name, event);
  if (name.startsWith('open-share')) unfold('menu');
  else if (name.startsWith('open-card-')) unfold(name.slice('open-'.length));
  else if (name.startsWith('open-reply-')) {
    openBox(element, name.slice('open-'.length));
  } else if (name.startsWith('comment') || name.startsWith('reply-') || name === 'post') {
    const box = document.querySelector('[data-ctrl-enter="' + name + '"]');
    document.body.dataset.sent = box.value ?? box.textContent;
  }
};

/** A page that presses its own button, at a time when its verdict is known. */
const pressWhenMarked = (button) => new MutationObserver((_, observer) => {
  if (!document.querySelector('jaga-jempol-mark')) return;
  observer.disconnect();
  button.click();
}).observe(document, { childList: true, subtree: true });

document.addEventListener('DOMContentLoaded', () => {
  if (document.body.dataset.does === 'sent') {
    window.act('sent');
    return;
  }
  if ('restless' in document.body.dataset) pressWhenMarked(document.querySelector('button'));
  document.addEventListener('click', (event) => {
    const element = event.target.closest('[data-does]');
    if (!element) return;
    if (element.localName === 'a') event.preventDefault();
    does(element, event);
  });
  document.addEventListener('keydown', (event) => {
    const name = event.target.dataset.ctrlEnter;
    if (name && event.key === 'Enter' && event.ctrlKey) does(document.querySelector(`[data-does="${name}"]`), event);
    else if (event.key === 'Enter' && event.target.matches('[role="button"][data-does], [data-action-id][data-does]')) {
      event.preventDefault();
      does(event.target, event);
    }
  });
});
