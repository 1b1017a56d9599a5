"""Each of LinkedIn's acts by each hand, and those that nobody saw: polls and events."""

from __future__ import annotations

from functools import partial

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, Way, asked_and_done_once, asked_and_left, assert_asks_and_acts_once, press_by
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import assert_free, see

SITE = "https://www.linkedin.com/?drawn=2026&lang=en"
OLDER = "https://www.linkedin.com/?drawn=2025&lang=en"
GUEST, HEAD = "https://www.linkedin.com/?profile=tim-contoh", "[data-id=tim-contoh-page]"
COOK, COOKS_HEAD = "https://www.linkedin.com/?profile=dapur-contoh", "[data-id=dapur-contoh-page]"
POST, PLAIN_POLL, CAMPAIGN_POLL = "[data-id='7002']", "[data-id='7005']", "[data-id='7006']"
CHOICE = "fieldset input"

WAYS = {
    "react": Way(SITE, POST, "[data-kind=Celebrate]", by=(f"{POST} [data-does=picker]",)),
    "share": Way(SITE, POST, f"{POST} [data-does=share]"),
    "follow": Way(SITE, POST, f"{POST} [data-does=follow]"),
    "comment": Way(SITE, POST, f"{POST} [data-does=open-comment]"),
    "ones_own": Way(SITE, POST, "[data-does=send]", by=("[data-does=write]",), box="#layers [role=textbox]", text=CALL),
    "repost": Way(OLDER, POST, "[data-does=confirm]", by=(f"{POST} [data-does=repost]",)),
    "quote": Way(OLDER, POST, "[data-does=thoughts]", by=(f"{POST} [data-does=repost]",)),
    "reply": Way(OLDER, POST, f"{POST} article [data-does=reply]"),
    "subscribe": Way(GUEST, HEAD, f"{HEAD} [data-does=subscribe]"),
    "join": Way(GUEST, HEAD, f"{HEAD} [data-does=join]"),
}


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
@pytest.mark.parametrize("act", WAYS)
def test_what_campaigns_is_asked_about_and_batal_leaves_it(browser: Driver, act: str, hand: str) -> None:
    asked_and_left(browser, hand, WAYS[act])


@pytest.mark.parametrize(
    ("hand", "key"), [("mouse", ""), ("finger", ""), ("keyboard", "Space"), ("keyboard", "ArrowDown")]
)
def test_choosing_in_a_campaigning_poll_is_asked_about_and_votes_once(fresh: Driver, hand: str, key: str) -> None:
    fresh.goto(SITE)
    see(fresh, CAMPAIGN_POLL, "campaign")
    choose = partial(press_by, fresh, hand, f"{CAMPAIGN_POLL} {CHOICE}", key)
    asked_and_done_once(fresh, choose, {}, {"vote_poll-7006": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_attending_an_event_of_campaigners_is_asked_about_and_done_once(fresh: Driver, hand: str) -> None:
    fresh.goto(GUEST)
    see(fresh, HEAD, "campaign")
    assert_asks_and_acts_once(fresh, hand, f"{HEAD} [data-does=rsvp]", "rsvp-tim-contoh-page")


def test_a_plain_poll_is_free(fresh: Driver) -> None:
    fresh.goto(SITE)
    press_by(fresh, "mouse", f"{PLAIN_POLL} {CHOICE}")
    assert_free(fresh, {"vote_poll-7005": 1})


def test_attending_an_event_of_cooks_is_free_and_so_is_staying_away(fresh: Driver) -> None:
    fresh.goto(COOK)
    fresh.click(f"{COOKS_HEAD} [data-does=rsvp]")
    fresh.goto(GUEST)
    see(fresh, HEAD, "campaign")
    fresh.js("document.querySelector(args[0]).setAttribute('aria-label', 'Attending');", f"{HEAD} [data-does=rsvp]")
    fresh.click(f"{HEAD} [data-does=rsvp]")
    assert_free(fresh, {"cancel-rsvp-tim-contoh-page": 1})
