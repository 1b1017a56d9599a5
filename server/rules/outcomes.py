"""Score many rows, on every core: what measuring needs of each verdict, in the order of the rows."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any, NamedTuple

from server.engine import Engine, build_engine, load_bundle, score

LEVELS = ("none", "mention", "campaign")
# A process takes a while to start and to build its engines; a few rows are scored sooner without it.
_ROWS_A_PROCESS, _ROWS_A_CHUNK = 2_000, 500


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


def all_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def outcomes(bundles: Sequence[bytes], rows: Sequence[Row], jobs: int) -> Iterator[tuple[Outcome, ...]]:
    """Yield the outcomes of every row, one for each bundle; the same for any number of jobs."""
    jobs = min(jobs, 1 + len(rows) // _ROWS_A_PROCESS)
    posts = [(row.context, row.date) for row in rows]
    if jobs == 1:
        engines = _engines(bundles)
        yield from (_judge(engines, post) for post in posts)
        return
    # Spawned, not forked: the same on every system, and safe beside threads.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (bundles,)) as pool:
        yield from pool.map(_judge_here, posts, chunksize=_ROWS_A_CHUNK)


def _engines(bundles: Sequence[bytes]) -> list[Engine]:
    return [build_engine(load_bundle(raw)) for raw in bundles]


def _judge(engines: list[Engine], post: tuple[dict[str, Any], str]) -> tuple[Outcome, ...]:
    return tuple(_outcome(score(engine, *post)) for engine in engines)


def _outcome(verdict: dict[str, Any]) -> Outcome:
    hits: dict[str, int] = {}
    for item in verdict["evidence"]:
        rule = sys.intern(item["rule"])
        hits[rule] = hits.get(rule, 0) + item["points"]
    affiliations = tuple(item["id"] for item in verdict["affiliations"])
    return Outcome(verdict["level"], verdict["score"], verdict["points"], verdict["partial"], affiliations, hits)


_here: list[Engine] = []


def _start(bundles: Sequence[bytes]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that waits; it ends these.
    _here[:] = _engines(bundles)


def _judge_here(post: tuple[dict[str, Any], str]) -> tuple[Outcome, ...]:
    return _judge(_here, post)
