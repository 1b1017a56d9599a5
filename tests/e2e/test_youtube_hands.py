"""Each of YouTube's acts by each hand, and the chat of a live video, whose frame can't see that video."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, Way, asked_and_done_once, asked_and_left, press_by
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import assert_free, see, wait_acts
from tests.e2e.youtube import SITE, VIDEO

WATCH, CHANNEL, CHAT = f"{SITE}/watch?v=ajakan", f"{SITE}/channel/channel-lodeh", f"{SITE}/live_chat?v=ajakan"
HEAD = "yt-page-header-renderer"
POST = "[page-subtype=channels] [data-id=post-ajakan]"
OWN = "ytd-backstage-post-dialog-renderer"
BOX, SAY = "#input", "#send-button button"
POLL, PLAIN_POLL = "[data-id=poll-post-ajakan]", "[data-id=poll-post-lodeh]"

WAYS = {
    "share": Way(WATCH, VIDEO, "#layers #target", by=(f"{VIDEO} [data-does=open-share]",)),
    "subscribe": Way(WATCH, VIDEO, f"{VIDEO} [data-does=subscribe]"),
    "join": Way(WATCH, VIDEO, f"{VIDEO} [data-does=join]"),
    "ones_own": Way(CHANNEL, POST, f"{OWN} #submit-button button", box=f"{OWN} #contenteditable-root", text=SUPPORT),
    "vote_poll": Way(CHANNEL, POST, f"{POST} .choice-info"),
}


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
@pytest.mark.parametrize("act", WAYS)
def test_what_campaigns_is_asked_about_and_batal_leaves_it(browser: Driver, act: str, hand: str) -> None:
    asked_and_left(browser, hand, WAYS[act])


def write(browser: Driver, text: str) -> None:
    """Write into the chat of a live video."""
    browser.goto(CHAT)
    browser.focus(BOX)
    browser.type(text)


def say(browser: Driver, hand: str) -> None:
    """Send it: with a key from within the box, else with its button."""
    press_by(browser, hand, BOX if hand == "keyboard" else SAY)


@pytest.mark.parametrize("hand", HANDS)
def test_a_supporting_comment_in_a_live_chat_is_asked_about_and_sent_once(fresh: Driver, hand: str) -> None:
    write(fresh, SUPPORT)
    asked_and_done_once(fresh, lambda: say(fresh, hand), {}, {"comment-chat": 1})
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


@pytest.mark.parametrize("hand", HANDS)
def test_a_plain_comment_in_a_live_chat_is_sent(fresh: Driver, hand: str) -> None:
    write(fresh, "Terima kasih resepnya")
    say(fresh, hand)
    assert_free(fresh, {"comment-chat": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_a_campaigning_poll_in_a_live_chat_is_asked_about_and_a_plain_one_is_not(fresh: Driver, hand: str) -> None:
    fresh.goto(CHAT)
    see(fresh, POLL, "campaign")
    press_by(fresh, hand, f"{PLAIN_POLL} .choice")
    plain = {"vote-poll-post-lodeh": 1}
    wait_acts(fresh, plain)
    campaigning = {"vote-poll-post-ajakan": 1}
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, f"{POLL} .choice"), plain, campaigning)
