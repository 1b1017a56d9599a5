/**
 * The exact body of `POST /v1/score`. Built here and nowhere else, so that what the options page shows before consent
 * is what is sent.
 * @param {Context[]} contexts @param {string} date YYYY-MM-DD
 */
export const requestBody = (contexts, date) => ({ date, explain: true, contexts });

/** A post with every field that can ever be sent. @type {Context} */
export const EXAMPLE = {
  site: "facebook",
  surface: "post",
  act: "like",
  author: { name: "Nama akun", handle: "nama.akun" },
  container: { kind: "group", name: "Nama grup" },
  text: "Isi unggahan",
  quoted: { author: "Nama akun lain", text: "Isi unggahan yang dibagikan" },
  image_alt: ["Keterangan gambar"],
  link: { title: "Judul tautan", url: "https://contoh.id/berita" },
  draft: "Tulisan Anda yang belum dikirim",
  date: "2024-10-20",
};
