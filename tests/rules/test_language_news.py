"""Reports tell what others say and do: they name, and take no side; a call of one's own is heard through them."""

from __future__ import annotations

import pytest

from .wording import level, rules

ARTICLE = """CONTOH, KOMPAS.com - Calon bupati Damar Panuluh mengatakan siap menghadapi Pilkada Contoh bersama Sekar
Jatmika. Hal itu disampaikan Panuluh kepada wartawan di sela kunjungannya ke Pasar Lama, Senin (14/10/2024).

"Kami mohon doa warga," ujarnya.

Menurut dia, relawan sudah bergerak di semua kecamatan. Ketua tim pemenangan, Budi Hartanto, menambahkan bahwa
dukungan untuk Damar-Sekar terus mengalir dari petani dan nelayan. "Beliau pemimpin yang jujur dan tegas," tuturnya.

Sementara itu, kubu Wirasena Adipraja menanggapi santai. Juru bicara Wirasena-Kartika menilai klaim itu terlalu dini.
"Biarkan rakyat yang memilih. Wirasena-Kartika menang kalau warga menghendaki," katanya.

Survei terakhir menempatkan elektabilitas Wirasena-Kartika 41 persen dan Damar-Sekar 38 persen. Pengamat politik Siti
Rahma menyebut keduanya masih bersaing ketat. Baca juga: Tiga paslon tanda tangani deklarasi damai."""


@pytest.mark.parametrize(
    "post",
    [
        "Ribuan Nelayan Deklarasi Dukung Togar-Mayang di Pilkada Contoh",
        "Hanura Resmi Usung Damar-Sekar, Ini Alasannya",
        "Wirasena Sebut Panuluh Gagal Urus Jalan",
        "Ketua DPC Golkar: Wirasena-Kartika Menang Satu Putaran",
        "Survei: Elektabilitas Damar-Sekar Unggul, Togar-Mayang Menyusul",
        "Politikus Perindo Nilai Panuluh Layak Jadi Bupati",
        "Usai Debat, Togar-Mayang Optimistis Raih Dukungan Petani",
        "Eks Relawan Wirasena Beralih Dukung Damar-Sekar",
        "Profil Simarlundu, Peserta Pilkada Contoh",
        "Video Panuluh Dikritik Warga, Ini Penjelasannya",
        "Respons Damar-Sekar soal Baliho Roboh",
        "Kiai dan Santri Contoh Bertekad Menangkan Wirasena-Kartika",
    ],
)
def test_a_headline_is_a_mention(post: str) -> None:
    assert level(post) == level(post.lower()) == "mention"


@pytest.mark.parametrize(
    "post",
    [
        'JAKARTA, KOMPAS.com - "Kami menang," kata Damar Panuluh kepada wartawan',
        "TEMPO.CO, Jakarta - Tim Damar-Sekar yakin menang satu putaran, ujar juru bicaranya",
        "Dilansir dari Antara, Wirasena Adipraja menyatakan dukungan warga untuk Wirasena-Kartika menguat",
        "Menurut Panuluh, dukungan untuk Damar-Sekar bertambah, Senin (12/8/2024)",
        "Juru bicara Togar-Mayang menegaskan Togar-Mayang pasti menang",
    ],
)
def test_a_report_with_its_marks_is_a_mention(post: str) -> None:
    assert level(post) == "mention"


def test_an_article_that_quotes_both_sides_is_a_mention() -> None:
    assert level(ARTICLE) == "mention"
    assert {"attribution", "news-article", "news-report"} <= rules(ARTICLE)


@pytest.mark.parametrize(
    "post",
    [
        "Dilansir dari Antara, ayo coblos Damar-Sekar",
        "Usai debat tadi malam, saya dukung Togar-Mayang",
        "Apa pun kata survei, kami tetap pilih Wirasena-Kartika",
        "Kata Panuluh jalan diperbaiki, makanya saya pilih Damar-Sekar",
        "Jangan pilih Simarlundu, dia gagal memimpin, ujarnya sendiri begitu",
    ],
)
def test_a_call_of_ones_own_is_heard_through_the_marks_of_a_report(post: str) -> None:
    assert level(post) == "campaign"


@pytest.mark.parametrize("draft", ["Coblos Damar-Sekar", "Saya dukung Damar-Sekar"])
def test_a_comment_that_takes_a_side_below_news_does(draft: str) -> None:
    post = {"author": {"name": "Kompas.com"}, "text": "Damar Panuluh Tanggapi Hasil Survei", "draft": draft}
    assert level(post) == "campaign"
    assert level(post | {"text": ARTICLE}) == "campaign"


def test_a_call_of_ones_own_above_a_shared_report_is_heard() -> None:
    card = {"title": "Survei: Elektabilitas Damar Panuluh Naik, Kata Pengamat", "url": "https://www.kompas.com/a"}
    assert level({"text": "Saya dukung Damar-Sekar, ayo coblos!", "link": card}) == "campaign"
    assert level({"text": "Baca ini", "link": card}) != "campaign"
