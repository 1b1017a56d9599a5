"""A folder of small invented rules that a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from server.rules import Problem, Sources, lint, load_sources
from server.rules.candidates import Imported, import_candidates
from server.rules.indonesian import in_indonesian
from tests.conformance import vectors

from .importing import FILE, GIVEN

SIGNAL = """
id = "uji"
title = { id = "Uji", en = "Test" }
status = "stable"
stance = "support"
points = 40
alone = true
fields = ["text"]
phrases = ["salam bulat"]
hits = ["salam bulat", "ayo, salam bulat!"]
misses = ["salam", "bulat"]
source = "uji"
date = "2026-11-22"
"""


class Workshop:
    """The rules of the vectors in a folder of their own, with the problems that a rule writer is told."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, text: str | bytes) -> None:
        """Put a file into the folder."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a piece of a file; it must be there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def signal(self, old: str = "", new: str = "") -> None:
        """Add the signal `uji`, with one piece of it replaced."""
        assert old in SIGNAL
        self.write("signals/uji.toml", SIGNAL.replace(old, new, 1))

    def found(self) -> list[Problem]:
        """What the linter finds, and that there are Indonesian words for each of it."""
        found = lint(self.root)
        assert [problem for problem in found if not in_indonesian(problem)] == []
        return found

    def problems(self) -> list[str]:
        """What the linter tells, a line a problem."""
        return [str(problem) for problem in self.found()]

    def problem(self) -> str:
        """The one problem that the linter tells."""
        problems = self.problems()
        assert len(problems) == 1, problems
        assert "\n" not in problems[0]
        return problems[0]


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """The rules of the vectors, to be spoiled at will."""
    shutil.copytree(vectors.RULES, tmp_path / "rules")
    return Workshop(tmp_path / "rules")


@pytest.fixture(scope="session")
def sources() -> Sources:
    """The shipped rules."""
    return load_sources()


@pytest.fixture
def imported(sources: Sources) -> Callable[..., Imported]:
    """Import a table given as text; whatever it tells can be told in Indonesian."""

    def read(text: str, **given: str) -> Imported:
        found = import_candidates(FILE, text.encode(), sources, **(GIVEN | given))
        assert all(in_indonesian(problem) for problem in (*found.problems, *found.advice))
        return found

    return read
