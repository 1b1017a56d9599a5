/**
 * Wires the demo feed: clicks, double-clicks, keys and forms, by delegation, so that new posts work at once.
 */
import { addComment, addPost, likeOnce, openComposer, press } from './posts.js';

/**
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
function closest(target, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

document.addEventListener('click', (event) => {
  const button = closest(event.target, '.post button[data-act]');
  const post = closest(button, '.post');
  if (button && post) {
    press(post, /** @type {string} */ (button.dataset.act));
  }
});

document.addEventListener('dblclick', (event) => {
  const post = closest(closest(event.target, '[data-part="text"]'), '.post');
  if (post) {
    likeOnce(post);
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.ctrlKey && event.target instanceof HTMLTextAreaElement) {
    event.target.form?.requestSubmit();
    return;
  }
  const post = event.target instanceof HTMLElement && event.target.matches('.post') ? event.target : null;
  if (!post || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key === 'l') {
    press(post, 'like');
  } else if (key === 't') {
    press(post, 'repost');
  } else if (key === 'r') {
    event.preventDefault();
    openComposer(post);
  }
});

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const field = form.querySelector('textarea');
  event.preventDefault();
  const text = field?.value.trim();
  if (!text) {
    return;
  }
  const post = closest(form, '.post');
  if (post) {
    addComment(post, text);
  } else {
    addPost(text);
    form.reset();
  }
});
