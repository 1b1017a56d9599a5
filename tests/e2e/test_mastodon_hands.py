"""Each of Mastodon's acts by each hand, and the menu of newer servers in which one boosts or quotes."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, Way, asked_and_done_once, asked_and_left, press_by
from tests.e2e.mastodon import BOX, SEND
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import assert_free, assert_unasked, see

SITE = "https://mastodon.social/"
PLAIN, POST, POLL, ACCOUNT = "[data-id='111']", "[data-id='112']", "[data-id='114']", ".account[data-id=budi]"

WAYS = {
    "repost": Way(SITE, POST, f"{POST} [data-does=boost]"),
    "reply": Way(SITE, POST, f"{POST} [data-does=reply]"),
    "follow": Way(SITE, POST, f"{ACCOUNT} [data-does=follow]"),
    "ones_own": Way(SITE, POST, SEND, box=BOX, text=CALL),
    "vote_poll": Way(SITE, POLL, f"{POLL} [data-does=vote]"),
}


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
@pytest.mark.parametrize("act", WAYS)
def test_what_campaigns_is_asked_about_and_batal_leaves_it(browser: Driver, act: str, hand: str) -> None:
    asked_and_left(browser, hand, WAYS[act])


@pytest.mark.parametrize("hand", HANDS)
def test_giving_a_campaign_post_to_the_telephone_is_asked_about_in_its_menu(fresh: Driver, hand: str) -> None:
    fresh.goto(SITE)
    see(fresh, POST, "campaign")
    press_by(fresh, hand, f"{POST} [data-does=more]")
    opened = {"more-112": 1}
    assert_free(fresh, opened)
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, "[data-does=share]"), opened, {"share-112": 1})


def test_sharing_soup_and_copying_a_campaigns_link_are_free(fresh: Driver) -> None:
    fresh.goto(SITE)
    see(fresh, POST, "campaign")
    fresh.click(f"{POST} [data-does=more]")
    fresh.click("[data-does=copy]")
    fresh.click(f"{PLAIN} [data-does=more]")
    fresh.click("[data-does=share]")
    assert_free(fresh, {"more-112": 1, "copy-112": 1, "more-111": 1, "share-111": 1})


@pytest.fixture
def newer(fresh: Driver) -> Driver:
    """The timeline of a server where a menu stands between the button and the boost."""
    fresh.goto(f"{SITE}?menus=1")
    see(fresh, POST, "campaign")
    return fresh


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize(("item", "does"), [("quote", "open-quote"), ("boost-now", "boost")], ids=["quote", "boost"])
def test_the_menu_of_a_boost_opens_freely_and_its_items_ask(newer: Driver, item: str, does: str, hand: str) -> None:
    press_by(newer, hand, f"{POST} [data-does=boost]")
    assert_unasked(newer)
    asked_and_done_once(newer, lambda: press_by(newer, hand, f"[data-does={item}]"), {}, {f"{does}-112": 1})


@pytest.mark.parametrize("item", ["quote", "boost-now"])
def test_the_same_menu_is_free_for_a_neutral_post(newer: Driver, item: str) -> None:
    newer.click(f"{POST} [data-does=boost]")
    newer.click(f"{PLAIN} [data-does=boost]")
    newer.click(f"[data-does={item}]")
    assert_free(newer, {"open-quote-111" if item == "quote" else "boost-111": 1})


def test_a_boost_is_taken_back_in_the_menu_freely(newer: Driver) -> None:
    newer.js(
        """const button = document.querySelector(args[0]);
        button.setAttribute('aria-pressed', 'true');
        button.setAttribute('aria-label', 'Batal boost');""",
        f"{POST} [data-does=boost]",
    )
    newer.click(f"{POST} [data-does=boost]")
    newer.click("[data-does=boost-now]")
    assert_free(newer, {"unboost-112": 1})
