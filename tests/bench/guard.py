"""What our guard adds to a click that is no act: the same page with and without our content scripts."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.e2e import pages
from tests.e2e.drivers import DRIVERS, Driver, Network, open_browser
from tests.e2e.drivers.base import until
from tests.e2e.servers import Served

from .report import Section, number, spread
from .stage import copy_extension, stage
from .timing import Spread

T = TypeVar("T")
CLICKS = 1_000
# What is clicked -> where it is. None of them is an act.
TARGETS = {
    "words of a post": '#click-campaign [data-part="author"]',
    "a button of a post": "#click-campaign [data-bench]",
    "a button of the page": "body > [data-bench]",
}
_PREPARE = """
    const button = () => {
        const made = document.createElement('button');
        made.dataset.bench = '';
        made.textContent = 'Terjemahkan';
        return made;
    };
    document.querySelector('#click-campaign .controls').append(button());
    document.body.append(button());
    window.clicks = 0;
    document.addEventListener('click', () => { window.clicks += 1; });
"""
# The events of one press in their order. They are not trusted; the guard looks at them all the same.
_CLICK = """
    const [selector, count] = args;
    const target = document.querySelector(selector);
    const box = target.getBoundingClientRect();
    const place = { bubbles: true, cancelable: true, composed: true, clientX: box.x + 2, clientY: box.y + 2 };
    const pointer = { ...place, isPrimary: true, pointerType: 'mouse' };
    window.clicks = 0;
    const start = performance.now();
    for (let made = 0; made < count; made += 1) {
        target.dispatchEvent(new PointerEvent('pointerdown', pointer));
        target.dispatchEvent(new MouseEvent('mousedown', place));
        target.dispatchEvent(new PointerEvent('pointerup', pointer));
        target.dispatchEvent(new MouseEvent('mouseup', place));
        target.dispatchEvent(new MouseEvent('click', place));
    }
    return [(performance.now() - start) * 1000 / count, window.clicks];
"""


class Held:
    """A browser in a thread of its own: two of one kind can't be driven from one thread."""

    def __init__(self, name: str, extension: Path, network: Network, folder: Path) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._driver = self._thread.submit(open_browser, name, extension, network, folder).result()

    def run(self, work: Callable[[Driver], T]) -> T:
        """Let the browser do something, and wait for it."""
        return self._thread.submit(work, self._driver).result()

    def close(self) -> None:
        """End the browser and its thread."""
        self.run(lambda driver: driver.close())
        self._thread.shutdown()


@contextlib.contextmanager
def beside(name: str, extensions: Sequence[Path], network: Network, folder: Path) -> Iterator[list[Held]]:
    """Yield a browser for each of these extensions, all at once, and end them."""
    held: list[Held] = []
    try:
        for extension in extensions:
            held.append(Held(name, extension, network, folder))
        yield held
    finally:
        for browser in held:
            browser.close()


def wait_marked(driver: Driver, selector: str = "body") -> None:
    """Wait until something in there bears our mark: the page is read."""
    script = "return document.querySelector(`${args[0]} jaga-jempol-mark`) !== null;"
    until(lambda: driver.js(script, selector), "the page to be marked")


def measure(quick: bool) -> Section:
    """Click often on what is no act, in turn with and without the content scripts."""
    rounds = 3 if quick else 15
    section = Section(
        "Guard: what a click costs that is no act",
        f"Microseconds for the five events of a click, best of {rounds} interleaved rounds of {CLICKS:,} clicks, with "
        "the extension and with a copy of it without content scripts. Behind it the differences within a round.",
        ["browser", "clicked", "with us", "without", "added", "added in a round", "ratio"],
    )
    served = Served(pages.create_app()).start()
    try:
        with stage() as (network, folder):
            silent = without_content_scripts(folder)
            whole = copy_extension(folder, "whole")
            for name in sorted(DRIVERS):
                with beside(name, (whole, silent), network, folder) as held:
                    for what, pairs in _measure_browser(held, f"{served.url}/demo/lab", rounds):
                        _add(section, name, what, pairs)
    finally:
        served.stop()
    return section


def without_content_scripts(folder: Path) -> Path:
    """Return a copy of the extension that looks at no page."""
    extension = copy_extension(folder, "silent")
    manifest = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
    del manifest["content_scripts"]
    (extension / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return extension


def _measure_browser(held: list[Held], url: str, rounds: int) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield for every target the microseconds of each round, with the content scripts and without."""
    for browser in held:
        browser.run(lambda driver: _open(driver, url))
    # With content scripts the page is read and marked; measuring begins when that is done.
    held[0].run(partial(wait_marked, selector="#click-campaign"))
    for what, selector in TARGETS.items():
        yield what, [(_click(held[0], selector), _click(held[1], selector)) for _ in range(rounds)]


def _open(driver: Driver, url: str) -> None:
    driver.goto(url)
    driver.js(_PREPARE)
    driver.js("document.querySelector('#click-campaign').scrollIntoView({ block: 'center', behavior: 'instant' });")


def _click(browser: Held, selector: str) -> float:
    microseconds, arrived = browser.run(lambda driver: driver.js(_CLICK, selector, CLICKS))
    if arrived != CLICKS:
        raise AssertionError(f"{selector}: {arrived} of {CLICKS} clicks reached the page")
    return float(microseconds)


def _add(section: Section, browser: str, what: str, pairs: list[tuple[float, float]]) -> None:
    ours, theirs = zip(*pairs, strict=True)
    added = min(ours) - min(theirs)
    differences = Spread.of([one - other for one, other in pairs])
    section.rows.append(
        [
            browser, what, number(min(ours)), number(min(theirs)), number(added), spread(differences),
            f"{min(ours) / min(theirs):.1f}x",
        ]
    )  # fmt: skip
    section.figures[f"{browser}, {what}"] = {"with_us": min(ours), "without_us": min(theirs), "added_us": added}
    section.at_most(f"{browser}: ms added to a click on {what}", 0.1, added / 1000)
