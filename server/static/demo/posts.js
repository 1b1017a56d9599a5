/**
 * What a post can do: be liked, shared, followed, answered; and how a new one is made.
 */
import { countAct } from './acts.js';

let written = 0;

/**
 * Press a control as its site would.
 *
 * @param {HTMLElement} post
 * @param {string} act
 */
export function press(post, act) {
  if (act === 'comment') {
    toggleComposer(post);
  } else if (act === 'share') {
    setPressed(post, act, true);
    countAct(act);
  } else {
    const pressed = isPressed(post, act);
    setPressed(post, act, !pressed);
    countAct(pressed ? 'undo' : act);
  }
}

/**
 * Like a post that is not liked yet; a second double-click does not take the like back.
 *
 * @param {HTMLElement} post
 */
export function likeOnce(post) {
  if (!isPressed(post, 'like')) {
    press(post, 'like');
  }
}

/**
 * Open the reply box of a post and put the caret into it.
 *
 * @param {HTMLElement} post
 */
export function openComposer(post) {
  const form = /** @type {HTMLFormElement} */ (post.querySelector('[data-part="composer"]'));
  form.hidden = false;
  setPressed(post, 'comment', true);
  form.querySelector('textarea')?.focus();
}

/**
 * Add a comment under a post and close its reply box.
 *
 * @param {HTMLElement} post
 * @param {string} text
 */
export function addComment(post, text) {
  const line = document.createElement('li');
  line.textContent = text;
  post.querySelector('[data-part="comments"]')?.append(line);
  toggleComposer(post);
  countAct('comment');
}

/**
 * Put a new post of the visitor on top of the feed.
 *
 * @param {string} text
 */
export function addPost(text) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById('new-post'));
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const post = /** @type {HTMLElement} */ (copy.querySelector('.post'));
  const part = /** @type {HTMLElement} */ (post.querySelector('[data-part="text"]'));
  written += 1;
  post.dataset.postId = `anda-${written}`;
  part.textContent = text;
  document.getElementById('feed')?.prepend(copy);
  countAct('post');
}

/** @param {HTMLElement} post */
function toggleComposer(post) {
  const form = /** @type {HTMLFormElement} */ (post.querySelector('[data-part="composer"]'));
  if (form.hidden) {
    openComposer(post);
  } else {
    form.reset();
    form.hidden = true;
    setPressed(post, 'comment', false);
  }
}

/**
 * @param {HTMLElement} post
 * @param {string} act
 */
function isPressed(post, act) {
  return post.querySelector(`button[data-act="${act}"]`)?.getAttribute('aria-pressed') === 'true';
}

/**
 * @param {HTMLElement} post
 * @param {string} act
 * @param {boolean} pressed
 */
function setPressed(post, act, pressed) {
  post.querySelector(`button[data-act="${act}"]`)?.setAttribute('aria-pressed', String(pressed));
}
