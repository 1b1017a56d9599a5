"""SPEC 4 to 6: wording, account patterns and learned weights."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Judge, judge_of


@pytest.mark.parametrize("text", ["pilih Arwana", "pilih Partai Air Laut", "pilih Sahabat Cendana", "pilih #JambuRaya"])
def test_a_call_weighs_the_same_whoever_is_meant(text: str, judge: Judge) -> None:
    evidence = judge.verdict(text)["evidence"]
    assert [entry["points"] for entry in evidence if entry["rule"] == "ajakan"] == [45]


@pytest.mark.parametrize("number", ["0", "1", "9", "01", "99", "dua", "sepuluh"])
def test_a_number_slot_takes_numbers_and_numerals(number: str, judge: Judge) -> None:
    assert judge.rules(f"coblos nomor {number}") == ["ajakan"]


@pytest.mark.parametrize("number", ["100", "007", "2024", "dua2", "sebelas"])
def test_a_number_slot_takes_nothing_else(number: str, judge: Judge) -> None:
    assert judge.rules(f"coblos nomor {number}") == []


@pytest.mark.parametrize(("year", "rules"), [("1900", ["ajakan"]), ("2099", ["ajakan"]), ("1899", []), ("2100", [])])
def test_a_year_slot_takes_the_years_of_two_centuries(year: str, rules: list[str], judge: Judge) -> None:
    assert judge.rules(f"mari memilih pemimpin {year}") == rules


def test_words_of_a_phrase_must_follow_each_other(judge: Judge) -> None:
    assert "dukungan" not in judge.rules("dukung siapa Arwana")


@pytest.mark.parametrize(("text", "fires"), [("pilih a b Arwana", True), ("pilih a b c Arwana", False)])
def test_a_gap_has_a_longest_length(text: str, fires: bool, judge: Judge) -> None:
    assert ("ajakan" in judge.rules(text)) is fires


@pytest.mark.parametrize(
    ("text", "fires"), [("gaspol PJR", True), ("ayo gaspol PJR", False), ("gaspol PJR ayo", False)]
)
def test_the_edges_of_a_field_can_be_asked_for(text: str, fires: bool, judge: Judge) -> None:
    assert ("dukungan" in judge.rules(text)) is fires


def test_a_guard_lowers_the_points(judge: Judge) -> None:
    assert judge.verdict("Kata Arwana, pilbup contoh aman")["points"] == 30 - 35 + 25


def test_a_guard_takes_no_side(judge: Judge) -> None:
    verdict = judge.verdict("Kata Arwana: dukung Arwana, pilih Arwana")
    assert (verdict["points"], verdict["stance"]) == (30 - 35 + 35 + 45, "support")


def test_a_signal_counts_once_and_in_the_first_field(judge: Judge) -> None:
    verdict = judge.verdict({"text": "coblos 1", "draft": "coblos 1"})
    assert [entry["field"] for entry in verdict["evidence"]] == ["text"]


def test_a_signal_keeps_to_its_fields(judge: Judge) -> None:
    assert "ajakan" not in judge.rules({"container": {"name": "coblos 2"}})


def test_what_stood_near_is_told(judge: Judge) -> None:
    assert [entry["rule"] for entry in judge.verdict("coblos yang benar")["nearly"]] == ["ajakan"]


def test_an_experimental_signal_weighs_nothing(judge: Judge) -> None:
    evidence = judge.verdict("angkat jempol Arwana")["evidence"]
    assert [entry["points"] for entry in evidence if entry["rule"] == "coba"] == [0]


def test_evidence_says_why_in_indonesian(judge: Judge) -> None:
    assert judge.verdict("coblos 2")["evidence"][0]["why"] == "Ajakan memilih"


def test_a_pattern_fits_an_account_name_whole(judge: Judge) -> None:
    assert judge.rules({"author": {"handle": "@Relawan_Kita"}}) == ["akun-relawan"]
    assert judge.rules({"author": {"handle": "x.relawan_kita"}}) == []


def test_a_pattern_that_takes_too_long_makes_the_verdict_partial(bundle: dict[str, Any]) -> None:
    rule = next(rule for rule in bundle["signals"] if rule["id"] == "akun-relawan")
    rule["regexes"] = ["^(?:(?:a{1,9}){1,9}){1,9}(?:a{1,9}){1,9}b$"]
    verdict = judge_of(bundle).verdict({"author": {"handle": "a" * 300}})
    assert (verdict["partial"], verdict["level"]) == (True, "none")


def test_weights_see_slots_instead_of_names(judge: Judge) -> None:
    assert judge.rules("Partai Air Laut jaya") == judge.rules("PJR jaya") == ["mention-party", "weight:<party> jaya"]


def test_weights_are_capped_both_ways(judge: Judge) -> None:
    assert judge.verdict("PJR sungguh luar biasa mantap")["points"] == 30 + 25
    assert judge.verdict("pilih PJR, bukan")["points"] == 30 + 45 - 25


def test_weights_neither_make_nor_end_a_mention(judge: Judge) -> None:
    assert judge.verdict("bukan PJR")["points"] == 20
    assert judge.verdict({"text": "sungguh luar biasa", "quoted": {"text": "PJR"}})["points"] == 15


def test_only_signals_marked_alone_are_looked_at_where_nobody_is_named(judge: Judge) -> None:
    assert judge.rules("musim janji manis") == []
    assert judge.rules("coblos yang benar: musim janji manis") == ["janji"]


def test_without_weights_words_weigh_nothing(bundle: dict[str, Any]) -> None:
    bundle["weights"] = {}
    assert judge_of(bundle).rules("PJR sungguh luar biasa") == ["mention-party"]
