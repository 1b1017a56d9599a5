"""Stepping through marks: how it is begun in the popup, and what our bar and the page then show."""

from __future__ import annotations

from typing import TypedDict

from server.demo import POSTS
from tests.e2e.drivers import Driver, until

MARKED = [post.id for post in POSTS if post.level != "none"]
OFFERED = "return document.getElementById('steps').checkVisibility();"
READ_BAR = """
    const place = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
    };
    const bar = root.querySelector('[role=region]');
    return {
        text: root.querySelector('[role=status]').textContent,
        shown: !bar.hasAttribute('data-away'),
        box: place(bar),
        next: place(root.querySelector('[data-step=next]')),
        focused: root.activeElement?.dataset.step ?? '',
    };
"""


class Box(TypedDict):
    """A place on the screen, in pixels."""

    x: float
    y: float
    width: float
    height: float


class Bar(TypedDict):
    """Our bar as a person sees it."""

    text: str
    shown: bool
    box: Box
    next: Box
    focused: str


def begin(browser: Driver) -> None:
    """Press "Telusuri tanda" in the popup, which then leads back to the page."""
    with browser.popup():
        until(lambda: browser.js(OFFERED), "the steps to be offered")
        browser.click("#steps-start")
        until(
            lambda: browser.ajs("return !(await (globalThis.browser ?? chrome).tabs.getCurrent()).active;"),
            "the page to be in front",
        )


def bar(browser: Driver) -> Bar | None:
    read: Bar | None = browser.closed("jaga-jempol-steps", READ_BAR)
    return read


def wait_bar(browser: Driver, text: str) -> Bar:
    """The bar, as soon as it is shown and says this."""

    def said() -> Bar | None:
        read = bar(browser)
        return read if read and read["shown"] and read["text"] == text else None

    return until(said, f"the bar to say {text}, not {bar(browser)}")


def press_next(browser: Driver) -> None:
    """Lead on, with the mouse."""
    read = bar(browser)
    assert read is not None
    box = read["next"]
    browser.click((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))


def at_mark(browser: Driver, post: str) -> bool:
    """Whether the mark of a post has the focus and stands near the middle of the screen."""
    there: bool = browser.js(
        """const focused = document.activeElement;
        const { top } = focused.getBoundingClientRect();
        return focused.localName === 'jaga-jempol-mark' && focused.closest(args[0]) !== null
            && Math.abs(top - innerHeight / 2) < 60;""",
        post,
    )
    return there


def wait_at_mark(browser: Driver, post: str) -> None:
    """Wait until the mark of a post is reached."""
    until(lambda: at_mark(browser, post), f"the mark of {post} to be reached")
