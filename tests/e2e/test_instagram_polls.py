"""Polls in Instagram's stories, with roles and without."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, asked_and_done_once, press_by
from tests.e2e.steps import ask, assert_free, see

CHOICE = "#story [data-does=vote]"


def story(browser: Driver, handle: str, poll: str) -> None:
    browser.goto(f"https://www.instagram.com/stories/{handle}/?poll={poll}")
    if handle == "dodi.contoh":
        see(browser, "#story", "campaign")


@pytest.mark.parametrize(("poll", "hand"), [*(("roles", hand) for hand in HANDS), ("plain", "finger")])
def test_choosing_in_the_poll_of_a_campaign_story_asks_and_votes_once(fresh: Driver, poll: str, hand: str) -> None:
    story(fresh, "dodi.contoh", poll)
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, CHOICE), {}, {"vote-campaign": 1})


@pytest.mark.parametrize("poll", ["roles", "plain"])
def test_choosing_in_the_poll_of_a_story_about_soup_is_free(fresh: Driver, poll: str) -> None:
    story(fresh, "sari.contoh", poll)
    fresh.click(CHOICE)
    assert_free(fresh, {"vote-neutral": 1})


def test_a_choice_is_taken_back_freely(fresh: Driver) -> None:
    story(fresh, "dodi.contoh", "roles")
    fresh.js("document.querySelector(args[0]).ariaChecked = 'true';", CHOICE)
    fresh.click(CHOICE)
    assert_free(fresh, {"unvote-campaign": 1})


@pytest.mark.parametrize(("control", "says"), [(CHOICE, "Memilih"), ("#story [data-does=react]", "Menanggapi")])
def test_a_choice_is_told_from_the_emoji_below_it(fresh: Driver, control: str, says: str) -> None:
    story(fresh, "dodi.contoh", "plain")
    fresh.click(control)
    assert says in ask(fresh).name
