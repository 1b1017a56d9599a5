"""How LinkedIn's pages of two generations name what stands on them."""

from __future__ import annotations

from tests.e2e.drivers import Driver

PLAIN, CAMPAIGNING = "7001", "7002"
GENERATIONS = ["2025", "2026"]
BOX = "[role=textbox]"
SEND = "[data-does=send]"


def post(name: str) -> str:
    """What has this name: a post, a comment, or the head of a page."""
    return f'[data-id="{name}"]'


def control(name: str, does: str) -> str:
    """What does something to it."""
    return f"{post(name)} [data-does={does}]"


def open_feed(browser: Driver, drawn: str, language: str = "en") -> Driver:
    """Open the feed as it was drawn in a year."""
    browser.goto(f"https://www.linkedin.com/?drawn={drawn}&lang={language}")
    return browser
