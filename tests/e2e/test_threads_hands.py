"""Each of Threads' acts by each hand: what a mouse is asked, a finger and a key are asked, too."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once, press_by
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import assert_free, assert_unasked, see, wait_acts

PLAIN, CAMPAIGNING = "C1", "C2"
BOX, SEND = "#layers [role=textbox]", "#layers [data-does=send]"

every_hand = pytest.mark.parametrize("hand", HANDS)


def control(post: str, does: str) -> str:
    return f'#feed [data-id="{post}"] [data-does={does}]'


@pytest.mark.parametrize(
    ("does", "hand"), [("like", "finger"), *((does, hand) for does in ("share", "follow", "reply") for hand in HANDS)]
)
def test_a_campaign_post_asks_with_any_hand(threads: Driver, does: str, hand: str) -> None:
    see(threads, f'#feed [data-id="{CAMPAIGNING}"]', "campaign")
    act = "open-reply" if does == "reply" else does
    assert_asks_and_acts_once(threads, hand, control(CAMPAIGNING, does), f"{act}-{CAMPAIGNING}")


@every_hand
@pytest.mark.parametrize(("item", "act"), [("confirm", "repost"), ("quote", "open-quote")], ids=["repost", "quote"])
def test_the_menu_opens_freely_and_its_items_ask_with_any_hand(threads: Driver, item: str, act: str, hand: str) -> None:
    see(threads, f'#feed [data-id="{CAMPAIGNING}"]', "campaign")
    press_by(threads, hand, control(CAMPAIGNING, "repost"))
    assert_unasked(threads)
    assert_asks_and_acts_once(threads, hand, f"#layers [data-does={item}]", f"{act}-{CAMPAIGNING}")


@every_hand
def test_a_vote_in_the_poll_of_a_campaign_post_asks(threads: Driver, hand: str) -> None:
    see(threads, f'#feed [data-id="{CAMPAIGNING}"]', "campaign")
    assert_asks_and_acts_once(threads, hand, control(CAMPAIGNING, "vote_poll"), f"vote_poll-{CAMPAIGNING}")


def test_a_vote_about_soup_is_free(threads: Driver) -> None:
    threads.tap(control(PLAIN, "vote_poll"))
    assert_free(threads, {f"vote_poll-{PLAIN}": 1})


@every_hand
def test_a_campaigning_post_of_ones_own_asks_with_any_hand(threads: Driver, hand: str) -> None:
    threads.click("[data-does=write]")
    threads.focus(BOX)
    threads.type(CALL)
    assert_asks_and_acts_once(threads, hand, SEND, "post-new")


@pytest.mark.matrix(act="reply")
def test_a_finger_that_sends_a_supporting_reply_is_asked(threads: Driver) -> None:
    threads.tap(control(PLAIN, "reply"))
    opened = {f"open-reply-{PLAIN}": 1}
    wait_acts(threads, opened)
    threads.focus(BOX)
    threads.type(CALL)
    asked_and_done_once(threads, lambda: threads.tap(SEND), opened, {f"reply-{PLAIN}": 1})
