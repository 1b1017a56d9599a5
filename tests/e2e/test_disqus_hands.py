"""Following somebody by Disqus: on the card that a name opens in the comment box, and on a page of their own."""

from __future__ import annotations

from functools import partial

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.frames import FRAME, embed
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once, press_by
from tests.e2e.steps import assert_free, see, wait_acts

COOK, CAMPAIGNER = "neutral", "campaign"

every_hand = pytest.mark.parametrize("hand", HANDS)


def follow(who: str) -> str:
    return f"[data-does=follow-{who}]"


def card(who: str) -> str:
    return f"[data-does=open-card-{who}]"


def profile(browser: Driver, who: str) -> None:
    browser.goto(f"https://disqus.com/by/{who}/")


@every_hand
def test_following_who_campaigns_is_asked_about_on_their_card_below_a_plain_article(fresh: Driver, hand: str) -> None:
    embed(fresh, "disqus", "neutral")
    with fresh.inside(FRAME):
        see(fresh, "#c2 .post-content", "campaign")
        press_by(fresh, hand, card(CAMPAIGNER))
        opened = {f"open-card-{CAMPAIGNER}": 1}
        wait_acts(fresh, opened)
        follow_them = partial(press_by, fresh, hand, follow(CAMPAIGNER))
        asked_and_done_once(fresh, follow_them, opened, {f"follow-{CAMPAIGNER}": 1})


def test_following_a_cook_below_a_campaigning_article_and_unfollowing_anybody_is_free(fresh: Driver) -> None:
    embed(fresh, "disqus", "campaign")
    with fresh.inside(FRAME):
        see(fresh, "body", "campaign")
        fresh.click(card(COOK))
        fresh.click(follow(COOK))
        followed = {f"open-card-{COOK}": 1, f"follow-{COOK}": 1}
        wait_acts(fresh, followed)
        fresh.click(card(CAMPAIGNER))
        fresh.js("document.querySelector(args[0]).textContent = 'Mengikuti';", follow(CAMPAIGNER))
        fresh.click(follow(CAMPAIGNER))
        assert_free(fresh, followed | {f"open-card-{CAMPAIGNER}": 1, f"unfollow-{CAMPAIGNER}": 1})


@every_hand
def test_following_who_campaigns_is_asked_about_on_their_own_page(fresh: Driver, hand: str) -> None:
    profile(fresh, CAMPAIGNER)
    assert_asks_and_acts_once(fresh, hand, follow(CAMPAIGNER), f"follow-{CAMPAIGNER}")


def test_following_a_cook_on_their_own_page_is_free(fresh: Driver) -> None:
    profile(fresh, COOK)
    fresh.click(follow(COOK))
    assert_free(fresh, {f"follow-{COOK}": 1})
