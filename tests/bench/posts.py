"""Seeded posts in everyday Indonesian, of our own making: some 120 characters, some odd letters, some names."""

from __future__ import annotations

import random

WITH_NAMES = 0.45
# In a collection of everyday posts of real people one in ten had evidence.
EVERYDAY = 0.1
_DISGUISED = 0.02
_EMOJI = ("🙏", "😂", "❤️", "🔥", "👍🏽", "🇮🇩", "☕", "✌️", "😭", "🎉", "🌧️", "💪")
_BOLD = {letter: chr(0x1D5D4 + place) for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {
    letter: chr(0x1D5EE + place) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
}
_WIDE = {chr(point): chr(point + 0xFEE0) for point in range(0x21, 0x7F)}
_LEET = str.maketrans("oieas", "01345")

_EVERYDAY = """
Tadi pagi {kota} hujan deras, jalan depan pasar banjir sampai lutut.
Ada yang tahu bengkel motor yang buka hari minggu di sekitar {kota}?
Resep {masakan} ala ibu: tumis bumbunya dulu sampai harum, baru masuk santan.
Anak saya akhirnya lulus ujian, terima kasih bapak ibu guru semuanya.
Harga {barang} di pasar naik lagi, kemarin masih dua puluh ribu sekarang tiga puluh.
Jadwal kereta ke {kota} berubah ya, yang jam 7 sekarang jadi jam 8 lewat 15.
Malam ini nonton bola bareng di warung kopi, timnas main jam setengah delapan.
Kucing di rumah beranak empat, siapa yang mau pelihara boleh kirim pesan.
Sudah dua hari listrik padam terus, mohon pengertiannya kalau balasan lambat.
Selamat ulang tahun buat {orang}, semoga panjang umur dan sehat selalu.
Hari ini antre bayar pajak kendaraan cuma sepuluh menit, pelayanannya cepat.
Bukunya bagus, pilih yang sampul keras kalau mau awet bertahun-tahun.
Kerja dari rumah itu enak, tapi belum tentu cocok buat semua orang.
Tolong jangan buang sampah ke sungai, nanti banjir kita juga yang susah.
Diskon akhir bulan untuk {barang}, kirim ke seluruh {kota} gratis ongkos.
Menurut dokter, minum air putih yang cukup itu lebih penting dari vitamin.
Tidak ikut arisan minggu ini, lagi jaga orang tua di rumah sakit {kota}.
Motor bekas tahun 2019, pajak hidup, mesin halus, nomor polisi ganjil.
Lagu lama tapi tetap enak didengar sambil minum kopi sore hari.
Rapat wali murid hari senin jam 9, jangan lupa bawa buku rapor ya.
Nasi {masakan} di dekat terminal {kota} paling mantap, wajib coba sekali.
Lowongan kerja di {kota}, lulusan SMA boleh melamar, kirim surat lamaran.
Kata orang tua dulu, kalau malam jangan menyapu rumah, nanti rezekinya hilang.
Semoga {orang} cepat sembuh, kami sekeluarga mendoakan dari jauh.
""".strip().splitlines()
_POLITICAL = """
Ayo coblos {nama} di bilik suara, jangan sampai golput ya teman-teman.
Bangga dukung {nama}, kerjanya nyata dan orangnya jujur dari dulu.
Kemarin {nama} datang ke pasar {kota}, pedagang mengeluh soal harga {barang}.
Menurut {nama}, pembangunan jalan di {kota} harus selesai tahun depan.
Saya kecewa sama {nama}, janji dulu mau perbaiki sekolah ternyata nol besar.
Debat semalam seru, {nama} lawan {nama}, siapa yang menurut kalian unggul?
Jangan percaya kabar bohong soal {nama}, cek dulu ke sumber resminya.
Pilih {nama} karena programnya jelas: {barang} murah dan sekolah gratis.
Saya tidak memilih {nama}, tapi tetap menghormati pilihan orang lain.
Relawan {nama} bagi-bagi {masakan} di {kota}, warga antre dari pagi.
Dilansir media setempat, {nama} unggul tipis dalam hitung cepat di {kota}.
Tolak {nama}, warga {kota} sudah bosan dengan janji manis lima tahunan.
Tetap semangat {nama}, salam dari warga {kota} untuk kemenangan bersama.
Yang penting damai, mau {nama} atau siapa pun yang menang kita tetap saudara.
Menangkan pasangan nomor urut 2, {nama} pilihan rakyat {kota}!
Foto bareng {nama} waktu resmikan jembatan, orangnya ternyata ramah sekali.
Kubu {nama} membantah tudingan, kata juru bicara kepada wartawan hari Rabu.
ASN dilarang ikut kampanye {nama}, begitu bunyi edaran yang saya baca tadi.
""".strip().splitlines()
_WORDS = {
    line.split()[0]: line.split()[1:]
    for line in """
kota Mesuji Garut Tegal Bima Sorong Kupang Jepara Ngawi Palu Bitung Dumai Lahat Kediri Berau
masakan lodeh rawon pempek soto gulai papeda gudeg coto rendang sate pecel betutu
barang beras cabai telur gula minyak seragam kopi bensin pupuk semen tempe bawang
orang adik kakek tetangga sahabat mertua keponakan guru teman paman nenek
""".strip().splitlines()
}
_CLOSINGS = (
    "", "", "", " Hehe.", " Mantap!", " Terima kasih infonya.", " Ada yang setuju?", " Semoga bermanfaat ya.",
    " Cerita lengkapnya menyusul besok.", " Begitulah kira-kira.", " Salam hangat untuk semuanya.", " Wkwk",
)  # fmt: skip


def make_posts(count: int, names: list[str], seed: int = 1, nearest: int = 500, named: float = WITH_NAMES) -> list[str]:
    """Return so many posts; `named` of them carry names, half of which are among the `nearest` first, as in life."""
    dice = random.Random(seed)
    return [_post(dice, names, nearest, named) for _ in range(count)]


def as_contexts(posts: list[str]) -> list[dict[str, str]]:
    """Return the posts as contexts on the wire."""
    return [{"site": "facebook", "surface": "post", "act": "like", "text": post} for post in posts]


def _post(dice: random.Random, names: list[str], nearest: int, named: float) -> str:
    frames = [dice.choice(_POLITICAL if dice.random() < named else _EVERYDAY)]
    if dice.random() < 0.42:
        frames.append(dice.choice(_EVERYDAY))
    text = " ".join(_filled(dice, frame, names, nearest) for frame in frames) + dice.choice(_CLOSINGS)
    if dice.random() < 0.2:
        text += " " + dice.choice(_EMOJI) * dice.randrange(1, 4)
    roll = dice.random()
    if roll < _DISGUISED:
        words = text.split(" ")
        place = dice.randrange(len(words))
        words[place] = dice.choice((_bold, _wide, _leet, _stretched))(words[place])
        text = " ".join(words)
    elif roll < 0.05:
        text = text.replace(" ", " \u200b", 1)
    return text


def _filled(dice: random.Random, frame: str, names: list[str], nearest: int) -> str:
    while "{nama}" in frame:
        among = names[:nearest] if dice.random() < 0.5 else names
        frame = frame.replace("{nama}", dice.choice(among), 1)
    for word, choices in _WORDS.items():
        frame = frame.replace(f"{{{word}}}", dice.choice(choices))
    return frame


def _bold(word: str) -> str:
    return "".join(_BOLD.get(letter, letter) for letter in word)


def _wide(word: str) -> str:
    return "".join(_WIDE.get(letter, letter) for letter in word)


def _leet(word: str) -> str:
    return word.translate(_LEET)


def _stretched(word: str) -> str:
    return word + word[-1:] * 3
