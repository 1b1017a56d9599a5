"""Precision, recall, F1 and false dialogs of labelled rows, each with its interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from .outcomes import LEVELS
from .statistics import f1, share

MOST_GROUPS = 50

Pairs = Collection[tuple[str, str]]


def figures(pairs: Pairs) -> dict[str, Any]:
    """Return every figure of ``(label, level)`` pairs.

    ``confusion`` counts levels by label; ``classes`` measures every level; ``affiliated`` is mention or campaign
    against none, ``campaign`` campaign against the rest; ``false_dialogs`` is how often campaign was said of a none
    row.
    """
    counts = Counter(pairs)
    none = sum(counts["none", level] for level in LEVELS)
    return {
        "rows": len(pairs),
        "confusion": {label: {level: counts[label, level] for level in LEVELS} for label in LEVELS},
        "classes": {level: _against_rest(counts, {level}) for level in LEVELS},
        "affiliated": _against_rest(counts, {"mention", "campaign"}),
        "campaign": _against_rest(counts, {"campaign"}),
        "false_dialogs": share(counts["none", "campaign"], none),
    }


def grouped(named: Iterable[tuple[str, tuple[str, str]]]) -> list[dict[str, Any]]:
    """Return the figures of ``(name, (label, level))`` by name: the largest groups, the largest first."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name, pair in named:
        groups.setdefault(name, []).append(pair)
    order = sorted(groups, key=lambda name: (-len(groups[name]), name))
    return [{"name": name, **figures(groups[name])} for name in order[:MOST_GROUPS]]


def _against_rest(counts: Counter[tuple[str, str]], wanted: set[str]) -> dict[str, Any]:
    right = sum(number for (label, level), number in counts.items() if label in wanted and level in wanted)
    said = sum(number for (_, level), number in counts.items() if level in wanted)
    true = sum(number for (label, _), number in counts.items() if label in wanted)
    return {
        "precision": share(right, said),
        "recall": share(right, true),
        "f1": f1(right, said - right, true - right),
    }
