"""LinkedIn beside the posts of its feed: suggested accounts, the heads of pages, and a post of one's own."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.linkedin import BOX, SEND, control, open_feed, post
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import ask, assert_free, assert_held, assert_still, go_on, see


def test_a_campaigning_post_of_ones_own_is_asked_about(fresh: Driver) -> None:
    open_feed(fresh, "2026")
    fresh.click("[data-does=write]")
    fresh.focus(BOX)
    fresh.type(CALL)
    fresh.click(SEND)
    assert "Mengirim" in ask(fresh).name
    assert_still(fresh, {})
    go_on(fresh, {"post-new": 1})


def test_following_a_suggested_account_is_judged_by_what_it_says_of_itself(fresh: Driver) -> None:
    open_feed(fresh, "2026")
    fresh.click(control("dapur-contoh", "follow"))
    assert_free(fresh, {"follow-dapur-contoh": 1})
    fresh.click(control("tim-contoh", "follow"))
    assert_held(fresh, {"follow-dapur-contoh": 1})


@pytest.mark.parametrize("does", ["connect", "subscribe", "join"])
def test_connecting_subscribing_and_joining_are_judged_by_the_head_of_the_page(fresh: Driver, does: str) -> None:
    fresh.goto("https://www.linkedin.com/?profile=dapur-contoh")
    fresh.click(control("dapur-contoh-page", does))
    assert_free(fresh, {f"{does}-dapur-contoh-page": 1})
    fresh.goto("https://www.linkedin.com/?profile=tim-contoh")
    see(fresh, post("tim-contoh-page"), "campaign")
    fresh.click(control("tim-contoh-page", does))
    assert_held(fresh, {})
    go_on(fresh, {f"{does}-tim-contoh-page": 1})


def test_withdrawing_an_invitation_is_free(fresh: Driver) -> None:
    fresh.goto("https://www.linkedin.com/?profile=tim-contoh")
    see(fresh, post("tim-contoh-page"), "campaign")
    fresh.click(control("tim-contoh-page", "withdraw"))
    assert_free(fresh, {"withdraw-tim-contoh-page": 1})
