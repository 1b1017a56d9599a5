"""Facebook beside its feed: Pages, polls, reels, stories; nodes used again, and pages without a new document."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver, until
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once
from tests.e2e.pages.posts import CAMPAIGN, NEUTRAL, SUPPORT
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    mark_level,
    see,
    wait_acts,
    wait_closed,
    write_anyway,
)

SITE = "https://www.facebook.com"
COMMENT, STORY_BOX = "#column [role=textbox]", "#neutral [role=textbox]"

every_hand = pytest.mark.parametrize("hand", HANDS)


def button(post: str, does: str) -> str:
    return f"#{post} [data-does={does}]"


@every_hand
def test_liking_a_page_that_campaigns_asks_whatever_its_post_says(fresh: Driver, hand: str) -> None:
    fresh.goto(f"{SITE}/pages/campaign/")
    see(fresh, "#campaign", "campaign")
    assert_asks_and_acts_once(fresh, hand, button("campaign", "like"), "like-campaign")


def test_following_a_page_that_campaigns_asks_and_its_one_post_is_judged_by_itself(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/pages/campaign/")
    see(fresh, "#campaign", "campaign")
    fresh.click(button("campaign-post", "like"))
    free = {"like-campaign-post": 1}
    wait_acts(fresh, free)
    asked_and_done_once(fresh, lambda: fresh.click(button("campaign", "follow")), free, {"follow-campaign": 1})


@pytest.mark.matrix(act="like")
def test_a_page_that_cooks_is_liked_and_unliked_freely_and_its_campaigning_post_asks(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/pages/neutral/")
    see(fresh, "#neutral-post", "campaign")
    assert mark_level(fresh, "#neutral") is None
    for does in ("like", "follow", "like"):
        fresh.click(button("neutral", does))
    free = {"like-neutral": 1, "follow-neutral": 1, "unlike-neutral": 1}
    wait_acts(fresh, free)
    asked_and_done_once(fresh, lambda: fresh.click(button("neutral-post", "like")), free, {"like-neutral-post": 1})


@every_hand
def test_a_vote_in_the_poll_of_a_campaign_post_asks(facebook: Driver, hand: str) -> None:
    see(facebook, "#campaign", "campaign")
    assert_asks_and_acts_once(facebook, hand, button("campaign", "vote_poll"), "vote_poll-campaign")


def test_a_vote_about_soup_and_taking_a_vote_back_are_free(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.js(
        "document.querySelector(args[0]).setAttribute('aria-checked', 'true');", button("campaign", "vote_poll")
    )
    facebook.click(button("campaign", "vote_poll"))
    facebook.click(button("neutral", "vote_poll"))
    assert_free(facebook, {"unvote_poll-campaign": 1, "vote_poll-neutral": 1})


@pytest.fixture
def reels(fresh: Driver) -> Driver:
    """Two reels, the second of which campaigns, and a column of comments."""
    fresh.goto(f"{SITE}/reel/1/")
    see(fresh, "#campaign", "campaign")
    return fresh


@pytest.mark.parametrize(
    ("does", "hand"), [("like", "mouse"), ("like", "keyboard"), ("open-comment", "finger"), ("open-comment", "mouse")]
)
def test_the_rail_of_a_campaigning_reel_asks(reels: Driver, does: str, hand: str) -> None:
    assert_asks_and_acts_once(reels, hand, button("campaign", does), f"{does}-campaign")


def test_the_rail_of_a_neutral_reel_is_free(reels: Driver) -> None:
    for does in ("like", "like", "open-comment"):
        reels.click(button("neutral", does))
    assert_free(reels, {"like-neutral": 1, "unlike-neutral": 1, "open-comment-neutral": 1})


def test_a_comment_beside_a_campaigning_reel_asks(reels: Driver) -> None:
    def send() -> None:
        reels.focus(COMMENT)
        reels.press("Enter")

    write_anyway(reels, COMMENT, "Semangat")
    asked_and_done_once(reels, send, {}, {"comment-column": 1})


def story(browser: Driver, of: str) -> None:
    browser.goto(f"{SITE}/stories/{of}/1/")
    if of == "campaign":
        see(browser, "#campaign", "campaign")


@pytest.mark.parametrize(("does", "hand"), [("like", "finger"), ("react", "mouse"), ("react", "keyboard")])
def test_a_campaigning_story_asks(fresh: Driver, does: str, hand: str) -> None:
    story(fresh, "campaign")
    assert_asks_and_acts_once(fresh, hand, button("campaign", does), f"{does}-campaign")


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_supporting_answer_to_a_neutral_story_asks(fresh: Driver, way: str) -> None:
    def send() -> None:
        if way == "button":
            fresh.click(button("neutral", "send-reply"))
        else:
            fresh.focus(STORY_BOX)
            fresh.press("Enter")

    story(fresh, "neutral")
    fresh.click(button("neutral", "react"))
    wait_acts(fresh, {"react-neutral": 1})
    fresh.focus(STORY_BOX)
    fresh.type(SUPPORT)
    asked_and_done_once(fresh, send, {"react-neutral": 1}, {"reply-neutral": 1})


def test_nodes_that_get_another_post_are_judged_anew(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.js("recycle('campaign', 'later', args[0]);", NEUTRAL)
    until(lambda: mark_level(facebook, "#later [role=article]") is None, "the mark to go with its post")
    facebook.js("recycle('neutral', 'sooner', args[0]);", CAMPAIGN)
    see(facebook, "#sooner", "campaign")
    facebook.click(button("later", "like"))
    wait_acts(facebook, {"like-later": 1})
    facebook.click(button("sooner", "like"))
    assert_held(facebook, {"like-later": 1})


@pytest.mark.matrix(site="")
def test_lanjutkan_never_lands_on_the_post_that_took_the_place(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.click(button("campaign", "like"))
    ask(facebook)
    facebook.js("recycle('campaign', 'later', args[0]);", NEUTRAL)
    until(lambda: facebook.js("return !!document.querySelector('#later h4');"), "the nodes to be filled again")
    facebook.prompt_click(PROCEED)
    wait_closed(facebook)
    assert_still(facebook, {})


def test_a_posts_own_page_comes_without_a_new_document_and_asks(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.click("#campaign [data-does=open-post]")
    until(lambda: facebook.js("return !document.querySelector('#neutral');"), "the page of the post")
    see(facebook, "#campaign", "campaign")
    assert_asks_and_acts_once(facebook, "mouse", button("campaign", "like"), "like-campaign")
