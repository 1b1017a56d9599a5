"""TikTok's sheet for sharing, which stands apart from the video and serves one after the other."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver
from tests.e2e.steps import ask, assert_still, assert_unasked, wait_acts
from tests.e2e.tiktok import CAMPAIGNING, OVERLAY, PLAIN, feed, opened, swipe

SHARES = {"share": "[data-e2e=share-whatsapp]", "repost": "[data-e2e=share-repost]"}


@pytest.mark.parametrize("does", SHARES)
def test_the_sheet_of_a_campaign_video_asks_at_the_step_that_acts(fresh: Driver, does: str) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-does=open-share]")
    wait_acts(fresh, {"open-share-ajakan": 1})
    assert_unasked(fresh)
    fresh.click(SHARES[does])
    ask(fresh)
    assert_still(fresh, {"open-share-ajakan": 1})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"open-share-ajakan": 1, f"{does}-ajakan": 1})


@pytest.mark.parametrize("does", SHARES)
def test_the_same_sheet_is_free_for_a_neutral_video(fresh: Driver, does: str) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-does=open-share]")
    swipe(fresh, PLAIN)
    fresh.click(f"{PLAIN} [data-does=open-share]")
    fresh.click(SHARES[does])
    wait_acts(fresh, {"open-share-ajakan": 1, "open-share-lodeh": 1, f"{does}-lodeh": 1})
    assert_unasked(fresh)


def test_a_sheet_that_opened_by_hovering_alone_asks_too(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING)
    fresh.drag(f"{CAMPAIGNING} .about", f"{CAMPAIGNING} [data-does=open-share]")
    fresh.click(SHARES["repost"])
    ask(fresh)
    assert_still(fresh, {})


def test_copying_the_address_and_pressing_the_count_are_free(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-e2e=share-count]")
    fresh.click("[data-e2e=share-copy]")
    wait_acts(fresh, {"open-share-ajakan": 1, "copy-ajakan": 1})
    assert_unasked(fresh)


def test_a_repost_is_taken_back_freely(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-does=open-share]")
    fresh.js("document.querySelector(args[0]).textContent = 'Hapus posting ulang';", SHARES["repost"])
    fresh.click(SHARES["repost"])
    wait_acts(fresh, {"open-share-ajakan": 1, "repost-ajakan": 1})
    assert_unasked(fresh)


def test_sharing_an_opened_video_asks_at_the_step_that_acts(fresh: Driver) -> None:
    opened(fresh, "ajakan").click(f"{OVERLAY} [data-does=open-share]")
    fresh.click(SHARES["share"])
    ask(fresh)
    assert_still(fresh, {"open-share-ajakan": 1})
