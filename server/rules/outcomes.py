"""A row to measure with, and what is kept of the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

LEVELS = ("none", "mention", "campaign")


@dataclass(frozen=True, slots=True)
class Row:
    """One post to measure with: the line it stood in, its context, its day, and what people said of it."""

    line: int
    context: dict[str, Any] = field(repr=False)
    date: str
    label: str | None = None
    kind: str | None = None
    source: str | None = None
    unsure: bool = False
    id: str | None = None


class Outcome(NamedTuple):
    """What is kept of a verdict; ``hits`` holds the points of every rule in its evidence."""

    level: str
    score: float
    points: int
    partial: bool
    affiliations: tuple[str, ...]
    hits: dict[str, int]
