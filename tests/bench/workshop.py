"""The rule writer's workshop: from the last key to the verdict, many posts measured at once, and opening the report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.e2e.drivers import DRIVERS, Driver, open_browser, until
from tests.e2e.workshop import CALL, open_page

from .bundles import shipped_bundle, shipped_names
from .gazetteer import DAY
from .http import serve
from .posts import make_posts
from .report import Section, number, spread
from .stage import copy_extension, stage
from .timing import Spread

ROWS, FEW_ROWS = 100_000, 5_000
_CORES_WORTH = 0.6
_REPOSITORY = Path(__file__).parents[2]
# What a key's verdict is shown by, and a request that asks the same server for nothing.
_SHOWN = "return Number(document.getElementById('verdict').dataset.milliseconds ?? 0);"
_FORGET = "delete document.getElementById('verdict').dataset.milliseconds;"
_ROUND_TRIP = """
    const began = performance.now();
    await (await fetch('/healthz')).text();
    return performance.now() - began;
"""
_OPENED = """
    const [page] = performance.getEntriesByType('navigation');
    return page.loadEventEnd - page.startTime;
"""


def measure(quick: bool) -> Section:
    """Type a post key by key, measure posts with one process and with one a core, open the report of them."""
    rows = FEW_ROWS if quick else ROWS
    section = Section(
        "Workshop: typing, measuring, reading the report",
        f"Typing: milliseconds from each key to its verdict on the screen by the page's clock, the page's own pause of "
        f"12 ms included, median (range) of {len(CALL)} keys; beside it an empty request to the same server. "
        f"Measuring: seconds of `rules evaluate` on {rows:,} made posts, start, compiling and reading included. "
        "Report: milliseconds until it is loaded.",
        ["what", "ours", "beside it", "ratio"],
    )
    with stage() as (network, folder):
        bundle = folder / "bundle.json"
        bundle.write_bytes(shipped_bundle())
        report = _measure_posts(section, folder, rows)
        with serve("server:create_app()", bundle) as (url, _):
            address = url.removesuffix("/v1/score")
            for name in sorted(DRIVERS):
                driver = open_browser(name, copy_extension(folder, f"workshop-{name}"), network, folder)
                try:
                    _type(section, driver, f"{address}/playground")
                    _open(section, driver, report)
                finally:
                    driver.close()
    return section


def _measure_posts(section: Section, folder: Path, rows: int) -> Path:
    """Add how long measuring takes with one process and with one a core; the report's path."""
    file, report = folder / "posts.jsonl", folder / "report.html"
    posts = make_posts(rows, shipped_names())
    labelled = ({"text": post, "date": DAY, "label": ("none", "campaign")[at % 2]} for at, post in enumerate(posts))
    file.write_text("".join(f"{json.dumps(row)}\n" for row in labelled), encoding="utf-8")
    alone = _evaluate(file, ["--jobs", "1"])
    together = _evaluate(file, [])
    _evaluate(file, ["--html", str(report)])
    cores = os.cpu_count() or 1
    section.rows.append(
        [f"measuring, {cores} processes beside one", number(together), number(alone), f"{alone / together:.2f}x"]
    )
    section.figures["measuring"] = {"seconds": together, "seconds_alone": alone, "rows": rows, "cores": cores}
    section.at_least("workshop: times one process, for each core (guide)", _CORES_WORTH, alone / together / cores)
    return report


def _evaluate(file: Path, more: list[str]) -> float:
    command = [sys.executable, "-m", "flask", "--app", "server", "rules", "evaluate", str(file), "--json", *more]
    began = time.monotonic()
    subprocess.run(command, cwd=_REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def _type(section: Section, driver: Driver, address: str) -> None:
    open_page(driver, address)
    driver.focus("#text")
    took: list[float] = []
    for key in CALL:
        driver.js(_FORGET)
        driver.type(key)
        took.append(until(lambda: driver.js(_SHOWN), f"the verdict after {key!r}"))
    empty = Spread.of([driver.ajs(_ROUND_TRIP) for _ in range(20)])
    keys = Spread.of(took)
    row = [f"{driver.name}: a key's verdict", spread(keys), spread(empty), f"{keys.median / empty.median:.1f}x"]
    section.rows.append(row)
    section.figures[f"{driver.name}, a key"] = {"ms": keys.median, "empty_ms": empty.median}
    section.at_most(f"{driver.name}: ms from the last key to the verdict (guide)", 50, keys.median)


def _open(section: Section, driver: Driver, report: Path) -> None:
    took: list[float] = []
    for _ in range(3):
        driver.goto("about:blank")
        driver.goto(report.as_uri())
        took.append(until(lambda: driver.js(_OPENED), "the report to be loaded"))
    opened = Spread.of(took)
    section.rows.append([f"{driver.name}: opening the report", spread(opened), "", ""])
    section.figures[f"{driver.name}, report"] = {"ms": opened.median}
    section.at_most(f"{driver.name}: ms until the report is open (guide)", 1_000, opened.median)
