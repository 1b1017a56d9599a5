"""What the background costs: how soon it judges after a sleep, and how much memory it holds, with the shipped rules."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.drivers import DRIVERS, Driver, open_browser

from .bundles import shipped_names
from .posts import as_contexts, make_posts
from .report import Section, number, spread
from .stage import copy_extension, stage
from .timing import Spread

# As many as a page asks about at once.
POSTS = 20
_FEW_RULES = Path(__file__).parents[2] / "shared_rules" / "vectors" / "bundle.json"
_MEGABYTE = 1_000_000
_ASK = """
    const began = performance.now();
    const answer = await api.runtime.sendMessage({ type: 'score', contexts: args[0] });
    const took = performance.now() - began;
    if (!answer.ok || answer.verdicts.length !== args[0].length) throw new Error(JSON.stringify(answer));
    return took;
"""


def measure(quick: bool) -> Section:
    """Stop the background, ask it for verdicts, ask again; with the shipped rules and with few, in turn."""
    rounds = 2 if quick else 9
    section = Section(
        "Background: waking up and memory",
        f"Milliseconds from the question to {POSTS} verdicts by the page's clock, median (range) of {rounds} rounds: "
        "asleep, with everything read and built first, and awake. Beside it the same extension with the few rules of "
        "the conformance vectors. Memory is what the extension's process has for itself after collecting garbage, with "
        "the options page and what the browser needs for any extension: with the background awake, and asleep.",
        ["browser", "rules", "asleep, ms", "awake, ms", "awake, MB", "asleep, MB"],
    )
    contexts = as_contexts(make_posts(POSTS, shipped_names()))
    with stage() as (network, folder):
        shipped, few = copy_extension(folder, "shipped"), copy_extension(folder, "few")
        (few / "rules" / "bundle.json").write_bytes(_FEW_RULES.read_bytes())
        for name in sorted(DRIVERS):
            for rules, extension in (("shipped", shipped), ("few", few)):
                driver = open_browser(name, extension, network, folder)
                try:
                    _add(section, name, rules, *_memory(driver, contexts), *_times(driver, contexts, rounds))
                finally:
                    driver.close()
            _add_targets(section, name)
    return section


def _memory(driver: Driver, contexts: list[dict[str, str]]) -> tuple[float, float]:
    """The megabytes of the extension's process when the background has judged, and while it sleeps."""
    driver.extension_js(_ASK, contexts)
    awake = driver.extension_memory()
    driver.stop_background()
    asleep = driver.extension_memory()
    return awake / _MEGABYTE, asleep / _MEGABYTE


def _times(driver: Driver, contexts: list[dict[str, str]], rounds: int) -> tuple[Spread, Spread]:
    """The milliseconds until the verdicts come, asleep and awake. The first waking of a profile is not counted."""
    asleep, awake = [], []
    for _ in range(rounds + 1):
        driver.stop_background()
        asleep.append(driver.extension_js(_ASK, contexts))
        awake.append(driver.extension_js(_ASK, contexts))
    return Spread.of(asleep[1:]), Spread.of(awake[1:])


def _add(
    section: Section, browser: str, rules: str, awake_mb: float, asleep_mb: float, asleep: Spread, awake: Spread
) -> None:
    section.rows.append([browser, rules, spread(asleep), spread(awake), number(awake_mb), number(asleep_mb)])
    section.figures[f"{browser}, {rules}"] = {
        "asleep_ms": asleep.low, "asleep_ms_median": asleep.median, "awake_ms": awake.low,
        "awake_mb": awake_mb, "asleep_mb": asleep_mb,
    }  # fmt: skip


def _add_targets(section: Section, browser: str) -> None:
    ours, few = section.figures[f"{browser}, shipped"], section.figures[f"{browser}, few"]
    added = ours["awake_mb"] - few["awake_mb"]
    section.at_most(f"{browser}: MB that the shipped rules add to few", 40, added)
    # The guard holds a press no longer than this; see extension/content/guard/decide.js.
    section.at_most(f"{browser}: ms until the verdicts of a background asleep (guide)", 300, ours["asleep_ms"])
