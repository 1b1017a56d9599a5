/**
 * A context as the server takes it. Its limits are those of `server/contexts.py`; a post beyond them is cut rather
 * than refused, and its verdict is then marked partial.
 */

const LIMITS = { text: 20_000, name: 500, handle: 200, imageAlt: 5_000, images: 20, title: 2_000, url: 4_000 };

/** What the server calls a word: `site`, `surface` and `container.kind`. */
const WORD = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/**
 * @param {Context} context
 * @returns {{context: Context, cut: boolean}} `cut` when something of the post was left out
 */
export function forServer(context) {
  let cut = false;
  /** @param {string | undefined} value @param {number} max */
  const short = (value, max) => {
    if (value === undefined || value.length <= max) return value;
    cut = true;
    return value.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");
  };
  /** @param {string | undefined} value */
  const word = (value) => (value !== undefined && WORD.test(value) ? value : undefined);

  const { author, container, quoted, link, image_alt: images } = context;
  if (images && images.length > LIMITS.images) cut = true;
  const fitting = {
    site: word(context.site),
    surface: word(context.surface),
    act: context.act,
    author: author && { name: short(author.name, LIMITS.name), handle: short(author.handle, LIMITS.handle) },
    container: container && { kind: word(container.kind), name: short(container.name, LIMITS.name) },
    text: short(context.text ?? "", LIMITS.text),
    quoted: quoted && { author: short(quoted.author, LIMITS.name), text: short(quoted.text, LIMITS.text) },
    image_alt: images?.slice(0, LIMITS.images).map((alt) => short(alt, LIMITS.imageAlt) ?? ""),
    link: link && { title: short(link.title, LIMITS.title), url: short(link.url, LIMITS.url) },
    draft: short(context.draft, LIMITS.text),
    date: context.date,
  };
  return { context: fitting, cut }; // Keys that are undefined vanish in JSON.
}
