"""A feed in Facebook's markup, under https://www.facebook.com/, in Indonesian."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import acts, ask, assert_free, assert_held, go_on, mark_level, see, write_anyway

DEDICATED = ["campaign", "group", "shared"]


def button(post: str, does: str) -> str:
    return f"#{post} [data-does={does}]"


def layered(name: str) -> str:
    return f"#layers [aria-label='{name}']"


def test_liking_a_neutral_post_works_as_if_we_were_not_there(facebook: Driver) -> None:
    facebook.click(button("neutral", "like"))
    assert_free(facebook, {"like-neutral": 1})
    assert mark_level(facebook, "#neutral") is None


@pytest.mark.parametrize("post", DEDICATED)
def test_liking_a_campaign_post_asks_and_lanjutkan_likes_it_once(facebook: Driver, post: str) -> None:
    see(facebook, f"#{post}", "campaign")
    facebook.click(button(post, "like"))
    assert_held(facebook, {})
    go_on(facebook, {f"like-{post}": 1})


def test_the_inside_of_a_button_counts_as_the_button(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.click(f"{button('campaign', 'like')} span")
    assert_held(facebook, {})


def test_unliking_is_free(facebook: Driver) -> None:
    facebook.js("document.querySelector(args[0]).setAttribute('aria-label', 'Hapus Suka');", button("campaign", "like"))
    see(facebook, "#campaign", "campaign")
    facebook.click(button("campaign", "like"))
    assert_free(facebook, {"unlike-campaign": 1})


def test_looking_at_who_liked_is_free(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.click(button("campaign", "count"))
    assert_free(facebook, {"count-campaign": 1})


def test_a_reaction_from_the_flyout_is_asked_about(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.click(button("campaign", "picker"))
    facebook.click(layered("Peduli"))
    assert_held(facebook, {})
    go_on(facebook, {"react-campaign": 1})


def test_sharing_asks_once_although_it_takes_two_steps(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.click(button("campaign", "open-share"))
    assert_free(facebook, {"open-share-campaign": 1})
    facebook.click(layered("Bagikan sekarang"))
    assert_held(facebook, {"open-share-campaign": 1})
    go_on(facebook, {"open-share-campaign": 1, "share-campaign": 1})


def test_the_share_dialog_of_a_neutral_post_is_free(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.click(button("neutral", "open-share"))
    facebook.click(layered("Bagikan sekarang"))
    assert_free(facebook, {"open-share-neutral": 1, "share-neutral": 1})


def test_joining_a_supporters_group_is_asked_about(facebook: Driver) -> None:
    see(facebook, "#group", "campaign")
    facebook.click(button("group", "join"))
    assert_held(facebook, {})


def test_a_comment_under_a_campaign_post_is_asked_about_and_sent_once(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    write_anyway(facebook, "#campaign [role=textbox]", "Semangat")
    facebook.press("Enter")
    assert_held(facebook, {})
    go_on(facebook, {"comment-campaign": 1})
    assert facebook.js("return document.getElementById('campaign').dataset.sent;") == "Semangat"


def test_a_supporting_comment_under_a_neutral_post_is_asked_about(facebook: Driver) -> None:
    facebook.focus("#neutral [role=textbox]")
    facebook.type(SUPPORT)
    facebook.press("Enter")
    assert_held(facebook, {})


def test_a_plain_comment_under_a_neutral_post_is_sent(facebook: Driver) -> None:
    facebook.focus("#neutral [role=textbox]")
    facebook.type("Terima kasih resepnya")
    facebook.press("Enter")
    assert_free(facebook, {"comment-neutral": 1})


def test_enter_on_a_like_button_is_asked_about(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.focus(button("campaign", "like"))
    facebook.press("Enter")
    assert_held(facebook, {})
    go_on(facebook, {"like-campaign": 1})


def test_a_post_that_comes_later_is_marked_too(facebook: Driver) -> None:
    facebook.js(
        """const later = document.getElementById('campaign').cloneNode(true);
        later.id = 'later';
        later.querySelector('jaga-jempol-mark')?.remove();
        document.querySelector('[role="feed"]').append(later);"""
    )
    see(facebook, "#later", "campaign")
    facebook.click(button("later", "like"))
    ask(facebook)
    assert acts(facebook) == {}
