'use strict';
// Stands first in every page. `acts` is the truth of each test: what the page itself was made to do, and how often.

window.acts = {};
window.trusts = {};
window.leaks = [];

/** Count one act of the page, and remember whether the event behind it was the person's own. */
window.act = (name, event) => {
  window.acts[name] = (window.acts[name] ?? 0) + 1;
  window.trusts[name] = event?.isTrusted ?? null;
};

// A page must not learn that our dialog exists: neither its clicks, nor its keys, nor its focus.
const SPIED = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'touchstart', 'touchend',
  'keydown', 'keypress', 'keyup', 'focusin', 'focusout', 'submit', 'beforeinput', 'input', 'contextmenu'];
for (const type of SPIED) {
  window.addEventListener(type, (event) => {
    if (event.target?.localName?.startsWith('jaga-jempol')) window.leaks.push(type);
  }, { capture: true, passive: true });
}
