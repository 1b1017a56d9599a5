"""LinkedIn's feed of 2025, which has a menu for reposts, comments in sight and letters for its controls."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, Driver
from tests.e2e.linkedin import BOX, CAMPAIGNING, PLAIN, SEND, control, open_feed, post
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    mark_level,
    see,
    wait_acts,
    wait_closed,
)

CAMPAIGN_BELOW = "7004"


@pytest.fixture
def older(fresh: Driver) -> Driver:
    """The feed of 2025, which has letters for its controls and comments in sight."""
    return open_feed(fresh, "2025")


def test_a_repost_of_the_older_page_is_asked_about_in_its_menu(older: Driver) -> None:
    see(older, post(CAMPAIGNING), "campaign")
    older.click(control(CAMPAIGNING, "repost"))
    assert_unasked(older)
    older.click("[data-does=confirm]")
    assert_held(older, {})
    go_on(older, {f"repost-{CAMPAIGNING}": 1})


def test_reposting_a_neutral_post_with_a_supporting_thought_is_asked_about_when_it_is_sent(older: Driver) -> None:
    older.click(control(PLAIN, "repost"))
    older.click("[data-does=thoughts]")
    wait_acts(older, {f"open-quote-{PLAIN}": 1})
    older.focus(BOX)
    older.type(CALL)
    older.click(SEND)
    assert "Mengutip" in ask(older).name
    assert_still(older, {f"open-quote-{PLAIN}": 1})
    go_on(older, {f"open-quote-{PLAIN}": 1, f"quote-{PLAIN}": 1})


def test_a_like_of_a_comment_is_judged_by_the_comment(older: Driver) -> None:
    see(older, post(f"{CAMPAIGN_BELOW}-c"), "campaign")
    assert mark_level(older, f"{post(CAMPAIGN_BELOW)} > .row") is None
    older.click(control(f"{CAMPAIGN_BELOW}-c", "like"))
    ask(older)
    older.prompt_click(CANCEL)
    wait_closed(older)
    older.click(control(f"{CAMPAIGNING}-c", "like"))
    assert_free(older, {f"like-{CAMPAIGNING}-c": 1})


def test_an_answer_to_a_comment_is_judged_by_the_post(older: Driver) -> None:
    see(older, post(CAMPAIGNING), "campaign")
    older.click(control(f"{CAMPAIGNING}-c", "reply"))
    assert "Membalas" in ask(older).name
    assert_still(older, {})


@pytest.mark.parametrize(("key", "does"), [("l", "like"), ("c", "open-comment"), ("s", "share")])
def test_a_letter_asks_as_the_mouse_does(older: Driver, key: str, does: str) -> None:
    see(older, post(CAMPAIGNING), "campaign")
    older.focus(post(CAMPAIGNING))
    older.press(key)
    assert_held(older, {})
    go_on(older, {f"{does}-{CAMPAIGNING}": 1})


@pytest.mark.matrix(act="repost", input="shortcut")
def test_the_letter_r_opens_the_menu_and_the_menu_asks(older: Driver) -> None:
    see(older, post(CAMPAIGNING), "campaign")
    older.focus(post(CAMPAIGNING))
    older.press("r")
    assert_unasked(older)
    older.click("[data-does=confirm]")
    assert_held(older, {})
