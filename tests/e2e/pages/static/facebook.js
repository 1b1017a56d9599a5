'use strict';
// One delegated listener on the root, as React has it; menus and dialogs live in a layer outside the posts.

const LIKED = 'Hapus Suka';

/** The like button keeps its node and changes its name. */
const like = (button, id, event) => {
  const liked = button.getAttribute('aria-label') === LIKED;
  window.act(liked ? `unlike-${id}` : `like-${id}`, event);
  button.setAttribute('aria-label', liked ? 'Suka' : LIKED);
};

/** A control of the layer, which belongs to the post that opened it. */
const layer = (role, id, controls) => {
  const box = document.createElement('div');
  box.setAttribute('role', role);
  for (const [name, does] of controls) {
    const button = document.createElement('div');
    button.setAttribute('role', 'button');
    button.setAttribute('aria-label', name);
    button.tabIndex = 0;
    button.textContent = name;
    button.addEventListener('click', (event) => {
      window.act(`${does}-${id}`, event);
      box.remove();
    });
    box.append(button);
  }
  document.getElementById('layers').replaceChildren(box);
};

const DOES = {
  like,
  follow: (button, id, event) => window.act(`follow-${id}`, event),
  join: (button, id, event) => window.act(`join-${id}`, event),
  count: (button, id, event) => window.act(`count-${id}`, event),
  picker: (button, id) => layer('dialog', id, ['Super', 'Peduli', 'Haha'].map((name) => [name, 'react'])),
  'open-comment': (button, id, event) => {
    window.act(`open-comment-${id}`, event);
    button.closest('[role="article"]').querySelector('[role="textbox"]').focus();
  },
  'open-share': (button, id, event) => {
    window.act(`open-share-${id}`, event);
    layer('dialog', id, [['Bagikan sekarang', 'share']]);
  },
};

document.addEventListener('DOMContentLoaded', () => {
  const root = document.querySelector('[role="main"]');
  const doIt = (event) => {
    const button = event.target.closest('[data-does]');
    if (button) DOES[button.dataset.does](button, button.closest('[aria-posinset]').id, event);
  };
  root.addEventListener('click', doIt);
  root.addEventListener('keydown', (event) => {
    const box = event.target.closest('[role="textbox"]');
    if (box && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      window.act(`comment-${box.closest('[aria-posinset]').id}`, event);
      box.closest('[aria-posinset]').dataset.sent = box.textContent;
    } else if (event.key === 'Enter' || event.key === ' ') {
      doIt(event);
    }
  });
});
