"""What leads on in Telegram Web: menus of a right click or a long press, handing a message on, two presses."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver
from tests.e2e.pages.chat_posts import FRIEND, GROUP
from tests.e2e.steps import (
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    see,
    wait_closed,
)
from tests.e2e.telegram import ADDRESS, COPY, FORWARD, A, K, Version

NEUTRAL_POST, CAMPAIGN_POST = "11", "12"


@pytest.fixture
def touched_a(fresh: Driver) -> Driver:
    """The channel in version A, where a long touch opens the menu and two touches react."""
    fresh.goto(f"{ADDRESS}{A.path}?acts=click")
    return fresh


@pytest.fixture
def telegram_k(fresh: Driver) -> Driver:
    """The channel in version K, where a double click beside a message reacts."""
    fresh.goto(ADDRESS + K.path)
    return fresh


def see_campaign(browser: Driver, telegram_version: Version, number: str = CAMPAIGN_POST) -> None:
    see(browser, telegram_version.post(number), "campaign")


def within(browser: Driver, selector: str, across: float, down: float) -> tuple[float, float]:
    """A place in an element, by shares of its width and height."""
    place: list[float] = browser.js(
        """const box = document.querySelector(args[0]).getBoundingClientRect();
        return [box.x + box.width * args[1], box.y + box.height * args[2]];""",
        selector,
        across,
        down,
    )
    return place[0], place[1]


def test_a_reaction_from_the_menu_of_a_right_click_is_asked_about(telegram: Driver, telegram_version: Version) -> None:
    see_campaign(telegram, telegram_version)
    telegram.rightclick(telegram_version.inside(CAMPAIGN_POST, telegram_version.text))
    assert_unasked(telegram)
    telegram.click(telegram_version.menu_reaction)
    assert_held(telegram, {})
    go_on(telegram, {f"react-{CAMPAIGN_POST}": 1})


def beginning(browser: Driver) -> tuple[float, float]:
    """Where the text of the campaign post begins in version A: its middle may be a link."""
    return within(browser, A.inside(CAMPAIGN_POST, A.text), 0.1, 0.1)


def test_the_menu_of_a_neutral_post_is_free_although_the_layer_is_the_same(
    telegram: Driver, telegram_version: Version
) -> None:
    see_campaign(telegram, telegram_version)
    telegram.rightclick(telegram_version.inside(CAMPAIGN_POST, telegram_version.text))
    telegram.rightclick(telegram_version.inside(NEUTRAL_POST, telegram_version.text))
    telegram.click(telegram_version.menu_reaction)
    assert_free(telegram, {f"react-{NEUTRAL_POST}": 1})


def test_a_reaction_from_the_menu_of_a_long_press_is_asked_about(touched_a: Driver) -> None:
    see_campaign(touched_a, A)
    touched_a.hold(beginning(touched_a))
    touched_a.tap(A.menu_reaction)
    assert_held(touched_a, {})


def test_what_else_stands_in_the_menu_is_free(telegram: Driver, telegram_version: Version) -> None:
    see_campaign(telegram, telegram_version)
    telegram.rightclick(telegram_version.inside(CAMPAIGN_POST, telegram_version.text))
    telegram.click(telegram_version.menu.format(COPY))
    assert_free(telegram, {f"copy-{CAMPAIGN_POST}": 1})


def test_a_post_is_asked_about_when_it_is_chosen_to_whom_it_goes(
    telegram_on: Driver, telegram_version: Version
) -> None:
    see_campaign(telegram_on, telegram_version)
    telegram_on.click(telegram_version.inside(CAMPAIGN_POST, telegram_version.forward))
    assert_unasked(telegram_on)
    telegram_on.click(telegram_version.pick.format(FRIEND))
    assert_held(telegram_on, {})
    go_on(telegram_on, {f"forward-{CAMPAIGN_POST}-to-{FRIEND}": 1})


def test_a_post_is_handed_on_from_its_menu_with_one_question(telegram: Driver, telegram_version: Version) -> None:
    see_campaign(telegram, telegram_version)
    telegram.rightclick(telegram_version.inside(CAMPAIGN_POST, telegram_version.text))
    telegram.click(telegram_version.menu.format(FORWARD))
    telegram.click(telegram_version.pick.format(GROUP))
    telegram.prompt_click(PROCEED)
    wait_closed(telegram)
    telegram.click(telegram_version.send)
    assert_free(telegram, {f"forward-{CAMPAIGN_POST}-to-{GROUP}": 1, f"send-forward-{CAMPAIGN_POST}": 1})


def test_handing_on_a_neutral_post_is_free(telegram: Driver, telegram_version: Version) -> None:
    see_campaign(telegram, telegram_version)
    telegram.click(telegram_version.inside(NEUTRAL_POST, telegram_version.forward))
    telegram.click(telegram_version.pick.format(GROUP))
    telegram.click(telegram_version.send)
    assert_free(telegram, {f"forward-{NEUTRAL_POST}-to-{GROUP}": 1, f"send-forward-{NEUTRAL_POST}": 1})


def test_two_presses_beside_a_message_are_asked_about(telegram_k: Driver) -> None:
    see_campaign(telegram_k, K)
    telegram_k.dblclick(within(telegram_k, K.post(CAMPAIGN_POST), 0.99, 0.9))
    assert_held(telegram_k, {})
    go_on(telegram_k, {f"react-{CAMPAIGN_POST}": 1})


def test_two_presses_on_its_text_mark_a_word(telegram: Driver, telegram_version: Version) -> None:
    see_campaign(telegram, telegram_version)
    telegram.dblclick(within(telegram, telegram_version.inside(CAMPAIGN_POST, telegram_version.text), 0.02, 0.1))
    assert_still(telegram, {})
    assert_unasked(telegram)
    assert telegram.js("return getSelection().toString();") != ""


def test_two_touches_of_a_message_are_asked_about_and_react_once(touched_a: Driver) -> None:
    see_campaign(touched_a, A)
    text = beginning(touched_a)
    touched_a.tap(text)
    touched_a.tap(text)
    assert_held(touched_a, {})
    go_on(touched_a, {f"react-{CAMPAIGN_POST}": 1})


def test_an_invitation_to_a_supporters_group_is_marked_and_asked_about(telegram_k: Driver) -> None:
    telegram_k.js("window.invite();")
    see(telegram_k, ".popup", "campaign")
    telegram_k.click(K.invited)
    assert_held(telegram_k, {})


def test_an_invitation_whose_window_nobody_knows_is_asked_about_at_the_press(touched_a: Driver) -> None:
    touched_a.js("window.invite();")
    touched_a.click(A.invited)
    assert_held(touched_a, {})
    go_on(touched_a, {"join-invite": 1})
