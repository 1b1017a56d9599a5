"""X's communities, which are joined on a page of their own or in a list of several."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.hands import HANDS, assert_asks_and_acts_once
from tests.e2e.steps import assert_free, see

COOKS, CAMPAIGNERS = "701", "702"
PLACES = {"list": "https://x.com/warga_contoh/communities/explore", "page": "https://x.com/i/communities/{}"}

every_place = pytest.mark.parametrize("place", PLACES)


def show(browser: Driver, place: str, community: str) -> None:
    browser.goto(PLACES[place].format(community))
    see(browser, f'[data-id="{CAMPAIGNERS if place == "list" else community}"]', "campaign")


def join(community: str) -> str:
    return f'[data-id="{community}"] [data-does=join]'


@every_place
@pytest.mark.parametrize("hand", HANDS)
def test_joining_campaigners_asks_batal_does_nothing_and_lanjutkan_joins_once(
    fresh: Driver, place: str, hand: str
) -> None:
    show(fresh, place, CAMPAIGNERS)
    assert_asks_and_acts_once(fresh, hand, join(CAMPAIGNERS), f"join-{CAMPAIGNERS}")


def test_cooks_in_a_list_beside_campaigners_are_joined_freely(fresh: Driver) -> None:
    show(fresh, "list", COOKS)
    fresh.click(join(COOKS))
    assert_free(fresh, {f"join-{COOKS}": 1})


def test_the_page_of_cooks_is_joined_freely(fresh: Driver) -> None:
    fresh.goto(PLACES["page"].format(COOKS))
    fresh.click(join(COOKS))
    assert_free(fresh, {f"join-{COOKS}": 1})


@every_place
def test_leaving_campaigners_is_free(fresh: Driver, place: str) -> None:
    show(fresh, place, CAMPAIGNERS)
    fresh.js("document.querySelector(args[0]).firstElementChild.textContent = 'Telah bergabung';", join(CAMPAIGNERS))
    fresh.click(join(CAMPAIGNERS))
    assert_free(fresh, {f"leave-{CAMPAIGNERS}": 1})


def test_a_plain_post_among_campaigners_is_liked_freely(fresh: Driver) -> None:
    show(fresh, "page", CAMPAIGNERS)
    fresh.click("article [data-testid=like]")
    assert_free(fresh, {"like-101": 1})
