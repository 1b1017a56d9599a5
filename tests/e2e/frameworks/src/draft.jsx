// Draft.js, which has a React of its own: 18.
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Editor, EditorState } from 'draft-js';
import { act, app, posts, sendsBy, sent } from './common.js';

const Box = ({ given: { send, key, testId, label }, handle }) => {
  const [draft, setDraft] = useState(() => EditorState.createEmpty());
  handle.send = () => {
    send(draft.getCurrentContent().getPlainText());
    setDraft(EditorState.createEmpty());
  };
  const onReturn = (event) => {
    if (!sendsBy(event.nativeEvent, key)) return 'not-handled';
    handle.send();
    return 'handled';
  };
  return <Editor editorState={draft} onChange={setDraft} handleReturn={onReturn} webDriverTestID={testId} ariaLabel={label} />;
};

/** Puts an editor into an empty place; see lexical.js for the rest. */
window.mountEditor = (host, given) => {
  const handle = {};
  createRoot(host).render(<Box given={given} handle={handle} />);
  return () => handle.send();
};

const Post = ({ id, text }) => {
  const [liked, setLiked] = useState(false);
  const [draft, setDraft] = useState(() => EditorState.createEmpty());
  const send = () => {
    sent(id, draft.getCurrentContent().getPlainText());
    setDraft(EditorState.moveFocusToEnd(EditorState.createEmpty()));
    return 'handled';
  };
  return (
    <article className="post" id={id}>
      <header><b data-part="author">Warga {id}</b></header>
      <p data-part="text">{text}</p>
      <p className="controls">
        <button type="button" data-act="like" aria-pressed={liked} onClick={(event) => {
          act('like', id, event.nativeEvent);
          setLiked(!liked);
        }}>Suka</button>
        <button type="button" data-act="share" onPointerDown={(event) => act('share', id, event.nativeEvent)}>Bagikan</button>
        <button type="button" data-act="repost" onClick={(event) => event.isTrusted && act('repost', id, event.nativeEvent)}>Bagikan ulang</button>
      </p>
      <form data-part="composer" data-send="enter" onSubmit={(event) => {
        event.preventDefault();
        send();
      }}>
        <Editor editorState={draft} onChange={setDraft} handleReturn={send} ariaLabel="Tulis komentar" />
        <button>Kirim</button>
      </form>
    </article>
  );
};

const Feed = () => {
  const [shown, show] = useState(posts);
  window.recycle = show;
  return shown.map((post, index) => <Post key={index} {...post} />);
};

if (app) createRoot(app).render(<Feed />);
