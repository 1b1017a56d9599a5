"""Each of Telegram Web's acts by finger and key. Keys press buttons only, of which version K has hardly any."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import Way, asked_and_done_once, asked_and_left
from tests.e2e.pages.chat_posts import CALL, CHANNEL, FRIEND, GROUP, SUPPORTERS
from tests.e2e.steps import see, write_anyway
from tests.e2e.telegram import ADDRESS, REPLY, VERSIONS, A, Version

TOUCHED = "?acts=click"
GO = "document.getElementById('layers').replaceChildren(); window.go('{}');"


def way_of(act: str, version: Version, hand: str) -> Way:
    """How one comes to an act in this version."""
    page = f"{ADDRESS}{version.path}{TOUCHED}"
    here, there, in_group = (GO.format(chat) for chat in (CHANNEL, SUPPORTERS, GROUP))
    post, message = version.post("12"), version.post("32")
    friend = version.pick.format(FRIEND) + (" [role=button]" if hand == "keyboard" else "")
    choice = version.inside("14", "input" if hand == "keyboard" else version.choice)
    comments = (version.inside("12", version.comments),)
    ways = {
        "react": Way(page, post, version.inside("12", version.reaction), here),
        "share": Way(page, post, friend, here, by=(version.inside("12", version.forward),)),
        "join": Way(page, version.post("21"), version.join, there),
        "vote_poll": Way(page, version.post("14"), choice, here, key="Space"),
        "comment": Way(page, post, version.send, here, by=comments, box=version.box, text="Baik, siap", anyway=True),
        "ones_own": Way(page, message, version.send, in_group, box=version.box, text=CALL),
    }
    return ways[act]


TOUCHES = [
    (act, version, "finger") for act in ("share", "join", "vote_poll", "comment", "ones_own") for version in "ka"
]
KEYS = [(act, "a", "keyboard") for act in ("react", "share", "join", "vote_poll")]


@pytest.mark.parametrize(("act", "version", "hand"), TOUCHES + KEYS)
def test_what_campaigns_is_asked_about_and_batal_leaves_it(browser: Driver, act: str, version: str, hand: str) -> None:
    asked_and_left(browser, hand, way_of(act, VERSIONS[version], hand))


@pytest.mark.matrix(act="reply")
def test_an_answer_that_a_finger_sends_is_asked_about_and_sent_once(fresh: Driver) -> None:
    fresh.goto(f"{ADDRESS}{A.path}{TOUCHED}#{GROUP}")
    see(fresh, A.post("32"), "campaign")
    fresh.hold(A.inside("32", A.text))
    fresh.tap(A.menu.format(REPLY))
    write_anyway(fresh, A.box, "Baik, siap")
    asked_and_done_once(fresh, lambda: fresh.tap(A.send), {}, {"reply-32": 1})
