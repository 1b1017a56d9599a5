"""The boxes of Facebook, Threads and X with the editors that the sites use, Lexical and Draft.js."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import assert_held, go_on, leaks, step_back


@dataclass(frozen=True)
class Box:
    """Where one writes and what sends it; `opener` is pressed before, `key` is empty where no key sends."""

    address: str
    field: str
    button: str
    key: str
    act: str
    opener: str = ""


LAYER = "#layers [role=textbox]"
COMMENT = Box(
    "https://www.facebook.com/?editor",
    "#neutral [role=textbox]",
    "#neutral [data-does=send-comment]",
    "Enter",
    "comment-neutral",
)
POST = Box(COMMENT.address, LAYER, "#layers [aria-label=Kirim]", "", "post-new", "#new [data-does=write]")
THREAD = Box(
    "https://www.threads.com/?editor",
    LAYER,
    "#layers [data-does=send]",
    "Control+Enter",
    "post-new",
    "[data-does=write]",
)
TWEET = Box(
    "https://x.com/home?editor", ".compose [role=textbox]", "[data-testid=tweetButtonInline]", "Control+Enter", "post"
)
BOXES = {"facebook-comment": COMMENT, "facebook-new_post": POST, "threads-new_post": THREAD, "x-new_post": TWEET}
WAYS = [(name, way) for name, box in BOXES.items() for way in ("key", "button") if way == "button" or box.key]


def written(browser: Driver, box: Box) -> str:
    text: str = browser.js("return document.querySelector(args[0])?.textContent.trim();", box.field)
    return text


def send(browser: Driver, box: Box, way: str) -> None:
    if way == "key":
        browser.press(box.key)
    else:
        browser.click(box.button)


@pytest.mark.parametrize(("name", "way"), WAYS)
def test_a_campaigning_draft_is_asked_about_kept_and_then_sent_once_and_whole(
    fresh: Driver, name: str, way: str
) -> None:
    box = BOXES[name]
    fresh.goto(box.address)
    if box.opener:
        fresh.click(box.opener)
    until(lambda: fresh.js("return !!document.querySelector(args[0]);", box.field), "the editor")
    fresh.focus(box.field)
    fresh.type(CALL)
    until(lambda: written(fresh, box) == CALL, "the editor to show the text")
    send(fresh, box, way)
    assert_held(fresh, {})
    step_back(fresh, {})
    assert written(fresh, box) == CALL
    send(fresh, box, way)
    go_on(fresh, {box.act: 1})
    assert fresh.js("return document.body.dataset.sent;") == CALL
    assert leaks(fresh) == []
