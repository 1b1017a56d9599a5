"""Feeds in LinkedIn's markup of two generations: names in English, places where the language is unknown."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, WHY, Driver
from tests.e2e.linkedin import BOX, CAMPAIGNING, GENERATIONS, PLAIN, SEND, control, open_feed, post
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    see,
    step_back,
    wait_acts,
    wait_closed,
)

QUOTING = "7003"
THANKS = "Terima kasih infonya"


@pytest.fixture(params=GENERATIONS)
def linkedin(fresh: Driver, request: pytest.FixtureRequest) -> Driver:
    """The LinkedIn-like feed of each generation, in English."""
    return open_feed(fresh, request.param)


@pytest.mark.parametrize("does", ["like", "share", "follow", "open-comment"])
def test_acts_on_a_neutral_post_work_as_if_we_were_not_there(linkedin: Driver, does: str) -> None:
    linkedin.click(control(PLAIN, does))
    assert_free(linkedin, {f"{does}-{PLAIN}": 1})


@pytest.mark.parametrize("language", ["en", "jv"])
@pytest.mark.parametrize("drawn", GENERATIONS)
@pytest.mark.parametrize("does", ["like", "open-comment", "share"])
def test_a_campaign_post_asks_in_any_language_and_lanjutkan_acts_once(
    fresh: Driver, drawn: str, language: str, does: str
) -> None:
    open_feed(fresh, drawn, language)
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, does))
    assert_held(fresh, {})
    go_on(fresh, {f"{does}-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("does", ["like", "open-comment", "share", "follow"])
def test_batal_leaves_the_page_as_it_was(linkedin: Driver, does: str) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.click(control(CAMPAIGNING, does))
    ask(linkedin)
    step_back(linkedin, {})


def test_following_happens_once_after_lanjutkan(linkedin: Driver) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.click(control(CAMPAIGNING, "follow"))
    go_on(linkedin, {f"follow-{CAMPAIGNING}": 1})


def test_the_author_is_who_wrote_the_post_and_not_who_liked_it(linkedin: Driver) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.click(control(CAMPAIGNING, "like"))
    assert "Dodi Contoh" in why(linkedin)


def why(browser: Driver) -> str:
    """What our dialog says, with the part about the account."""
    ask(browser)
    browser.prompt_click(WHY)
    return browser.wait_prompt().text


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_asks_as_the_mouse_does(linkedin: Driver, key: str) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.focus(control(CAMPAIGNING, "like"))
    linkedin.press(key)
    assert_held(linkedin, {})
    go_on(linkedin, {f"like-{CAMPAIGNING}": 1})


def test_a_finger_asks_as_the_mouse_does(linkedin: Driver) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.tap(control(CAMPAIGNING, "like"))
    assert_held(linkedin, {})
    go_on(linkedin, {f"like-{CAMPAIGNING}": 1})


def test_a_campaign_in_what_is_passed_on_is_found(linkedin: Driver) -> None:
    see(linkedin, post(QUOTING), "campaign")
    linkedin.click(control(QUOTING, "like"))
    assert_held(linkedin, {})


def test_unliking_and_unfollowing_are_free(linkedin: Driver) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.js("showLiked(document.querySelector(args[0]), true);", control(CAMPAIGNING, "like"))
    linkedin.js("showFollowed(document.querySelector(args[0]));", control(CAMPAIGNING, "follow"))
    linkedin.click(control(CAMPAIGNING, "like"))
    linkedin.click(control(CAMPAIGNING, "follow"))
    assert_free(linkedin, {f"unlike-{CAMPAIGNING}": 1, f"unfollow-{CAMPAIGNING}": 1})


def test_the_menu_of_a_campaign_post_is_free(linkedin: Driver) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.click(control(CAMPAIGNING, "menu"))
    assert_free(linkedin, {f"menu-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("kind", ["Like", "Celebrate"])
def test_a_reaction_from_the_picker_is_asked_about(linkedin: Driver, kind: str) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.click(control(CAMPAIGNING, "picker"))
    assert_unasked(linkedin)
    linkedin.click(f"[data-kind={kind}]")
    assert_held(linkedin, {})
    go_on(linkedin, {f"react-{kind}-{CAMPAIGNING}": 1})


def test_a_reaction_from_the_flyout_of_hovering_is_asked_about(linkedin: Driver) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.hover(control(CAMPAIGNING, "like"))
    linkedin.click("[data-kind=Celebrate]")
    assert_held(linkedin, {})


def test_a_reaction_to_a_neutral_post_is_free(linkedin: Driver) -> None:
    linkedin.click(control(PLAIN, "picker"))
    linkedin.click("[data-kind=Celebrate]")
    assert_free(linkedin, {f"react-Celebrate-{PLAIN}": 1})


@pytest.mark.parametrize("language", ["en", "jv"])
def test_a_repost_is_asked_about_at_its_button_where_nothing_says_that_it_opens_a_menu(
    fresh: Driver, language: str
) -> None:
    open_feed(fresh, "2026", language)
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, "repost"))
    ask(fresh)
    fresh.prompt_click(PROCEED)
    fresh.click("[data-does=confirm]")
    assert_free(fresh, {f"repost-{CAMPAIGNING}": 1})


def test_a_supporting_comment_is_asked_about_when_it_is_sent_and_batal_keeps_it(linkedin: Driver) -> None:
    linkedin.click(control(PLAIN, "open-comment"))
    wait_acts(linkedin, {f"open-comment-{PLAIN}": 1})
    linkedin.focus(BOX)
    linkedin.type(CALL)
    linkedin.click(SEND)
    assert "Mengomentari" in ask(linkedin).name
    assert_still(linkedin, {f"open-comment-{PLAIN}": 1})
    linkedin.prompt_click(CANCEL)
    wait_closed(linkedin)
    assert linkedin.js("return document.querySelector(args[0]).textContent;", BOX) == CALL
    linkedin.click(SEND)
    go_on(linkedin, {f"open-comment-{PLAIN}": 1, f"comment-{PLAIN}": 1})


def test_a_plain_comment_is_asked_about_once_when_it_is_begun(linkedin: Driver) -> None:
    see(linkedin, post(CAMPAIGNING), "campaign")
    linkedin.click(control(CAMPAIGNING, "open-comment"))
    go_on(linkedin, {f"open-comment-{CAMPAIGNING}": 1})
    linkedin.focus(BOX)
    linkedin.type(THANKS)
    linkedin.click(SEND)
    assert_free(linkedin, {f"open-comment-{CAMPAIGNING}": 1, f"comment-{CAMPAIGNING}": 1})
