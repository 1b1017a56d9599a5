'use strict';
/** Reads a unit into the context that is judged: only what the site shows, nothing about the person. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).context ??= (() => {
  const { dom, units, words } = JagaJempol;
  const NAME = 200;
  /** A longer address tells a post by its mix. */
  const LONGEST = 200;
  const TITLE = 500;
  const IMAGES = 10;
  const MOST_PARTS = 40;
  /** Shorter than this an image's text is an icon's name. */
  const TELLING = 8;
  const PROFILE = /^\/(?:@|(?:profile|in|company|school|user|users|u|channel|c)\/)?([\w.-]{2,60})\/?$/;

  /**
   * The elements of a part that belong to this unit and not to one nested in it.
   * @param {CompiledAdapter} adapter @param {Found} found @param {string[] | undefined} selectors @returns {Element[]}
   */
  const own = (adapter, { root, without = [] }, selectors) => {
    /** @param {Element} element */
    const isMine = (element) => {
      if (without.some((other) => dom.contains(other, element))) return false;
      const inner = adapter.roots ? dom.closest(element, adapter.roots) : null;
      return !inner || dom.contains(inner, root) || units.at(adapter, element)?.root === root;
    };
    for (const selector of selectors ?? []) {
      if (selector === ':scope') return [root];
      const mine = [...dom.findAll(root, selector)].slice(0, MOST_PARTS).filter(isMine);
      if (mine.length > 0) return mine;
    }
    return [];
  };

  /** @param {Element | undefined} element @param {number} most */
  const line = (element, most) => (element ? words.of(element, most).replaceAll('\n', ' ') : '');

  /**
   * The pieces of a text in the order of the page, those inside another left out.
   * @param {Element[]} pieces @param {string} omit @param {Element[]} [without]
   */
  const joined = (pieces, omit, without) => pieces.filter((piece) => !pieces.some((other) => other !== piece && dom.contains(other, piece)))
    .map((piece) => words.of(piece, undefined, omit, without)).filter(Boolean).join('\n');

  /**
   * The name with which an accessible name ends ("Open control menu for post by ..."), without what follows a dot.
   * @param {CompiledAdapter} adapter @param {Found} found @param {string[]} [starts] what comes before the name
   */
  const labelled = (adapter, found, starts = []) => {
    const label = own(adapter, found, starts.map((start) => `[aria-label^=${JSON.stringify(start)}]`))[0]?.getAttribute('aria-label') ?? '';
    const start = starts.find((one) => label.startsWith(one)) ?? '';
    return words.cut((label.slice(start.length).split(' • ')[0] ?? '').trim(), NAME);
  };

  /** "@name" as it is written, else the last readable part of a profile's address. @param {Element | undefined} element */
  const handleOf = (element) => {
    if (!element) return '';
    const written = /(?:^|\s)@([\p{L}\p{N}._-]{2,60})/u.exec(line(element, NAME))?.[1];
    if (written) return written;
    const link = element.closest('a[href]') ?? element.querySelector('a[href]');
    // Profiles write it bare.
    if (!(link instanceof HTMLAnchorElement)) return /^[\w.]{2,60}$/.exec(line(element, NAME))?.[0] ?? '';
    return PROFILE.exec(link.pathname)?.[1] ?? '';
  };

  /** @param {Element | undefined} element @param {string | undefined} unwrap */
  const addressOf = (element, unwrap) => {
    const link = element?.closest('a[href]') ?? element?.querySelector('a[href]');
    if (!(link instanceof HTMLAnchorElement)) return '';
    return words.cut((unwrap && new URLSearchParams(link.search).get(unwrap)) || link.href, 2000);
  };

  /** What a frame was told about the page around it, which it cannot see: a parameter of its own address. @param {string[]} [names] */
  const told = (names = []) => {
    const query = new URLSearchParams(location.search);
    return names.map((name) => query.get(name)?.trim()).find(Boolean) ?? '';
  };

  /** An account that the address names, bare or by its profile on this site. @param {string[]} [names] */
  const toldHandle = (names) => {
    const value = told(names);
    const profile = URL.parse(value);
    if (!profile) return /^@?([\w.]{2,60})$/.exec(value)?.[1] ?? '';
    return location.hostname.endsWith(profile.hostname.replace(/^www\./, '')) ? PROFILE.exec(profile.pathname)?.[1] ?? '' : '';
  };

  /** Leave out what is empty, so that equal posts give equal contexts. @template {object} T @param {T} record @returns {T | undefined} */
  const tidy = (record) => {
    const kept = Object.entries(record).filter(([, value]) => value !== undefined && value !== '' && value.length !== 0);
    return kept.length > 0 ? /** @type {T} */ (Object.fromEntries(kept)) : undefined;
  };

  /** What the nearest ancestor holds. @param {Element} root @param {string} selector */
  const near = (root, selector) => {
    let node = dom.parent(root);
    while (node && !dom.find(node, selector)) node = dom.parent(node);
    return node && dom.find(node, selector);
  };

  /** @param {Found} found @returns {{kind: string, name: string, author: boolean} | undefined} */
  const containerOf = ({ unit, root }) => {
    for (const { kind, selectors, scope, author = false } of unit.containers ?? []) {
      const all = selectors.join(', ');
      const element = scope === 'near' ? near(root, all) : scope === 'page' ? document.querySelector(all) : dom.find(root, all);
      const name = line(element ?? undefined, NAME);
      if (name) return { kind, name, author };
    }
    return undefined;
  };

  /** A cheap 53-bit mix (cyrb53): tells contents apart, protects nothing. @param {string} text */
  const mix = (text) => {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
  };

  /** What of an address says which post it is, beside its path. @param {string[] | undefined} wanted all where it holds "*" @param {HTMLAnchorElement} link */
  const queryOf = (wanted, { search, hash }) => {
    if (!wanted) return search.includes('id=') ? search : '';
    if (wanted.includes('*')) return search + hash;
    const query = new URLSearchParams(search);
    return wanted.map((name) => `?${name}=${query.get(name) ?? ''}`).join('');
  };

  /** @param {Found} found @param {Context} context @param {string} text the main one, which does not unfold */
  const identityOf = ({ unit, root }, context, text) => {
    const link = unit.identity && dom.find(root, unit.identity.join(', '));
    if (link instanceof HTMLAnchorElement && dom.attribute(link, 'href') !== '#') {
      const address = link.pathname + queryOf(unit.identity_query, link);
      return address.length > LONGEST ? mix(address) : address;
    }
    // Where all words of a post are read, times and counts that go on are among them.
    const lasting = unit.parts.text?.includes(':scope') ? text.replace(/\d+/g, '') : text;
    return mix(JSON.stringify([context.author, context.container, lasting, context.link, context.image_alt]));
  };

  /** @param {CompiledAdapter} adapter @param {Found} found @returns {Reading} */
  const read = (adapter, found) => {
    const { unit } = found;
    const { parts } = unit;
    const authors = own(adapter, found, parts.author);
    const texts = own(adapter, found, parts.text);
    const more = (parts.more ?? []).flatMap((selector) => own(adapter, found, [selector]).slice(0, 1));
    const text = joined(parts.text_in_pieces ? texts : texts.slice(0, 1), (parts.omit ?? []).join(', '), found.without);
    const container = containerOf(found);
    const quotedAuthor = parts.second_is_quoted && !parts.quoted_author ? authors[1] : own(adapter, found, parts.quoted_author)[0];
    const quotedText = parts.second_is_quoted ? texts[1] : own(adapter, found, parts.quoted_text)[0];
    const link = own(adapter, found, parts.link)[0];
    const images = own(adapter, found, parts.image).slice(0, IMAGES);
    const context = /** @type {Context} */ (tidy({
      site: adapter.id,
      surface: unit.surface,
      author: tidy({
        name: labelled(adapter, found, parts.author_label) || line(authors[0], NAME) || (container?.author ? container.name : ''),
        handle: handleOf(own(adapter, found, parts.handle)[0]) || toldHandle(parts.handle_query),
      }),
      container: container && { kind: container.kind, name: container.name },
      text: [text, ...more.map((element) => words.of(element))].filter(Boolean).join('\n'),
      quoted: tidy({ author: line(quotedAuthor, NAME), text: quotedText ? words.of(quotedText) : '' }),
      image_alt: images.map((image) => words.cut(image.getAttribute('alt') ?? '', 1000)).filter((alt) => alt.length >= TELLING),
      link: tidy({
        title: line(own(adapter, found, parts.link_title)[0], TITLE) || words.cut(told(parts.link_title_query), TITLE),
        url: addressOf(link, parts.link_unwrap) || words.cut(told(parts.link_query), 2000),
      }),
    }));
    context.text ??= '';
    return { found, context, key: mix(JSON.stringify(context)), identity: `${adapter.id}:${identityOf(found, context, text || context.text)}` };
  };

  /**
   * A reading with the person's own part in it.
   * @param {Reading | null} base the post, or null for a text of one's own
   * @param {Context} extra act, draft, quoted @param {string} site @returns {Reading}
   */
  const compose = (base, extra, site) => {
    const context = { ...(base?.context ?? { site, surface: 'composer', text: '' }), ...extra };
    const key = mix(JSON.stringify(context));
    return { found: base?.found ?? null, context, key, identity: base?.identity ?? `${site}:draft:${key}` };
  };

  /** Whether both are the same post, though counts, images or the folded part may have changed. @param {Reading} a @param {Reading} b */
  const same = (a, b) => a.key === b.key || a.identity === b.identity;

  /** An emptied or not yet filled shell says nothing. @param {Reading} reading */
  const empty = ({ context }) => !context.text && !context.author && !context.quoted && !context.image_alt && !context.link
    && !context.container && !context.draft;

  /** The account a remembered "Lanjutkan" is for. @param {Context} context */
  const account = ({ author }) => author?.handle ?? author?.name ?? '';

  /** A campaign verdict from this calibrated score on is strong evidence; background/sensitivity.js has the same. */
  const STRONG = 0.9;

  /** @param {Verdict} verdict @returns {boolean} whether the evidence is strong */
  const strong = ({ level, score }) => level === 'campaign' && score >= STRONG;

  return { strong, read, compose, same, empty, account };
})();
