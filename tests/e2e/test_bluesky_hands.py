"""Each of Bluesky's acts by each hand."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import Way, asked_and_left
from tests.e2e.pages.posts import CALL

SITE = "https://bsky.app/"
POST, ACCOUNT = "[data-id='3b']", "[data-id='warga.contoh.example']"
MENU = f"{POST} [data-does=repost]"

WAYS = {
    "share": Way(SITE, POST, f"{POST} [data-does=share]"),
    "repost": Way(SITE, POST, "#layers [data-does=confirm]", by=(MENU,)),
    "quote": Way(SITE, POST, "#layers [data-does=quote]", by=(MENU,)),
    "reply": Way(SITE, POST, f"{POST} [data-does=reply]"),
    "follow": Way(SITE, POST, f"{ACCOUNT} [data-does=follow]"),
    "ones_own": Way(
        SITE, POST, "#layers [data-does=send]", by=("nav [data-does=write]",), box="#layers .ProseMirror", text=CALL
    ),
}


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
@pytest.mark.parametrize("act", WAYS)
def test_what_campaigns_is_asked_about_and_batal_leaves_it(browser: Driver, act: str, hand: str) -> None:
    asked_and_left(browser, hand, WAYS[act])
