"""Shares and F1 with their 95 % intervals, and who differs from the rest. Needs requirements-report.txt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import stats

CONFIDENCE = 0.95
SEED, DRAWS = 20261122, 2000

Measure = dict[str, Any]


def share(hits: int, of: int) -> Measure:
    """Return ``{"value", "low", "high", "hits", "of"}``: the Wilson interval, or None three times where ``of`` is 0."""
    if not of:
        return {"value": None, "low": None, "high": None, "hits": hits, "of": of}
    low, high = stats.binomtest(hits, of).proportion_ci(CONFIDENCE, method="wilson")
    return {"value": hits / of, "low": float(low), "high": float(high), "hits": hits, "of": of}


def f1(right: int, false: int, missed: int) -> Measure:
    """Return ``{"value", "low", "high"}`` with a seeded percentile bootstrap; all None where nothing is true or said.

    Rows that are rightly left out do not enter F1, so the draws are made among the others alone.
    """
    rows = right + false + missed
    if not rows:
        return {"value": None, "low": None, "high": None}
    counts = [right, false, missed]
    drawn = np.random.default_rng(SEED).multinomial(rows, np.array(counts) / rows, DRAWS)
    values = 2 * drawn[:, 0] / (2 * drawn[:, 0] + drawn[:, 1] + drawn[:, 2])
    low, high = np.quantile(values, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return {"value": 2 * right / (2 * right + false + missed), "low": float(low), "high": float(high)}


def differences(counts: Sequence[tuple[int, int]]) -> list[float]:
    """Return for every ``(hits, rows)`` how likely so large a difference from all the others is by chance.

    Fisher's exact test of each against the sum of the others, corrected by Holm for as many tests.
    """
    hits, rows = sum(hits for hits, _ in counts), sum(rows for _, rows in counts)
    plain = []
    for own_hits, own_rows in counts:
        rest_hits, rest_rows = hits - own_hits, rows - own_rows
        table = [[own_hits, own_rows - own_hits], [rest_hits, rest_rows - rest_hits]]
        plain.append(float(stats.fisher_exact(table).pvalue))
    corrected, largest = [0.0] * len(plain), 0.0
    for done, place in enumerate(sorted(range(len(plain)), key=lambda place: plain[place])):
        largest = max(largest, min(1.0, plain[place] * (len(plain) - done)))
        corrected[place] = largest
    return corrected


def sign_test(better: int, worse: int) -> float:
    """Return how likely so uneven a split of changed rows is where better and worse are equally likely."""
    return float(stats.binomtest(better, better + worse).pvalue) if better + worse else 1.0
