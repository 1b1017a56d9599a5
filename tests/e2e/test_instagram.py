"""A feed in Instagram's markup, under https://www.instagram.com/: controls are known by their names alone."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, WHY, Driver
from tests.e2e.hands import HANDS, asked_and_done_once, press_by
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import assert_free, assert_held, go_on, see, wait_acts, wait_closed, write_anyway

STORY, SENT = "#layers [data-does=share]", "#layers [data-does=share-sent]"
SEND = "#neutral form [role=button]"


def button(post: str, does: str) -> str:
    return f"#{post} [data-does={does}]"


def test_liking_a_neutral_post_works_as_if_we_were_not_there(instagram: Driver) -> None:
    instagram.click(button("neutral", "like"))
    assert_free(instagram, {"like-neutral": 1})


def test_liking_a_campaign_post_asks_and_lanjutkan_likes_it_once(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.click(button("campaign", "like"))
    assert_held(instagram, {})
    go_on(instagram, {"like-campaign": 1})


def test_unliking_is_free(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.js(
        "document.querySelector(args[0]).setAttribute('aria-label', 'Batal Suka');", f"{button('campaign', 'like')} svg"
    )
    instagram.click(button("campaign", "like"))
    assert_free(instagram, {"unlike-campaign": 1})


def test_a_campaign_in_the_picture_alone_is_found_by_its_alternative_text(instagram: Driver) -> None:
    see(instagram, "#picture", "campaign")
    instagram.click(button("picture", "like"))
    assert_held(instagram, {})
    instagram.prompt_click(WHY)
    shown = instagram.wait_prompt()
    assert "di gambar" in shown.text
    assert any("COBLOS NOMOR 3" in words for words in shown.marked)


def test_a_double_click_on_a_neutral_photo_likes_once(instagram: Driver) -> None:
    instagram.dblclick("#neutral .photo")
    assert_free(instagram, {"like-neutral": 1})


def test_a_double_click_on_a_campaign_photo_is_asked_about(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.dblclick("#campaign .photo")
    assert_held(instagram, {})
    go_on(instagram, {"like-campaign": 1})


def test_a_comment_is_asked_about_by_button_and_by_enter(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    write_anyway(instagram, "#campaign textarea", "Semangat")
    instagram.press("Enter")
    instagram.prompt_click(CANCEL)
    wait_closed(instagram)
    instagram.click("#campaign form [role=button]")
    assert_held(instagram, {})


@pytest.mark.parametrize(
    ("hand", "does"),
    [
        ("finger", "like"),
        ("keyboard", "like"),
        *((hand, does) for does in ("repost", "follow") for hand in HANDS),
        ("finger", "open-comment"),
    ],
)
def test_a_control_of_a_campaign_post_asks_with_any_input(instagram: Driver, hand: str, does: str) -> None:
    see(instagram, "#campaign", "campaign")
    act = button("campaign", does)
    asked_and_done_once(instagram, lambda: press_by(instagram, hand, act), {}, {f"{does}-campaign": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_adding_to_ones_story_asks_at_the_second_step_with_any_input(instagram: Driver, hand: str) -> None:
    see(instagram, "#campaign", "campaign")
    press_by(instagram, hand, button("neutral", "open-share"))
    press_by(instagram, hand, STORY)
    free = {"open-share-neutral": 1, "share-neutral": 1}
    wait_acts(instagram, free)
    press_by(instagram, hand, button("campaign", "open-share"))
    opened = {**free, "open-share-campaign": 1}
    wait_acts(instagram, opened)
    asked_and_done_once(instagram, lambda: press_by(instagram, hand, STORY), opened, {"share-campaign": 1})


def test_sending_a_post_to_somebody_asks_at_the_second_step(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.click(button("neutral", "open-share"))
    instagram.click(SENT)
    instagram.click(button("campaign", "open-share"))
    opened = {"open-share-neutral": 1, "share-sent-neutral": 1, "open-share-campaign": 1}
    wait_acts(instagram, opened)
    asked_and_done_once(instagram, lambda: instagram.click(SENT), opened, {"share-sent-campaign": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_the_controls_of_a_neutral_post_are_free_with_any_input(instagram: Driver, hand: str) -> None:
    done = {}
    for does in ("like", "repost", "follow", "open-comment"):
        press_by(instagram, hand, button("neutral", does))
        done[f"{does}-neutral"] = 1
        assert_free(instagram, done)


@pytest.mark.parametrize("hand", HANDS)
def test_taking_back_is_free_with_any_input(instagram: Driver, hand: str) -> None:
    see(instagram, "#campaign", "campaign")
    for does in ("like", "repost", "follow"):
        instagram.js("window.showDone(document.querySelector(args[0]), true);", button("campaign", does))
        press_by(instagram, hand, button("campaign", does))
    assert_free(instagram, {"unlike-campaign": 1, "unrepost-campaign": 1, "unfollow-campaign": 1})


def test_a_comment_in_the_feed_is_judged_by_itself(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    see(instagram, "[data-id=comment-neutral]", "campaign")
    instagram.click("[data-id=comment-campaign] [data-does=like]")
    free = {"like-comment-campaign": 1}
    assert_free(instagram, free)
    like = "[data-id=comment-neutral] [data-does=like]"
    asked_and_done_once(instagram, lambda: instagram.click(like), free, {"like-comment-neutral": 1})


def test_a_supporting_comment_is_asked_about_by_finger(instagram: Driver) -> None:
    instagram.tap("#neutral textarea")
    instagram.type(SUPPORT)
    asked_and_done_once(instagram, lambda: instagram.tap(SEND), {}, {"comment-neutral": 1})
