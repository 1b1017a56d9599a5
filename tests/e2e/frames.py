"""What the tests of framed boxes and buttons share: a news page on which the extension itself has no business."""

from __future__ import annotations

from tests.e2e.drivers import Driver, Prompt, until
from tests.e2e.pages.news_sites import ELSEWHERE
from tests.e2e.steps import see

FRAME = "#frame"
THANKS = "Terima kasih resepnya"


def embed(browser: Driver, frame: str, of: str) -> None:
    """Open the news page with a frame that is about something neutral or about a campaign."""
    browser.goto(f"https://{ELSEWHERE}/?frame={frame}&of={of}")


def press_embedded(browser: Driver, frame: str, post: str, button: str) -> None:
    """Open the page with a frame about a campaign, look at the post in it (a selector), and press a button there."""
    embed(browser, frame, "campaign")
    with browser.inside(FRAME):
        see(browser, post, "campaign")
        browser.click(button)


def write(browser: Driver, box: str, text: str) -> None:
    """Press a box and type into it."""
    browser.click(box)
    browser.type(text)


def send(browser: Driver, way: str, button: str) -> None:
    """Send what was written by Ctrl+Enter, or by a button with the mouse or with a finger."""
    if way == "keys":
        browser.press("Control+Enter")
    elif way == "finger":
        browser.tap(button)
    else:
        browser.click(button)


def answer_apart(browser: Driver, label: str) -> Prompt:
    """Answer the window that asks for a small frame, and wait until it is gone."""
    with browser.apart():
        prompt = browser.wait_prompt()
        button = prompt.button(label)
        browser.click((button.x, button.y))
    until(lambda: browser.windows() == 0, "the window to close")
    return prompt
