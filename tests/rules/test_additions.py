"""An office's key may only add: whatever else its bundle does is told by its place."""

from __future__ import annotations

import pytest

from server.engine import build_engine, canonical_json, load_bundle, score
from server.rules.additions import changed_places
from tests.conformance import vectors
from tests.office_bundles import BASE, CHANGES, DAY, ENGINE, changed


@pytest.mark.parametrize(("name", "places"), [(name, places) for name, (_, places) in CHANGES.items()], ids=CHANGES)
def test_what_does_more_than_add_is_told_by_its_place(name: str, places: list[str]) -> None:
    assert changed_places(BASE, ENGINE, changed(name), DAY) == places


@pytest.mark.parametrize("name", [name for name, (_, places) in CHANGES.items() if not places])
def test_what_only_adds_leaves_every_verdict_as_it_was(name: str) -> None:
    engine = build_engine(load_bundle(canonical_json(changed(name))))
    questions = [(case["context"], case["date"]) for case in vectors.CASES.values()]
    assert [score(engine, *question) for question in questions] == [score(ENGINE, *question) for question in questions]
