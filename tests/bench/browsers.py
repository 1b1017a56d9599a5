"""The JavaScript engine inside the real browsers, beside the obvious design: cold, warm and build time."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from server.engine import canonical_json, score
from tests.e2e.drivers import DRIVERS, open_browser

from .bundles import Trial, make_trial
from .gazetteer import DAY, SIZES
from .posts import as_contexts, make_posts
from .report import Section, spread
from .stage import copy_extension, stage
from .timing import Spread

# Posts a measurement: long enough for a clock of whole milliseconds, short enough to find a quiet moment.
COLD, WARM, RIVALS, COMPARED, POSTS = 2_000, 3_000, 300, 1_000, 6_000
_PAGE = Path(__file__).parent / "page"
_RUN = """
    const worker = new Worker(api.runtime.getURL('bench/worker.js'), { type: 'module' });
    try {
        return await new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = (event) => reject(new Error(event.message ?? 'the worker did not start'));
            worker.postMessage(args[0]);
        });
    } finally {
        worker.terminate();
    }
"""


def measure(quick: bool) -> Section:
    """Measure each size several times, each time in a fresh worker, the sizes in turn."""
    runs, rounds = (1, 2) if quick else (3, 8)
    trials = {size: make_trial(size) for size in SIZES}
    contexts = as_contexts(make_posts(POSTS, trials[SIZES[-1]].written))
    section = Section(
        "Engine: JavaScript in the browsers",
        f"Microseconds a post by the page's clock, median (range) of {runs} fresh workers with {rounds} rounds each; "
        f"cold is the first {COLD:,} posts of a worker. Pages have no CPU clock. "
        "Ratios and targets take the best round. Verdicts are compared byte for byte with Python's.",
        ["browser", "names", "us a post, warm", "cold, ms", "build, ms", "rival us", "ratio"],
    )
    with stage() as (network, folder):
        extension = _prepared(folder, trials, contexts)
        for name in sorted(DRIVERS):
            driver = open_browser(name, extension, network, folder)
            try:
                found = {size: [] for size in SIZES}  # type: dict[int, list[dict[str, Any]]]
                for _ in range(runs):
                    for size in SIZES:
                        wanted = {"cold": COLD, "warm": WARM, "rivals": RIVALS, "compared": COMPARED}
                        found[size].append(
                            driver.extension_js(_RUN, {"size": size, "day": DAY, "rounds": rounds, **wanted})
                        )
            finally:
                driver.close()
            for size in SIZES:
                _check(name, trials[size], contexts, found[size])
            _add(section, name, found)
    return section


def _prepared(folder: Path, trials: dict[int, Trial], contexts: list[dict[str, str]]) -> Path:
    """Return a copy of the extension that holds our worker and what it reads."""
    extension = copy_extension(folder, "engine")
    target = Path(shutil.copytree(_PAGE, extension / "bench"))
    (target / "contexts.json").write_text(json.dumps(contexts), encoding="utf-8")
    for size, trial in trials.items():
        (target / f"{size}.json").write_bytes(trial.raw)
        (target / f"{size}-rival.json").write_text(json.dumps(trial.for_rival()), encoding="utf-8")
    return extension


def _check(browser: str, trial: Trial, contexts: list[dict[str, str]], found: list[dict[str, Any]]) -> None:
    """Fail where the browser's verdicts are not Python's: a fast wrong answer is worth nothing."""
    verdicts = [canonical_json(score(trial.engine, context, DAY)) for context in contexts[:COMPARED]]
    expected = hashlib.sha256(b"\n".join(verdicts)).hexdigest()
    if any(run["verdicts"] != expected for run in found):
        raise AssertionError(f"{browser}: the JavaScript engine gives other verdicts than the Python engine")


def _add(section: Section, browser: str, found: dict[int, list[dict[str, Any]]]) -> None:
    for size, runs in found.items():
        ours = Spread.of([value for run in runs for value in run["ours"]])
        theirs = Spread.of([value for run in runs for value in run["theirs"]])
        cold, build = (Spread.of([run[key] for run in runs]) for key in ("first", "build"))
        section.rows.append(
            [
                browser, f"{size:,}", spread(ours), spread(cold), spread(build), spread(theirs),
                f"{theirs.low / ours.low:.0f}x",
            ]
        )  # fmt: skip
        section.figures[f"{browser} {size}"] = {
            "us": ours.low, "us_median": ours.median, "cold_ms": cold.low, "build_ms": build.low,
            "rival_us": theirs.low,
        }  # fmt: skip
    last, first = section.figures[f"{browser} {SIZES[-1]}"], section.figures[f"{browser} {SIZES[0]}"]
    section.at_most(f"{browser}: us a post, warm, {SIZES[-1]:,} names (guide)", 15, last["us"])
    section.at_most(f"{browser}: ms for the first {COLD:,} posts, {SIZES[-1]:,} names (guide)", 100, last["cold_ms"])
    section.at_most(f"{browser}: growth of cost from {SIZES[0]:,} to {SIZES[-1]:,} names", 2, last["us"] / first["us"])
