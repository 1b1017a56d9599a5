"""Measure side by side in CPU time: every variant in every round, so that a busy machine harms all alike."""

from __future__ import annotations

import itertools
import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
_CHUNK_SECONDS = 0.02


@dataclass(frozen=True)
class Spread:
    """The median of some rounds and their range."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of the values of some rounds."""
        return cls(statistics.median(values), min(values), max(values))


def cpu_each(
    work: Mapping[str, Callable[[T], object]], items: Sequence[T], rounds: int = 5, seconds: float = 0.4
) -> dict[str, Spread]:
    """Return the CPU seconds of each kind of work per item; each takes so many seconds of every round."""
    turns = {name: itertools.cycle(items) for name in work}
    chunks = {name: _chunk(job, turns[name]) for name, job in work.items()}
    results: dict[str, list[float]] = {name: [] for name in work}
    dice = random.Random(rounds)
    for _ in range(rounds):
        for name in dice.sample(sorted(work), len(work)):
            results[name].append(_run(work[name], turns[name], chunks[name], seconds))
    return {name: Spread.of(values) for name, values in results.items()}


def _chunk(job: Callable[[T], object], turn: itertools.cycle[T]) -> int:
    """Warm up, and return how many items to do between two looks at the clock."""
    count = 1
    while _timed(job, turn, count) < _CHUNK_SECONDS:
        count *= 2
    return count


def _run(job: Callable[[T], object], turn: itertools.cycle[T], chunk: int, seconds: float) -> float:
    done, spent = 0, 0.0
    while spent < seconds:
        spent += _timed(job, turn, chunk)
        done += chunk
    return spent / done


def _timed(job: Callable[[T], object], turn: itertools.cycle[T], count: int) -> float:
    chosen = list(itertools.islice(turn, count))
    start = time.process_time()
    for item in chosen:
        job(item)
    return time.process_time() - start
