"""Events in WhatsApp's groups: who will come says so on the message, or in the window that it opens."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once, press_by
from tests.e2e.pages.chat_posts import GROUP
from tests.e2e.steps import assert_free, assert_unasked, see
from tests.e2e.whatsapp import control, go, post

NEUTRAL, CAMPAIGN = "36", "37"
COMING, PERHAPS = "#layers [data-does=rsvp]", "#layers [data-does=rsvp] + [data-does=rsvp]"


@pytest.fixture
def group(whatsapp: Driver) -> Driver:
    """A group with two events, the one of which campaigns."""
    go(whatsapp, GROUP)
    see(whatsapp, post(CAMPAIGN), "campaign")
    return whatsapp


@pytest.mark.parametrize("hand", HANDS)
def test_coming_to_an_event_that_campaigns_asks_and_is_said_once(group: Driver, hand: str) -> None:
    assert_asks_and_acts_once(group, hand, control(CAMPAIGN, "rsvp"), f"rsvp-{CAMPAIGN}")


@pytest.mark.parametrize(
    ("answer", "hand"),
    [(COMING, "mouse"), (PERHAPS, "finger"), (COMING, "keyboard")],
    ids=["coming-mouse", "perhaps-finger", "coming-keyboard"],
)
def test_the_window_of_an_event_opens_freely_and_its_answers_ask(group: Driver, answer: str, hand: str) -> None:
    press_by(group, hand, control(CAMPAIGN, "open-event"))
    assert_unasked(group)
    asked_and_done_once(group, lambda: press_by(group, hand, answer), {}, {f"rsvp-{CAMPAIGN}": 1})


def test_coming_to_clean_the_street_is_free_by_either_way(group: Driver) -> None:
    group.click(control(NEUTRAL, "rsvp"))
    group.click(control(CAMPAIGN, "open-event"))
    group.click(control(NEUTRAL, "open-event"))
    group.click(PERHAPS)
    assert_free(group, {f"rsvp-{NEUTRAL}": 2})


def test_staying_away_and_taking_a_yes_back_are_free(group: Driver) -> None:
    group.js("document.querySelector(args[0]).ariaPressed = 'true';", control(CAMPAIGN, "rsvp"))
    group.click(control(CAMPAIGN, "rsvp"))
    group.click(control(CAMPAIGN, "decline"))
    assert_free(group, {f"unrsvp-{CAMPAIGN}": 1, f"decline-{CAMPAIGN}": 1})
