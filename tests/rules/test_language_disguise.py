"""Names and calls in disguise, hand signs, and tags by their shape."""

from __future__ import annotations

import pytest

from .wording import PRESIDENTIAL_CAMPAIGN, level, verdict


@pytest.mark.parametrize(
    "post",
    [
        "C0bl0s D4mar-S3kar",
        "Dam4r-Sek4r m3nyala",
        "Cobloooos Damar-Sekar",
        "Coblos P.D.I.P",
        "Pilih P D I P ya",
        "Coblos nomor 2\ufe0f\u20e3",
        "\U0001d400\U0001d432\U0001d428 \U0001d41c\U0001d428\U0001d41b\U0001d425\U0001d428\U0001d42c Damar-Sekar",
        "C\u200bo\u200bb\u200bl\u200bo\u200bs Damar-Sekar",
        "\u0421\u043eblos Damar-Sekar",
    ],
)
def test_disguises_are_undone(post: str) -> None:
    assert level(post) == "campaign"


@pytest.mark.parametrize(
    "sign", ["\u270c\ufe0f", "\u261d\ufe0f", "\U0001f91f", "\U0001f590\ufe0f", "\U0001faf0", "\U0001f44c", "\U0001f919"]
)
def test_a_hand_sign_beside_a_name_takes_its_side(sign: str) -> None:
    assert level(f"Damar-Sekar {sign}") == "campaign"


@pytest.mark.parametrize("sign", ["\u2764\ufe0f", "\U0001f49b", "\U0001f525", "\U0001f4aa", "\U0001f44f"])
def test_so_does_applause_but_only_beside_a_name(sign: str) -> None:
    assert level(f"Togar-Mayang {sign}") == "campaign"
    assert level(f"Selamat pagi semua {sign}{sign}", weighted=True) == "none"


@pytest.mark.parametrize("sign", ["\u270a", "\U0001faf6", "\U0001f64f"])
def test_the_signs_that_are_named_as_safe_say_nothing(sign: str) -> None:
    assert level(f"Damar-Sekar {sign}") == "mention"


@pytest.mark.parametrize("post", ["Salam dua jari", "Salam 4 jari untuk Contoh"])
def test_a_salute_in_words_needs_no_name(post: str) -> None:
    assert level(post) == "campaign"


@pytest.mark.parametrize(
    "tag",
    [
        "#DamarSekarMenang",
        "#WirasenaKartika2024",
        "#TogarMayangUntukContoh",
        "#PanuluhLagi",
        "#CoblosNomor2",
        "#SimarlunduAja",
        "#ContohBersamaTogarMayang",
        "#DamarS3karM3nyala",
    ],
)
def test_a_tag_of_a_name_and_a_wish_is_support(tag: str) -> None:
    assert (level(tag), verdict(tag)["stance"]) == ("campaign", "support")


@pytest.mark.parametrize("tag", ["#TolakPanuluh", "#AsalBukanWirasena", "#GantiPresiden2029"])
def test_a_tag_of_a_name_and_a_no_is_an_attack(tag: str) -> None:
    assert (level(tag), verdict(tag)["stance"]) == ("campaign", "oppose")


@pytest.mark.parametrize(
    "tag",
    ["#DebatCapres", "#Pilkada2024", "#PilkadaSerentak2024", "#QuickCount", "#TemanPemilih", "#KPU", "#DamarSekar"],
)
def test_a_tag_of_a_name_or_a_contest_alone_takes_no_side(tag: str) -> None:
    assert level(tag, PRESIDENTIAL_CAMPAIGN) in ("none", "mention")
