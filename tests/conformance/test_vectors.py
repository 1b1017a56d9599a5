"""The Python engine answers every conformance case, and the cases cover the contract."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from server.engine import Engine, canonical_json, score
from server.rules import bundle_bytes
from tests.conformance import vectors

# Statements that no verdict can show; each is tested elsewhere.
NOT_IN_A_VERDICT = {
    "1.4": "tests/property: folding twice",
    "1.6": "tests/conformance/test_browsers.py: utf16Index",
}


@pytest.mark.parametrize("name", vectors.CASES)
def test_the_engine_answers_as_the_case_says(name: str, vectors_engine: Engine) -> None:
    case = vectors.CASES[name]
    verdict = score(vectors_engine, case["context"], case["date"], case.get("explain", True))
    assert verdict == case["expected"]
    assert canonical_json(verdict) == canonical_json(case["expected"])


@pytest.mark.parametrize("file", vectors.FILES, ids=lambda file: file.name)
def test_the_cases_fit_their_schema(file: Path, repository: Path) -> None:
    schema = json.loads((repository / "shared_rules/schema/vectors.schema.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(vectors.cases_of(file))] == []


def test_every_case_has_a_name_of_its_own() -> None:
    names = Counter(vectors.name_of(file, case) for file in vectors.FILES for case in vectors.cases_of(file))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_statement_that_a_verdict_can_show_has_a_case(repository: Path) -> None:
    contract = (repository / "shared_rules/SPEC.md").read_text(encoding="utf-8")
    statements = set(re.findall(r"^- \*\*([0-7]\.[0-9])\*\*", contract, re.MULTILINE))
    shown = {case["spec"] for case in vectors.CASES.values()}
    assert statements - shown == set(NOT_IN_A_VERDICT)


def test_the_sum_of_the_expected_evidence_is_the_expected_points() -> None:
    told = [case["expected"] for case in vectors.CASES.values() if "evidence" in case["expected"]]
    assert [sum(entry["points"] for entry in verdict["evidence"]) for verdict in told] == [
        verdict["points"] for verdict in told
    ]


def test_the_bundle_of_the_vectors_is_what_their_rules_compile_to() -> None:
    # Where this fails: flask --app server rules build
    #   --root shared_rules/vectors/rules --out shared_rules/vectors/bundle.json
    assert bundle_bytes(vectors.RULES) == vectors.BUNDLE.read_bytes()
