"""The schemas of the rule files are valid themselves, closed, and each belongs to a kind of file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

SCHEMAS = sorted((Path(__file__).parents[2] / "shared_rules" / "schema").glob("*.schema.json"))


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object schema with named properties, at any depth."""
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_a_schema_is_valid(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["title"]


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_a_schema_lets_no_unknown_key_pass(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert [part for part in objects(schema) if part.get("additionalProperties") is not False] == []


def test_every_kind_of_rule_file_has_one() -> None:
    assert {path.name.removesuffix(".schema.json") for path in SCHEMAS} >= {
        "parties", "wings", "volunteer-groups", "institutions", "contest", "macros", "signal", "site", "confusables",
        "folding", "scoring", "vectors",
    }  # fmt: skip
