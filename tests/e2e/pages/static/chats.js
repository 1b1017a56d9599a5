'use strict';
// What the messengers' pages share: their chats, and a way to make elements.

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter(Boolean));
  return made;
};

const layer = (...children) => document.getElementById('layers').replaceChildren(...children);

/** Which event a press acts on; the sites decide by the device. */
const ACTS_ON = new URLSearchParams(location.search).get('acts') ?? 'mousedown';

let chats = [];
/** The chat at hand. */
let chat;
/** The post whose comments are shown, or null. */
let thread = null;
/** The message that is answered or handed on: {post, does}, or null. */
let helper = null;

const postBy = (id) => chats.flatMap(({ posts }) => posts).find((post) => post.id === id);

/** A group is joined, a channel subscribed to. */
const belong = (event) => window.act(`${chat.kind === 'group' ? 'join' : 'subscribe'}-${chat.id}`, event);

/** What a bar above the box shows of a message. */
const beginning = (text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** What the box sends goes to the page's own account of it. */
const sendText = (box, event) => {
  const does = helper?.does ?? (thread ? 'comment' : 'post');
  window.act(`${does}-${helper?.post.id ?? thread?.id ?? chat.id}`, event);
  document.body.dataset.sent = box.textContent;
  box.textContent = '';
};

document.addEventListener('DOMContentLoaded', () => {
  chats = JSON.parse(document.getElementById('data').textContent);
  window.go(location.hash.slice(1) || chats[0].id);
});
