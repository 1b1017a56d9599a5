"""The descriptions that sites give to pictures: what stands in the picture is judged, how it is described is not."""

from __future__ import annotations

import pytest

from .wording import level, verdict


def judged(alt: str) -> str:
    """The level of a post that is one picture."""
    return level({"image_alt": [alt]})


@pytest.mark.parametrize(
    "alt",
    [
        "Mungkin gambar 3 orang dan teks yang menyatakan 'AYO COBLOS DAMAR-SEKAR NOMOR 2'",
        "May be an image of 2 people and text that says 'COBLOS NOMOR 2 DAMAR-SEKAR'",
        "Mungkin gambar 1 orang, berdiri dan teks yang menyatakan 'DUKUNG WIRASENA-KARTIKA'",
        "Mungkin gambar teks yang menyatakan 'Damar Panuluh - Sekar Jatmika nomor urut 2'",
    ],
)
def test_a_campaign_poster_is_read(alt: str) -> None:
    assert judged(alt) == "campaign"


def test_a_poster_against_somebody_is_an_attack() -> None:
    post = {"image_alt": ["Mungkin karikatur 1 orang dan teks yang menyatakan 'TOLAK PANULUH'"]}
    assert (level(post), verdict(post)["stance"]) == ("campaign", "oppose")


@pytest.mark.parametrize(
    "alt",
    [
        "Mungkin gambar 3 orang, orang tersenyum, dalam ruangan dan mikrofon",
        "May be an image of 5 people, people standing, poster and outdoors",
        "Mungkin gambar 2 orang, orang berdiri dan teks",
        "May be an image of 1 person, 2 hands and text",
        "Mungkin gambar teks yang menyatakan 'ASN HARUS NETRAL, JAGA JEMPOL'",
        "May be an image of text that says 'CEK DPT ONLINE SEBELUM 27 NOVEMBER'",
        "Mungkin gambar makanan dan teks yang menyatakan 'PAKET NOMOR 2 PALING LARIS'",
    ],
)
def test_the_description_itself_is_silent(alt: str) -> None:
    assert judged(alt) == "none"


def test_a_poster_of_all_contestants_takes_no_side() -> None:
    alt = "Mungkin gambar teks yang menyatakan 'KPU menetapkan Wirasena-Kartika, Damar-Sekar dan Togar-Mayang'"
    assert judged(alt) == "mention"


def test_the_words_around_a_quoted_call_do_not_weaken_it() -> None:
    with_words = verdict({"image_alt": ["Mungkin gambar 1 orang dan teks yang menyatakan 'Coblos Damar-Sekar'"]})
    alone = verdict({"image_alt": ["Coblos Damar-Sekar"]})
    assert with_words["points"] >= alone["points"]
