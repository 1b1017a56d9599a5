"""docs/kriteria.md and docs/formats.md say what the rules and their schemas say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.rules import RULES
from server.rules.load import SCHEMAS
from tools.rule_docs import criteria, fields, formats


@pytest.mark.parametrize(("name", "write"), [("kriteria.md", criteria), ("formats.md", formats)])
def test_the_page_is_up_to_date(name: str, write, repository: Path) -> None:
    assert (repository / "docs" / name).read_text(encoding="utf-8") == write(), "run: python -m tools.rule_docs"


@pytest.mark.parametrize("name", sorted({schema for _, schema in SCHEMAS}))
def test_every_field_of_every_rule_file_has_a_meaning(name: str) -> None:
    schema = json.loads((RULES / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert [path for path, part, _ in fields(schema) if not part.get("description")] == []


def test_every_signal_has_its_criteria(repository: Path) -> None:
    page = (repository / "docs" / "kriteria.md").read_text(encoding="utf-8")
    ids = {path.stem for path in (RULES / "signals").glob("*.toml")} - {"macros"}
    assert {name for name in ids if f"(`{name}`)\n" not in page} == set()
