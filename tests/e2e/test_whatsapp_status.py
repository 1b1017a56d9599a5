"""A status in WhatsApp Web is read at the press: when it is liked or answered."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.pages.chat_posts import SUPPORTERS
from tests.e2e.steps import (
    assert_free,
    assert_held,
    go_on,
    see,
    step_back,
    write_anyway,
)
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
    assert_held(whatsapp, {})
    go_on(whatsapp, {f"like-status-{CAMPAIGN}": 1})
    whatsapp.background({"type": "delete-data"})
    whatsapp.click(LIKE)
    assert_free(whatsapp, {f"like-status-{CAMPAIGN}": 1, f"unlike-status-{CAMPAIGN}": 1})


def test_batal_leaves_a_status_unliked(whatsapp: Driver) -> None:
    show(whatsapp, CAMPAIGN)
    whatsapp.click(LIKE)
    step_back(whatsapp, {})


def test_liking_a_neutral_status_is_free(whatsapp: Driver) -> None:
    show(whatsapp, NEUTRAL)
    whatsapp.click(LIKE)
    assert_free(whatsapp, {f"like-status-{NEUTRAL}": 1})


@pytest.mark.parametrize("way", WAYS)
def test_answering_a_campaigning_status_is_asked_about_and_sent_once(whatsapp: Driver, way: str) -> None:
    show(whatsapp, CAMPAIGN)
    write_anyway(whatsapp, BOX, THANKS)
    send(whatsapp, way, SEND)
    assert_held(whatsapp, {})
    go_on(whatsapp, {f"answer-status-{CAMPAIGN}": 1})
    assert whatsapp.js("return document.body.dataset.sent;") == THANKS


@pytest.mark.parametrize("way", WAYS)
def test_answering_a_neutral_status_is_free_although_a_group_stands_behind_it(whatsapp: Driver, way: str) -> None:
    go(whatsapp, SUPPORTERS)
    see(whatsapp, post("21"), "campaign")
    show(whatsapp, NEUTRAL)
    write(whatsapp, THANKS, BOX)
    send(whatsapp, way, SEND)
    assert_free(whatsapp, {f"answer-status-{NEUTRAL}": 1})
