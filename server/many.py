"""Score many posts, on every core.

Every process loads this module, so it stands apart from the rules' package, which takes long to load.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from .engine import Engine, build_engine, load_bundle, score

# A process takes a while to start and to build its engines; a few posts are scored sooner without it.
_POSTS_A_PROCESS, _POSTS_A_CHUNK = 2_000, 500

# A context and its day.
Post: TypeAlias = tuple[dict[str, Any], str]
# Level, score, points, whether the text was read in part, the ids of whom it concerns, the points by rule.
Plain: TypeAlias = tuple[str, float, int, bool, tuple[str, ...], dict[str, int]]


def all_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def score_many(bundles: Sequence[bytes], posts: Sequence[Post], jobs: int) -> Iterator[tuple[Plain, ...]]:
    """Yield what is kept of the verdicts on every post, one for each bundle; the same for any number of jobs."""
    jobs = min(jobs, 1 + len(posts) // _POSTS_A_PROCESS)
    if jobs == 1:
        engines = _engines(bundles)
        yield from (_judge(engines, post) for post in posts)
        return
    with TemporaryDirectory(prefix="jaga-rules-") as folder:
        # A process must have read what it is started with before the next one starts; files they read all at once.
        files = [Path(folder, f"{number}.json") for number in range(len(bundles))]
        for file, raw in zip(files, bundles, strict=True):
            file.write_bytes(raw)
        # Spawned, not forked: the same on every system, and safe beside threads.
        with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (files,)) as pool:
            yield from pool.map(_judge_here, posts, chunksize=_POSTS_A_CHUNK)


def _engines(bundles: Sequence[bytes]) -> list[Engine]:
    return [build_engine(load_bundle(raw)) for raw in bundles]


def _judge(engines: list[Engine], post: Post) -> tuple[Plain, ...]:
    return tuple(_plain(score(engine, *post)) for engine in engines)


def _plain(verdict: dict[str, Any]) -> Plain:
    hits: dict[str, int] = {}
    for item in verdict["evidence"]:
        rule = sys.intern(item["rule"])
        hits[rule] = hits.get(rule, 0) + item["points"]
    affiliations = tuple(item["id"] for item in verdict["affiliations"])
    return (verdict["level"], verdict["score"], verdict["points"], verdict["partial"], affiliations, hits)


_here: list[Engine] = []


def _start(files: Sequence[Path]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that waits; it ends these.
    _here[:] = _engines([file.read_bytes() for file in files])


def _judge_here(post: Post) -> tuple[Plain, ...]:
    return _judge(_here, post)
