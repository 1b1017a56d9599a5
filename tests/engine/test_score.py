"""SPEC 0 and 7: from evidence to a verdict."""

from __future__ import annotations

from typing import Any

import pytest

from server.engine import canonical_json, score
from server.engine.weigh import build_scale, level_of, scaled, score_of, stance_of

from .conftest import DAY, Judge, judge_of

NEWS = {"name": "Harian Contoh"}


def test_nothing_to_count_gives_the_constant_verdict(judge: Judge) -> None:
    assert judge.verdict("Selamat pagi") == {
        "level": "none", "score": 0, "points": 0, "stance": "neutral", "partial": False,
        "affiliations": [], "evidence": [], "nearly": [],
    }  # fmt: skip


def test_without_explanation_the_verdict_is_the_same_less_its_reasons(judge: Judge) -> None:
    short = score(judge.engine, {"text": "pilih Arwana"}, DAY, explain=False)
    whole = judge.verdict("pilih Arwana")
    assert short == {key: value for key, value in whole.items() if key not in ("evidence", "nearly")}


def test_the_date_of_the_context_wins(judge: Judge) -> None:
    assert judge.names({"text": "Yumna Sekartaji", "date": DAY}, "2025-06-01") == ["pilgub/teluk-contoh/1/2"]


def test_scoring_changes_nothing_in_the_context(judge: Judge) -> None:
    context = {"text": "pilih Arwana", "image_alt": ["PJR"], "author": {"handle": "pjr_id"}}
    judge.verdict(context)
    assert context == {"text": "pilih Arwana", "image_alt": ["PJR"], "author": {"handle": "pjr_id"}}


@pytest.mark.parametrize(
    "author", [{"name": "Harian Contoh"}, {"handle": "hariancontoh"}, {"name": "Dinas Contoh"}, {"name": "KPC"}]
)
def test_a_neutral_source_stays_below_campaign(author: dict[str, str], judge: Judge) -> None:
    verdict = judge.verdict({"text": "pilih Arwana", "author": author})
    assert (verdict["level"], verdict["points"], verdict["stance"]) == ("mention", 59, "neutral")


def test_a_neutral_source_with_a_contestant_in_its_name_is_not_neutral(judge: Judge) -> None:
    assert judge.verdict({"text": "pilih Arwana", "author": {"name": "Arwana, Dinas Contoh"}})["level"] == "campaign"


def test_a_draft_that_takes_a_side_under_neutral_news_is_campaign(judge: Judge) -> None:
    verdict = judge.verdict({"text": "Arwana datang", "author": NEWS, "draft": "pilih Arwana"})
    assert (verdict["level"], verdict["stance"]) == ("campaign", "support")


def test_a_draft_against_somebody_takes_a_side_as_well(judge: Judge) -> None:
    verdict = judge.verdict({"text": "PJR rapat", "author": NEWS, "draft": "tenggelamkan PJR"})
    assert (verdict["level"], verdict["stance"]) == ("campaign", "oppose")


def test_a_draft_that_takes_no_side_keeps_the_cap(judge: Judge) -> None:
    assert judge.verdict({"text": "pilih Arwana", "author": NEWS, "draft": "debat 2024"})["level"] == "mention"


def test_the_scale_has_two_ends(judge: Judge) -> None:
    assert judge.verdict({"text": "pilih Arwana, dukung Arwana", "author": {"handle": "relawankita"}})["points"] == 120
    assert judge.verdict("kata Gayatri Hulu")["points"] == -20


@pytest.mark.parametrize(
    ("points", "level"), [(-20, "none"), (19, "none"), (20, "mention"), (59, "mention"), (60, "campaign")]
)
def test_a_level_begins_at_its_threshold(points: int, level: str, judge: Judge) -> None:
    assert level_of(judge.engine.scale, points) == level


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (-20, 0),
        (-1, 0),
        (0, 0),
        (1, 0.02),
        (20, 0.4),
        (21, 0.4),
        (22, 0.41),
        (60, 0.7),
        (61, 0.7),
        (119, 0.99),
        (120, 1),
        (500, 1),
    ],
)
def test_the_score_is_read_off_the_table_and_cut(points: int, told: float, judge: Judge) -> None:
    assert score_of(judge.engine.scale, points) == told


def test_a_whole_score_is_written_without_a_point(judge: Judge) -> None:
    assert canonical_json([score_of(judge.engine.scale, 0), score_of(judge.engine.scale, 120)]) == b"[0,1]"


def test_the_table_may_hold_any_number_of_points(bundle: dict[str, Any]) -> None:
    scale = build_scale(bundle["scoring"] | {"calibration": [[0, 10], [10, 20]]}, bundle["slots"])
    assert [score_of(scale, points) for points in (0, 5, 10, 11)] == [0.1, 0.15, 0.2, 0.2]


@pytest.mark.parametrize(
    ("points", "percent", "told"), [(45, 50, 22), (-35, 50, -17), (1, 99, 0), (-1, 99, 0), (30, 100, 30)]
)
def test_percents_are_cut_towards_zero(points: int, percent: int, told: int) -> None:
    assert scaled(points, percent) == told


@pytest.mark.parametrize(
    ("level", "support", "oppose", "stance"),
    [
        ("campaign", 45, 0, "support"), ("campaign", 45, 50, "oppose"), ("campaign", 50, 50, "support"),
        ("campaign", 0, 0, "neutral"), ("mention", 45, 0, "neutral"), ("none", 0, 50, "neutral"),
    ],
)  # fmt: skip
def test_the_stance_is_the_side_with_more_points(level: str, support: int, oppose: int, stance: str) -> None:
    assert stance_of(level, support, oppose) == stance


def test_a_text_over_the_limit_is_cut_and_told(judge: Judge) -> None:
    verdict = judge.verdict("PJR" + " " * 300 + "pilih Arwana")
    assert (verdict["partial"], verdict["level"]) == (True, "mention")


def test_tokens_over_the_limit_are_cut_and_told(judge: Judge) -> None:
    verdict = judge.verdict({"text": "PJR " + "b " * 99, "draft": "pilih Arwana"})
    assert (verdict["partial"], [entry["field"] for entry in verdict["evidence"]]) == (True, ["text"])


def test_what_was_cut_is_told_even_where_nothing_was_found(judge: Judge) -> None:
    assert judge.verdict("a" * 301)["partial"] is True


def test_the_limit_counts_code_points(judge: Judge) -> None:
    assert judge.verdict("\U0001f600" * 300)["partial"] is False


def test_spans_are_of_the_original_text(judge: Judge) -> None:
    text = "\U0001f600 p\u0301ilih \U0001d5d4rwana\u0301, ya"
    assert judge.quotes(text) == [("mention-candidate", "\U0001d5d4rwana"), ("ajakan", "p\u0301ilih \U0001d5d4rwana")]


def test_canonical_json_is_ascii_sorted_and_without_spaces() -> None:
    assert (
        canonical_json({"b": "\u00e9\U0001f600", "a": [1, True, None]})
        == b'{"a":[1,true,null],"b":"\\u00e9\\ud83d\\ude00"}'
    )


def test_an_engine_tells_version_and_digest(bundle: dict[str, Any]) -> None:
    engine = judge_of(bundle).engine
    assert engine.version == 7
    assert engine.digest.startswith("sha256:")
