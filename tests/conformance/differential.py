"""Compare both engines on a stream of any length: `python -m tests.conformance.differential --count 1000000`.

The tests compare the same stream for a short while at every run. Here it is asked in parts of their own seeds, so that
nothing but numbers is kept and a part can be asked again alone; a difference ends the run with the smallest one.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from server.engine import Engine, build_engine, load_bundle
from server.rules import load_sources
from server.rules.examples import example_contexts
from tests.conformance.rehearsal import Question, agree, as_sent, load, python_answers, smallest_difference
from tests.conformance.stream import stream
from tests.e2e import pages
from tests.e2e.certificates import make_certificates
from tests.e2e.drivers import DRIVERS, Driver, Network, open_browser
from tests.e2e.gateway import Gateway
from tests.e2e.servers import Served
from tools.browsers import BROWSERS, require, version

CHUNK, SEED = 1_000, 20241127
_EXTENSION = Path(__file__).parents[2] / "extension"
_BUNDLE = _EXTENSION / "rules" / "bundle.json"


class DifferError(Exception):
    """A browser answered a part of the stream differently; the message holds the smallest difference."""


def main() -> int:
    """Compare, say how far it is on standard error, and print the record; 1 where the engines differ."""
    chosen = _arguments()
    began = time.monotonic()
    with ExitStack() as running:
        browsers = _open(running, chosen.browsers)
        try:
            record = compare(browsers, chosen.count, chosen.seed, sys.stderr.isatty())
        except DifferError as found:
            print(found)
            return 1
    record |= {"seconds": round(time.monotonic() - began), **_versions(chosen.browsers)}
    print(json.dumps(record, indent=1))
    if chosen.record:
        chosen.record.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


def compare(browsers: dict[str, Driver], count: int, seed: int, terminal: bool = False) -> dict[str, Any]:
    """Ask every browser the whole stream, and return what was compared; raise DifferError at the first difference."""
    raw = _BUNDLE.read_bytes()
    for driver in browsers.values():
        load(driver, "packaged")
    verdicts, levels, done, began = hashlib.sha256(), Counter[str](), 0, time.monotonic()
    parts = [(seed + number, min(CHUNK, count - start)) for number, start in enumerate(range(0, count, CHUNK))]
    # One process works ahead on Python's answers while the browsers are asked.
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=prepare, initargs=(raw,)) as ahead:
        for (own, size), (questions, answers) in zip(parts, _in_turn(ahead, parts), strict=True):
            for name, driver in browsers.items():
                if not agree(driver, "packaged", questions, answers):
                    told = smallest_difference(driver, "packaged", questions, answers)
                    raise DifferError(f"{name} differs from Python in the part of seed {own} ({size} cases):\n{told}")
            verdicts.update("".join(f"{answer}\n" for answer in answers).encode())
            levels.update(json.loads(answer)["level"] for answer in answers)
            done += size
            rate = done / (time.monotonic() - began)
            print(f"{done:,} of {count:,}, {rate:,.0f}/s", end="\r" if terminal else "\n", file=sys.stderr, flush=True)
    return {
        "cases": done, "seeds": [seed, seed + len(parts) - 1], "part": CHUNK, "differences": 0,
        "levels": dict(sorted(levels.items())), "verdicts": f"sha256:{verdicts.hexdigest()}",
        "bundle": f"sha256:{hashlib.sha256(raw).hexdigest()}", "cases_a_second": round(rate),
    }  # fmt: skip


def _in_turn(ahead: ProcessPoolExecutor, parts: list[tuple[int, int]]) -> Iterator[tuple[list[Question], list[str]]]:
    """Yield each part's questions with Python's answers, the next part being worked on meanwhile."""
    waiting = [ahead.submit(part, *parts[0])]
    for following in [*parts[1:], None]:
        current = waiting.pop()
        if following is not None:
            waiting.append(ahead.submit(part, *following))
        yield current.result()


_prepared: list[tuple[Engine, dict[str, Any], list[str]]] = []


def prepare(raw: bytes) -> None:
    """Get this process ready to answer parts of the stream with a bundle."""
    bundle = load_bundle(raw)
    signals = [data for file, data in load_sources().matching("signals/") if "macros" not in data]
    contexts = [
        context for data in signals for kind in ("hits", "misses") for context, _ in example_contexts(data, kind)
    ]
    texts = [as_sent(context)["text"] for context in contexts if "text" in context]
    _prepared.append((build_engine(bundle), bundle.data, texts))


def part(seed: int, count: int) -> tuple[list[Question], list[str]]:
    """Return the questions of a part of the stream and Python's answers."""
    engine, data, texts = _prepared[0]
    questions: list[Question] = [(as_sent(context), date, True) for context, date in stream(data, texts, count, seed)]
    return questions, python_answers(engine, questions)


def _open(running: ExitStack, names: list[str]) -> dict[str, Driver]:
    """Start the browsers with the extension, behind the gateway that refuses every site."""
    folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="jaga-", ignore_cleanup_errors=True)))
    certificates = make_certificates(folder, ["www.facebook.com"])
    sites, gateway = Served(pages.create_app()).start(), Gateway({})
    running.callback(sites.stop)
    gateway.start()
    running.callback(gateway.stop)
    browsers: dict[str, Driver] = {}
    for name in names:
        browsers[name] = open_browser(name, _EXTENSION, Network(gateway, sites, certificates), folder)
        running.callback(browsers[name].close)
    return browsers


def _versions(names: list[str]) -> dict[str, Any]:
    installed = {program.name.lower(): program for program in BROWSERS}
    return {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "python": platform.python_version(),
        "browsers": {name: version(require(installed[name])) for name in names},
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.conformance.differential", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="how many cases; 20,000 by default")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the first part; {SEED} by default")
    parser.add_argument(
        "--browsers", nargs="+", choices=sorted(DRIVERS), default=sorted(DRIVERS), help="both by default"
    )
    parser.add_argument("--record", type=Path, metavar="FILE", help="also write the record to a file")
    chosen = parser.parse_args()
    if chosen.count < 1:
        parser.error("--count is at least 1")
    return chosen


if __name__ == "__main__":
    sys.exit(main())
