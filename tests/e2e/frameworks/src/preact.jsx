// Preact: handlers hang on the elements themselves; the comment box takes plain text only.
import { h, render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { act, app, posts, sends, sent } from './common.js';

const Post = ({ id, text }) => {
  const [liked, setLiked] = useState(false);
  const box = useRef(null);
  const send = (event) => {
    event.preventDefault();
    sent(id, box.current.textContent);
    box.current.textContent = '';
  };
  return (
    <article class="post" id={id}>
      <header><b data-part="author">Warga {id}</b></header>
      <p data-part="text">{text}</p>
      <p class="controls">
        <button type="button" data-act="like" aria-pressed={String(liked)} onClick={(event) => {
          act('like', id, event);
          setLiked(!liked);
        }}>Suka</button>
        <button type="button" data-act="share" onPointerDown={(event) => act('share', id, event)}>Bagikan</button>
        <button type="button" data-act="repost" onClick={(event) => event.isTrusted && act('repost', id, event)}>Bagikan ulang</button>
      </p>
      <form data-part="composer" data-send="enter" onSubmit={send}>
        <div class="box" ref={box} contenteditable="plaintext-only" role="textbox" aria-label="Tulis komentar"
          onKeyDown={(event) => sends(event) && send(event)} />
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

render(<Feed />, app);
