'use strict';
/**
 * The adapter for sites that have none, and for a site whose own adapter finds nothing any more: roles and accessible
 * names, in the words that eleven sites use for them in Indonesian and English.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).genericAdapter ??= /** @type {Adapter} */ ({
  id: 'generic',
  title: 'Peran dan nama',
  hosts: [],
  units: [{
    surface: 'post',
    roots: ['[role="article"]', 'article', '[role="feed"] > [role="listitem"]', '[role="feed"] > div'],
    identity: ['a[href]:has(> time)'],
    parts: {
      author: ['[rel="author"]', 'header a[href]', 'h1 a[href]', 'h2 a[href]', 'h3 a[href]', 'h4 a[href]', 'a[href]:not(:has(img))'],
      handle: ['[rel="author"]', 'header a[href]', 'a[href^="/@"]', 'a[href]:not(:has(img))'],
      // Which of its texts is the post, nobody can tell on a site nobody has described: all of it is read.
      text: [':scope'],
      quoted_text: ['blockquote'],
      image: ['img[alt]'],
    },
  }],
  controls: [
    {
      act: 'like',
      names: {
        id: ['Suka', 'Sukai', 'Sukai video', 'Sukai video ini', 'Favorit', 'Favoritkan'],
        en: ['Like', 'Like video', 'Favourite', 'Favorite'],
      },
      undo_names: {
        id: ['Tidak Suka', 'Batal Suka', 'Batalkan suka', 'Hapus Suka', 'Disukai'],
        en: ['Unlike', 'Liked', 'Remove Like', 'Undo like', 'Remove favourite'],
      },
    },
    {
      act: 'react',
      names: { id: ['Tanggapan', 'Beri tanggapan'], en: ['React', 'Open reactions menu'] },
      undo_names: { id: ['Ubah tanggapan', 'Hapus tanggapan'], en: ['Change reaction', 'Remove reaction'] },
    },
    { act: 'comment', names: { id: ['Komentari', 'Komentar', 'Beri komentar', 'Tulis komentar', 'Tambahkan komentar'], en: ['Comment', 'Leave a comment', 'Write a comment', 'Add a comment'] } },
    { act: 'reply', names: { id: ['Balas', 'Balas ke'], en: ['Reply', 'Reply to'] } },
    {
      act: 'repost',
      names: { id: ['Posting ulang', 'Bagikan ulang', 'Dukung'], en: ['Repost', 'Retweet', 'Boost'] },
      undo_names: { id: ['Batalkan posting ulang', 'Batalkan Retweet'], en: ['Undo repost', 'Undo retweet', 'Reposted'] },
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
    of: ['unit'],
  }],
});
