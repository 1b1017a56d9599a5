"""What is written under TikTok's videos: below an opened one, and in a panel apart from the feed."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import ask, assert_free, assert_held, go_on, step_back, wait_closed, write_anyway
from tests.e2e.tiktok import CAMPAIGNING, OVERLAY, PLAIN, feed, opened, swipe


def write(browser: Driver, place: str, text: str) -> None:
    browser.focus(f"{place} [role=textbox]")
    browser.type(text)


def send(browser: Driver, place: str, way: str) -> None:
    if way == "keys":
        browser.press("Enter")
    else:
        browser.click(f"{place} [data-e2e=comment-post]")


every_way = pytest.mark.parametrize("way", ["button", "keys"])


@every_way
def test_a_plain_comment_under_a_neutral_video_is_sent(fresh: Driver, way: str) -> None:
    opened(fresh, "lodeh")
    write(fresh, OVERLAY, "Terima kasih resepnya")
    send(fresh, OVERLAY, way)
    assert_free(fresh, {"comment-lodeh": 1})


@every_way
def test_a_supporting_comment_is_asked_about_kept_and_then_sent_whole(fresh: Driver, way: str) -> None:
    opened(fresh, "lodeh")
    write(fresh, OVERLAY, SUPPORT)
    send(fresh, OVERLAY, way)
    assert_held(fresh, {})
    step_back(fresh, {})
    send(fresh, OVERLAY, way)
    go_on(fresh, {"comment-lodeh": 1})
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


@every_way
def test_any_comment_under_a_campaign_video_is_asked_about(fresh: Driver, way: str) -> None:
    opened(fresh, "ajakan")
    write_anyway(fresh, f"{OVERLAY} [role=textbox]", "Semangat")
    send(fresh, OVERLAY, way)
    assert_held(fresh, {})


def test_the_comment_box_of_a_campaign_video_is_asked_about_before_a_word_is_written(fresh: Driver) -> None:
    opened(fresh, "ajakan").click(f"{OVERLAY} [role=textbox]")
    ask(fresh)
    fresh.prompt_click(PROCEED)
    wait_closed(fresh)
    write(fresh, OVERLAY, "Semangat")
    send(fresh, OVERLAY, "keys")
    assert_free(fresh, {"comment-ajakan": 1})


def test_a_comment_in_the_panel_belongs_to_the_video_on_the_screen(fresh: Driver) -> None:
    feed(fresh, PLAIN).click(f"{PLAIN} [data-does=comments]")
    swipe(fresh, CAMPAIGNING)
    write_anyway(fresh, "#panel [role=textbox]", "Semangat")
    send(fresh, "#panel", "keys")
    assert_held(fresh, {"open-comments-lodeh": 1})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    swipe(fresh, PLAIN)
    send(fresh, "#panel", "button")
    assert_free(fresh, {"open-comments-lodeh": 1, "comment-lodeh": 1})
