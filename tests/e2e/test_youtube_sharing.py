"""Sharing on YouTube: a panel and a menu apart from the video, which serve one video after the other."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver
from tests.e2e.steps import ask, assert_free, assert_held, assert_unasked, go_on, see, wait_acts
from tests.e2e.youtube import CAMPAIGNING, PLAIN, POST, SITE, VIDEO, Case, go, watch

TARGET = "#layers #target"

SHARES = {
    "button": Case("/watch?v={}", VIDEO, "#actions [data-does=open-share]", "{}"),
    "player": Case("/watch?v={}", VIDEO, ".ytp-share-button", "{}"),
    "short": Case("/shorts/short-{}", "[data-id=short-{}]", "[data-id=short-{}] #share-button button", "short-{}"),
    "post": Case("/post/post-{}", f"{POST}[data-id=post-{{}}]", f"{POST} #share-button button", "post-{}"),
}
every_share = pytest.mark.parametrize("case", SHARES.values(), ids=SHARES)


@every_share
def test_sharing_asks_at_the_step_that_acts(fresh: Driver, case: Case) -> None:
    go(fresh, case, CAMPAIGNING)
    shared = case.does.format(CAMPAIGNING)
    fresh.click(case.control.format(CAMPAIGNING))
    assert_free(fresh, {f"open-share-{shared}": 1})
    fresh.click(TARGET)
    assert_held(fresh, {f"open-share-{shared}": 1})
    go_on(fresh, {f"open-share-{shared}": 1, f"share-{shared}": 1})


@every_share
def test_sharing_what_is_neutral_is_free(fresh: Driver, case: Case) -> None:
    go(fresh, case, PLAIN)
    shared = case.does.format(PLAIN)
    fresh.click(case.control.format(PLAIN))
    fresh.click(TARGET)
    assert_free(fresh, {f"open-share-{shared}": 1, f"share-{shared}": 1})


def test_copying_the_address_is_free(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.click("#actions [data-does=open-share]")
    fresh.click("#layers [data-does=copy]")
    assert_free(fresh, {"open-share-ajakan": 1, "copy-ajakan": 1})


CARDS = {"lockup": "ytd-rich-item-renderer[data-id=card-{}]", "older": "ytd-video-renderer[data-id=older-{}]"}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_the_menu_of_a_video_in_a_list_leads_to_a_share_that_asks(fresh: Driver, card: str) -> None:
    fresh.goto(f"{SITE}/")
    post = card.format(CAMPAIGNING)
    see(fresh, post, "campaign")
    fresh.click(f"{post} [data-does=menu]")
    fresh.click("#layers [data-does=open-share]")
    assert_unasked(fresh)
    fresh.click(TARGET)
    ask(fresh)
    fresh.prompt_click(PROCEED)
    name = fresh.js("return document.querySelector(args[0]).dataset.id;", post)
    wait_acts(fresh, {f"open-share-{name}": 1, f"share-{name}": 1})


def test_the_menu_layer_serves_the_next_video_freely(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/")
    see(fresh, CARDS["lockup"].format(CAMPAIGNING), "campaign")
    fresh.click(f"{CARDS['lockup'].format(CAMPAIGNING)} [data-does=menu]")
    fresh.click(f"{CARDS['lockup'].format(PLAIN)} [data-does=menu]")
    fresh.click("#layers [data-does=open-share]")
    fresh.click(TARGET)
    assert_free(fresh, {"open-share-card-lodeh": 1, "share-card-lodeh": 1})


def test_keeping_a_video_for_later_is_free(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/")
    see(fresh, CARDS["lockup"].format(CAMPAIGNING), "campaign")
    fresh.click(f"{CARDS['lockup'].format(CAMPAIGNING)} [data-does=menu]")
    fresh.click("#layers [data-does=save]")
    assert_free(fresh, {"save-card-ajakan": 1})
