"""Which names of a regent's or mayor's pair count by themselves, which only near a cue, and whom they name."""

from __future__ import annotations

import pytest

from server.engine import Engine, build_engine, canonical_json, load_bundle, score
from server.rules import compile_rules

from .conftest import Workshop

CONTEST = """
id = "pilbup-uji"
title = { id = "Pemilihan Uji", en = "Trial elections" }
kind = "regional"
area = "Indonesia"
active = { from = "2024-05-05", to = "2024-12-16" }
candidates_csv = "pilbup-uji.csv"
source = "rekaan"
date = "2026-11-22"
"""
GROUPS = """
[groups]
regent-election = ["cabup", "calon bupati"]
regent-office = ["bupati", "paslon"]
mayor-election = ["cawalkot"]
mayor-office = ["wali kota"]
"""
HEADER = "level,area,number,head,deputy,head_aliases,pair_aliases,slogans,common,source,date\n"
DAY = "2024-10-20"
MELATI, MAWAR = "pilbup-uji/kab-melati", "pilbup-uji/kota-mawar"


def row(level: str, area: str, number: int, head: str, deputy: str, aliases: str = ",,", common: str = "") -> str:
    """A row of a list; ``aliases`` fills head_aliases, pair_aliases and slogans."""
    return f"{level},{area},{number},{head},{deputy},{aliases},{common},rekaan,2026-11-22\n"


ROWS = (
    row("regent", "Kab. Melati", 1, "Ratnaningtyas Prabangsa", "Yudhawira Alamsyahrul", "Bu Ratna,RAYU,#MelatiMekar")
    + row("regent", "Kab. Melati", 2, "M. Suryakanta", "Wulandari", common="Wulandari")
    + row("regent", "Kab. Melati", 3, "Togarman Silalatua", "Budiwati", ",Togar-Budi,", common="Togar-Budi")
    + row("mayor", "Kota Mawar", 1, "Wulandari", "Kinantya Jalu Wiraguna")
    + row("mayor", "Kota Mawar", 2, "Muhammad Gendhisan", "Ma'rifah Sabdotama")
    + row("mayor", "Kota Mawar", 3, "Rangkuti Satyawan", "Prameswari Kusumadewi", common="Rangkuti Satyawan")
)


@pytest.fixture
def lists(workshop: Workshop) -> Workshop:
    """The rules of the vectors with a list of two areas beside them."""
    workshop.write("contests/pilbup-uji.toml", CONTEST)
    workshop.write("contests/pilbup-uji.csv", HEADER + ROWS)
    workshop.write("confusables-uji.toml", GROUPS)
    return workshop


@pytest.fixture
def engine(lists: Workshop) -> Engine:
    """An engine with these lists."""
    return build_engine(load_bundle(canonical_json(compile_rules(lists.root))))


def named(engine: Engine, text: str, day: str = DAY) -> list[str]:
    """Whom a text names."""
    return [entity["id"] for entity in score(engine, {"text": text}, day)["affiliations"]]


def test_the_list_has_no_problem(lists: Workshop) -> None:
    assert lists.problems() == []


def test_a_pair_is_one_entity_in_its_area(lists: Workshop) -> None:
    entities = {entry[0]: entry[1:3] for entry in compile_rules(lists.root)["entities"]}
    assert entities[f"{MELATI}/1"] == ["pair", "Ratnaningtyas Prabangsa – Yudhawira Alamsyahrul"]
    assert f"{MELATI}/1/1" not in entities


@pytest.mark.parametrize("name", ["Ratnaningtyas Prabangsa", "Yudhawira Alamsyahrul"])
def test_a_rare_full_name_counts_by_itself(name: str, engine: Engine) -> None:
    assert named(engine, f"{name} di rumah") == [f"{MELATI}/1"]


@pytest.mark.parametrize("name", ["Ratnaningtyas-Yudhawira", "Ratnaningtyas dan Yudhawira", "RatnaningtyasYudhawira"])
def test_so_does_what_a_pair_of_rare_names_is_called(name: str, engine: Engine) -> None:
    assert named(engine, f"{name} di rumah") == [f"{MELATI}/1"]


@pytest.mark.parametrize("name", ["Bu Ratna", "RAYU"])
def test_so_does_what_somebody_wrote(name: str, engine: Engine) -> None:
    assert named(engine, f"{name} di rumah") == [f"{MELATI}/1"]


@pytest.mark.parametrize(
    "name",
    [
        "Ratnaningtyas",
        "Wulandari",
        "Suryakanta",
        "Muhammad Gendhisan",
        "Kinantya Jalu",
        "Rangkuti Satyawan",
        "Suryakanta-Wulandari",
        "Togar-Budi",
        "Togar dan Budi",
    ],
)
def test_no_other_name_counts_by_itself(name: str, engine: Engine) -> None:
    assert named(engine, f"{name} di rumah") == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Suryakanta dari Melati", f"{MELATI}/2"),
        ("cabup Suryakanta", f"{MELATI}/2"),
        ("Muhammad Suryakanta, calon bupati", f"{MELATI}/2"),
        ("Suryakanta-Wulandari, paslon kita", f"{MELATI}/2"),
        ("Togar dan Budi, calon bupati", f"{MELATI}/3"),
        ("wali kota Kinantya Jalu", f"{MAWAR}/1"),
        ("Rangkuti Satyawan dari Mawar", f"{MAWAR}/3"),
        ("Muhammad Gendhisan cawalkot", f"{MAWAR}/2"),
    ],
)
def test_near_a_cue_it_does(text: str, pair: str, engine: Engine) -> None:
    assert named(engine, text) == [pair]


@pytest.mark.parametrize("text", ["Bupati Suryakanta", "wali kota Rangkuti Satyawan", "Togarman, paslon kita"])
def test_the_office_is_no_cue_for_a_single_word_or_a_common_name(text: str, engine: Engine) -> None:
    assert named(engine, text) == []


@pytest.mark.parametrize(
    "text", ["Muhammad Gendhisan dan Ma'rifah Sabdotama", "Budiwati mendampingi Togarman Silalatua"]
)
def test_the_partner_is_one(text: str, engine: Engine) -> None:
    verdict = score(engine, {"text": text}, DAY)
    assert len([entry for entry in verdict["evidence"] if entry["rule"] == "mention-candidate"]) == 2


def test_a_name_of_two_areas_stands_for_both_near_a_cue(engine: Engine) -> None:
    assert named(engine, "Wulandari cawalkot") == [f"{MELATI}/2", f"{MAWAR}/1"]


@pytest.mark.parametrize("name", ["Ma'rifah Sabdotama", "Marifah Sabdotama"])
def test_an_apostrophe_is_there_or_not(name: str, engine: Engine) -> None:
    assert named(engine, f"{name} di rumah") == [f"{MAWAR}/2"]


def test_a_slogan_takes_a_side(engine: Engine) -> None:
    rules = {entry["rule"] for entry in score(engine, {"text": "#MelatiMekar"}, DAY)["evidence"]}
    assert "mention-slogan" in rules


def test_outside_its_dates_nobody_is_a_candidate(engine: Engine) -> None:
    assert named(engine, "Ratnaningtyas Prabangsa di rumah", "2025-01-10") == []


def test_one_word_of_somebody_else_stays_with_that_person(lists: Workshop) -> None:
    lists.write("contests/pilbup-uji.csv", HEADER + row("regent", "Kab. Melati", 1, "Arwana", "Yudhawira Alamsyahrul"))
    engine = build_engine(load_bundle(canonical_json(compile_rules(lists.root))))
    assert named(engine, "cabup Arwana") == ["pilbup/1/1"]


def test_a_full_name_of_somebody_else_points_at_both(lists: Workshop) -> None:
    lists.write("contests/pilbup-uji.csv", HEADER + row("regent", "Kab. Melati", 1, "Arwana Kelana", "Yudhawira Alam"))
    engine = build_engine(load_bundle(canonical_json(compile_rules(lists.root))))
    assert named(engine, "Arwana Kelana") == ["pilbup-uji/kab-melati/1", "pilbup/1/1"]


def test_ambiguous_names_of_one_area_share_one_list_of_cues(lists: Workshop) -> None:
    bundle = compile_rules(lists.root)
    places = {text: confusable for text, _, confusable, _, _ in bundle["aliases"]}
    assert places["suryakanta wulandari"] == places["suryakanta dan wulandari"] >= 0
    assert bundle["confusables"][places["suryakanta wulandari"]] == {
        "cues": ["bupati", "cabup", "calon bupati", "melati", "paslon"],
        "vetoes": [],
    }


def test_a_common_name_of_a_governor_counts_near_the_office_too(workshop: Workshop) -> None:
    header = "level,area,number,head,deputy,parties,common,source,date\n"
    workshop.write(
        "contests/pilgub.csv", f"{header}governor,Teluk Contoh,1,Arta Guna,Yumna Sekar,,Arta Guna,rekaan,2026-11-22\n"
    )
    workshop.write("confusables-uji.toml", '[groups]\ngovernor-office = ["gubernur"]\n')
    engine = build_engine(load_bundle(canonical_json(compile_rules(workshop.root))))
    assert named(engine, "Arta Guna di rumah") == []
    assert named(engine, "Gubernur Arta Guna di rumah") == ["pilgub/teluk-contoh/1/1"]
