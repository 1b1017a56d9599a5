"""Answering a comment in detik's frame, and passing one on."""

from __future__ import annotations

from functools import partial

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.frames import FRAME, THANKS, embed
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once, press_by, write_answer
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import assert_free, see

PLAIN, CAMPAIGN = "c1", "c2"
# It leads on, and is there to be answered under both comments.
ANSWER, SEND = "#c1 [data-does=open-reply-c1]", "#c1 [data-does=reply-c1]"
OPENED = {"open-reply-c1": 1}

every_hand = pytest.mark.parametrize("hand", HANDS)


def control(comment: str, does: str) -> str:
    return f"#{comment} [data-does={does}-{comment}]"


@pytest.mark.matrix(act="share")
@every_hand
@pytest.mark.parametrize("does", ["open-share", "to-whatsapp"])
def test_passing_a_campaigning_comment_on_asks_batal_does_nothing_and_lanjutkan_does_it_once(
    fresh: Driver, does: str, hand: str
) -> None:
    embed(fresh, "detik", "neutral")
    with fresh.inside(FRAME):
        see(fresh, f"#{CAMPAIGN}", "campaign")
        assert_asks_and_acts_once(fresh, hand, control(CAMPAIGN, does), f"{does}-{CAMPAIGN}")


def test_passing_a_plain_comment_on_copying_an_address_and_what_leads_to_the_box_of_x_are_free(fresh: Driver) -> None:
    embed(fresh, "detik", "neutral")
    with fresh.inside(FRAME):
        see(fresh, f"#{CAMPAIGN}", "campaign")
        fresh.click(control(PLAIN, "open-share"))
        fresh.click("[data-does=copy]")
        fresh.click(control(PLAIN, "to-whatsapp"))
        fresh.click(control(CAMPAIGN, "to-x"))
        assert_free(fresh, {"open-share-c1": 1, "copy": 1, "to-whatsapp-c1": 1, "to-x-c2": 1})


@every_hand
def test_a_plain_answer_is_sent_once(fresh: Driver, hand: str) -> None:
    embed(fresh, "detik", "neutral")
    with fresh.inside(FRAME):
        write_answer(fresh, hand, ANSWER, "open-reply-c1", THANKS)
        press_by(fresh, hand, SEND)
        assert_free(fresh, OPENED | {"reply-c1": 1})


@every_hand
def test_a_supporting_answer_asks_batal_keeps_it_and_lanjutkan_sends_it_once(fresh: Driver, hand: str) -> None:
    embed(fresh, "detik", "neutral")
    with fresh.inside(FRAME):
        write_answer(fresh, hand, ANSWER, "open-reply-c1", SUPPORT)
        asked_and_done_once(fresh, partial(press_by, fresh, hand, SEND), OPENED, {"reply-c1": 1})
        assert fresh.js("return document.body.dataset.sent;") == SUPPORT
