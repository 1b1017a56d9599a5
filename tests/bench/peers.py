"""Our engine beside what an office would otherwise put up, on the same names, phrases and posts."""

from __future__ import annotations

import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.compiled import VARIABLE

from .gazetteer import DAY
from .handout import Handout, filled, hand_out, invented, shipped
from .posts import as_contexts, make_posts
from .report import Section, number, spread
from .timing import Spread

# From a district's parties to the candidates of a legislative election.
SIZES = (500, 20_000, 250_000)
# The product's own rules: as they are, and with further candidates up to the size that the bars were set for.
OWN, FILLED = "shipped rules", "shipped rules, 20,000"
POSTS, COMPARED = 5_000, 200
# How many times as fast as each we want to be: with few names, and with many.
BARS = {"presidio": (80, 300), "spacy": (80, 80), "obvious": (30, 200)}
# Our engine twice: as it is deployed, and the sources as they stand.
OURS: dict[str, dict[str, str]] = {"ours": {}, "uncompiled": {VARIABLE: "off"}}
TITLES = {
    "ours": "ours",
    "uncompiled": "ours, uncompiled",
    "obvious": "obvious design",
    "presidio": "Presidio",
    "spacy": "spaCy",
}
_MICRO = 1e6
_REPOSITORY = Path(__file__).parents[2]
_FOUND = "import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, ('presidio_analyzer', 'spacy', 'flask'))))"


@dataclass
class Found:
    """What one engine showed with one set of rules."""

    wall: float
    start: float
    megabytes: float
    named: list[bool]
    rounds: list[float] = field(default_factory=list)


def measure(quick: bool) -> Section:
    """Measure every engine with every set of rules, the engines of a set in turn, round by round."""
    rounds, seconds = (1, 0.05) if quick else (5, 0.5)
    sizes = SIZES[:2] if quick else SIZES
    python = find_python()
    section = Section(
        "Peers: what an office would otherwise put up",
        f"CPU microseconds a post, median (range) of {rounds} interleaved rounds; ratios and targets take the best. "
        "Each engine is a process of its own: start is its CPU time from nothing to the first verdict, memory what it "
        "holds then. Ours reads the compiled bundle, above 20,000 names beyond the size that the product takes. "
        f"Same names: the posts in which it finds names where ours does.{missing(python)}",
        ["names", "engine", "us a post", "posts/s a core", "ratio", "start, s", "wall s", "memory, MB", "same names"],
    )
    handouts = {f"{size:,}": invented(size) for size in sizes} | {OWN: shipped(), FILLED: filled(SIZES[1])}
    largest = handouts[f"{sizes[-1]:,}"].names
    for load, handout in handouts.items():
        names = handout.names if load in (OWN, FILLED) else largest
        _add(section, load, measure_engines(python, handout, as_contexts(make_posts(POSTS, names)), rounds, seconds))
    add_targets(section, sizes)
    return section


def find_python() -> str | None:
    """The Python that has Presidio and spaCy: this one, or that of `make peers`; None where neither has them."""
    for python in (sys.executable, str(_REPOSITORY / ".venv-peers" / "bin" / "python")):
        with contextlib.suppress(OSError):
            if subprocess.run([python, "-c", _FOUND], check=False, capture_output=True).returncode == 0:
                return python
    return None


def missing(python: str | None) -> str:
    """What to do where the peers are not there, as the end of a note."""
    return "" if python else " Presidio and spaCy were NOT measured: `make peers` sets them up, then measure again."


def pythons(python: str | None) -> dict[str, str]:
    """Each engine that can be measured, with the Python that runs it."""
    ours = dict.fromkeys((*OURS, "obvious"), sys.executable)
    return ours | ({"presidio": python, "spacy": python} if python else {})


def measure_engines(
    python: str | None, handout: Handout, contexts: list[dict[str, Any]], rounds: int, seconds: float
) -> dict[str, Found]:
    """Start each engine that can be measured, and let them work in turn."""
    dice = random.Random(rounds)
    with tempfile.TemporaryDirectory(prefix="jaga-bench-") as name, contextlib.ExitStack() as running:
        folder = Path(name) / "handout"
        hand_out(handout, contexts, folder)
        processes: dict[str, subprocess.Popen[str]] = {}
        found: dict[str, Found] = {}
        for engine, interpreter in pythons(python).items():
            began = time.monotonic()
            processes[engine] = running.enter_context(_process(interpreter, engine, folder))
            first = _read(processes[engine])
            found[engine] = Found(time.monotonic() - began, named=_ask(processes[engine], {"named": COMPARED}), **first)
        for _ in range(rounds):
            for engine in dice.sample(sorted(processes), len(processes)):
                found[engine].rounds.append(_ask(processes[engine], {"seconds": seconds}))
    return found


@contextlib.contextmanager
def _process(python: str, engine: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [python, "-m", "tests.bench.peer", "ours" if engine in OURS else engine, str(folder), DAY]
    settings = os.environ | OURS.get(engine, {})
    process = subprocess.Popen(
        command, cwd=_REPOSITORY, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        yield process
    finally:
        process.communicate()


def _ask(process: subprocess.Popen[str], what: dict[str, Any]) -> Any:
    assert process.stdin is not None
    process.stdin.write(json.dumps(what) + "\n")
    process.stdin.flush()
    return _read(process)


def _read(process: subprocess.Popen[str]) -> Any:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("TOLD "):
            return json.loads(line.removeprefix("TOLD "))
    raise RuntimeError(f"{process.args} ended before it answered; what it said stands above")


def _add(section: Section, load: str, found: dict[str, Found]) -> None:
    ours = found["ours"]
    for engine, seen in found.items():
        spent = Spread.of(seen.rounds)
        ratio = spent.low / min(ours.rounds)
        same = sum(a == b for a, b in zip(seen.named, ours.named, strict=True)) / len(ours.named)
        section.rows.append(
            [
                load, TITLES[engine], spread(spent, _MICRO), number(1 / spent.median), f"{ratio:.0f}x",
                number(seen.start), number(seen.wall), number(seen.megabytes), f"{same:.0%}",
            ]
        )  # fmt: skip
        section.figures[f"{load} {engine}"] = {
            "us": spent.median * _MICRO, "us_best": spent.low * _MICRO, "ratio": ratio, "start_s": seen.start,
            "wall_s": seen.wall, "megabytes": seen.megabytes, "same_names": same,
        }  # fmt: skip


def add_targets(section: Section, sizes: tuple[int, ...]) -> None:
    """Hold each peer's ratio against its bar, and our own growth against ours."""
    figures = section.figures
    few, many = (f"{size:,}" for size in (sizes[0], sizes[-1]))
    for engine, (low, high) in BARS.items():
        for load in [*(f"{size:,}" for size in sizes), OWN, FILLED]:
            # The product's own rules are asked for the greater factor too, though they hold half as many names.
            if f"{load} {engine}" in figures:
                bar, ratio = low if load == few else high, figures[f"{load} {engine}"]["ratio"]
                named = load if load == OWN else f"{load} names"
                section.at_least(f"peers: times {TITLES[engine]}, {named}", bar, ratio)
    growth = figures[f"{many} ours"]["us_best"] / figures[f"{few} ours"]["us_best"]
    section.figures["growth"] = growth
    section.at_most(f"peers: growth of our cost from {few} to {many} names", 2.5, growth)
