"""A status in WhatsApp Web is read at the press: when it is liked or answered."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver
from tests.e2e.pages.chat_posts import SUPPORTERS
from tests.e2e.steps import ask, assert_still, assert_unasked, see, wait_acts, wait_closed
from tests.e2e.whatsapp import WAYS, go, post, send, write

NEUTRAL, CAMPAIGN = "31", "32"
LIKE = "#layers [data-does=like-status]"
BOX, SEND = "#layers [role=textbox]", "#layers [data-does=answer-status]"
THANKS = "Terima kasih infonya"


def show(browser: Driver, number: str) -> None:
    browser.js("window.showStatus(args[0]);", number)


def test_liking_a_campaigning_status_is_asked_about_and_unliking_is_free(whatsapp: Driver) -> None:
    show(whatsapp, CAMPAIGN)
    whatsapp.click(LIKE)
    ask(whatsapp)
    assert_still(whatsapp, {})
    whatsapp.prompt_click(PROCEED)
    wait_acts(whatsapp, {f"like-status-{CAMPAIGN}": 1})
    whatsapp.background({"type": "delete-data"})
    whatsapp.click(LIKE)
    wait_acts(whatsapp, {f"like-status-{CAMPAIGN}": 1, f"unlike-status-{CAMPAIGN}": 1})
    assert_unasked(whatsapp)


def test_batal_leaves_a_status_unliked(whatsapp: Driver) -> None:
    show(whatsapp, CAMPAIGN)
    whatsapp.click(LIKE)
    whatsapp.prompt_click(CANCEL)
    wait_closed(whatsapp)
    assert_still(whatsapp, {})


def test_liking_a_neutral_status_is_free(whatsapp: Driver) -> None:
    show(whatsapp, NEUTRAL)
    whatsapp.click(LIKE)
    wait_acts(whatsapp, {f"like-status-{NEUTRAL}": 1})
    assert_unasked(whatsapp)


@pytest.mark.parametrize("way", WAYS)
def test_answering_a_campaigning_status_is_asked_about_and_sent_once(whatsapp: Driver, way: str) -> None:
    show(whatsapp, CAMPAIGN)
    write(whatsapp, THANKS, BOX)
    send(whatsapp, way, SEND)
    ask(whatsapp)
    assert_still(whatsapp, {})
    whatsapp.prompt_click(PROCEED)
    wait_acts(whatsapp, {f"answer-status-{CAMPAIGN}": 1})
    assert whatsapp.js("return document.body.dataset.sent;") == THANKS


@pytest.mark.parametrize("way", WAYS)
def test_answering_a_neutral_status_is_free_although_a_group_stands_behind_it(whatsapp: Driver, way: str) -> None:
    go(whatsapp, SUPPORTERS)
    see(whatsapp, post("21"), "campaign")
    show(whatsapp, NEUTRAL)
    write(whatsapp, THANKS, BOX)
    send(whatsapp, way, SEND)
    wait_acts(whatsapp, {f"answer-status-{NEUTRAL}": 1})
    assert_unasked(whatsapp)
