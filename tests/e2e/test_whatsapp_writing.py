"""What is written in WhatsApp Web: to a group, and in answer to a message of it."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.pages.chat_posts import CALL, GROUP, SUPPORTERS
from tests.e2e.steps import assert_free, assert_held, assert_unasked, go_on, see, step_back, write_anyway
from tests.e2e.whatsapp import BOX, EMOJI, REPLY, WAYS, control, go, post, send, write

NEUTRAL, CAMPAIGN, LONG, QUOTING = "31", "32", "33", "34"
THANKS = "Terima kasih infonya"


@pytest.fixture
def group(whatsapp: Driver) -> Driver:
    """A neutral group."""
    go(whatsapp, GROUP)
    return whatsapp


def answer(browser: Driver, number: str) -> None:
    browser.click(control(number, "menu"))
    browser.click(REPLY)


@pytest.mark.parametrize("number", [CAMPAIGN, LONG, QUOTING])
def test_messages_of_a_group_that_is_opened_later_are_judged(group: Driver, number: str) -> None:
    see(group, post(number), "campaign")
    group.click(control(number, "tray"))
    group.click(EMOJI)
    assert_held(group, {})


@pytest.mark.parametrize("way", WAYS)
def test_a_plain_message_to_a_group_is_sent(group: Driver, way: str) -> None:
    write(group, THANKS)
    send(group, way)
    assert_free(group, {f"post-{GROUP}": 1})


@pytest.mark.parametrize("way", WAYS)
def test_a_campaigning_message_to_a_group_is_asked_about_and_kept(group: Driver, way: str) -> None:
    write(group, CALL)
    send(group, way)
    assert_held(group, {})
    step_back(group, {})
    assert group.js("return document.querySelector(args[0]).textContent;", BOX) == CALL


@pytest.mark.parametrize("way", WAYS)
def test_lanjutkan_sends_it_once_and_whole(group: Driver, way: str) -> None:
    write(group, CALL)
    send(group, way)
    go_on(group, {f"post-{GROUP}": 1})
    assert group.js("return document.body.dataset.sent;") == CALL


def test_the_box_of_a_supporters_group_asks_when_it_is_opened(whatsapp: Driver) -> None:
    go(whatsapp, SUPPORTERS)
    see(whatsapp, post("21"), "campaign")
    whatsapp.click(BOX)
    assert_held(whatsapp, {})


@pytest.mark.parametrize(("number", "way"), [(CAMPAIGN, "button"), (LONG, "Enter")])
def test_an_answer_is_judged_with_the_whole_message(group: Driver, number: str, way: str) -> None:
    see(group, post(number), "campaign")
    answer(group, number)
    assert_unasked(group)
    write_anyway(group, BOX, "Baik, siap")
    send(group, way)
    assert_held(group, {})
    go_on(group, {f"reply-{number}": 1})


def test_an_answer_is_judged_with_the_whole_message_although_it_was_scrolled_away(group: Driver) -> None:
    see(group, post(LONG), "campaign")
    answer(group, LONG)
    group.js("document.querySelector(args[0]).remove();", post(LONG))
    write_anyway(group, BOX, "Baik, siap")
    send(group, "button")
    assert_held(group, {})


def test_an_answer_to_a_neutral_message_is_free(group: Driver) -> None:
    see(group, post(CAMPAIGN), "campaign")
    answer(group, NEUTRAL)
    write(group, "Baik, siap")
    send(group, "button")
    assert_free(group, {f"reply-{NEUTRAL}": 1})


def test_an_answer_that_was_given_up_leaves_a_message_to_the_group(group: Driver) -> None:
    see(group, post(CAMPAIGN), "campaign")
    answer(group, CAMPAIGN)
    group.click("footer [data-does=cancel]")
    write(group, "Selamat pagi semuanya")
    send(group, "button")
    assert_free(group, {f"post-{GROUP}": 1})
