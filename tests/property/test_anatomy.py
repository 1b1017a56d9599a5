"""What holds when any context is laid open for the rule writer."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings

from server.engine import Engine, score
from server.rules import dissect

from .test_verdicts import field_text
from .texts import CONTEXTS, DATES


@given(context=CONTEXTS, date=DATES)
@settings(max_examples=400)
def test_laying_open_changes_no_verdict_and_tells_every_kind(
    engine: Engine, context: dict[str, Any], date: str
) -> None:
    told = dissect(engine, context, date)
    assert told["verdict"] == score(engine, context, date)
    assert len(told["kinds"]) == len(told["verdict"]["evidence"])


@given(context=CONTEXTS, date=DATES)
@settings(max_examples=400)
def test_every_token_and_name_points_into_its_text(engine: Engine, context: dict[str, Any], date: str) -> None:
    placed = [
        (part["start"], part["end"], len(field_text(context, field["name"])))
        for field in dissect(engine, context, date)["fields"]
        for part in (*field["tokens"], *field["mentions"])
    ]
    assert [place for place in placed if not 0 <= place[0] < place[1] <= place[2]] == []


@given(context=CONTEXTS, date=DATES)
@settings(max_examples=200)
def test_the_stretches_of_days_follow_each_other_and_hold_what_they_say(
    engine: Engine, context: dict[str, Any], date: str
) -> None:
    levels = dissect(engine, context, date)["levels"]
    assert [levels[0]["from"], levels[-1]["to"]] == ["", ""]
    assert all(before["to"] < after["from"] for before, after in pairwise(levels))
    for stretch in levels:
        for day in (stretch["from"] or stretch["to"] or date, stretch["to"] or stretch["from"] or date):
            verdict = score(engine, {**context, "date": day}, day)
            assert (verdict["level"], verdict["points"]) == (stretch["level"], stretch["points"])
