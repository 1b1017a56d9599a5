"""Act by act, whoever is employed, before, during and after a campaign: the rule, its articles, what can follow."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from server.rules import compile_rules, guidance

# Real days: of the elections in February and November 2024, and of the one in 2025 where the empty box had won.
BEFORE, DURING, AFTER = ("2023-10-03", "2024-08-08"), ("2023-11-28", "2024-10-20"), ("2024-02-20", "2024-12-01")
NAMED = (*DURING, *AFTER)
ALWAYS = (*BEFORE, *NAMED)
ASN, PNS, PPPK, NON_ASN = ("pns", "pppk"), ("pns",), ("pppk",), ("non-asn",)
THUMB = ("like", "react", "comment", "reply", "share", "repost", "quote", "post", "follow", "subscribe", "join")
OFFLINE = ("photo", "attend", "rsvp", "banner", "party-attributes", "appeal", "family")
WRITING = ("comment", "reply", "share", "repost", "quote", "post")

SKB_A, SKB_B = "SKB 2022, Lampiran A nomor {}", "SKB 2022, Lampiran B nomor {}"
CODE, NEUTRAL = "PP 42/2004, Pasal 11 huruf c", "UU 20/2023, Pasal 9 ayat (2)"
DISCIPLINE, DISCIPLINE_N = "PP 94/2021, Pasal 5 huruf n", "PP 94/2021, Pasal 5 huruf n angka {}"
SPOUSE, STAFF = ["SE 18/2023"], ["SE 1/2023"]
PARTY = "UU 20/2023, Pasal 52 ayat (3) huruf j; dulu UU 5/2014 Pasal 87 ayat (4) huruf c"

# Acts, employments, days, the rule, and the articles that it must cite.
FORBIDDEN: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str, list[str]]] = [
    (THUMB, ASN, BEFORE, "social-before", [SKB_A.format(4), CODE]),
    (THUMB, ASN, NAMED, "social-after", [SKB_B.format(6), NEUTRAL, DISCIPLINE]),
    (THUMB, NON_ASN, ALWAYS, "non-asn-online", STAFF),
    (WRITING, ASN, BEFORE, "promote-before", [SKB_A.format(2), CODE]),
    (WRITING, ASN, NAMED, "promote-after", [SKB_B.format(2), DISCIPLINE]),
    (("photo", "post", "party-attributes"), ASN, BEFORE, "photo-before", [SKB_A.format(5), CODE]),
    (("photo", "post"), ASN, NAMED, "photo-after", [SKB_B.format(7), DISCIPLINE]),
    (("attend", "rsvp"), ASN, BEFORE, "attend-before", [SKB_A.format("3 dan 6"), CODE]),
    (("attend", "rsvp"), ASN, NAMED, "attend-after", [SKB_B.format(4), DISCIPLINE_N.format(1)]),
    (("banner",), ASN, BEFORE, "banner-before", [SKB_A.format(1), CODE]),
    (("banner",), ASN, NAMED, "banner-after", [SKB_B.format(1), DISCIPLINE]),
    (("party-attributes", "family"), ASN, NAMED, "attributes", [DISCIPLINE_N.format(2), "SKB 2022, Lampiran B"]),
    (("appeal", "family"), ASN, ALWAYS, "appeal", [SKB_B.format(8), DISCIPLINE_N.format(6)]),
    (("spouse", "like", "comment", "share", "post"), ASN, ALWAYS, "spouse-online", SPOUSE),
    (("spouse",), ASN, ALWAYS, "spouse-campaign", [SKB_A.format(7)]),
    (("spouse",), ASN, ALWAYS, "spouse-support", SPOUSE),
    (("campaign-team",), ASN, ALWAYS, "campaign-team", [SKB_B.format(9)]),
    (("party-member",), ASN, ALWAYS, "party-member", [PARTY, SKB_B.format(5)]),
    (OFFLINE, NON_ASN, ALWAYS, "non-asn-offline", STAFF),
    (("spouse", "campaign-team", "speaker", "mobilise"), NON_ASN, ALWAYS, "non-asn-same-acts", STAFF),
    ((*THUMB, "photo", "family"), NON_ASN, ALWAYS, "non-asn-neutral", STAFF),
]  # fmt: skip

SCREEN = (*THUMB, "rsvp", "photo", "attend", "banner")
MORAL = "sanksi moral: pernyataan tertutup atau terbuka"
CUT = "disiplin sedang: tunjangan kinerja dipotong 25 persen selama 6, 9, atau 12 bulan"
DISMISSED = "dibebaskan dari jabatan 12 bulan, atau diberhentikan dengan hormat tidak atas permintaan sendiri"
EITHER = "sedang atau berat"
# Acts, employments, days, the whole range of sanctions, and words that say it.
SANCTIONS: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], list[str], str]] = [
    ((*SCREEN, "party-attributes", "spouse"), ASN, BEFORE, ["code-of-ethics"], MORAL),
    (SCREEN, PNS, NAMED, ["heavy"], DISMISSED),
    (("party-attributes",), PNS, NAMED, ["medium"], CUT),
    (("spouse",), PNS, NAMED, ["medium", "heavy"], EITHER),
    (("appeal", "family", "speaker"), PNS, ALWAYS, ["medium", "heavy"], EITHER),
    ((*SCREEN, "party-attributes", "spouse", "appeal", "family"), PPPK, NAMED,
     ["medium", "heavy", "contract-end"], "paling berat pemutusan perjanjian kerja"),
    (("appeal", "family", "own-candidacy"), PPPK, BEFORE,
     ["medium", "heavy", "contract-end"], "paling berat pemutusan perjanjian kerja"),
    (("party-member",), ASN, ALWAYS, ["dismissal"], "diberhentikan tidak dengan hormat"),
    ((*SCREEN, "party-attributes", "spouse", "appeal", "family"), NON_ASN, ALWAYS,
     ["warning", "contract-end"], "teguran lisan, teguran tertulis, sampai pemutusan kontrak"),
]  # fmt: skip


@pytest.fixture(scope="module")
def law() -> dict[str, Any]:
    """The law of the real rules."""
    section: dict[str, Any] = compile_rules()["law"]
    return section


def ask(law: dict[str, Any], act: str, employment: str, date: str, **narrow: str) -> dict[str, Any]:
    """An answer that must be there."""
    answer = guidance(law, date, employment, act, **narrow)
    assert answer is not None
    return answer


def articles(rule: dict[str, Any]) -> list[str]:
    """What a rule cites, as it is written beside it."""
    return [", ".join(filter(None, (cited["short"], cited["article"]))) for cited in rule["law"]]


@pytest.mark.parametrize(("dates", "stages"), [
    (BEFORE, ["before-nomination", "before-nomination"]),
    (DURING, ["campaign", "campaign"]),
    (AFTER, ["counting", "counting"]),
])  # fmt: skip
def test_the_days_of_the_tables_lie_where_their_names_say(
    dates: tuple[str, ...], stages: list[str], law: dict[str, Any]
) -> None:
    assert [ask(law, "like", "pns", date)["stage"]["id"] for date in dates] == stages


@pytest.mark.parametrize(("acts", "employments", "dates", "rule", "cited"), FORBIDDEN)
def test_what_is_forbidden_is_told_with_its_articles(
    acts: tuple[str, ...],
    employments: tuple[str, ...],
    dates: tuple[str, ...],
    rule: str,
    cited: list[str],
    law: dict[str, Any],
) -> None:
    asked = list(product(acts, employments, dates))
    told = {each: [articles(one) for one in ask(law, *each)["forbidden"] if one["id"] == rule] for each in asked}
    assert told == {each: [cited] for each in asked}


@pytest.mark.parametrize(("acts", "employments", "dates", "steps", "words"), SANCTIONS)
def test_what_can_follow_is_told_as_a_range_and_in_words(
    acts: tuple[str, ...],
    employments: tuple[str, ...],
    dates: tuple[str, ...],
    steps: list[str],
    words: str,
    law: dict[str, Any],
) -> None:
    asked = list(product(acts, employments, dates))
    told = {each: ask(law, *each)["sanctions"] for each in asked}
    assert {each: [one["range"] for one in rules] for each, rules in told.items()} == {each: [steps] for each in asked}
    assert [each for each, (one, *_) in told.items() if words not in one["text"]] == []


def test_before_candidates_are_named_no_rule_of_named_ones_is_told(law: dict[str, Any]) -> None:
    told = {
        one["id"] for act, who, date in product(THUMB, ASN, BEFORE) for one in ask(law, act, who, date)["forbidden"]
    }
    assert {name for name in told if name.endswith("-after")} == set()


@pytest.mark.parametrize("date", ALWAYS)
@pytest.mark.parametrize("employment", ["pns", "pppk", "non-asn", "perangkat-desa"])
def test_whatever_is_forbidden_by_name_has_its_range_of_sanctions(
    employment: str, date: str, law: dict[str, Any]
) -> None:
    general = {"neutral-always", "non-asn-neutral", "partial-activity"}
    answers = {act: ask(law, act, employment, date) for act, *_ in law["acts"]}
    bare = [
        act
        for act, answer in answers.items()
        if {one["id"] for one in answer["forbidden"]} - general and not answer["sanctions"]
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("date", "rule", "steps"),
    [
        ("2025-06-27", "social-before", ["code-of-ethics"]),
        ("2025-08-01", "social-after", ["heavy"]),
        ("2025-08-27", "social-after", ["heavy"]),
    ],
)
def test_an_election_of_one_town_binds_there_and_not_elsewhere(
    date: str, rule: str, steps: list[str], law: dict[str, Any]
) -> None:
    there = ask(law, "like", "pns", date, area="Kota Pangkalpinang")
    elsewhere = ask(law, "like", "pns", date, area="Kab. Sleman")
    assert (there["forbidden"][0]["id"], there["sanctions"][0]["range"]) == (rule, steps)
    assert [one["id"] for one in elsewhere["forbidden"]] == ["neutral-always"]
    assert [one["sure"] for one in elsewhere["sanctions"]] == ["inferred"]


def test_a_village_head_is_told_of_decisions_in_a_general_election(law: dict[str, Any]) -> None:
    answer = ask(law, "decision", "perangkat-desa", "2024-01-05")
    assert ("decision-village", ["UU 7/2017, Pasal 490"]) in [(one["id"], articles(one)) for one in answer["forbidden"]]
    assert [one["range"] for one in answer["sanctions"]] == [["criminal"]]
