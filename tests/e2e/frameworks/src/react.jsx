// React 19: every handler hangs on the root, and the comment box is a controlled one.
import { createElement as h, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { act, app, posts, sends, sent } from './common.js';

const Post = ({ id, text }) => {
  const [liked, setLiked] = useState(false);
  const [draft, setDraft] = useState('');
  const send = (event) => {
    event.preventDefault();
    sent(id, draft);
    setDraft('');
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
      <form data-part="composer" data-send="enter" onSubmit={send}>
        <textarea aria-label="Tulis komentar" value={draft} onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => sends(event.nativeEvent) && send(event)} />
        <button>Kirim</button>
      </form>
    </article>
  );
};

const Feed = () => {
  const [shown, show] = useState(posts);
  window.recycle = show;
  // By place and not by id: the nodes of one post serve the next.
  return shown.map((post, index) => <Post key={index} {...post} />);
};

const root = createRoot(app);
flushSync(() => root.render(<Feed />));
if (location.search === '?served') {
  // As if the server had written the markup. React takes it over once all is loaded, and mends what differs.
  const written = [...app.cloneNode(true).childNodes];
  root.unmount();
  app.replaceChildren(...written);
  addEventListener('load', () => hydrateRoot(app, <Feed />, { onRecoverableError: () => act('mend', 'page') }));
}
