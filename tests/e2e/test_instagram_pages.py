"""Instagram beside its feed, where no article tells a post: the page of one post with its comments, and reels."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import asked_and_done_once, press_by
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import assert_free, assert_held, go_on, mark_level, see, step_back, write_anyway

SITE = "https://www.instagram.com"
BOX = "form textarea"
SEND = "form [role=button][data-does=comment]"


def post_page(browser: Driver, name: str, language: str = "id") -> None:
    browser.goto(f"{SITE}/p/{name}/?lang={language}")
    if name == "campaign":
        see(browser, "#post", "campaign")


def in_row(does: str) -> str:
    return f"#post section [data-does={does}]"


def in_comment(name: str, does: str) -> str:
    return f"[data-id=comment-{name}] [data-does={does}]"


def in_reel(name: str, does: str) -> str:
    return f"#{name} [data-does={does}]"


def test_the_controls_of_a_neutral_posts_page_are_free(fresh: Driver) -> None:
    post_page(fresh, "neutral")
    for does in ("like", "open-comment", "repost"):
        fresh.click(in_row(does))
    assert_free(fresh, {"like-neutral": 1, "open-comment-neutral": 1, "repost-neutral": 1})


@pytest.mark.parametrize(
    ("hand", "does"),
    [("mouse", "like"), ("finger", "like"), ("keyboard", "like"), ("mouse", "open-comment"), ("mouse", "repost")],
)
def test_the_controls_of_a_campaign_posts_page_ask(fresh: Driver, hand: str, does: str) -> None:
    post_page(fresh, "campaign")
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, in_row(does)), {}, {f"{does}-campaign": 1})


def test_unliking_on_a_campaign_posts_page_is_free(fresh: Driver) -> None:
    post_page(fresh, "campaign")
    fresh.js("window.showDone(document.querySelector(args[0]), true);", in_row("like"))
    fresh.click(in_row("like"))
    assert_free(fresh, {"unlike-campaign": 1})


def test_a_double_click_on_the_photo_of_a_campaign_posts_page_asks(fresh: Driver) -> None:
    post_page(fresh, "campaign")
    fresh.dblclick(".photo")
    assert_held(fresh, {})
    go_on(fresh, {"like-campaign": 1})


@pytest.mark.parametrize("does", ["like", "open-comment"])
def test_the_row_tells_the_controls_of_a_page_in_a_third_language(fresh: Driver, does: str) -> None:
    post_page(fresh, "campaign", "jv")
    asked_and_done_once(fresh, lambda: fresh.click(in_row(does)), {}, {f"{does}-campaign": 1})


def test_a_neutral_post_in_a_third_language_is_free_and_its_campaigning_comment_is_not(fresh: Driver) -> None:
    post_page(fresh, "neutral", "jv")
    see(fresh, "[data-id=comment-call]", "campaign")
    done = {"like-neutral": 1, "like-comment-plain": 1}
    fresh.click(in_row("like"))
    fresh.click(in_comment("plain", "like"))
    assert_free(fresh, done)
    asked_and_done_once(fresh, lambda: fresh.click(in_comment("call", "like")), done, {"like-comment-call": 1})


@pytest.mark.parametrize("hand", ["mouse", "finger", "keyboard"])
def test_liking_a_campaigning_comment_under_a_neutral_post_asks(fresh: Driver, hand: str) -> None:
    post_page(fresh, "neutral")
    see(fresh, "[data-id=comment-call]", "campaign")
    like = in_comment("call", "like")
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, like), {}, {"like-comment-call": 1})


def test_liking_a_neutral_comment_under_a_campaign_post_is_free(fresh: Driver) -> None:
    post_page(fresh, "campaign")
    fresh.click(in_comment("plain", "like"))
    assert_free(fresh, {"like-comment-plain": 1})


def test_unliking_a_campaigning_comment_is_free(fresh: Driver) -> None:
    post_page(fresh, "neutral")
    see(fresh, "[data-id=comment-call]", "campaign")
    fresh.js("window.showDone(document.querySelector(args[0]), true);", in_comment("call", "like"))
    fresh.click(in_comment("call", "like"))
    assert_free(fresh, {"unlike-comment-call": 1})


def test_a_single_comment_is_not_taken_for_the_post_nor_the_post_for_it(fresh: Driver) -> None:
    post_page(fresh, "single")
    see(fresh, "[data-id=comment-call]", "campaign")
    fresh.click(in_row("like"))
    assert_free(fresh, {"like-single": 1})
    fresh.click(in_comment("call", "like"))
    assert_held(fresh, {"like-single": 1})


def test_answering_under_a_neutral_post_is_free_and_a_supporting_answer_is_asked_about(fresh: Driver) -> None:
    post_page(fresh, "neutral")
    fresh.click(in_comment("plain", "open-reply"))
    opened = {"open-reply-comment-plain": 1}
    assert_free(fresh, opened)
    fresh.type(SUPPORT)
    asked_and_done_once(fresh, lambda: fresh.click(SEND), opened, {"comment-neutral": 1})
    assert fresh.js("return document.body.dataset.sent;") == f"@wati.contoh {SUPPORT}"


def test_a_plain_answer_under_a_neutral_post_is_sent(fresh: Driver) -> None:
    post_page(fresh, "neutral")
    fresh.click(in_comment("plain", "open-reply"))
    fresh.type("Sama-sama")
    fresh.press("Enter")
    assert_free(fresh, {"open-reply-comment-plain": 1, "comment-neutral": 1})


@pytest.mark.parametrize("hand", ["mouse", "finger", "keyboard"])
def test_answering_under_a_campaign_post_asks(fresh: Driver, hand: str) -> None:
    post_page(fresh, "campaign")
    reply = in_comment("plain", "open-reply")
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, reply), {}, {"open-reply-comment-plain": 1})


def test_any_comment_on_a_campaign_posts_page_is_asked_about(fresh: Driver) -> None:
    post_page(fresh, "campaign")
    write_anyway(fresh, BOX, "Semangat")
    fresh.press("Enter")
    assert_held(fresh, {})
    step_back(fresh, {})


def test_pictures_that_lead_to_other_posts_are_not_this_posts(fresh: Driver) -> None:
    post_page(fresh, "neutral")
    see(fresh, "[data-id=comment-call]", "campaign")
    assert mark_level(fresh, "#post section") is None


@pytest.mark.parametrize("language", ["id", "jv"])
def test_a_neutral_reel_is_liked_freely_and_a_campaigning_one_asks(fresh: Driver, language: str) -> None:
    fresh.goto(f"{SITE}/reels/?lang={language}")
    see(fresh, "#campaign", "campaign")
    fresh.click(in_reel("neutral", "like"))
    assert_free(fresh, {"like-neutral": 1})
    like = in_reel("campaign", "like")
    asked_and_done_once(fresh, lambda: fresh.click(like), {"like-neutral": 1}, {"like-campaign": 1})


@pytest.mark.parametrize(
    ("hand", "does"), [("finger", "like"), ("keyboard", "like"), ("mouse", "open-comment"), ("mouse", "follow")]
)
def test_the_controls_of_a_campaign_reel_ask(fresh: Driver, hand: str, does: str) -> None:
    fresh.goto(f"{SITE}/reels/")
    see(fresh, "#campaign", "campaign")
    control = in_reel("campaign", does)
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, control), {}, {f"{does}-campaign": 1})


def test_a_post_that_opens_over_the_feed_is_judged_by_itself(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.click("#neutral a[href='/p/neutral/']")
    instagram.click("#over-neutral [data-does=like]")
    free = {"like-over-neutral": 1}
    assert_free(instagram, free)
    instagram.js("history.back(); document.getElementById('layers').replaceChildren();")
    instagram.click("#campaign a[href='/p/campaign/']")
    see(instagram, "#over-campaign", "campaign")
    like = "#over-campaign [data-does=like]"
    asked_and_done_once(instagram, lambda: instagram.click(like), free, {"like-over-campaign": 1})


def test_a_posts_own_page_comes_in_place_of_the_feed_without_a_new_document_and_asks(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/?whole")
    see(fresh, "#campaign", "campaign")
    fresh.click("#campaign a[href='/p/campaign/']")
    see(fresh, "[data-id=campaign]", "campaign")
    like = "[data-id=campaign] > section [data-does=like]"
    asked_and_done_once(fresh, lambda: fresh.click(like), {}, {"like-campaign": 1})
