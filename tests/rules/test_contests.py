"""Contests: dates of their own for single areas, choices beside the pairs, and what the shared files hold."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from server.engine import Engine, build_engine, canonical_json, load_bundle, score
from server.rules import compile_rules

from .conftest import Workshop

LOCAL = '\n[[local]]\narea = "Teluk Contoh"\nto = "2025-03-22"\nsource = "rekaan"\n'
CHOICE = '\n[[choice]]\nid = "kotak-kosong"\nname = "Kotak kosong"\naliases = ["kolom kosong"]\nsource = "rekaan"\n'


def named(workshop: Workshop, text: str, day: str) -> list[str]:
    """Whom a text names on a day."""
    engine = build_engine(load_bundle(canonical_json(compile_rules(workshop.root))))
    return [entity["id"] for entity in score(engine, {"text": text}, day)["affiliations"]]


def add(workshop: Workshop, text: str, name: str = "contests/pilgub.toml") -> None:
    """Write more lines at the end of a file."""
    workshop.write(name, (workshop.root / name).read_text(encoding="utf-8") + text)


@pytest.mark.parametrize(("day", "count"), [("2024-12-17", 2), ("2025-03-22", 2), ("2025-03-23", 0)])
def test_an_area_keeps_its_candidates_until_its_re_vote(day: str, count: int, workshop: Workshop) -> None:
    add(workshop, LOCAL)
    assert len(named(workshop, "Wastu-Yumna bersama Yumna Sekartaji", day)) == count


def test_other_areas_keep_the_contest_s_dates(workshop: Workshop) -> None:
    add(workshop, LOCAL)
    add(workshop, "governor,Tanjung Contoh,1,Arta Guna,,,,,,,rekaan,2026-11-22\n", "contests/pilgub.csv")
    assert named(workshop, "Arta Guna", "2024-12-17") == []


def test_dates_of_an_area_that_no_list_has_are_told(workshop: Workshop) -> None:
    add(workshop, LOCAL.replace("Teluk Contoh", "Teluk Conto"))
    assert workshop.problem() == (
        "contests/pilgub.toml: local[0].area: no candidate list of this contest has the area 'Teluk Conto'; "
        "write it as it stands there"
    )


def test_dates_of_an_area_end_after_they_begin(workshop: Workshop) -> None:
    add(workshop, LOCAL.replace("2025-03-22", "2024-01-01"))
    assert workshop.problem() == "contests/pilgub.toml: local[0]: ends before it begins"


def test_stages_of_an_area_are_checked_like_all_others(workshop: Workshop) -> None:
    stage = '\n[[local.stage]]\nkind = "voting"\nfrom = "2025-03-22"\nto = "2025-03-21"\nsource = "rekaan"\n'
    add(workshop, LOCAL + stage)
    assert workshop.problem() == "contests/pilgub.toml: local[0].stage[0]: ends before it begins"


@pytest.mark.parametrize("text", ["kotak kosong", "kolom kosong"])
def test_the_empty_box_can_be_chosen(text: str, workshop: Workshop) -> None:
    add(workshop, CHOICE)
    assert named(workshop, text, "2024-10-20") == ["pilgub/kotak-kosong"]


def test_a_contest_has_several_lists(workshop: Workshop) -> None:
    workshop.change("contests/pilgub.toml", '"pilgub.csv"', '["pilgub.csv", "pilgub-2.csv"]')
    header, _ = (workshop.root / "contests/pilgub.csv").read_text(encoding="utf-8").split("\n", 1)
    workshop.write("contests/pilgub-2.csv", f"{header}\ngovernor,Tanjung,1,Arta Guna,,,,,,,rekaan,2026-11-22\n")
    assert workshop.problems() == []
    assert named(workshop, "Arta Guna", "2024-10-20") == ["pilgub/tanjung/1", "pilgub/tanjung/1/1"]


def test_a_list_that_no_contest_names_is_told(workshop: Workshop) -> None:
    header, _ = (workshop.root / "contests/pilgub.csv").read_text(encoding="utf-8").split("\n", 1)
    workshop.write("contests/pilgub-2.csv", f"{header}\ngovernor,Tanjung,1,Arta Guna,,,,,,,rekaan,2026-11-22\n")
    assert workshop.problem() == (
        "contests/pilgub-2.csv: belongs to no contest; name it as candidates_csv in a file contests/<id>.toml"
    )


def test_a_name_that_everybody_knows_may_be_a_frequent_word(workshop: Workshop) -> None:
    workshop.write("frequency.csv", "word,per_million\nbolang,900\n")
    name, alias = 'name = "Bintari Lestri"\n', 'aliases = ["Bolang"]\n'
    workshop.change("contests/pilbup.toml", name, name + alias)
    assert workshop.problem().startswith("contests/pilbup.toml: pair[0] number 1: the alias 'Bolang' is an everyday ")
    workshop.change("contests/pilbup.toml", alias, 'known_as = ["Bolang"]\n')
    assert workshop.problems() == []


# What the shared files hold.

RULES = Path(__file__).parents[2] / "shared_rules"
CONTESTS: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((RULES / "contests").glob("*.toml"))
}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a shared candidate list."""
    with (RULES / "contests" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def bundle() -> dict[str, Any]:
    return compile_rules(RULES)


@pytest.fixture(scope="module")
def engine(bundle: dict[str, Any]) -> Engine:
    return build_engine(load_bundle(canonical_json(bundle)))


def test_every_contest_is_named_like_its_file() -> None:
    assert {name: data["id"] for name, data in CONTESTS.items() if data["id"] != name} == {}


def test_the_elections_since_2014_are_there() -> None:
    assert set(CONTESTS) == {
        "contoh", "pemilu-2014", "pemilu-2019", "pemilu-2024", "pemilu-2029", "pilkada-2018", "pilkada-2020",
        "pilkada-2024", "pilkada-2031", "pilkada-dki-2017", "pilkada-ulang-2025", "pilpres-2014", "pilpres-2019",
        "pilpres-2024", "psu-papua-2025",
    }  # fmt: skip


def test_every_contest_that_is_over_says_when_it_closed() -> None:
    over = {name: data for name, data in CONTESTS.items() if data["active"]["to"] < "2026-11-22"}
    assert {name: data["stage"][-1]["kind"] for name, data in over.items()} == dict.fromkeys(over, "closed")


def test_stages_follow_each_other_without_a_gap() -> None:
    gaps = [
        (name, after["from"])
        for name, data in CONTESTS.items()
        for stages in (data.get("stage", []), *(part.get("stage", []) for part in data.get("local", ())))
        for before, after in pairwise(stages)
        if (date.fromisoformat(after["from"]) - date.fromisoformat(before["to"])).days != 1
    ]
    assert gaps == []


def test_days_that_nobody_has_set_are_marked() -> None:
    assert {name for name, data in CONTESTS.items() if data.get("tentative")} == {"pemilu-2029", "pilkada-2031"}


def test_the_regional_elections_of_2024_are_complete() -> None:
    governors, districts = rows("pilkada-2024.csv"), rows("pilkada-2024-districts.csv")
    assert len({row["area"] for row in governors}) + len({row["area"] for row in districts}) == 545
    assert len(governors) + len(districts) == 1557
    assert Counter(level for level, _ in {(row["level"], row["area"]) for row in districts}) == {
        "regent": 415,
        "mayor": 93,
    }


def test_nobody_stands_for_an_empty_box() -> None:
    assert [
        row for row in rows("pilkada-2024-districts.csv") if "KOSONG" in row["head"].upper() or not row["deputy"]
    ] == []


def test_a_regency_and_the_city_of_its_name_are_two(bundle: dict[str, Any]) -> None:
    ids = {entry[0] for entry in bundle["entities"]}
    assert {"pilkada-2024/kab-bandung/1", "pilkada-2024/kota-bandung/1", "pilkada-2024/kab-mesuji/2"} <= ids


def test_a_regency_is_no_city_because_its_name_begins_so() -> None:
    areas = {row["area"] for row in rows("pilkada-2024-districts.csv")}
    assert {"Kab. Kotabaru", "Kab. Kotawaringin Barat", "Kab. Kotawaringin Timur"} <= areas


@pytest.mark.parametrize(
    ("entity", "last"),
    [
        ("pilkada-2024/kab-siak/1", "2025-03-22"),
        ("pilkada-2024/papua/2/1", "2025-08-06"),
        ("pilkada-2024/kota-banjarbaru/1", "2025-08-09"),
        ("pilkada-2024/kab-mesuji/1", "2024-12-16"),
        ("pilkada-ulang-2025/kota-pangkalpinang/3", "2025-08-27"),
    ],
)
def test_areas_of_a_re_vote_have_their_own_last_day(entity: str, last: str, bundle: dict[str, Any]) -> None:
    assert {entry[0]: entry[5] for entry in bundle["entities"]}[entity] == last


def test_most_names_of_districts_can_be_found(bundle: dict[str, Any]) -> None:
    entities = [entry[0] for entry in bundle["entities"]]
    found = {entities[member] for _, members, *_ in bundle["aliases"] for member in members}
    assert [entity for entity in entities if entity not in found] == []


def test_the_bundle_stays_small(bundle: dict[str, Any]) -> None:
    assert len(canonical_json(bundle)) < 1_500_000


@pytest.mark.parametrize(
    "text", ["Jalan Sudirman macet lagi", "Pak Anwar guru kami", "Rahmat dan Hidayat bermain bola", "kartini masa kini"]
)
def test_everyday_names_are_nobody_s_while_a_campaign_runs(text: str, engine: Engine) -> None:
    assert score(engine, {"text": text}, "2024-10-20")["affiliations"] == []


def test_every_entry_of_the_lists_has_source_and_date() -> None:
    lists = [
        row
        for name in ("pilkada-2024.csv", "pilkada-2024-districts.csv", "pilkada-ulang-2025.csv")
        for row in rows(name)
    ]
    assert [row for row in lists if not row["source"] or not row["date"]] == []


def test_parties_carry_their_numbers_by_election() -> None:
    parties = {
        party["id"]: party["numbers"]
        for path in (RULES / "entities").glob("parties*.toml")
        for party in tomllib.loads(path.read_text(encoding="utf-8"))["party"]
        if "numbers" in party
    }
    years = {
        year: {numbers[year] for numbers in parties.values() if year in numbers}
        for year in ("pemilu-2014", "pemilu-2019", "pemilu-2024")
    }
    assert years == {
        "pemilu-2014": set(range(1, 16)),
        "pemilu-2019": set(range(1, 21)),
        "pemilu-2024": set(range(1, 25)),
    }
