"""The extension's guidance in the real browsers gives the answers that Python gives."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.engine import canonical_json
from server.rules import compile_rules, guidance
from tests.e2e.drivers import Driver

ASK = """
    const { guidance } = await import(api.runtime.getURL("lib/guidance.js"));
    const { canonicalJson } = await import(api.runtime.getURL("engine/score.js"));
    const law = JSON.parse(args[0]);
    return JSON.parse(args[1]).map((question) => canonicalJson(guidance(law, question)));
"""
AREAS = ("Kab. Siak", "Riau", "Papua", "Kota Jayapura", "Kab. Bangka", "Kab. Mesuji", "Aceh")
CONTESTS = ("pilkada-2024", "pemilu-2024", "psu-papua-2025")


@pytest.fixture(scope="module")
def law() -> dict[str, Any]:
    """The law of the real rules."""
    section: dict[str, Any] = compile_rules()["law"]
    return section


def questions(law: dict[str, Any]) -> list[dict[str, str]]:
    """Every act for every employment on the first and last day of every stage; areas, contests and stages then."""
    days = {day for part in law["calendar"] for stage in part["stages"] for day in stage[1:3]}
    asked = []
    for number, date in enumerate(sorted({"2022-09-21", "2022-09-22", "2026-11-22", *days})):
        language = ("id", "en")[number % 2]
        acts = ["", *(act for act, *_ in law["acts"])]
        who = [(employment, act) for employment, _ in law["employments"] for act in acts]
        asked += [
            *({"date": date, "employment": employment, "act": act, "language": language} for employment, act in who),
            *({"date": date, "employment": "pns", "area": area} for area in AREAS),
            *({"date": date, "employment": "pns", "contest": contest} for contest in CONTESTS),
            *({"date": date, "employment": "pppk", "act": "like", "stage": stage} for stage, _ in law["stages"]),
        ]
    return asked


def test_both_languages_answer_alike(browser: Driver, law: dict[str, Any]) -> None:
    asked = questions(law)
    expected = [canonical_json(guidance(law, **question)).decode() for question in asked]
    answers: list[str] = browser.extension_js(ASK, json.dumps(law), json.dumps(asked))
    different = [pair for pair in zip(asked, answers, expected, strict=True) if pair[1] != pair[2]]
    assert different[:1] == []
    assert len(set(expected)) > 1000
