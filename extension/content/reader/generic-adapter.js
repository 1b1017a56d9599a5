'use strict';
/**
 * The adapter for sites that have none, and for a site whose own adapter finds nothing any more: roles and accessible
 * names, in the words that eleven sites use for them in Indonesian and English.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).genericAdapter ??= (() => {
  const LIKE = {
    id: ['Suka', 'Sukai', 'Sukai video', 'Sukai video ini', 'Favorit', 'Favoritkan'],
    en: ['Like', 'Like video', 'Favourite', 'Favorite'],
  };
  const UNLIKE = {
    id: ['Tidak Suka', 'Batal Suka', 'Batalkan suka', 'Hapus Suka', 'Disukai', 'Hapus dari favorit', 'Batal favorit'],
    en: [
      'Unlike', 'Liked', 'Remove Like', 'Undo like', 'Remove favourite', 'Remove from favourites', 'Remove from favorites',
      'Unfavourite', 'Unfavorite',
    ],
  };
  const BUTTON = ':is(button, [role="button"])';

  /** What bears one of these names, alone or before a count. @param {string[]} names */
  const bearing = (names) => {
    const label = `:is(${names.flatMap((name) => [`[aria-label="${name}" i]`, `[aria-label^="${name} " i]`]).join(', ')})`;
    return [`${BUTTON}${label}`, `svg${label}:not(${BUTTON}[aria-label] svg)`];
  };
  /** Whoever passed a post on stands above it without a face. */
  const FACE_AND_NAME = 'a[href^="/@"]:has(img):has(b, bdi, strong)';
  /** Times and faces lead somewhere and say nothing. */
  const BESIDE_THE_TEXT = ['time', 'a[href]:has(time)', '[rel="author"]', 'a[href^="/@"]:has(img)'];

  /** An article of a news site says so to those who link to it. */
  const ARTICLE = 'html:has(> head > meta[property^="article:"])';
  /** The addresses by which sites are given something to pass on. X shows its own box and is asked about there. */
  const PASSED_ON = ['//twitter.com/intent/', '//twitter.com/share', '//x.com/intent/', '//x.com/share'];
  const PASSED_ON_UNSEEN = [
    'facebook.com/sharer', 'facebook.com/dialog/', '//wa.me/', 'whatsapp.com/send', 'whatsapp://send', '//t.me/share', '//telegram.me/share',
  ];

  /** What is said without a word, on a button or in a row of choices. */
  const EMOJI = ['👍', '❤️', '♥️', '😂', '😆', '😮', '😢', '🙏', '😍', '🔥', '👏', '🎉', '💪', '😡', '🥰', '🤣'];

  /** The parts of a post. @type {AdapterParts} */
  const POST = {
    author: [
      '[rel="author"]', 'header a[href]', 'h1 a[href]', 'h2 a[href]', 'h3 a[href]', 'h4 a[href]', FACE_AND_NAME,
      'a[href^="/@"]:not(:has(time))', 'a[href]:not(:has(img, time))',
    ],
    handle: ['[rel="author"]', 'header a[href]', FACE_AND_NAME, 'a[href^="/@"]:not(:has(time))', 'a[href]:not(:has(img, time))'],
    // Which of its texts is the post, nobody can tell on a site nobody has described: all of it is read.
    text: [':scope'],
    omit: BESIDE_THE_TEXT,
    quoted_text: ['blockquote'],
    image: ['img[alt]'],
  };
  const ROOTS = ['[role="article"]', 'article', '[role="feed"] > [role="listitem"]', '[role="feed"] > div'];

  /** Where no like button tells a post, other controls that a post has one of do. @param {Act[]} acts @returns {AdapterUnit} */
  const toldBy = (acts) => ({ surface: 'post', climb_acts: acts, beside: [...ROOTS, 'h1'], identity: ['a[href]:has(> time)'], identity_query: ['*'], parts: POST });

  const SENDS = {
    id: ['Kirim', 'Kirim komentar', 'Kirim balasan', 'Posting', 'Posting komentar', 'Balas', 'Terbitkan', 'Publikasikan'],
    en: ['Send', 'Post', 'Post comment', 'Post reply', 'Send reply', 'Reply', 'Comment', 'Publish'],
  };

  /** @param {string[]} addresses */
  const leadingTo = (addresses) => addresses.map((address) => `a[href*="${address}"]`);

  return /** @type {Adapter} */ ({
    id: 'generic',
    title: 'Peran dan nama',
    hosts: [],
    // Where people write to each other is nobody's business, and nobody has described the site.
    private_words: ['message', 'messages', 'messaging', 'direct', 'inbox', 'chat', 'chats', 'dm', 'dms'],
    // Archives of mailing lists, which anybody may read: HyperKitty's and those of groups.io.
    public_paths: ['/list/*/message', '/*/list/*/message', '/*/*/list/*/message', '/g/*/message', '/g/*/messages'],
    pressable: ['[role="menuitemradio"]', '[role="menuitemcheckbox"]', '[role="option"]', 'input[type="radio"]'],
    // Menus and dialogs stand outside the posts that open them.
    layers: ['[role="menu"]', '[role="dialog"]', '[role="listbox"]', 'dialog', '[popover]'],
    units: [
      {
        surface: 'post',
        except: [`${ARTICLE} *`],
        roots: ROOTS,
        // On pages about one post it often stands in no such role: there whatever holds one like button is the post.
        climb: bearing([...LIKE.id, ...LIKE.en, ...UNLIKE.id, ...UNLIKE.en]),
        // Or its like button is a link with words on it: "like (3)".
        climb_acts: ['like'],
        identity: ['a[href]:has(> time)'],
        identity_query: ['*'],
        parts: POST,
      },
      toldBy(['reply', 'comment']),
      toldBy(['react']),
      {
        // The media house itself signs it: its reports are reports.
        surface: 'post',
        roots: [ARTICLE],
        acts: ['like', 'comment', 'share'],
        parts: {
          author: ['meta[property="og:site_name"]'],
          text: ['h1', 'meta[property="og:title"]'],
          more: ['[itemprop="articleBody"]', 'article', 'meta[property="og:description"]'],
        },
      },
      {
        surface: 'account',
        near: ['h1', 'h2', 'h3', '[rel="author"]', 'a[href^="/@"]'],
        acts: ['follow', 'subscribe', 'join'],
        parts: {
          author: ['h1', 'h2', 'h3', '[rel="author"]', 'a[href^="/@"]'],
          handle: ['a[href^="/@"]', 'h1', '[rel="author"]'],
          text: [':scope'],
          omit: [...BESIDE_THE_TEXT, 'h1', 'h2', 'h3'],
        },
      },
    ],
    controls: [
      { act: 'like', names: LIKE, undo_names: UNLIKE },
      {
        act: 'react',
        names: {
          id: ['Tanggapan', 'Beri tanggapan', 'Tanggapi', 'Reaksi', 'Beri reaksi', 'Bereaksi', ...EMOJI],
          en: ['React', 'Open reactions menu', 'Add reaction', 'Love', 'Care', 'Haha', 'Wow', 'Sad', 'Angry'],
        },
        undo_names: { id: ['Ubah tanggapan', 'Hapus tanggapan'], en: ['Change reaction', 'Remove reaction'] },
      },
      { act: 'comment', names: { id: ['Komentari', 'Komentar', 'Beri komentar', 'Tulis komentar', 'Tambahkan komentar'], en: ['Comment', 'Leave a comment', 'Write a comment', 'Add a comment'] } },
      { act: 'reply', names: { id: ['Balas', 'Balas ke'], en: ['Reply', 'Reply to'] } },
      {
        act: 'repost',
        names: { id: ['Posting ulang', 'Bagikan ulang', 'Dukung', 'Boost'], en: ['Repost', 'Retweet', 'Boost'] },
        undo_names: {
          id: ['Batalkan posting ulang', 'Batalkan Retweet', 'Batal boost', 'Batalkan boost', 'Hapus boost'],
          en: ['Undo repost', 'Undo retweet', 'Reposted', 'Unboost', 'Undo boost', 'Remove boost'],
        },
      },
      { act: 'quote', names: { id: ['Kutip', 'Kutipan'], en: ['Quote', 'Quote post'] } },
      { act: 'share', opens: true, selectors: leadingTo(PASSED_ON) },
      { act: 'share', selectors: leadingTo(PASSED_ON_UNSEEN) },
      {
        act: 'share',
        names: {
          id: ['Bagikan', 'Bagikan sekarang', 'Kirim ini ke teman atau posting di profil Anda'],
          en: ['Share', 'Share now', 'Share post', 'Send this to friends or post it on your profile'],
        },
      },
      {
        act: 'follow',
        names: { id: ['Ikuti', 'Ikuti balik', 'Ikuti kembali'], en: ['Follow', 'Follow back'] },
        undo_names: { id: ['Mengikuti', 'Diikuti', 'Berhenti mengikuti', 'Batal mengikuti', 'Batal ikuti'], en: ['Following', 'Unfollow'] },
      },
      {
        act: 'subscribe',
        names: { id: ['Berlangganan', 'Langganan'], en: ['Subscribe', 'Subscribe to'] },
        undo_names: { id: ['Berhenti berlangganan', 'Batal langganan'], en: ['Unsubscribe', 'Unsubscribe from', 'Subscribed'] },
      },
      {
        act: 'join',
        names: { id: ['Gabung', 'Gabung ke grup', 'Bergabung'], en: ['Join', 'Join group', 'Join channel'] },
        undo_names: { id: ['Telah bergabung', 'Sudah bergabung', 'Keluar dari grup'], en: ['Joined', 'Leave group'] },
      },
      {
        act: 'vote_poll',
        names: { id: ['Beri suara', 'Kirim suara'], en: ['Vote', 'Submit vote'] },
        // A choice among others; its name is the answer that it stands for.
        place: [':is([role="radiogroup"], fieldset) :is([role="radio"], input[type="radio"])'],
      },
      { act: 'rsvp', names: { id: ['Hadir', 'Akan hadir', 'Tertarik'], en: ['Going', 'Interested'] } },
    ].map((control) => ({ menu: true, ...control })),
    composers: [{
      act: 'post',
      act_on_post: 'comment',
      fields: ['textarea', '[contenteditable]:not([contenteditable="false"])[role="textbox"]'],
      send: ['button[type="submit"]', 'input[type="submit"]'],
      send_names: SENDS,
      keys: ['Ctrl+Enter'],
      of: ['unit', 'inside', 'menu'],
    }, {
      // One line to write in, named for what it is: others are for searching.
      act: 'comment',
      fields: ['input[type="text"]', 'input:not([type])'],
      field_names: {
        id: ['Komentar', 'Komentari', 'Beri komentar', 'Tulis komentar', 'Tambahkan komentar', 'Balas', 'Tulis balasan', 'Balas ke'],
        en: ['Comment', 'Write a comment', 'Add a comment', 'Leave a comment', 'Reply', 'Write a reply', 'Add a reply', 'Reply to'],
      },
      send: ['button[type="submit"]', 'input[type="submit"]'],
      send_names: SENDS,
      of: ['unit', 'inside', 'menu'],
    }],
    // The letters of several sites: where a post has no such control, the letter means something else.
    shortcuts: [
      { key: 'l', act: 'like', guess: true },
      { key: 'f', act: 'like', guess: true },
      { key: 'b', act: 'repost', guess: true },
      { key: 't', act: 'repost', guess: true },
      { key: 'r', act: 'reply', guess: true },
    ],
  });
})();
