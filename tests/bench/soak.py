"""A soak: the server as it is run, at four fifths of what it can do; no request may fail, no memory grow."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .bundles import shipped_bundle
from .http import BEHIND_NGINX, CONNECTIONS, children, make_bodies, serve
from .posts import WITH_NAMES
from .report import Section, number

BATCH, SHARE, MINUTES = 20, 0.8, 10.0
_MEGABYTE = 1024 * 1024
# Pools and caches fill at first; from here on memory has to stand still.
_SETTLED = 0.25
# What a worker may seem to grow by in the rest of a soak. An object left behind by each request is many times that.
_GROWTH_MB = 2.0
_ROWS = 10


@dataclass
class Memory:
    """Every worker's resident megabytes, by the second at which they were read."""

    readings: dict[int, list[tuple[float, float]]] = field(default_factory=dict)

    def read(self, master: int, second: float) -> None:
        """Write down what the workers of a gunicorn hold now."""
        for pid in children(master):
            resident = _resident(pid)
            if resident:
                self.readings.setdefault(pid, []).append((second, resident))

    def growth(self, seconds: float) -> float:
        """The megabytes by which the worst worker grew once settled, along the line through its readings."""
        begin = seconds * _SETTLED
        settled = [[reading for reading in told if reading[0] >= begin] for told in self.readings.values()]
        return max((slope(told) * (seconds - begin) for told in settled if len(told) > 1), default=0.0)

    def at(self, second: float) -> str:
        """Every worker's megabytes at the reading nearest to a second."""
        nearest = [min(told, key=lambda reading: abs(reading[0] - second)) for told in self.readings.values()]
        return ", ".join(f"{megabytes:.1f}" for _, megabytes in nearest)


def measure(quick: bool, minutes: float = MINUTES) -> Section:
    """Find out what the server can do, ask for four fifths of it, and watch."""
    seconds = minutes * 60
    probe = min(10.0, max(1.0, seconds / 5)) if not quick else 1.0
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="jaga-bench-") as name:
        folder = Path(name)
        bundle, bodies = folder / "bundle.json", folder / "bodies.json"
        bundle.write_bytes(shipped_bundle())
        bodies.write_text(json.dumps(make_bodies(BATCH, WITH_NAMES)), encoding="ascii")
        with serve("server:create_app()", bundle, workers, **BEHIND_NGINX) as (url, process):
            _ask(url, bodies, probe, 0)
            fastest = _ask(url, bodies, probe, 0)
            capacity = _total(fastest, "requests") / _total(fastest, "seconds")
            memory, stop = Memory(), threading.Event()
            watch = threading.Thread(target=_watch, args=(memory, process.pid, seconds, stop))
            watch.start()
            try:
                slices = _ask(url, bodies, seconds, capacity * SHARE)
            finally:
                stop.set()
                watch.join()
    return report(slices, memory, capacity, workers, seconds)


def report(slices: list[dict[str, Any]], memory: Memory, capacity: float, workers: int, seconds: float) -> Section:
    """Say what was seen, in up to ten rows, and whether it was flat and without a failure."""
    wanted = capacity * SHARE
    section = Section(
        "Soak: four fifths of capacity",
        f"gunicorn with {workers} workers and the shipped rules, batches of {BATCH}, {CONNECTIONS} connections, "
        f"{seconds / 60:.1f} minutes. Capacity, by the same client on the same machine: {number(capacity)} requests/s; "
        f"asked: {number(wanted)}/s, each at its moment, from which its answer is timed. Growth is that of the worst "
        "worker after a quarter of the time, along the line through its readings.",
        ["until minute", "requests", "requests/s", "failed", "p50 ms", "p99 ms, worst 5 s", "workers' memory, MB"],
    )
    size = max(1, -(-len(slices) // _ROWS))
    elapsed = 0.0
    for start in range(0, len(slices), size):
        part = slices[start : start + size]
        elapsed += _total(part, "seconds")
        section.rows.append(
            [
                number(elapsed / 60), f"{_total(part, 'requests'):,.0f}",
                number(_total(part, "requests") / _total(part, "seconds")), f"{_total(part, 'failed'):.0f}",
                number(statistics.median(one["p50_ms"] for one in part)), number(max(one["p99_ms"] for one in part)),
                memory.at(elapsed),
            ]
        )  # fmt: skip
    failed, requests, growth = _total(slices, "failed"), _total(slices, "requests"), memory.growth(seconds)
    section.figures = {
        "capacity": capacity, "requests": requests, "failed": failed, "growth_mb": growth, "slices": slices,
        "memory": {str(pid): told for pid, told in memory.readings.items()},
    }  # fmt: skip
    section.at_most("soak: failed requests", 0, failed)
    section.at_least("soak: answered, by what was asked for", 0.98, requests / (wanted * seconds))
    section.at_most("soak: workers that ended", 0, len(memory.readings) - workers)
    section.at_most("soak: MB that the worst worker grew by", _GROWTH_MB, growth)
    return section


def slope(readings: list[tuple[float, float]]) -> float:
    """The slope of the straight line that lies nearest to the readings."""
    return statistics.linear_regression(*zip(*readings, strict=True)).slope


def _watch(memory: Memory, master: int, seconds: float, stop: threading.Event) -> None:
    began, pause = time.monotonic(), min(5.0, seconds / 20)
    while not stop.is_set():
        memory.read(master, time.monotonic() - began)
        stop.wait(pause)


def _ask(url: str, bodies: Path, seconds: float, rate: float) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.bench.paced", url, str(bodies), str(seconds), str(CONNECTIONS), str(rate)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + 60)
    lines = [line.removeprefix("SLICE ") for line in ran.stdout.splitlines() if line.startswith("SLICE ")]
    return [json.loads(line) for line in lines]


def _total(slices: list[dict[str, Any]], key: str) -> float:
    return sum(one[key] for one in slices)


def _resident(pid: int) -> float:
    """The megabytes that a process holds; 0 where it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE
