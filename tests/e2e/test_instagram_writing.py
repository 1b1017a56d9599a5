"""Instagram's stories, which are liked and answered where they are seen, and the dialog of a new post."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, asked_and_done_once, press_by
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import assert_free, see, wait_acts, write_anyway

BOX = "#story textarea"
SEND = "#story [data-does=reply]"
CAPTION = "#layers [role=textbox]"
SHARE = "#layers [data-does=post]"
WRITING = {"write-new": 1}


def story(browser: Driver, handle: str) -> None:
    browser.goto(f"https://www.instagram.com/stories/{handle}/")
    if handle == "dodi.contoh":
        see(browser, "#story", "campaign")


def in_story(does: str) -> str:
    return f"#story [data-does={does}]"


def write(browser: Driver, hand: str, text: str) -> None:
    """Open the dialog of a new post and write its caption."""
    press_by(browser, hand, "nav [data-does=write]")
    wait_acts(browser, WRITING)
    browser.focus(CAPTION)
    browser.type(text)


def test_a_neutral_story_is_liked_reacted_to_and_answered_freely(fresh: Driver) -> None:
    story(fresh, "sari.contoh")
    fresh.click(in_story("like"))
    fresh.click(in_story("react"))
    fresh.focus(BOX)
    fresh.type("Terima kasih")
    fresh.press("Enter")
    assert_free(fresh, {"like-neutral": 1, "react-neutral": 1, "reply-neutral": 1})


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("does", ["like", "react"])
def test_liking_and_reacting_to_a_campaign_story_asks(fresh: Driver, does: str, hand: str) -> None:
    story(fresh, "dodi.contoh")
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, in_story(does)), {}, {f"{does}-campaign": 1})


def test_unliking_and_pausing_a_campaign_story_are_free(fresh: Driver) -> None:
    story(fresh, "dodi.contoh")
    fresh.js("window.showDone(document.querySelector(args[0]), true);", in_story("like"))
    fresh.click(in_story("like"))
    fresh.click(in_story("pause"))
    assert_free(fresh, {"unlike-campaign": 1, "pause-campaign": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_a_supporting_answer_to_a_neutral_story_asks(fresh: Driver, hand: str) -> None:
    story(fresh, "sari.contoh")
    fresh.focus(BOX)
    fresh.type(SUPPORT)
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, SEND), {}, {"reply-neutral": 1})


@pytest.mark.matrix(act="reply", input="keyboard")
def test_any_answer_to_a_campaign_story_asks_by_enter(fresh: Driver) -> None:
    story(fresh, "dodi.contoh")
    write_anyway(fresh, BOX, "Semangat")

    def send() -> None:
        fresh.focus(BOX)
        fresh.press("Enter")

    asked_and_done_once(fresh, send, {}, {"reply-campaign": 1})


def test_a_plain_new_post_is_shared_freely(instagram: Driver) -> None:
    write(instagram, "mouse", "Sore di tepi danau")
    instagram.click(SHARE)
    assert_free(instagram, {**WRITING, "post-new": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_a_campaigning_new_post_asks(instagram: Driver, hand: str) -> None:
    write(instagram, hand, SUPPORT)
    asked_and_done_once(instagram, lambda: press_by(instagram, hand, SHARE), WRITING, {"post-new": 1})
    assert instagram.js("return document.body.dataset.sent;") == SUPPORT
