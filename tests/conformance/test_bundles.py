"""What is committed is what the sources compile to, the same bytes for the server and for the extension."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from server.engine import canonical_json, load_bundle
from server.rules import COPIES, bundle_bytes


def test_the_committed_bundles_are_what_the_rules_compile_to(repository: Path) -> None:
    # Where this fails: make rules
    raw = bundle_bytes()
    copies = [repository / "shared_rules/bundle.json", repository / "extension/rules/bundle.json"]
    assert [path for path in copies if path.read_bytes() != raw] == []


def test_building_writes_to_exactly_these_places(repository: Path) -> None:
    assert [path.relative_to(repository).as_posix() for path in COPIES] == [
        "shared_rules/bundle.json",
        "extension/rules/bundle.json",
    ]


def test_the_bundle_is_canonical_json_and_a_line_feed(packaged_bundle: Path) -> None:
    raw = packaged_bundle.read_bytes()
    assert canonical_json(load_bundle(raw).data) + b"\n" == raw


def test_compiling_twice_gives_the_same_bytes() -> None:
    assert bundle_bytes() == bundle_bytes()


@pytest.mark.parametrize("bundle", ["shared_rules/bundle.json", "shared_rules/vectors/bundle.json"])
def test_a_bundle_fits_its_schema(repository: Path, bundle: str) -> None:
    schema = json.loads((repository / "shared_rules/schema/bundle.schema.json").read_text(encoding="utf-8"))
    data = json.loads((repository / bundle).read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_the_schema_refuses_a_bundle_with_an_unknown_section(repository: Path, packaged_bundle: Path) -> None:
    schema = json.loads((repository / "shared_rules/schema/bundle.schema.json").read_text(encoding="utf-8"))
    data = json.loads(packaged_bundle.read_text(encoding="utf-8"))
    assert not Draft202012Validator(schema).is_valid(data | {"program": "x"})
