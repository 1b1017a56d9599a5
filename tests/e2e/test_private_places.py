"""Where people write each other nothing is read or guarded, also when one gets there without a new document."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import assert_free, assert_held, mark_level, see

FEED = "https://www.instagram.com/?chat"
PLACES = {
    "bluesky": ("https://bsky.app/", "/messages/1", '[data-id="3b"]', "[data-testid=likeBtn]", "3b"),
    "facebook": ("https://www.facebook.com/", "/messages/t/1", "#campaign", "[data-does=like]", "campaign"),
    "instagram": ("https://www.instagram.com/", "/direct/t/1/", "#campaign", "[data-does=like]", "campaign"),
    "linkedin": ("https://www.linkedin.com/", "/messaging/thread/1/", "[data-id='7002']", "[data-does=like]", "7002"),
    "threads": ("https://www.threads.com/", "/messages/1", '#feed [data-id="C2"]', "[data-does=like]", "C2"),
    "x": ("https://x.com/home", "/messages/1-2", '[data-id="102"]', "[data-testid$=like]", "102"),
}


@pytest.mark.matrix(site="")
@pytest.mark.parametrize("site", PLACES)
def test_the_place_of_private_messages_is_left_alone_and_the_feed_is_guarded_again(fresh: Driver, site: str) -> None:
    home, private, post, like, name = PLACES[site]
    fresh.goto(home)
    see(fresh, post, "campaign")
    fresh.js("history.pushState(null, '', args[0]);", private)
    until(lambda: mark_level(fresh, post) is None, "the mark to go")
    fresh.click(f"{post} {like}")
    fresh.click(f"{post} {like}")
    free = {f"like-{name}": 1, f"unlike-{name}": 1}
    assert_free(fresh, free)
    fresh.js("history.pushState(null, '', '/');")
    see(fresh, post, "campaign")
    fresh.click(f"{post} {like}")
    assert_held(fresh, free)


def test_what_is_said_in_a_message_on_instagram_is_not_read_and_what_is_written_is_free(fresh: Driver) -> None:
    fresh.goto("https://www.instagram.com/direct/t/1/")
    fresh.focus("textarea")
    fresh.type(CALL)
    fresh.press("Enter")
    fresh.click("#shared [data-does=like]")
    assert_free(fresh, {"comment-message": 1, "like-shared": 1})
    assert mark_level(fresh, "#talk") is None


def test_a_talk_that_lies_over_instagrams_feed_is_left_alone_and_the_feed_is_not(fresh: Driver) -> None:
    fresh.goto(FEED)
    see(fresh, "#campaign", "campaign")
    fresh.focus("#dock textarea")
    fresh.type(CALL)
    fresh.press("Enter")
    fresh.click("#sent [data-does=like]")
    free = {"comment-message": 1, "like-sent": 1}
    assert_only_the_feed_is_guarded(fresh, free)


def test_a_talk_that_is_docked_on_facebooks_feed_is_left_alone_and_the_feed_is_not(fresh: Driver) -> None:
    fresh.goto("https://www.facebook.com/?chat")
    see(fresh, "#campaign", "campaign")
    fresh.click("#sent [data-does=like]")
    fresh.focus("#message [role=textbox]")
    fresh.type(CALL)
    fresh.press("Enter")
    free = {"like-sent": 1, "message": 1}
    assert_only_the_feed_is_guarded(fresh, free)


def assert_only_the_feed_is_guarded(browser: Driver, free: dict[str, int]) -> None:
    """What was done in the docked talk went its way, nothing there is marked, and a like in the feed is asked about."""
    assert_free(browser, free)
    assert mark_level(browser, "#dock") is None
    browser.click("#campaign [data-does=like]")
    assert_held(browser, free)
