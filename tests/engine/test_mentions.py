"""SPEC 3: names of parties, candidates, groups and institutions."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Judge, judge_of

CLOSED = "2025-06-01"


def test_the_longer_of_two_aliases_with_one_beginning_counts(judge: Judge) -> None:
    assert judge.quotes("Arwana Kelana datang") == [("mention-candidate", "Arwana Kelana")]


def test_the_leftmost_of_two_overlapping_aliases_counts(judge: Judge) -> None:
    assert judge.names("Arwana Bintari Lestri") == ["pilbup/1"]


def test_an_alias_is_not_found_inside_a_longer_word(judge: Judge) -> None:
    assert judge.names("Arwanan dan PJRS") == []


def test_an_alias_at_the_very_end_that_is_cut_short_is_not_found(judge: Judge) -> None:
    assert judge.names("ikut Partai Jambu") == []


def test_an_ambiguous_alias_needs_a_cue(judge: Judge) -> None:
    assert judge.names("PAL bagus") == []
    assert judge.names("pilbup: PAL bagus") == ["laut"]


def test_a_cue_inside_another_name_of_its_own_is_not_taken_from_the_alias_itself(bundle: dict[str, Any]) -> None:
    bundle["confusables"][0]["cues"] = ["pal"]
    assert judge_of(bundle).names("PAL bagus") == []


def test_a_veto_wins_over_a_cue(judge: Judge) -> None:
    assert judge.names("kapal PAL di laut") == []


def test_the_windows_are_the_bundles(bundle: dict[str, Any]) -> None:
    bundle["scoring"]["cue_window"] = 1
    assert judge_of(bundle).names("laut milik PAL") == []
    assert judge_of(bundle).names("laut PAL") == ["laut"]


def test_an_unambiguous_name_of_another_entity_is_no_cue(judge: Judge) -> None:
    assert judge.names({"text": "PAL bagus", "author": {"name": "PJR"}}) == ["jambu"]


def test_an_ambiguous_name_of_the_same_entity_is_no_cue(bundle: dict[str, Any]) -> None:
    alias = next(alias for alias in bundle["aliases"] if alias[0] == "partai air laut")
    alias[2] = 1
    assert judge_of(bundle).names({"text": "PAL bagus", "draft": "Partai Air Laut"}) == []


def test_a_closed_contest_leaves_a_public_figure_without_points(judge: Judge) -> None:
    verdict = judge.verdict("Yumna Sekartaji", CLOSED)
    assert [(entry["rule"], entry["points"]) for entry in verdict["evidence"]] == [("mention-figure", 0)]
    assert verdict["affiliations"] == []


def test_a_closed_contest_still_counts_where_the_text_campaigns(judge: Judge) -> None:
    assert judge.rules("dukung Yumna Sekartaji", CLOSED) == ["mention-figure", "dukungan"]


def test_a_name_stands_for_the_contest_of_the_day(judge: Judge) -> None:
    assert judge.names("Bintari Lestri", "2024-10-20") == ["pilbup/1/2"]
    assert judge.names("Bintari Lestri", "2029-10-20") == ["nanti/3/1"]


def test_a_slogan_is_weightier_than_a_name(judge: Judge) -> None:
    assert judge.verdict("contoh rukun")["level"] == "campaign"
    assert judge.verdict("Arwana-Bintari")["level"] == "mention"


def test_a_hashtag_that_names_takes_no_side(judge: Judge) -> None:
    assert judge.rules("#JambuRaya") == ["mention-party"]
    assert judge.rules("#JambuMenang") == ["mention-slogan"]


@pytest.mark.parametrize(
    "url",
    [
        "https://jambu.example",
        "http://www.jambu.example/x",
        "//kami@JAMBU.example:80/".lstrip("/"),
        "https://a.b.jambu.example?x#y",
    ],
)
def test_a_link_names_the_owner_of_its_host(url: str, judge: Judge) -> None:
    assert judge.names({"link": {"url": url}}) == ["jambu"]


@pytest.mark.parametrize(
    "url",
    [
        "https://jambu.example.org/",
        "https://rajambu.example/",
        "https://contoh.example/?u=jambu.example",
        "jambu",
        "://",
        "",
        "https://jambu.example@contoh.example/",
    ],
)
def test_no_other_host_does(url: str, judge: Judge) -> None:
    assert judge.names({"link": {"url": url}}) == []


def test_naming_twenty_rivals_weighs_as_much_as_naming_one(judge: Judge) -> None:
    assert judge.verdict("PJR, Arwana Kelana, Bintari Lestri, Dumadi Firnaesa, Partai Air Laut")["points"] == 30


def test_an_account_name_is_read_as_a_handle(judge: Judge) -> None:
    assert judge.names({"author": {"handle": "pjr_id"}}) == ["jambu"]


def test_the_same_word_as_a_display_name_is_no_handle(bundle: dict[str, Any]) -> None:
    bundle["aliases"] = [alias for alias in bundle["aliases"] if alias[0] != "pjr"]
    assert judge_of(bundle).names({"author": {"name": "pjr_id"}}) == []
    assert judge_of(bundle).names({"author": {"name": "@pjr_id"}}) == ["jambu"]


@pytest.mark.parametrize(
    "context", [{"author": {"name": "PAL"}}, {"author": {"handle": "pal_kota"}}, {"container": {"name": "PAL"}}]
)
def test_the_ambiguous_name_of_a_party_needs_no_cue_where_somebody_is_named(
    context: dict[str, Any], judge: Judge
) -> None:
    assert judge.names(context) == ["laut"]


def test_the_ambiguous_name_of_a_candidate_needs_a_cue_there_too(judge: Judge) -> None:
    assert judge.names({"author": {"name": "Elok"}}) == []
