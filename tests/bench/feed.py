"""What the extension costs a feed of 2,000 posts, and whether the verdict is there before the click."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from tests.e2e import pages
from tests.e2e.drivers import DRIVERS, Driver
from tests.e2e.servers import Served

from .bundles import shipped_names
from .guard import Held, beside, wait_marked, without_content_scripts
from .posts import make_posts
from .report import Section, number, spread
from .stage import copy_extension, stage
from .timing import Spread

POSTS, A_FRAME = 2_000, 4
LEAFED, A_SECOND = 240, 12
LONG_MS = 50.0
_MEGABYTE = 1024 * 1024
_SCRIPT = (Path(__file__).parent / "page" / "feed.js").read_text(encoding="utf-8")
# Contestants of the invented contest that the demo, the examples and the tests use.
_CAMPAIGN = "Ayo warga {place}, coblos nomor 1 Damar Prakosa di TPS! Menangkan Damar-Sekar untuk jalan desa ke-{place}."


def measure(quick: bool) -> Section:
    """Let the feed grow in turn with and without the content scripts, then leaf through campaign posts."""
    posts, rounds = (200, 1) if quick else (POSTS, 3)
    section = Section(
        "Feed: a page that grows by posts",
        f"{posts:,} posts, {A_FRAME} a frame, each frame scrolled to the end, in turn with the extension and a copy of "
        f"it without content scripts, {rounds} rounds; the share of frames' time is that of the best rounds. Then "
        f"{LEAFED} campaign posts at {A_SECOND} a second: how many that were in view for 200 ms had their mark. "
        "Chromium tells long tasks and the tab's heap; Firefox tells neither.",
        [
            "browser",
            "ms a frame with us",
            "without",
            "ratio",
            "longest task, ms",
            "without",
            "heap added, MB",
            "judged",
        ],
    )
    texts = make_posts(posts, shipped_names())
    campaign = [_CAMPAIGN.format(place=place) for place in range(LEAFED)]
    served = Served(pages.create_app()).start()
    try:
        with stage() as (network, folder):
            whole, silent = copy_extension(folder, "whole"), without_content_scripts(folder)
            for name in sorted(DRIVERS):
                with beside(name, (whole, silent), network, folder) as held:
                    _measure_browser(section, name, held, f"{served.url}/demo/lab", texts, campaign, rounds)
    finally:
        served.stop()
    return section


def _measure_browser(
    section: Section, name: str, held: list[Held], url: str, texts: list[str], campaign: list[str], rounds: int
) -> None:
    found: list[list[dict[str, Any]]] = [[], []]
    for _ in range(rounds):
        for browser, results in zip(held, found, strict=True):
            results.append(browser.run(partial(_grow, url=url, texts=texts)))
    seen = held[0].run(partial(_leaf, url=url, texts=campaign))
    _add(section, name, found, seen)


def _grow(driver: Driver, url: str, texts: list[str]) -> dict[str, Any]:
    driver.goto(url)
    before = driver.heap_bytes()
    result: dict[str, Any] = driver.ajs(_SCRIPT, "grow", texts, A_FRAME)
    if result["posts"] != len(texts):
        raise AssertionError(f"{result['posts']} of {len(texts)} posts stand on the page")
    after = driver.heap_bytes()
    result["heap"] = None if before is None or after is None else after - before
    return result


def _leaf(driver: Driver, url: str, texts: list[str]) -> dict[str, int]:
    driver.goto(url)
    wait_marked(driver)
    result: dict[str, int] = driver.ajs(_SCRIPT, "leaf", texts, A_SECOND)
    return result


def _add(section: Section, browser: str, found: list[list[dict[str, Any]]], seen: dict[str, int]) -> None:
    ours, theirs = ([sum(one["frames"]) / len(one["frames"]) for one in results] for results in found)
    longest = [
        None if results[0]["tasks"] is None else min(max(one["tasks"], default=0.0) for one in results)
        for results in found
    ]
    heaps = [[one["heap"] for one in results if one["heap"] is not None] for results in found]
    added = (min(heaps[0]) - min(heaps[1])) / _MEGABYTE if heaps[0] else None
    judged = seen["judged"] / max(1, seen["seen"])
    ratio = min(ours) / min(theirs)
    section.rows.append(
        [
            browser, spread(Spread.of(ours)), spread(Spread.of(theirs)), f"{ratio:.2f}x", _told(longest[0]),
            _told(longest[1]), _told(added), f"{seen['judged']} of {seen['seen']}",
        ]
    )  # fmt: skip
    section.figures[browser] = {
        "frame_ms": min(ours), "frame_ms_without": min(theirs), "longest_task_ms": longest[0],
        "longest_task_ms_without": longest[1], "heap_added_mb": added, "judged": judged,
    }  # fmt: skip
    section.at_most(f"{browser}: time of a frame with us, by that without", 1.05, ratio)
    if longest[0] is not None and longest[1] is not None:
        section.at_most(f"{browser}: longest task, ms (or as long as without us)", max(LONG_MS, longest[1]), longest[0])
    if added is not None:
        section.at_most(f"{browser}: MB of heap added to the tab", 5, added)
    section.at_least(f"{browser}: share of posts judged when in view for 200 ms", 0.99, judged)


def _told(value: float | None) -> str:
    return "-" if value is None else number(value)
