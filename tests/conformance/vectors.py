"""The conformance cases of shared_rules/vectors, and the rules that they are evaluated with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parents[2] / "shared_rules" / "vectors"
RULES = VECTORS / "rules"
BUNDLE = VECTORS / "bundle.json"
FILES = sorted(path for path in VECTORS.glob("*.json") if path != BUNDLE)

Case = dict[str, Any]


def cases_of(file: Path) -> list[Case]:
    """The cases of one file."""
    cases: list[Case] = json.loads(file.read_text(encoding="utf-8"))
    return cases


def name_of(file: Path, case: Case) -> str:
    """How a case is named in a report: file, statement and sentence."""
    return f"{file.stem} {case['spec']} {case['description']}"


CASES: dict[str, Case] = {name_of(file, case): case for file in FILES for case in cases_of(file)}
