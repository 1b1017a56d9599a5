"""TikTok's sheet for sharing, which stands apart from the video and serves one after the other."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.steps import assert_free, assert_held, go_on
from tests.e2e.tiktok import CAMPAIGNING, OVERLAY, PLAIN, feed, opened, swipe

SHARES = {"share": "[data-e2e=share-whatsapp]", "repost": "[data-e2e=share-repost]"}


@pytest.mark.parametrize("does", SHARES)
def test_the_sheet_of_a_campaign_video_asks_at_the_step_that_acts(fresh: Driver, does: str) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-does=open-share]")
    assert_free(fresh, {"open-share-ajakan": 1})
    fresh.click(SHARES[does])
    assert_held(fresh, {"open-share-ajakan": 1})
    go_on(fresh, {"open-share-ajakan": 1, f"{does}-ajakan": 1})


@pytest.mark.parametrize("does", SHARES)
def test_the_same_sheet_is_free_for_a_neutral_video(fresh: Driver, does: str) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-does=open-share]")
    swipe(fresh, PLAIN)
    fresh.click(f"{PLAIN} [data-does=open-share]")
    fresh.click(SHARES[does])
    assert_free(fresh, {"open-share-ajakan": 1, "open-share-lodeh": 1, f"{does}-lodeh": 1})


def test_a_sheet_that_opened_by_hovering_alone_asks_too(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING)
    fresh.drag(f"{CAMPAIGNING} .about", f"{CAMPAIGNING} [data-does=open-share]")
    fresh.click(SHARES["repost"])
    assert_held(fresh, {})


def test_copying_the_address_and_pressing_the_count_are_free(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-e2e=share-count]")
    fresh.click("[data-e2e=share-copy]")
    assert_free(fresh, {"open-share-ajakan": 1, "copy-ajakan": 1})


def test_a_repost_is_taken_back_freely(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-does=open-share]")
    fresh.js("document.querySelector(args[0]).textContent = 'Hapus posting ulang';", SHARES["repost"])
    fresh.click(SHARES["repost"])
    assert_free(fresh, {"open-share-ajakan": 1, "repost-ajakan": 1})


def test_sharing_an_opened_video_asks_at_the_step_that_acts(fresh: Driver) -> None:
    opened(fresh, "ajakan").click(f"{OVERLAY} [data-does=open-share]")
    fresh.click(SHARES["share"])
    assert_held(fresh, {"open-share-ajakan": 1})
