"""Each of WhatsApp Web's acts by each hand."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import Way, asked_and_done_once, asked_and_left
from tests.e2e.pages.chat_posts import CALL, CAMPAIGNERS, CHANNEL, GROUP
from tests.e2e.whatsapp import BOX, FOLLOW, INVITED, REPLY, SEND, SEND_FORWARD, control, go, post, write

SITE = "https://web.whatsapp.com/"
GO = "document.getElementById('layers').replaceChildren(); window.go('{}');"
HERE, IN_GROUP, IN_CHANNEL = GO.format(CHANNEL), GO.format(GROUP), GO.format(CAMPAIGNERS)

WAYS = {
    "like": Way(SITE, post("32"), "#layers [data-does=like-status]", f"{IN_GROUP} showStatus('32');"),
    "share": Way(SITE, post("12"), SEND_FORWARD, HERE, by=(control("12", "open-forward"),)),
    "follow": Way(SITE, "#main", FOLLOW, IN_CHANNEL),
    "join": Way(SITE, post("12"), INVITED, f"{HERE} invite();"),
    "vote_poll": Way(SITE, post("14"), control("14", "vote"), HERE),
    "reply": Way(
        SITE, post("32"), SEND, IN_GROUP, by=(control("32", "menu"), REPLY), box=BOX, text="Baik, siap", anyway=True
    ),
    "ones_own": Way(SITE, post("32"), SEND, IN_GROUP, box=BOX, text=CALL),
}


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
@pytest.mark.parametrize("act", WAYS)
def test_what_campaigns_is_asked_about_and_batal_leaves_it(browser: Driver, act: str, hand: str) -> None:
    asked_and_left(browser, hand, WAYS[act])


@pytest.mark.matrix(act="post")
def test_a_finger_sends_a_message_once(whatsapp: Driver) -> None:
    go(whatsapp, GROUP)
    write(whatsapp, CALL)
    asked_and_done_once(whatsapp, lambda: whatsapp.tap(SEND), {}, {f"post-{GROUP}": 1})
