"""Calls in the regional languages, and everyday sentences in them."""

from __future__ import annotations

import pytest

from .wording import level


@pytest.mark.parametrize(
    "post",
    [
        "Ojo lali coblos nomer siji, Damar-Sekar",
        "Ayo nyengkuyung Damar-Sekar",
        "Menangno Togar-Mayang rek",
        "Wis wayahe Wirasena-Kartika",
        "Nyawiji milih nomer siji Damar-Sekar",
        "Sesarengan mbangun Contoh karo Damar-Sekar",
        "Hayu urang rojong Wirasena-Kartika",
        "Ulah hilap pilih nomer hiji",
        "Meunangkeun Togar-Mayang, baraya",
        "Jan lupo mancucuak nomor duo",
        "Mamiliah Damar-Sekar yo dunsanak",
        "Manangan Togar-Mayang",
        "Ta pillit Simarlundu, horas",
        "Unang lupa mamillit Damar-Sekar",
        "Aja tallupai mappile Wirasena-Kartika",
        "Cobloski nomor 3, ewako",
        "Pilihki' Damar-Sekar",
        "Bek tuwo pileh Togar-Mayang",
        "Eda engsap milih Damar-Sekar",
        "Jangan kada ingat mamilih Wirasena-Kartika",
        "Jhek loppa mele Damar-Sekar",
        "Ela kelapean memintih Togar-Mayang",
        "Torang pilih Wirasena-Kartika",
        "Katong dukung Togar-Mayang",
        "Gas jo Damar-Sekar, so pasti menang",
        "Jang lupa pilih Togar-Mayang par samua",
        "Nyok coblos Damar-Sekar, jangan lupa ye",
        "Menangin dah Wirasena-Kartika",
    ],
)
def test_calls_are_understood_in_many_languages(post: str) -> None:
    assert level(post) == "campaign"


@pytest.mark.parametrize(
    "post",
    [
        "Aku milih klambi werna biru, rek",
        "Ojo lali sarapan, lur",
        "Ulah hilap mawa payung, hujan",
        "Jan lupo shalat subuah",
        "Torang pe kampung indah skali",
        "Katong samua pi makan ikan",
        "Horas, dongan, mari minum kopi",
        "Ewako PSM, menang lagi",
        "Wis wayahe panen pari",
        "Nyok jalan-jalan ke pasar malam",
        "Ajak sareng ka sawah nggih",
    ],
)
def test_everyday_sentences_in_them_are_silent(post: str) -> None:
    assert level(post, weighted=True) == "none"
