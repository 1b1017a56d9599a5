"""A feed in Instagram's markup, under https://www.instagram.com/: controls are known by their names alone."""

from __future__ import annotations

from tests.e2e.drivers import CANCEL, PROCEED, Driver
from tests.e2e.steps import ask, assert_still, assert_unasked, see, wait_acts, wait_closed


def button(post: str, does: str) -> str:
    return f"#{post} [data-does={does}]"


def test_liking_a_neutral_post_works_as_if_we_were_not_there(instagram: Driver) -> None:
    instagram.click(button("neutral", "like"))
    wait_acts(instagram, {"like-neutral": 1})
    assert_unasked(instagram)


def test_liking_a_campaign_post_asks_and_lanjutkan_likes_it_once(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.click(button("campaign", "like"))
    ask(instagram)
    assert_still(instagram, {})
    instagram.prompt_click(PROCEED)
    wait_acts(instagram, {"like-campaign": 1})


def test_unliking_is_free(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.js(
        "document.querySelector(args[0]).setAttribute('aria-label', 'Batal Suka');", f"{button('campaign', 'like')} svg"
    )
    instagram.click(button("campaign", "like"))
    wait_acts(instagram, {"unlike-campaign": 1})
    assert_unasked(instagram)


def test_a_campaign_in_the_picture_alone_is_found_by_its_alternative_text(instagram: Driver) -> None:
    see(instagram, "#picture", "campaign")
    instagram.click(button("picture", "like"))
    ask(instagram)
    assert_still(instagram, {})


def test_a_double_click_on_a_neutral_photo_likes_once(instagram: Driver) -> None:
    instagram.dblclick("#neutral .photo")
    wait_acts(instagram, {"like-neutral": 1})
    assert_unasked(instagram)


def test_a_double_click_on_a_campaign_photo_is_asked_about(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.dblclick("#campaign .photo")
    ask(instagram)
    assert_still(instagram, {})
    instagram.prompt_click(PROCEED)
    wait_acts(instagram, {"like-campaign": 1})


def test_a_comment_is_asked_about_by_button_and_by_enter(instagram: Driver) -> None:
    see(instagram, "#campaign", "campaign")
    instagram.focus("#campaign textarea")
    instagram.type("Semangat")
    instagram.press("Enter")
    instagram.prompt_click(CANCEL)
    wait_closed(instagram)
    instagram.click("#campaign form [role=button]")
    ask(instagram)
    assert_still(instagram, {})
