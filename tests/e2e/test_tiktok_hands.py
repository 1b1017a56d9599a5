"""Each of TikTok's acts by each hand, and a video of one's own."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, Way, asked_and_done_once, asked_and_left, press_by
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import assert_free

FEED, MOBILE, PROFILE = "https://www.tiktok.com/", "https://m.tiktok.com/", "https://www.tiktok.com/@kanal.contoh"
UPLOAD = "https://www.tiktok.com/tiktokstudio/upload"
POST, OVERLAY = "#one-column-item-1", ".browse"
GO, OPEN = "swipe(1);", "browse('ajakan');"
SHARE = f"{POST} [data-does=open-share]"
CAPTION, SEND = "[role=combobox]", "[data-e2e=post_video_button]"

WAYS = {
    "like-mobile": Way(MOBILE, POST, f"{POST} .bar [data-does=like]", GO),
    "share": Way(FEED, POST, "[data-e2e=share-whatsapp]", GO, by=(SHARE,)),
    "repost": Way(FEED, POST, "[data-e2e=share-repost]", GO, by=(SHARE,)),
    "follow": Way(FEED, POST, f"{POST} [data-e2e=feed-follow]", GO),
    "reply": Way(PROFILE, OVERLAY, f"{OVERLAY} [data-e2e=comment-reply-1]", OPEN),
    "comment": Way(
        PROFILE,
        OVERLAY,
        f"{OVERLAY} [data-e2e=comment-post]",
        OPEN,
        box=f"{OVERLAY} [role=textbox]",
        text=SUPPORT,
        anyway=True,
    ),
}


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
@pytest.mark.parametrize("act", WAYS)
def test_what_campaigns_is_asked_about_and_batal_leaves_it(browser: Driver, act: str, hand: str) -> None:
    asked_and_left(browser, hand, WAYS[act])


def write(browser: Driver, text: str) -> None:
    """Write what goes with a video of one's own."""
    browser.goto(UPLOAD)
    browser.focus(CAPTION)
    browser.type(text)


@pytest.mark.parametrize("hand", HANDS)
def test_a_supporting_video_of_ones_own_is_asked_about_and_posted_once(fresh: Driver, hand: str) -> None:
    write(fresh, SUPPORT)
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, SEND), {}, {"post": 1})


def test_a_plain_video_is_posted_and_a_draft_is_kept_freely(fresh: Driver) -> None:
    write(fresh, "Santannya jangan terlalu encer")
    fresh.click(SEND)
    fresh.focus(CAPTION)
    fresh.type(SUPPORT)
    fresh.click("[data-does=draft]")
    assert_free(fresh, {"post": 1, "draft": 1})
