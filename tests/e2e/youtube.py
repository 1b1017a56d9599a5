"""How YouTube's pages name what stands on them, and the steps that their tests share."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.steps import see

SITE = "https://www.youtube.com"
PLAIN, CAMPAIGNING = "lodeh", "ajakan"
VIDEO = "ytd-watch-metadata"
POST = "[page-subtype=post-detail] ytd-backstage-post-thread-renderer"
LIKE = "like-button-view-model button"

# How a text is sent: the box is the same, the hand is not.
every_way = pytest.mark.parametrize("way", ["button", "keys"])


class Case(NamedTuple):
    """An act on one kind of page: where, on what, by which control, and what the page then counts."""

    page: str
    unit: str
    control: str
    does: str


def go(browser: Driver, case: Case, which: str) -> str:
    """Open the page of a case and look at its unit; the selector of its control."""
    browser.goto(SITE + case.page.format(which))
    unit = case.unit.format(which)
    if which == CAMPAIGNING:
        see(browser, unit, "campaign")
    return f"{unit} {case.control}"


def watch(browser: Driver, which: str) -> Driver:
    """Open the page of a video, and look at it."""
    browser.goto(f"{SITE}/watch?v={which}")
    if which == CAMPAIGNING:
        see(browser, VIDEO, "campaign")
    return browser


def send(browser: Driver, way: str, button: str) -> None:
    """Send what is written, in one of the ways."""
    if way == "keys":
        browser.press("Control+Enter")
    else:
        browser.click(button)
