"""Measure how fast everything is, beside the obvious design; docs/performance.md says how to read it."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import importlib
import json
import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

from server.compiled import compiled_in_use

from .peers import find_python
from .report import Section, as_text, write_into

PARTS = ("engine", "browsers", "http", "guard", "feed", "added-site", "background", "workshop", "peers", "peers-http")
# Asked for by name only: one takes as long as it is told to, the other needs nginx and a store.
APART = ("soak", "office")
PAGE = Path(__file__).parents[2] / "docs" / "performance.md"


def main() -> int:
    """Run the chosen parts one after the other; 1 where a target is missed."""
    chosen = _arguments()
    sections: list[Section] = []
    for part in chosen.parts or PARTS:
        began = time.monotonic()
        module = importlib.import_module(f"tests.bench.{part.replace('-', '_')}")
        options: dict[str, dict[str, Any]] = {"engine": {"corpus": chosen.corpus}, "soak": {"minutes": chosen.minutes}}
        sections.append(module.measure(quick=chosen.quick, **options.get(part, {})))
        print(f"{part}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(f"{_machine()}\n\n{as_text(sections)}")
    if chosen.json:
        found = {"machine": _machine(), "sections": [dataclasses.asdict(section) for section in sections]}
        chosen.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if chosen.docs:
        write_into(PAGE, f"{_machine()} Command: `make bench`.", sections)
    return 0 if all(target.holds for section in sections for target in section.targets) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "parts",
        nargs="*",
        type=_part,
        metavar="part",
        help=f"{', '.join(PARTS)}, all by default; or {', '.join(APART)}",
    )
    parser.add_argument("--quick", action="store_true", help="short rounds, to see that it runs")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to a file")
    parser.add_argument("--docs", action="store_true", help="write the tables into docs/performance.md")
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="also measure posts of your own: JSON lines")
    parser.add_argument(
        "--minutes", type=float, default=10.0, metavar="M", help="how long the soak lasts; 10 by default"
    )
    chosen = parser.parse_args()
    if chosen.docs and chosen.parts:
        parser.error("--docs writes every table; leave the parts out")
    if chosen.docs and find_python() is None:
        parser.error("--docs writes every table, Presidio's and spaCy's too; run `make peers` first")
    return chosen


def _part(word: str) -> str:
    if word not in (*PARTS, *APART):
        raise argparse.ArgumentTypeError(f"{word} is none of {', '.join((*PARTS, *APART))}")
    return word


def _machine() -> str:
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    load = os.getloadavg()[0]
    engine = "compiled" if compiled_in_use() else "uncompiled"
    return (
        f"Measured {today} on {os.cpu_count()} cores ({platform.machine()}, {_processor()}), Python "
        f"{platform.python_version()}, the engine {engine}, load average {load:.1f} at the end."
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())


if __name__ == "__main__":
    sys.exit(main())
