"""Asked only while the Python engine is mutated, of engines that are built inside the test.

mutmut asks of a mutant the tests that came by its function. An engine that tests share is built before the first of
them, so that none but that one would be asked of the functions that build it.
"""

from __future__ import annotations

from server.engine import build_engine, canonical_json, load_bundle, score
from server.rules import load_sources, run_examples
from server.rules.build import BUNDLE
from tests.conformance import vectors


def test_every_conformance_case_is_answered_as_it_says() -> None:
    engine = build_engine(load_bundle(vectors.BUNDLE.read_bytes()))
    for name, case in vectors.CASES.items():
        told = score(engine, case["context"], case["date"], case.get("explain", True))
        assert (name, canonical_json(told)) == (name, canonical_json(case["expected"]))


def test_every_hit_of_the_real_rules_fires_and_no_miss_does() -> None:
    engine = build_engine(load_bundle(BUNDLE.read_bytes()))
    assert run_examples(load_sources(), engine).failures == []
