"""Mutate the Python engine by mutmut and tell how many mutants were found: `python -m tests.mutation.python_engine`.

`--share 20` asks a seeded fifth of every module's mutants instead of all; the score has its 95 % interval then. What
lived is listed in .mutation/python.txt; `mutmut show NAME` shows one of them.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORK = ROOT / "mutants"
REPORT = ROOT / ".mutation" / "python.txt"
LEAST, Z = 80.0, 1.96
# What mutmut keeps of a mutant: how pytest ended. A mutant that never ends is found as well.
LIVED, NOT_ASKED = (0, 5, 33), None


def main() -> int:
    """Run mutmut, print a line a module, and return 1 where the score is below 80 %."""
    chosen = _arguments()
    if not chosen.resume:
        shutil.rmtree(WORK, ignore_errors=True)
    # The smallest module: asking its few mutants makes those of all the others.
    _mutmut("server.engine.style.*")
    names = sample(_results(), chosen.share, chosen.seed)
    if chosen.skip:
        names -= sample(_results(), chosen.skip, chosen.seed)
    _mutmut(*sorted(names))
    return told({name: ended for name, ended in _results().items() if name in names})


def sample(mutants: Iterable[str], share: int, seed: int) -> set[str]:
    """Return a share in percent of every module's mutants; a larger share of the same seed holds the smaller one."""
    modules: dict[str, list[str]] = {}
    for name in sorted(mutants):
        modules.setdefault(module_of(name), []).append(name)
    chosen: set[str] = set()
    for module, names in modules.items():
        random.Random(f"{seed} {module}").shuffle(names)
        chosen.update(names[: math.ceil(len(names) * share / 100)])
    return chosen


def told(results: dict[str, int | None]) -> int:
    """Print the score of every module and of all, and list the mutants that lived."""
    for module in sorted({module_of(name) for name in results}):
        _line(module, [ended for name, ended in results.items() if module_of(name) == module])
    found = _line("all", list(results.values()))
    lived = sorted(name for name, ended in results.items() if ended in LIVED)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("".join(f"{name}\n" for name in lived), encoding="utf-8")
    print(f"{len(lived)} lived: {REPORT.relative_to(ROOT)}")
    return int(found < LEAST)


def module_of(name: str) -> str:
    """The engine's module in which a mutant is."""
    return name.removeprefix("server.engine.").split(".")[0]


def interval(found: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson, in percent."""
    share, square = found / total, Z * Z
    middle = share + square / (2 * total)
    half = Z * math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    return tuple(100 * (middle + sign * half) / (1 + square / total) for sign in (-1, 1))  # type: ignore[return-value]


def _line(name: str, ends: list[int | None]) -> float:
    asked = [ended for ended in ends if ended is not NOT_ASKED]
    found = sum(1 for ended in asked if ended not in LIVED)
    low, high = interval(found, len(asked)) if asked else (0.0, 100.0)
    score = 100 * found / max(1, len(asked))
    print(f"{name:12} {found:5} of {len(asked):5} found  {score:5.1f} %   {low:5.1f} to {high:5.1f}")
    return score


def _results() -> dict[str, int | None]:
    files = sorted((WORK / "server" / "engine").glob("*.meta"))
    return {name: ended for file in files for name, ended in json.loads(file.read_bytes())["exit_code_by_key"].items()}


def _mutmut(*names: str) -> None:
    program = Path(sys.executable).with_name("mutmut")
    subprocess.run([program, "run", "--max-children", "1", *names], cwd=ROOT, check=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.python_engine", description=__doc__)
    parser.add_argument("--share", type=int, default=100, help="percent of every module's mutants; all by default")
    parser.add_argument(
        "--skip", type=int, default=0, help="percent of them to leave out: a sample that was asked before"
    )
    parser.add_argument("--seed", type=int, default=20241127, help="of the sample; 20241127 by default")
    parser.add_argument(
        "--resume", action="store_true", help="go on with what an earlier run left, the tests unchanged"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
