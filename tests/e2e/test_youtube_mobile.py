"""YouTube's mobile pages under https://m.youtube.com/, with a finger."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    go_on,
    mark_level,
    see,
    wait_closed,
)

SITE = "https://m.youtube.com"
VIDEO = "ytm-slim-video-metadata-section-renderer"
SHORT = "ytm-reel-player-overlay-renderer"
BOX = "ytm-comments-simplebox-renderer"

COMMENT = "[data-id=comment-{}]"

# Page, post, its control, and what the page counts.
CASES = {
    "like-video": ("/watch?v={}", VIDEO, f"{VIDEO} [data-does=like]", "like-{}"),
    "subscribe-at-video": ("/watch?v={}", VIDEO, f"{VIDEO} [data-does=subscribe]", "subscribe-{}"),
    "share-video": ("/watch?v={}", VIDEO, f"{VIDEO} [data-does=share-at-once]", "share-{}"),
    "like-comment": ("/watch?v=lodeh", COMMENT, f"{COMMENT} [data-does=like]", "like-comment-{}"),
    "like-short": ("/shorts/short-{}", SHORT, f"{SHORT} [data-does=like]", "like-short-{}"),
    "share-short": ("/shorts/short-{}", SHORT, f"{SHORT} [data-does=share-at-once]", "share-short-{}"),
}
every_case = pytest.mark.parametrize(("page", "post", "control", "does"), CASES.values(), ids=CASES)


@every_case
def test_what_is_neutral_is_acted_on_once_and_nobody_is_asked(
    fresh: Driver, page: str, post: str, control: str, does: str
) -> None:
    fresh.goto(SITE + page.format("lodeh"))
    fresh.tap(control.format("lodeh"))
    assert_free(fresh, {does.format("lodeh"): 1})
    assert mark_level(fresh, post.format("lodeh")) is None


@every_case
def test_what_campaigns_is_asked_about_and_batal_leaves_it(
    fresh: Driver, page: str, post: str, control: str, does: str
) -> None:
    fresh.goto(SITE + page.format("ajakan"))
    see(fresh, post.format("ajakan"), "campaign")
    fresh.tap(control.format("ajakan"))
    place = ask(fresh).button(CANCEL)
    assert_still(fresh, {})
    fresh.tap((place.x, place.y))
    wait_closed(fresh)
    assert_still(fresh, {})


@every_case
def test_lanjutkan_acts_exactly_once(fresh: Driver, page: str, post: str, control: str, does: str) -> None:
    fresh.goto(SITE + page.format("ajakan"))
    see(fresh, post.format("ajakan"), "campaign")
    fresh.tap(control.format("ajakan"))
    ask(fresh)
    place = fresh.prompt_button(PROCEED)
    fresh.tap((place.x, place.y))
    assert_free(fresh, {does.format("ajakan"): 1})


@pytest.mark.parametrize(
    ("page", "unit", "video"), [("/watch?v=ajakan", VIDEO, "ajakan"), ("/shorts/short-ajakan", SHORT, "short-ajakan")]
)
def test_a_dislike_is_free(fresh: Driver, page: str, unit: str, video: str) -> None:
    fresh.goto(SITE + page)
    see(fresh, unit, "campaign")
    fresh.tap("[data-does=dislike]")
    assert_free(fresh, {f"dislike-{video}": 1})


def test_a_share_from_the_menu_of_a_list_is_asked_about_in_its_sheet(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/")
    see(fresh, "[data-id=card-ajakan]", "campaign")
    fresh.tap("[data-id=card-ajakan] [data-does=sheet]")
    fresh.tap("#layers [data-does=share-at-once]")
    assert_held(fresh, {})
    go_on(fresh, {"share-card-ajakan": 1})


def test_the_same_sheet_is_free_for_the_next_video(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/")
    see(fresh, "[data-id=card-ajakan]", "campaign")
    fresh.tap("[data-id=card-ajakan] [data-does=sheet]")
    fresh.tap("[data-id=card-lodeh] [data-does=sheet]")
    fresh.tap("#layers [data-does=share-at-once]")
    assert_free(fresh, {"share-card-lodeh": 1})


def test_a_plain_comment_under_a_neutral_video_is_sent(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/watch?v=lodeh")
    fresh.tap(f"{BOX} textarea")
    fresh.type("Terima kasih resepnya")
    fresh.tap(f"{BOX} button")
    assert_free(fresh, {"comment-lodeh": 1})


def test_a_supporting_comment_under_a_neutral_video_is_asked_about_and_sent_whole(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/watch?v=lodeh")
    fresh.tap(f"{BOX} textarea")
    fresh.type(SUPPORT)
    fresh.tap(f"{BOX} button")
    assert_held(fresh, {})
    go_on(fresh, {"comment-lodeh": 1})
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


def test_whoever_answers_a_comment_speaks_under_the_video(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/watch?v=ajakan")
    see(fresh, VIDEO, "campaign")
    fresh.tap("[data-id=comment-lodeh] [data-does=mobile-open-reply]")
    assert_held(fresh, {})


def test_a_supporting_reply_under_a_neutral_video_is_asked_about(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/watch?v=lodeh")
    fresh.tap("[data-id=comment-lodeh] [data-does=mobile-open-reply]")
    fresh.tap("[data-id=comment-lodeh] textarea")
    fresh.type(SUPPORT)
    fresh.tap("[data-id=comment-lodeh] [data-does=mobile-comment]")
    assert_held(fresh, {"open-reply-comment-lodeh": 1})
    go_on(fresh, {"open-reply-comment-lodeh": 1, "comment-comment-lodeh": 1})


def test_the_comment_box_under_a_campaign_video_is_asked_about_before_a_word_is_written(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/watch?v=ajakan")
    see(fresh, VIDEO, "campaign")
    fresh.tap(f"{BOX} textarea")
    ask(fresh)
    fresh.prompt_click(PROCEED)
    wait_closed(fresh)
    fresh.tap(f"{BOX} textarea")
    fresh.type("Semangat")
    fresh.tap(f"{BOX} button")
    assert_free(fresh, {"comment-ajakan": 1})
