"""The small invented rules of the vectors, and ways to build an engine from changed ones."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.engine import Engine, build_engine, canonical_json, load_bundle
from server.engine import score as score_context
from tests.conformance import vectors

DAY = "2024-10-20"


class Judge:
    """An engine with its answers in the shapes that tests ask for."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def verdict(self, context: str | dict[str, Any], date: str = DAY) -> dict[str, Any]:
        """The verdict on a text or context."""
        return score_context(self.engine, {"text": context} if isinstance(context, str) else context, date)

    def rules(self, context: str | dict[str, Any], date: str = DAY) -> list[str]:
        """The rules in the evidence, in their order."""
        return [entry["rule"] for entry in self.verdict(context, date)["evidence"]]

    def names(self, context: str | dict[str, Any], date: str = DAY) -> list[str]:
        """The ids of the affiliations."""
        return [entity["id"] for entity in self.verdict(context, date)["affiliations"]]

    def quotes(self, text: str) -> list[tuple[str, str]]:
        """What each entry of the evidence points at in a text."""
        evidence = self.verdict(text)["evidence"]
        return [(entry["rule"], text[entry["start"] : entry["end"]]) for entry in evidence]


@pytest.fixture
def bundle() -> dict[str, Any]:
    """The bundle of the vectors, to be changed at will."""
    data: dict[str, Any] = json.loads(vectors.BUNDLE.read_bytes())
    return data


@pytest.fixture(scope="session")
def judge() -> Judge:
    """The engine with the rules of the vectors."""
    return Judge(build_engine(load_bundle(vectors.BUNDLE.read_bytes())))


def judge_of(bundle: dict[str, Any]) -> Judge:
    """The engine with a changed bundle."""
    return Judge(build_engine(load_bundle(canonical_json(bundle))))
