"""TikTok's pages under https://www.tiktok.com/: each act in the feed, on an opened video and on a profile."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.e2e.drivers import PROCEED, Driver
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_unasked,
    go_on,
    mark_level,
    see,
    step_back,
    trust_account,
    wait_acts,
)
from tests.e2e.tiktok import CAMPAIGNING, LIKE, OVERLAY, PLAIN, SITE, SUMMARISED, feed, opened


class Case(NamedTuple):
    """An act: the control in the feed or in the opened video, and what the page then counts."""

    place: str
    control: str
    does: str


CASES = {
    "like": Case("feed", LIKE, "like-{}"),
    "follow": Case("feed", "[data-e2e=feed-follow]", "follow-{}"),
    "like-opened": Case("overlay", LIKE, "like-{}"),
    "follow-opened": Case("overlay", "[data-e2e=browse-follow]", "follow-{}"),
    "reply-opened": Case("overlay", "[data-e2e=comment-reply-1]", "open-reply-comment-lodeh"),
    "like-comment": Case("overlay", "[data-id=comment-{}] [role=button][aria-pressed]", "like-comment-{}"),
    "follow-profile": Case("profile", "[data-e2e=follow-button]", "follow-{}"),
}
NAMES = {"lodeh": "dapur.contoh", "ajakan": "kanal.contoh"}
every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def go(browser: Driver, case: Case, video: str) -> tuple[str, dict[str, int]]:
    """Where the case's control is, and what the page will have done."""
    name = NAMES[video] if case.place == "profile" else video
    if case.place == "feed":
        article = CAMPAIGNING if video == "ajakan" else PLAIN
        feed(browser, article)
        return f"{article} {case.control}", {case.does.format(name): 1}
    if case.place == "overlay":
        opened(browser, "lodeh" if "{}" in case.control else video)
        return f"{OVERLAY} {case.control.format(video)}", {case.does.format(name): 1}
    browser.goto(f"{SITE}/@{name}")
    return case.control, {case.does.format(name): 1}


@every_case
def test_what_is_neutral_is_acted_on_once_and_nobody_is_asked(fresh: Driver, case: Case) -> None:
    control, done = go(fresh, case, "lodeh")
    fresh.click(control)
    assert_free(fresh, done)


@every_case
def test_what_campaigns_is_asked_about_and_batal_leaves_it(fresh: Driver, case: Case) -> None:
    control, _ = go(fresh, case, "ajakan")
    fresh.click(control)
    assert_held(fresh, {})
    step_back(fresh, {})


@every_case
def test_lanjutkan_acts_exactly_once(fresh: Driver, case: Case) -> None:
    control, done = go(fresh, case, "ajakan")
    fresh.click(control)
    go_on(fresh, done)
    assert_unasked(fresh)


TRUSTED = ["like", "like-opened", "follow-profile"]


@pytest.mark.parametrize("case", [CASES[name] for name in TRUSTED], ids=TRUSTED)
def test_an_account_is_the_same_on_all_of_its_pages(fresh: Driver, case: Case) -> None:
    trust_account(fresh, "tiktok", "kanal.contoh")
    control, done = go(fresh, case, "ajakan")
    fresh.click(control)
    assert_free(fresh, done)


def test_taking_a_like_back_is_free(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING)
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'true');", f"{CAMPAIGNING} {LIKE}")
    fresh.click(f"{CAMPAIGNING} {LIKE}")
    assert_free(fresh, {"unlike-ajakan": 1})


def test_unfollowing_is_free(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/@kanal.contoh")
    fresh.click("[data-e2e=follow-button]")
    go_on(fresh, {"follow-kanal.contoh": 1})
    fresh.background({"type": "delete-data"})
    fresh.click("[data-e2e=follow-button]")
    assert_free(fresh, {"follow-kanal.contoh": 1, "unfollow-kanal.contoh": 1})


def test_what_the_machines_summary_says_counts(fresh: Driver) -> None:
    feed(fresh, SUMMARISED)
    see(fresh, SUMMARISED, "campaign")
    fresh.click(f"{SUMMARISED} {LIKE}")
    assert_held(fresh, {})


def test_a_tile_of_a_profile_is_marked_before_it_is_opened(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/@dapur.contoh")
    see(fresh, "#tile-ajakan", "campaign")
    assert mark_level(fresh, "#tile-lodeh") is None


def test_reading_the_comments_is_free(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-does=comments]")
    assert_free(fresh, {"open-comments-ajakan": 1})


@pytest.mark.parametrize("left", ["lodeh", "ajakan"])
def test_a_single_comment_is_not_taken_for_the_video_nor_the_video_for_it(fresh: Driver, left: str) -> None:
    opened(fresh, "lodeh")
    fresh.js(
        "document.querySelectorAll('.thread').forEach((one) => one.querySelector(args[0]) ?? one.remove());",
        f"[data-id=comment-{left}]",
    )
    fresh.click(f"{OVERLAY} {LIKE}")
    wait_acts(fresh, {"like-lodeh": 1})
    fresh.click(f"{OVERLAY} .item [role=button][aria-pressed]")
    if left == "ajakan":
        ask(fresh)
        fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-lodeh": 1, f"like-comment-{left}": 1})
