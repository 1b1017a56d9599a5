'use strict';
/** What a recognised act is about: the post, the draft, or both. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).subject ??= (() => {
  const { composers, context, controls, units } = JagaJempol;

  /** @param {ComposerMatch} composer @returns {Context} */
  const quotedIn = ({ composer, field }) => {
    const layer = composers.layerOf(composer, field);
    /** @param {string[] | undefined} selectors */
    const first = (selectors) => (selectors && layer?.querySelector(selectors.join(', ')));
    const text = first(composer.quoted_text);
    if (!text) return {};
    const author = first(composer.quoted_author);
    return { quoted: { ...(author && { author: JagaJempol.words.of(author, 200) }), text: JagaJempol.words.of(text) } };
  };

  /** @param {CompiledAdapter} adapter @param {Match} match @returns {Reading | null} */
  const read = (adapter, match) => {
    const post = match.found ? context.read(adapter, match.found) : match.remembered;
    if (!match.composer) return post;
    const draft = composers.draft(match.composer.field);
    if (post && !draft) return post;
    const quoted = post ? {} : quotedIn(match.composer);
    return context.compose(post, { act: match.act, ...quoted, ...(draft && { draft }) }, adapter.id);
  };

  /** The control again, by what the post says, when its node is gone. @param {CompiledAdapter} adapter @param {Gesture} gesture */
  const find = (adapter, gesture) => {
    const { reading, match } = gesture;
    for (const root of document.querySelectorAll(adapter.anchors || ':not(*)')) {
      const found = units.at(adapter, root, match.act);
      if (!found || !context.same(context.read(adapter, found), reading)) continue;
      const again = controls.inUnit(adapter, found, match.act);
      if (again && !again.undo) return again;
    }
    return null;
  };

  return { read, find };
})();
