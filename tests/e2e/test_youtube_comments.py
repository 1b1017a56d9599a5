"""What is written under YouTube's videos, beside its shorts and under its community posts."""

from __future__ import annotations

from tests.e2e.drivers import CANCEL, Driver, until
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import (
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    see,
    wait_closed,
    write_anyway,
)
from tests.e2e.youtube import CAMPAIGNING, PLAIN, POST, SITE, every_way, send, watch

PLACEHOLDER = "ytd-watch-flexy #placeholder-area"
EDITOR = "#contenteditable-root"
SEND = "#submit-button button"


def write(browser: Driver, opener: str, text: str) -> None:
    """Open a box by its control, and type as soon as it is there."""
    browser.click(opener)
    until(lambda: browser.js("return document.activeElement.id === 'contenteditable-root';"), "the box to open")
    browser.type(text)


@every_way
def test_a_plain_comment_under_a_neutral_video_is_sent(fresh: Driver, way: str) -> None:
    write(watch(fresh, PLAIN), PLACEHOLDER, "Terima kasih resepnya")
    send(fresh, way, SEND)
    assert_free(fresh, {"open-comment-lodeh": 1, "comment-lodeh": 1})


@every_way
def test_a_supporting_comment_under_a_neutral_video_is_asked_about_and_kept(fresh: Driver, way: str) -> None:
    write(watch(fresh, PLAIN), PLACEHOLDER, SUPPORT)
    send(fresh, way, SEND)
    assert_held(fresh, {"open-comment-lodeh": 1})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    assert fresh.js("return document.querySelector(args[0]).textContent;", EDITOR) == SUPPORT


@every_way
def test_lanjutkan_sends_a_supporting_comment_once_and_whole(fresh: Driver, way: str) -> None:
    write(watch(fresh, PLAIN), PLACEHOLDER, SUPPORT)
    send(fresh, way, SEND)
    go_on(fresh, {"open-comment-lodeh": 1, "comment-lodeh": 1})
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


def test_enter_alone_breaks_the_line(fresh: Driver) -> None:
    write(watch(fresh, PLAIN), PLACEHOLDER, SUPPORT)
    fresh.press("Enter")
    assert_still(fresh, {"open-comment-lodeh": 1})
    assert_unasked(fresh)


def test_a_comment_box_under_a_campaign_video_is_asked_about_before_a_word_is_written(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click(PLACEHOLDER)
    assert_held(fresh, {})
    go_on(fresh, {"open-comment-ajakan": 1})
    fresh.click(EDITOR)
    fresh.type("Semangat")
    fresh.click(SEND)
    assert_free(fresh, {"open-comment-ajakan": 1, "comment-ajakan": 1})


@every_way
def test_a_comment_under_a_campaign_video_is_asked_about_when_the_box_was_open_already(fresh: Driver, way: str) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.js("openBox();")
    write_anyway(fresh, EDITOR, "Semangat")
    send(fresh, way, SEND)
    assert_held(fresh, {"open-comment-ajakan": 1})


def test_whoever_answers_a_comment_speaks_under_the_video(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click("[data-id=comment-lodeh] #reply-button-end button")
    assert_held(fresh, {})
    go_on(fresh, {"open-reply-comment-lodeh": 1})


@every_way
def test_a_supporting_reply_under_a_neutral_video_is_asked_about(fresh: Driver, way: str) -> None:
    write(watch(fresh, PLAIN), "[data-id=comment-lodeh] #reply-button-end button", SUPPORT)
    send(fresh, way, SEND)
    assert_held(fresh, {"open-reply-comment-lodeh": 1})
    go_on(fresh, {"open-reply-comment-lodeh": 1, "reply-comment-lodeh": 1})
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


def test_a_plain_comment_is_sent_although_a_supporting_reply_stands_half_written(fresh: Driver) -> None:
    write(watch(fresh, PLAIN), "[data-id=comment-lodeh] #reply-button-end button", SUPPORT)
    write(fresh, PLACEHOLDER, "Terima kasih resepnya")
    fresh.click(f"ytd-comment-simplebox-renderer {SEND}")
    assert_free(fresh, {"open-reply-comment-lodeh": 1, "open-comment-lodeh": 1, "comment-lodeh": 1})


def test_a_comment_beside_a_short_belongs_to_the_one_that_is_played(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/shorts/short-lodeh")
    fresh.js("swipe('short-ajakan');")
    see(fresh, "[data-id=short-ajakan]", "campaign")
    fresh.click("ytd-shorts #placeholder-area")
    assert_held(fresh, {})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    fresh.js("swipe('short-lodeh');")
    fresh.click("ytd-shorts #placeholder-area")
    assert_free(fresh, {"open-comment-short-lodeh": 1})


def test_a_comment_under_a_community_post_belongs_to_it(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/post/post-ajakan")
    see(fresh, POST, "campaign")
    fresh.click("ytd-browse[page-subtype=post-detail] #placeholder-area")
    assert_held(fresh, {})
