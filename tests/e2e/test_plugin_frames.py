"""Buttons of other sites, framed in a news page, and the pages that they lead to."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.frames import FRAME, embed, send
from tests.e2e.steps import assert_free, assert_held, go_on, see


@pytest.mark.parametrize(
    ("frame", "button", "does", "gesture"),
    [
        ("facebook-page", "#like", "like", "tap"),
        ("facebook-page", "#follow", "follow", "click"),
        ("x-post", "#like", "like", "click"),
        ("x-post", "#repost", "repost", "tap"),
        ("instagram-post", "#like", "like", "tap"),
        ("youtube", ".ytp-sb-subscribe", "subscribe", "click"),
    ],
)
def test_a_framed_button_asks_for_a_campaign_and_not_for_others(
    fresh: Driver, frame: str, button: str, does: str, gesture: str
) -> None:
    embed(fresh, frame, "neutral")
    with fresh.inside(FRAME):
        getattr(fresh, gesture)(button)
        assert_free(fresh, {does: 1})
    embed(fresh, frame, "campaign")
    with fresh.inside(FRAME):
        getattr(fresh, gesture)(button)
        assert_held(fresh, {})
        go_on(fresh, {does: 1})


def test_enter_on_a_framed_button_is_asked_about(fresh: Driver) -> None:
    embed(fresh, "facebook-page", "campaign")
    with fresh.inside(FRAME):
        fresh.click("p")
        fresh.focus("#like")
        fresh.press("Enter")
        assert_held(fresh, {})
        go_on(fresh, {"like": 1})


def test_answering_an_embedded_post_leads_on_unasked(fresh: Driver) -> None:
    embed(fresh, "x-post", "campaign")
    with fresh.inside(FRAME):
        see(fresh, "#post", "campaign")
        fresh.click("#reply")
        assert_free(fresh, {"reply": 1})


@pytest.mark.parametrize("way", ["button", "keys"])
def test_what_a_page_put_into_the_box_of_x_is_asked_about_when_it_is_posted(fresh: Driver, way: str) -> None:
    fresh.goto("https://x.com/intent/post?text=Ayo+coblos+nomor+2,+menangkan+Damar-Sekar!")
    fresh.focus("[role=textbox]")
    send(fresh, way, "[data-testid=tweetButton]")
    assert_held(fresh, {})
    go_on(fresh, {"post": 1})


def test_the_share_panel_of_a_framed_video_asks_at_its_last_step(fresh: Driver) -> None:
    embed(fresh, "youtube", "campaign")
    with fresh.inside(FRAME):
        see(fresh, ".html5-video-player", "campaign")
        fresh.click(".ytp-share-button")
        assert_free(fresh, {"open-share": 1})
        fresh.click(".ytp-share-panel-service-button")
        assert_held(fresh, {"open-share": 1})
        go_on(fresh, {"open-share": 1, "share": 1})
