"""Keys, fingers and double presses on TikTok: the letter L for the video on the screen, two presses on its picture."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.steps import assert_free, assert_held, assert_still, assert_unasked, go_on, step_back, write_anyway
from tests.e2e.tiktok import CAMPAIGNING, LIKE, OVERLAY, PLAIN, feed, opened

PLAYER = ".player .cover"


def test_a_finger_is_asked_as_the_mouse_is(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).tap(f"{CAMPAIGNING} {LIKE}")
    assert_held(fresh, {})
    go_on(fresh, {"like-ajakan": 1})


@pytest.mark.parametrize("where", ["feed", "overlay"])
def test_the_letter_l_likes_the_video_on_the_screen_only_after_the_question(fresh: Driver, where: str) -> None:
    feed(fresh, CAMPAIGNING) if where == "feed" else opened(fresh, "ajakan")
    fresh.press("l")
    assert_held(fresh, {})
    go_on(fresh, {"like-ajakan": 1})


def test_the_letter_l_is_about_the_opened_video_and_not_what_lies_under_it(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).js("browse('lodeh');")
    fresh.press("l")
    assert_free(fresh, {"like-lodeh": 1})


def test_the_letter_l_in_a_comment_is_text(fresh: Driver) -> None:
    opened(fresh, "ajakan")
    write_anyway(fresh, f"{OVERLAY} [role=textbox]", "lalu")
    assert_still(fresh, {})
    assert_unasked(fresh)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_acts_as_the_mouse_does(fresh: Driver, key: str) -> None:
    feed(fresh, CAMPAIGNING).focus(f"{CAMPAIGNING} {LIKE}")
    fresh.press(key)
    assert_held(fresh, {})
    go_on(fresh, {"like-ajakan": 1})


def press_twice(browser: Driver, target: str, way: str) -> None:
    if way == "mouse":
        browser.dblclick(target)
        return
    place = browser.place(target)
    browser.tap(place)
    browser.tap(place)


every_pointer = pytest.mark.parametrize("way", ["mouse", "finger"])


@every_pointer
def test_two_presses_on_a_neutral_video_like_it_once(fresh: Driver, way: str) -> None:
    press_twice(feed(fresh, PLAIN), f"{PLAIN} {PLAYER}", way)
    assert_free(fresh, {"like-lodeh": 1})


@every_pointer
def test_two_presses_on_a_campaign_video_are_asked_about_and_like_it_once(fresh: Driver, way: str) -> None:
    press_twice(feed(fresh, CAMPAIGNING), f"{CAMPAIGNING} {PLAYER}", way)
    assert_held(fresh, {})
    go_on(fresh, {"like-ajakan": 1})


@pytest.mark.matrix(act="like")
@every_pointer
def test_two_presses_on_an_opened_campaign_video_are_asked_about(fresh: Driver, way: str) -> None:
    press_twice(opened(fresh, "ajakan"), f"{OVERLAY} {PLAYER}", way)
    assert_held(fresh, {})
    step_back(fresh, {})


@every_pointer
def test_one_press_pauses_and_is_free(fresh: Driver, way: str) -> None:
    feed(fresh, CAMPAIGNING)
    press = fresh.click if way == "mouse" else fresh.tap
    press(f"{CAMPAIGNING} {PLAYER}")
    assert_still(fresh, {})
    assert_unasked(fresh)
