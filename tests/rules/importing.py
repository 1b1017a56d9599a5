"""An office's table as the tests import it."""

from __future__ import annotations

from collections.abc import Iterable

from server.rules import Problem

FILE = "calon.csv"
GIVEN = {"level": "regent", "area": "Kab. Teluk Melati", "source": "KPU (rekaan)", "date": "2026-11-22"}


def told(problems: Iterable[Problem]) -> list[str]:
    """Problems or advice, a line each."""
    return [str(problem) for problem in problems]
