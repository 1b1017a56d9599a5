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

  return /** @type {Adapter} */ ({
    id: 'generic',
    title: 'Peran dan nama',
    hosts: [],
    units: [
      {
        surface: 'post',
        roots: ['[role="article"]', 'article', '[role="feed"] > [role="listitem"]', '[role="feed"] > div'],
        // On pages about one post it often stands in no such role: there whatever holds one like button is the post.
        climb: bearing([...LIKE.id, ...LIKE.en, ...UNLIKE.id, ...UNLIKE.en]),
        identity: ['a[href]:has(> time)'],
        parts: {
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
        names: { id: ['Tanggapan', 'Beri tanggapan'], en: ['React', 'Open reactions menu'] },
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
      { act: 'vote_poll', names: { id: ['Beri suara'], en: ['Vote'] } },
      { act: 'rsvp', names: { id: ['Hadir', 'Akan hadir', 'Tertarik'], en: ['Going', 'Interested'] } },
    ],
    composers: [{
      act: 'post',
      act_on_post: 'comment',
      fields: ['textarea', '[contenteditable="true"][role="textbox"]', '[contenteditable=""][role="textbox"]'],
      send: ['button[type="submit"]', 'input[type="submit"]'],
      send_names: {
        id: ['Kirim', 'Kirim komentar', 'Posting', 'Posting komentar', 'Balas'],
        en: ['Send', 'Post', 'Post comment', 'Reply', 'Comment'],
      },
      keys: ['Ctrl+Enter'],
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
