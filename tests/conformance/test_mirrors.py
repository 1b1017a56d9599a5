"""Both engines are one design: the same files, the same exported functions, statements of the contract that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

# How a page counts (SPEC 1.6), and what Python has a method, a dataclass or a property for.
ONLY_JAVASCRIPT = {"fold": {"utf16_index", "cut_text", "is_ascii"}, "evidence": {"new_findings", "neutral_source"}}
# What saves time in Python alone.
ONLY_PYTHON = {"tokenize": {"find_span"}, "fields": {"masked_spans"}}
ENGINE = Path(__file__).parents[2] / "server" / "engine"
MODULES = sorted(path.stem for path in ENGINE.glob("*.py") if path.stem != "__init__")


def python_exports(path: Path) -> set[str]:
    """The public functions of a Python module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")}


def javascript_exports(path: Path) -> set[str]:
    """The exported functions of a JavaScript module, in snake case."""
    names = re.findall(r"^export (?:async )?function (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", name) for name in names}


def test_both_engines_have_the_same_files(repository: Path) -> None:
    javascript = sorted(path.stem.replace("-", "_") for path in (repository / "extension/engine").glob("*.js"))
    assert javascript == MODULES
    assert {"bundle", "fold", "tokenize", "mentions", "evidence", "weigh", "score"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_both_engines_export_the_same_functions(module: str, repository: Path) -> None:
    python = python_exports(repository / f"server/engine/{module}.py")
    javascript = javascript_exports(repository / f"extension/engine/{module}.js")
    assert javascript - ONLY_JAVASCRIPT.get(module, set()) == python - ONLY_PYTHON.get(module, set())


def sources(repository: Path) -> list[Path]:
    """Every file in which a statement of the contract may be named."""
    folders = ("server", "extension", "tests", "tools")
    return [path for folder in folders for kind in ("*.py", "*.js") for path in (repository / folder).rglob(kind)]


def test_every_statement_that_code_names_exists(repository: Path) -> None:
    contract = (repository / "shared_rules/SPEC.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^- \*\*([0-9]+\.[0-9])\*\*", contract, re.MULTILINE))
    known |= set(re.findall(r"^## ([0-9]+)\.", contract, re.MULTILINE))
    named = {
        (path.relative_to(repository).as_posix(), number)
        for path in sources(repository)
        for list_of_numbers in re.findall(
            r"SPEC (?:section )?([0-9]+(?:\.[0-9])?(?:(?:, | and | to )[0-9]+(?:\.[0-9])?)*)", path.read_text("utf-8")
        )
        for number in re.findall(r"[0-9]+(?:\.[0-9])?", list_of_numbers)
    }
    assert {(file, number) for file, number in named if number not in known} == set()
    assert len(named) > 20
