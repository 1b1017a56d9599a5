// Lexical with its rich text editor: it owns every key and every change of its box.
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND, createEditor } from 'lexical';
import { plainPost, posts, sendsBy, sent } from './common.js';

/**
 * Makes a box an editor.
 * @param {HTMLElement} box
 * @param {{send: (text: string) => void, key?: string}} given what takes the text, and the key that sends it
 * @returns {() => void} what a button that sends calls
 */
window.mountEditor = (box, { send, key }) => {
  box.contentEditable = 'true';
  const editor = createEditor({ namespace: 'box', onError: (error) => { throw error; } });
  editor.setRootElement(box);
  registerRichText(editor);
  const sendAll = () => {
    send(editor.read(() => $getRoot().getTextContent()));
    editor.update(() => $getRoot().clear());
  };
  editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
    if (!event || !sendsBy(event, key)) return false;
    event.preventDefault();
    sendAll();
    return true;
  }, COMMAND_PRIORITY_HIGH);
  return sendAll;
};

for (const post of posts) {
  const { box, form } = plainPost(post);
  const send = window.mountEditor(box, { send: (text) => sent(post.id, text), key: 'Enter' });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
}
