// ProseMirror: its view reads the box back after every change and takes the keys by a map.
import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { plainPost, posts, sent } from './common.js';

for (const post of posts) {
  const { box, form } = plainPost(post);
  const empty = () => EditorState.create({ schema, plugins: [keymap({ Enter: chainCommands(send) }), keymap(baseKeymap)] });
  const send = () => {
    sent(post.id, view.state.doc.textContent);
    view.updateState(empty());
    return true;
  };
  const view = new EditorView({ mount: box }, { state: empty() });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
}
