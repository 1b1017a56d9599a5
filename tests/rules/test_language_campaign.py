"""The phrase families by which people campaign in Indonesian, one test a family."""

from __future__ import annotations

import pytest

from .wording import level, verdict


@pytest.mark.parametrize(
    "post",
    [
        "Ayo coblos Wirasena-Kartika tanggal 27 nanti",
        "Pilih Damar-Sekar ya, lur",
        "Jangan lupa coblos nomor 2, 27 November",
        "Nyoblos no urut 3, pasti berkah",
        "Tusuk nomor 1!",
        "Cucuk nomor 4 di TPS",
        "Satu suara untuk Togar-Mayang",
        "Mohon doa dan dukungannya untuk Damar-Sekar",
        "Titip suara untuk Partai Buruh di dapil kita",
        "Datang ke TPS dan pilih Damar Panuluh",
        "Tetap pilih Simarlundu sampai menang",
        "Saatnya perubahan. Menangkan PKS, pilih PKS di TPS masing-masing!",
    ],
)
def test_calls_to_vote(post: str) -> None:
    assert (level(post), verdict(post)["stance"]) == ("campaign", "support")


@pytest.mark.parametrize(
    "post",
    [
        "Saya dukung Wirasena Adipraja",
        "Kami sekeluarga mendukung Damar-Sekar",
        "Support terus Togar-Mayang",
        "Rapatkan barisan untuk Damar-Sekar",
        "Fix Simarlundu",
        "All in Wirasena-Kartika",
        "Cinta Damar Panuluh selalu",
        "Hidup Partai Perindo!",
        "Satu komando Wirasena-Kartika",
        "Gaspol Togar-Mayang",
        "Oke gas Damar-Sekar",
        "Togar-Mayang menyala",
        "Damar Panuluh 2 periode",
        "Lanjutkan perjuangan bersama Wirasena-Kartika",
        "Damar-Sekar menang satu putaran",
        "Auto menang Togar-Mayang",
        "Ayo merapat ke Togar-Mayang",
        "Kawal suara Wirasena-Kartika sampai pleno",
        "Putra daerah yang merakyat dan jujur, Damar Panuluh",
        "Bukan janji tapi bukti, Wirasena-Kartika",
    ],
)
def test_declarations_of_support(post: str) -> None:
    assert (level(post), verdict(post)["stance"]) == ("campaign", "support")


@pytest.mark.parametrize(
    "post",
    [
        "Asal bukan Damar-Sekar",
        "Jangan pilih Wirasena",
        "Tolak Togar-Mayang",
        "Tumbangkan Partai Garuda",
        "Tenggelamkan Simarlundu di pilkada",
        "2029 ganti presiden",
        "Stop dinasti Panuluh",
        "Wirasena antek asing",
        "Pencitraan terus si Simarlundu",
        "Panuluh takut debat",
        "Gak bakal pilih Simarlundu",
    ],
)
def test_attacks_count_as_much_as_support(post: str) -> None:
    assert (level(post), verdict(post)["stance"]) == ("campaign", "oppose")


@pytest.mark.parametrize(
    "post",
    [
        "Hadiri kampanye akbar Damar-Sekar di alun-alun, gratis",
        "Yuk nobar debat bareng Wirasena-Kartika",
        "Jalan sehat bersama Togar-Mayang, ada doorprize",
        "Sembako murah bersama Partai Perindo, gratis kaos",
        "Kopdar relawan Damar-Sekar, ayo ramaikan",
        "Doa bersama untuk kemenangan Wirasena-Kartika, hadirilah",
        "Yuk gabung jadi relawan Damar-Sekar",
        "Caleg DPR RI Dapil Contoh 2 no urut 5, mohon doa restu",
    ],
)
def test_invitations_of_campaigns_and_candidates(post: str) -> None:
    assert level(post) == "campaign"


@pytest.mark.parametrize(
    "post",
    [
        "Paguyuban petani dukung Damar-Sekar",
        "Dukungan untuk Partai Buruh mengalir dari pabrik",
        "Warga dusun beralih ke Togar-Mayang",
        "Relawan Damar-Sekar membahas debat capres",
        "Jalan sehat Damar-Sekar diikuti warga",
    ],
)
def test_telling_of_the_support_of_others_is_a_mention(post: str) -> None:
    assert level(post) == "mention"
