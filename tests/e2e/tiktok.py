"""How TikTok's pages name what stands on them, and how one comes to a video."""

from __future__ import annotations

from tests.e2e.drivers import Driver
from tests.e2e.steps import see

SITE = "https://www.tiktok.com"
PLAIN, CAMPAIGNING, SUMMARISED = "#one-column-item-0", "#one-column-item-1", "#one-column-item-2"
NUMBERS = {PLAIN: 0, CAMPAIGNING: 1, SUMMARISED: 2}
OVERLAY = ".browse"
LIKE = ".bar [data-does=like]"


def swipe(browser: Driver, article: str) -> None:
    """Bring an article of the feed to the screen."""
    browser.js("swipe(args[0]);", NUMBERS[article])
    if article == CAMPAIGNING:
        see(browser, article, "campaign")


def feed(browser: Driver, article: str) -> Driver:
    """The feed at one of its articles."""
    browser.goto(f"{SITE}/")
    swipe(browser, article)
    return browser


def opened(browser: Driver, video: str) -> Driver:
    """A video opened over a profile."""
    browser.goto(f"{SITE}/@dapur.contoh")
    browser.js("browse(args[0]);", video)
    if video == "ajakan":
        see(browser, OVERLAY, "campaign")
    return browser
