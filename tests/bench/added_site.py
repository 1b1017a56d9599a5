"""What the general reader costs a long page of a site that nobody described."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.e2e.drivers import DRIVERS, Driver
from tests.e2e.drivers.listing import guarding
from tests.e2e.pages.square import HOST, PATH

from .feed import LONG_MS
from .guard import beside, wait_marked, without_content_scripts
from .report import Section, number, spread
from .stage import copy_extension, stage
from .timing import Spread

POSTS = 900
# How long the page is watched after the posts came, in milliseconds; a look at the clock each `STEP`.
WATCHED, STEP = 2_500, 10
# All posts come at once, as from a page that was loaded whole; from the frame after them on the clock is watched.
_GROW = """
    const [count, watched, step] = args;
    const post = document.querySelector('[data-id=plain]');
    post.parentElement.append(...Array.from({ length: count }, () => post.cloneNode(true)));
    document.documentElement.getBoundingClientRect();
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    const start = performance.now();
    let [longest, before] = [0, start];
    while (before - start < watched) {
        await new Promise((done) => { setTimeout(done, step); });
        const now = performance.now();
        longest = Math.max(longest, now - before - step);
        before = now;
    }
    return { longest, controls: document.querySelectorAll('button, a, input, [role]').length };
"""


def measure(quick: bool) -> Section:
    """Let the posts come, in turn with and without the content scripts."""
    posts, rounds = (90, 1) if quick else (POSTS, 7)
    section = Section(
        "Added site: a page read by roles and names",
        f"{posts:,} posts with two answers, a poll and seven buttons each come at once into a page that no rule "
        f"describes; how long the page then answers nothing at a stretch, the middle of {rounds} rounds, with the "
        "extension and with a copy of it without content scripts.",
        ["browser", "controls", "longest stretch with us, ms", "without"],
    )
    with stage(HOST) as (network, folder):
        whole = guarding(copy_extension(folder, "whole"), (f"https://{HOST}/*",), folder)
        silent = without_content_scripts(folder)
        for name in sorted(DRIVERS):
            found: list[list[dict[str, Any]]] = [[], []]
            with beside(name, (whole, silent), network, folder) as held:
                for _ in range(rounds):
                    for browser, results, read in zip(held, found, (True, False), strict=True):
                        results.append(browser.run(partial(_grow, posts=posts, read=read)))
            _add(section, name, found)
    return section


def _grow(driver: Driver, posts: int, read: bool) -> dict[str, Any]:
    driver.goto(f"https://{HOST}{PATH}")
    if read:
        wait_marked(driver)
    result: dict[str, Any] = driver.ajs(_GROW, posts, WATCHED, STEP)
    return result


def _add(section: Section, browser: str, found: list[list[dict[str, Any]]]) -> None:
    ours, theirs = (Spread.of([one["longest"] for one in results]) for results in found)
    controls = found[0][0]["controls"]
    section.rows.append([browser, number(controls), spread(ours), spread(theirs)])
    section.figures[browser] = {
        "controls": controls, "longest_ms": ours.median, "longest_ms_without": theirs.median,
    }  # fmt: skip
    most = max(LONG_MS, theirs.median)
    section.at_most(f"{browser}: longest stretch, ms (or as long as without us)", most, ours.median)
