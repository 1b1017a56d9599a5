"""How a screen is looked at, and what axe finds on it; see tests/README.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.e2e.drivers import Driver

AXE = Path(__file__).parent / "axe" / "axe.min.js"
PHONE = (360, 740)
# A screen of 1280 x 800 at 200 %, less what the browser takes.
ZOOMED = (640, 340)
LOOKS: dict[str, dict[str, Any]] = {
    "wide and light": {"still": True},
    "phone and dark": {"size": PHONE, "dark": True, "still": True},
    "zoomed to 200 %": {"size": ZOOMED, "still": True},
}
# Nothing is under another thing because it has been scrolled there.
TALL: dict[str, dict[str, Any]] = {
    "tall and light": {"size": (360, 2000), "still": True},
    "tall and dark": {"size": (360, 2000), "dark": True, "still": True},
}
# As narrow as WCAG 1.4.10 asks for.
NARROW: dict[str, dict[str, Any]] = {"narrow": {"size": (320, 2000), "still": True}}

# axe looks for what lies over what in the body only: our question stands beside it. What axe can't tell counts as a
# fault too, but for numbers of one digit, which it takes for pictures. Besides: nothing is cut off at the side, and
# nothing moves where the person wants nothing to move.
FIND = """
    const walker = document.createTreeWalker.bind(document);
    document.createTreeWalker = (root, ...rest) => {
        const all = walker(root === document.body ? document.documentElement : root, ...rest);
        all.currentNode = root;
        return all;
    };
    const context = args[0] ? { include: args[0].split(', ').filter((one) => document.querySelector(one)) } : document;
    const { violations, incomplete } = await axe.run(context, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        resultTypes: ['violations', 'incomplete'],
    });
    document.createTreeWalker = walker;
    const { scrollWidth, clientWidth } = document.documentElement;
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const moving = roots.flatMap((root) => [...root.querySelectorAll(args[0] && root === document ? 'none' : '*')])
        .filter((element) => {
            const { animationName, transitionDuration } = getComputedStyle(element);
            return animationName !== 'none' || parseFloat(transitionDuration) > 0;
        });
    const unsure = incomplete.map(({ id, nodes }) => (
        { id, nodes: nodes.filter(({ any }) => any.every(({ data }) => data?.messageKey !== 'shortTextContent')) }));
    return [
        ...[...violations, ...unsure].flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
            `${id}: ${html.slice(0, 160)} ${failureSummary}`)),
        ...(scrollWidth > clientWidth && !args[0] ? [`${scrollWidth} pixels wide on a screen of ${clientWidth}`] : []),
        ...moving.map(({ outerHTML }) => `moves: ${outerHTML.slice(0, 160)}`),
    ];
"""


def faults(browser: Driver, within: str = "") -> list[str]:
    """What axe holds against the page by the rules of WCAG 2.2 AA, or against what a list of selectors finds on it."""
    browser.open_roots()
    browser.js(AXE.read_text(encoding="utf-8"))
    found: list[str] = browser.ajs(FIND, within)
    return found


def faults_in_every_look(
    browser: Driver, within: str = "", looks: dict[str, dict[str, Any]] = LOOKS
) -> dict[str, list[str]]:
    """The faults of each look that has some; in the end the browser looks as before."""
    found = {}
    for name, look in looks.items():
        browser.look(**look)
        found[name] = faults(browser, within)
    browser.look()
    return {name: listed for name, listed in found.items() if listed}
