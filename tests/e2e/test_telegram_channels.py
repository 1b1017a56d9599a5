"""Subscribing to a channel of Telegram Web, in both of its versions: by mouse, by finger and by key."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, asked_and_done_once, press_by
from tests.e2e.pages.chat_posts import CAMPAIGNERS, CHANNEL
from tests.e2e.steps import ask, assert_free, see
from tests.e2e.telegram import ADDRESS, Version

# In version K the button is called after joining.
pytestmark = pytest.mark.matrix(act="subscribe")
every_hand = pytest.mark.parametrize("hand", HANDS)


def go(browser: Driver, version: Version, hand: str, channel: str) -> Driver:
    """Open a channel on a device where the page acts on what this hand sends: only a mouse goes down."""
    browser.goto(f"{ADDRESS}{version.path}?acts={'mousedown' if hand == 'mouse' else 'click'}#{channel}")
    return browser


@every_hand
def test_a_neutral_channel_is_subscribed_to_once_and_nobody_is_asked(
    fresh: Driver, telegram_version: Version, hand: str
) -> None:
    press_by(go(fresh, telegram_version, hand, CHANNEL), hand, telegram_version.join)
    assert_free(fresh, {f"subscribe-{CHANNEL}": 1})


@every_hand
def test_subscribing_to_a_campaigning_channel_is_asked_about(
    fresh: Driver, telegram_version: Version, hand: str
) -> None:
    see(go(fresh, telegram_version, hand, CAMPAIGNERS), telegram_version.post("61"), "campaign")
    asked_and_done_once(
        fresh, lambda: press_by(fresh, hand, telegram_version.join), {}, {f"subscribe-{CAMPAIGNERS}": 1}
    )


def test_the_question_speaks_of_subscribing(fresh: Driver, telegram_version: Version) -> None:
    go(fresh, telegram_version, "mouse", CAMPAIGNERS).click(telegram_version.join)
    assert ask(fresh).name == "Berlangganan akun ini?"
