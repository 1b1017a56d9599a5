"""Which stage holds on which day and where: contests side by side, areas of their own, and the next voting day."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from server.rules import compile_rules, guidance

LAW: dict[str, Any] = {
    "from": "2022-09-22",
    "acts": [["like", {"id": "Menyukai", "en": "Like"}, 1]],
    "employments": [["pns", {"id": "PNS", "en": "Civil servant"}]],
    "stages": [
        [name, {"id": name, "en": name}]
        for name in ("none", "before-nomination", "counting", "nominated", "campaign", "quiet", "voting")
    ],
    "instruments": {},
    "rules": {
        "forbidden": [
            {"id": "pemilu", "election": ["pemilu"], "stage": ["campaign"]},
            {"id": "pilkada", "election": ["pilkada"], "stage": ["campaign"]},
            {"id": "dated", "from": "2030-03-01", "to": "2030-03-31"},
            {"id": "other-act", "act": ["join"]},
        ],
        "sanctions": [], "allowed": [], "unclear": [], "ask": [], "chain": [],
    },
    "notes": {name: {"id": name, "en": name} for name in ("advice", "none", "several")},
    "areas": {"Nusa": ["Kab. Hulu", "Kab. Hilir"], "Muara": ["Kota Muara"]},
    "calendar": [
        {
            "contest": "satu", "title": {"id": "Satu", "en": "One"}, "election": "pilkada", "areas": ["Indonesia"],
            "stages": [
                ["before-nomination", "2030-01-01", "2030-01-31", 0],
                ["campaign", "2030-02-01", "2030-03-31", 0],
                ["voting", "2030-04-10", "2030-04-10", 0],
            ],
        },
        {
            "contest": "satu", "title": {"id": "Satu", "en": "One"}, "election": "pilkada", "areas": ["Kab. Hulu"],
            "local": True,
            "stages": [["nominated", "2030-03-15", "2030-05-19", 0], ["voting", "2030-05-20", "2030-05-20", 0]],
        },
        {
            "contest": "dua", "title": {"id": "Dua", "en": "Two"}, "election": "pemilu", "areas": ["Indonesia"],
            "stages": [["before-nomination", "2030-02-15", "2030-12-31", 0]],
        },
    ],
    "sources": ["rekaan"],
}  # fmt: skip
for _rule in LAW["rules"]["forbidden"]:
    _rule |= {
        "text": {"id": "Teks.", "en": "Text."},
        "law": [],
        "source": "rekaan",
        "date": "2026-11-22",
        "sure": "seen",
    }


def told(date: str, **narrow: str) -> dict[str, Any]:
    """An answer of the small law."""
    answer = guidance(LAW, date, "pns", **narrow)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("date", "stage"),
    [
        ("2029-12-31", "none"),
        ("2030-01-01", "before-nomination"),
        ("2030-01-31", "before-nomination"),
        ("2030-02-01", "campaign"),
        ("2030-04-10", "voting"),
        ("2030-04-11", "nominated"),
        ("2030-06-01", "before-nomination"),
        ("2031-01-01", "none"),
    ],
)
def test_the_first_and_last_day_belong_to_a_stage(date: str, stage: str) -> None:
    assert told(date)["stage"]["id"] == stage


def test_of_several_contests_the_strictest_stage_decides_and_is_named() -> None:
    answer = told("2030-02-20")
    assert [(each["id"], each["stage"]["id"], each["decides"]) for each in answer["contests"]] == [
        ("satu", "campaign", True),
        ("dua", "before-nomination", False),
    ]
    assert answer["notes"] == ["advice", "several"]


def test_only_the_laws_of_the_deciding_election_are_told() -> None:
    assert [rule["id"] for rule in told("2030-02-20")["forbidden"]] == ["pilkada", "other-act"]


def test_a_stage_that_is_asked_for_stands_in_place_of_the_calendar_s() -> None:
    answer = told("2031-01-01", stage="campaign")
    assert answer["stage"]["id"] == "campaign"
    assert [rule["id"] for rule in answer["forbidden"]] == ["pemilu", "pilkada", "other-act"]
    assert answer["notes"] == ["advice"]


def test_a_stage_that_is_asked_for_keeps_to_the_contest_asked_for() -> None:
    answer = told("2031-01-01", stage="campaign", contest="dua")
    assert [rule["id"] for rule in answer["forbidden"]] == ["pemilu", "other-act"]


def test_a_contest_can_be_asked_for_alone() -> None:
    assert told("2030-02-20", contest="dua")["stage"]["id"] == "before-nomination"


def test_outside_every_stage_a_note_says_so() -> None:
    assert told("2031-01-01")["notes"] == ["advice", "none"]


@pytest.mark.parametrize(
    ("area", "stages"),
    [
        ("Kab. Hulu", [("satu", "nominated")]),
        ("Kab. Hilir", [("satu", "campaign")]),
        ("Nusa", [("satu", "campaign"), ("satu", "nominated")]),
        ("Muara", [("satu", "campaign")]),
    ],
)
def test_an_area_s_own_stages_stand_in_place_of_the_contest_s(area: str, stages: list[tuple[str, str]]) -> None:
    answer = told("2030-03-20", area=area)
    assert [(each["id"], each["stage"]["id"]) for each in answer["contests"] if each["id"] == "satu"] == stages


@pytest.mark.parametrize(
    ("date", "area", "vote", "days"),
    [
        ("2030-04-09", "", "2030-04-10", 1),
        ("2030-04-10", "", "2030-04-10", 0),
        ("2030-04-11", "", "2030-05-20", 39),
        ("2030-04-09", "Kab. Hulu", "2030-05-20", 41),
        ("2028-02-28", "Kab. Hilir", "2030-04-10", 772),
    ],
)
def test_the_next_voting_day_is_counted_down(date: str, area: str, vote: str, days: int) -> None:
    voting = told(date, area=area)["next_voting"]
    assert (voting["date"], voting["days"]) == (vote, days)


@pytest.mark.parametrize(("date", "area"), [("2030-05-21", ""), ("2030-04-11", "Kab. Hilir")])
def test_where_no_voting_day_is_set_there_is_none(date: str, area: str) -> None:
    assert told(date, area=area)["next_voting"] is None


@pytest.mark.parametrize(("date", "holds"), [("2030-02-28", False), ("2030-03-01", True), ("2030-03-31", True)])
def test_a_rule_holds_between_its_days(date: str, holds: bool) -> None:
    assert ("dated" in [rule["id"] for rule in told(date)["forbidden"]]) is holds


def test_a_rule_of_another_act_is_left_out() -> None:
    assert "other-act" not in [rule["id"] for rule in told("2030-02-20", act="like")["forbidden"]]


def test_before_the_law_files_begin_there_is_no_guidance() -> None:
    assert guidance(LAW, "2022-09-21", "pns") is None


def test_asking_changes_nothing() -> None:
    before = copy.deepcopy(LAW)
    told("2030-03-20", area="Nusa", language="en")
    assert before == LAW


@pytest.fixture(scope="module")
def law() -> dict[str, Any]:
    """The law of the real rules."""
    section: dict[str, Any] = compile_rules()["law"]
    return section


@pytest.mark.parametrize(
    ("date", "stage", "contests"),
    [
        ("2024-02-12", "quiet", {"pemilu-2024", "pilpres-2024"}),
        ("2024-03-20", "counting", {"pemilu-2024", "pilpres-2024"}),
        ("2024-09-21", "before-nomination", {"pilkada-2024"}),
        ("2024-09-22", "nominated", {"pilkada-2024"}),
        ("2024-11-27", "voting", {"pilkada-2024"}),
        ("2025-03-22", "voting", {"pilkada-2024"}),
        ("2025-08-01", "campaign", {"pilkada-ulang-2025"}),
        ("2026-11-22", "none", set()),
    ],
)
def test_the_real_calendar_knows_its_days(date: str, stage: str, contests: set[str], law: dict[str, Any]) -> None:
    answer = guidance(law, date, "pns")
    assert answer is not None
    assert answer["stage"]["id"] == stage
    assert {each["id"] for each in answer["contests"] if each["decides"]} == contests


@pytest.mark.parametrize(
    ("area", "date", "stage"),
    [
        ("Kab. Siak", "2025-03-22", "voting"),
        ("Riau", "2025-03-22", "voting"),
        ("Kab. Mesuji", "2025-03-22", "none"),
        ("Kota Jayapura", "2025-08-06", "voting"),
        ("Kota Pangkalpinang", "2025-08-27", "voting"),
        ("Kab. Bangka Barat", "2025-08-27", "none"),
        ("Kepulauan Bangka Belitung", "2025-08-27", "voting"),
    ],
)
def test_repeated_elections_hold_in_their_areas_only(area: str, date: str, stage: str, law: dict[str, Any]) -> None:
    answer = guidance(law, date, "pns", area=area)
    assert answer is not None
    assert answer["stage"]["id"] == stage


def test_an_area_s_own_part_begins_where_it_differs(law: dict[str, Any]) -> None:
    parts = [part for part in law["calendar"] if part["contest"] == "pilkada-2024" and "local" in part]
    assert {part["stages"][0][1] for part in parts} == {"2024-12-17"}
