"""What holds of every verdict on any context."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from server.engine import Engine, canonical_json, score
from server.engine.fold import build_fold_table, fold, original_offsets
from server.rules import compile_rules

from .texts import CONTEXTS, DATES, TEXTS

TABLE = build_fold_table(compile_rules()["fold"])


def field_text(context: dict[str, Any], name: str) -> str:
    """The text of the field that an entry of the evidence names."""
    base, _, rest = name.partition(".")
    if base == "image_alt":
        return str(context["image_alt"][int(rest)])
    return str(context[base][rest] if rest else context[base])


@given(context=CONTEXTS, date=DATES)
@settings(max_examples=400)
def test_a_verdict_keeps_to_its_ranges(engine: Engine, context: dict[str, Any], date: str) -> None:
    verdict = score(engine, context, date)
    assert 0 <= verdict["score"] <= 1
    assert round(verdict["score"], 2) == verdict["score"]
    assert engine.scale.lowest <= verdict["points"] <= engine.scale.highest
    assert verdict["level"] in ("none", "mention", "campaign")
    assert verdict["stance"] == "neutral" or verdict["level"] == "campaign"
    assert len(verdict["nearly"]) <= 5


@given(context=CONTEXTS, date=DATES)
@settings(max_examples=400)
def test_the_points_are_the_sum_of_the_evidence(engine: Engine, context: dict[str, Any], date: str) -> None:
    verdict = score(engine, context, date)
    assert sum(entry["points"] for entry in verdict["evidence"]) == verdict["points"]


@given(context=CONTEXTS, date=DATES)
@settings(max_examples=400)
def test_a_span_is_half_open_and_inside_its_text(engine: Engine, context: dict[str, Any], date: str) -> None:
    placed = [entry for entry in score(engine, context, date)["evidence"] if (entry["start"], entry["end"]) != (0, 0)]
    assert all(0 <= entry["start"] < entry["end"] <= len(field_text(context, entry["field"])) for entry in placed)


@given(context=CONTEXTS, date=DATES)
@settings(max_examples=200)
def test_the_same_question_has_the_same_answer(engine: Engine, context: dict[str, Any], date: str) -> None:
    assert canonical_json(score(engine, context, date)) == canonical_json(
        score(engine, dict(reversed(context.items())), date)
    )


@given(context=CONTEXTS, date=DATES)
@settings(max_examples=200)
def test_reasons_do_not_change_the_verdict(engine: Engine, context: dict[str, Any], date: str) -> None:
    whole = score(engine, context, date)
    short = score(engine, context, date, explain=False)
    assert short == {key: value for key, value in whole.items() if key not in ("evidence", "nearly")}


@given(text=TEXTS)
@settings(max_examples=400)
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(TABLE, text)
    assert folded.isascii()
    assert folded == folded.lower() == fold(TABLE, folded)


@given(text=TEXTS)
@settings(max_examples=400)
def test_every_folded_letter_has_its_place(text: str) -> None:
    offsets = original_offsets(TABLE, text)
    assert len(offsets) == len(fold(TABLE, text))
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)
