"""Telegram Web under its true name: messages of channels and groups, in both of its versions."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.pages.chat_posts import AUTHORITY, FRIEND, GROUP, SUPPORTERS
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    mark_level,
    see,
    step_back,
)
from tests.e2e.telegram import ADDRESS, Version

NEUTRAL_POST, CAMPAIGN_POST, PLAIN_POLL, CAMPAIGN_POLL = "11", "12", "13", "14"
CAMPAIGN, LONG, QUOTING, BEFORE_TIME = "32", "33", "34", "35"


@pytest.fixture
def touched(fresh: Driver, telegram_version: Version) -> Driver:
    """The channel, on a screen that is touched."""
    fresh.goto(f"{ADDRESS}{telegram_version.path}?acts=click")
    return fresh


def go(browser: Driver, chat: str) -> None:
    browser.js("window.go(args[0]);", chat)


def see_campaign(browser: Driver, telegram_version: Version, number: str = CAMPAIGN_POST) -> None:
    see(browser, telegram_version.post(number), "campaign")


def test_reacting_to_a_neutral_post_works_as_if_we_were_not_there(
    telegram_on: Driver, telegram_version: Version
) -> None:
    telegram_on.click(telegram_version.inside(NEUTRAL_POST, telegram_version.reaction))
    assert_free(telegram_on, {f"react-{NEUTRAL_POST}": 1})
    assert mark_level(telegram_on, telegram_version.post(NEUTRAL_POST)) is None


def test_reacting_to_a_campaign_post_asks_before_the_page_knows_and_batal_leaves_it_so(
    telegram_on: Driver, telegram_version: Version
) -> None:
    see_campaign(telegram_on, telegram_version)
    telegram_on.click(telegram_version.inside(CAMPAIGN_POST, telegram_version.reaction))
    assert_held(telegram_on, {})
    step_back(telegram_on, {})


def test_lanjutkan_reacts_exactly_once(telegram_on: Driver, telegram_version: Version) -> None:
    see_campaign(telegram_on, telegram_version)
    telegram_on.click(telegram_version.inside(CAMPAIGN_POST, telegram_version.reaction))
    go_on(telegram_on, {f"react-{CAMPAIGN_POST}": 1})


def test_the_quick_reaction_that_hovering_shows_is_asked_about(telegram: Driver, telegram_version: Version) -> None:
    see_campaign(telegram, telegram_version)
    telegram.click(telegram_version.inside(CAMPAIGN_POST, telegram_version.quick))
    assert_held(telegram, {})


def test_a_finger_is_asked_and_then_reacts_once(touched: Driver, telegram_version: Version) -> None:
    see_campaign(touched, telegram_version)
    touched.tap(telegram_version.inside(CAMPAIGN_POST, telegram_version.reaction))
    assert_held(touched, {})
    go_on(touched, {f"react-{CAMPAIGN_POST}": 1})


def test_a_finger_on_a_neutral_post_reacts_once(touched: Driver, telegram_version: Version) -> None:
    touched.tap(telegram_version.inside(NEUTRAL_POST, telegram_version.reaction))
    assert_free(touched, {f"react-{NEUTRAL_POST}": 1})


def test_taking_a_reaction_back_is_free(telegram: Driver, telegram_version: Version) -> None:
    see_campaign(telegram, telegram_version)
    chip = telegram_version.inside(CAMPAIGN_POST, telegram_version.reaction)
    telegram.js("document.querySelector(args[0]).classList.add(args[1]);", chip, telegram_version.chosen)
    telegram.click(chip)
    assert_free(telegram, {f"unreact-{CAMPAIGN_POST}": 1})


def test_joining_a_neutral_group_is_free(telegram: Driver, telegram_version: Version) -> None:
    go(telegram, GROUP)
    telegram.click(telegram_version.join)
    assert_free(telegram, {f"join-{GROUP}": 1})


def test_joining_a_supporters_group_is_asked_about(telegram: Driver, telegram_version: Version) -> None:
    go(telegram, SUPPORTERS)
    telegram.click(telegram_version.join)
    assert ask(telegram).name == "Bergabung dengan grup ini?"
    assert_still(telegram, {})
    go_on(telegram, {f"join-{SUPPORTERS}": 1})


def test_a_chat_whose_last_words_are_to_join_is_opened_freely(telegram: Driver) -> None:
    telegram.click(f':is([data-peer-id="{SUPPORTERS}"].chatlist-chat, [data-chat="{SUPPORTERS}"] [role=button])')
    until(lambda: telegram.js("return location.hash;") == f"#{SUPPORTERS}", "the chat to open")
    assert_unasked(telegram)


def test_choosing_in_a_plain_poll_is_free(telegram: Driver, telegram_version: Version) -> None:
    telegram.click(telegram_version.inside(PLAIN_POLL, telegram_version.choice))
    assert_free(telegram, {f"vote-{PLAIN_POLL}": 1})


def test_choosing_in_a_campaigning_poll_is_asked_about(telegram: Driver, telegram_version: Version) -> None:
    see_campaign(telegram, telegram_version, CAMPAIGN_POLL)
    telegram.click(telegram_version.inside(CAMPAIGN_POLL, telegram_version.choice))
    assert_held(telegram, {})
    go_on(telegram, {f"vote-{CAMPAIGN_POLL}": 1})


@pytest.mark.matrix(act="react")
@pytest.mark.parametrize("number", [CAMPAIGN, LONG, QUOTING])
def test_messages_of_a_group_that_is_opened_later_are_judged(
    telegram: Driver, telegram_version: Version, number: str
) -> None:
    go(telegram, GROUP)
    see_campaign(telegram, telegram_version, number)
    telegram.click(telegram_version.inside(number, telegram_version.reaction))
    assert_held(telegram, {})


def test_the_time_of_a_message_is_no_number_to_vote_for(telegram: Driver, telegram_version: Version) -> None:
    go(telegram, GROUP)
    see_campaign(telegram, telegram_version, CAMPAIGN)
    telegram.click(telegram_version.inside(BEFORE_TIME, telegram_version.reaction))
    assert_free(telegram, {f"react-{BEFORE_TIME}": 1})


def test_a_plain_message_in_a_supporters_group_is_one_of_theirs(telegram: Driver, telegram_version: Version) -> None:
    go(telegram, SUPPORTERS)
    see_campaign(telegram, telegram_version, "21")


def test_a_channel_speaks_for_itself_and_a_neutral_one_never_campaigns(
    telegram: Driver, telegram_version: Version
) -> None:
    go(telegram, AUTHORITY)
    see(telegram, telegram_version.post("41"), "mention")
    telegram.click(telegram_version.inside("41", telegram_version.reaction))
    assert_free(telegram, {"react-41": 1})


def test_talks_between_two_people_are_not_read_and_no_earlier_post_is_meant(
    telegram: Driver, telegram_version: Version
) -> None:
    see_campaign(telegram, telegram_version)
    telegram.rightclick(telegram_version.inside(CAMPAIGN_POST, telegram_version.text))
    go(telegram, FRIEND)
    telegram.rightclick(telegram_version.inside("51", telegram_version.text))
    telegram.click(telegram_version.menu_reaction)
    telegram.click(telegram_version.inside("51", telegram_version.reaction))
    assert_free(telegram, {"react-51": 2})
    assert mark_level(telegram, telegram_version.post("51")) is None
