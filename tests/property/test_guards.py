"""Neutral words lower a score or leave it; long texts cost in proportion."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import example, given, settings

from server.engine import Engine, build_engine, canonical_json, load_bundle, score
from server.rules import compile_rules

from .texts import CONTEXTS, DATES, PLAUSIBLE

DAY = "2024-10-20"
GUARDED = (
    "Dukung Damar Panuluh? ASN wajib netral di Pilkada 2024",
    "Kami siap menang, kata Damar Panuluh kepada wartawan",
    "Bupati Damar Panuluh meresmikan pasar",
)


@pytest.fixture(scope="module")
def unguarded() -> Engine:
    """The engine with the real rules, less every guard."""
    bundle = compile_rules()
    bundle["signals"] = [signal for signal in bundle["signals"] if signal["points"] >= 0]
    return build_engine(load_bundle(canonical_json(bundle)))


def test_there_are_guards(engine: Engine) -> None:
    assert len([signal for signal in engine.signals.signals if min(signal.points.values()) < 0]) >= 5


@given(context=CONTEXTS, date=DATES)
@example(context={"text": "dukung", "image_alt": ["PKS coblos", "P.K.S coblos pilih"]}, date=DAY)
@settings(max_examples=400)
def test_a_guard_never_raises_the_points(engine: Engine, unguarded: Engine, context: dict[str, Any], date: str) -> None:
    assert score(engine, context, date)["points"] <= score(unguarded, context, date)["points"]


@pytest.mark.parametrize("text", GUARDED)
def test_a_guard_lowers_the_points_where_it_stands(text: str, engine: Engine, unguarded: Engine) -> None:
    assert score(engine, {"text": text}, DAY)["points"] < score(unguarded, {"text": text}, DAY)["points"]


@given(text=PLAUSIBLE)
@settings(max_examples=200)
def test_a_neutral_author_never_raises_the_level(engine: Engine, text: str) -> None:
    order = ("none", "mention", "campaign")
    alone = score(engine, {"text": text}, DAY)["level"]
    told = score(engine, {"text": text, "author": {"name": "Komisi Pemilihan Umum"}}, DAY)["level"]
    assert told != "campaign"
    assert order.index(told) <= max(order.index(alone), 1)


def seconds(engine: Engine, text: str) -> float:
    """The best of several times for one text, counted on this process alone."""
    times = []
    for _ in range(7):
        start = time.process_time()
        score(engine, {"text": text}, DAY)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "piece",
    [
        "coblos nomor ",
        "dukung pak ",
        "pilih saja ",
        "PKS ",
        "a ",
        "#coblosnomor2 ",
        "4",
        "aaaa ",
        "Wirasena Adipraja ",
        "\U0001d5e3",
        "@pkb_id ",
    ],
)
def test_a_text_five_times_as_long_takes_no_more_than_fifteen_times_as_long(piece: str, engine: Engine) -> None:
    short, long = (piece * 3000)[:3000], (piece * 15_000)[:15_000]
    assert seconds(engine, long) < 15 * max(seconds(engine, short), 0.0002)
