'use strict';
// Every button says what it does; what stays done has another name then, and an attendance or a vote stays pressed.

const PRESSED = new Set(['rsvp', 'vote_poll']);

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-does]');
  if (!button) return;
  const { does } = button.dataset;
  const [name, done] = JSON.parse(button.dataset.names);
  const id = button.closest('[data-id]').dataset.id;
  const isDone = PRESSED.has(does) ? button.ariaPressed === 'true' : done !== name && button.textContent === done;
  window.act(`${isDone ? 'un' : ''}${does}-${id}`, event);
  if (PRESSED.has(does)) button.ariaPressed = String(!isDone);
  else button.textContent = isDone ? name : done;
});

document.addEventListener('submit', (event) => {
  event.preventDefault();
  window.act('post', event);
});
