// Lit: the controls are components with a shadow tree each; the post around them is rendered by its template alone.
import { html, LitElement, render } from 'lit';
import { act, app, posts, sends, sent } from './common.js';

/** Tells the post what was done, as components do, by an event of its own. */
class PostButton extends LitElement {
  static properties = { pressed: { type: Boolean }, on: { type: String }, name: { type: String }, real: { type: Boolean } };

  press(event) {
    if (this.real && !event.isTrusted) return;
    this.pressed = !this.pressed;
    this.dispatchEvent(new CustomEvent('pressed', { detail: event, bubbles: true, composed: true }));
  }

  render() {
    const once = (type) => (event) => this.on === type && this.press(event);
    return html`<button type="button" aria-pressed=${this.pressed} @click=${once('click')}
      @pointerdown=${once('pointerdown')}><span>${this.name}</span></button>`;
  }
}
customElements.define('post-button', PostButton);

/** @param {{id: string, text: string}} post */
const post = ({ id, text }) => {
  const send = (event) => {
    event.preventDefault();
    const box = event.currentTarget.closest('form').querySelector('textarea');
    sent(id, box.value);
    box.value = '';
  };
  const tell = (kind) => ({ detail }) => act(kind, id, detail);
  return html`<article class="post" id=${id}>
    <header><b data-part="author">Warga ${id}</b></header>
    <p data-part="text">${text}</p>
    <p class="controls">
      <post-button data-act="like" name="Suka" on="click" @pressed=${tell('like')}></post-button>
      <post-button data-act="share" name="↗" on="pointerdown" @pressed=${tell('share')}></post-button>
      <post-button data-act="repost" name="Bagikan ulang" on="click" real @pressed=${tell('repost')}></post-button>
    </p>
    <form data-part="composer" data-send="enter" @submit=${send}>
      <textarea aria-label="Tulis komentar" @keydown=${(event) => sends(event) && send(event)}></textarea>
      <button>Kirim</button>
    </form>
  </article>`;
};

window.recycle = (shown) => render(shown.map(post), app);
window.recycle(posts);
