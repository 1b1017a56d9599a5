"""TikTok's pages under https://www.tiktok.com/: shells filled anew, a panel and a sheet apart from the video."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.pages.posts import CALL, CAMPAIGN, NEUTRAL, SUPPORT
from tests.e2e.steps import (
    acts,
    ask,
    assert_still,
    assert_unasked,
    mark_level,
    see,
    trust_account,
    wait_acts,
    wait_closed,
)

SITE = "https://www.tiktok.com"
PLAIN, CAMPAIGNING, SUMMARISED = "#one-column-item-0", "#one-column-item-1", "#one-column-item-2"
NUMBERS = {PLAIN: 0, CAMPAIGNING: 1, SUMMARISED: 2}
OVERLAY = ".browse"
LIKE = ".bar [data-does=like]"
PLAYER = ".player .cover"


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


def swipe(browser: Driver, article: str) -> None:
    browser.js("swipe(args[0]);", NUMBERS[article])
    if article == CAMPAIGNING:
        see(browser, article, "campaign")


def feed(browser: Driver, article: str) -> Driver:
    browser.goto(f"{SITE}/")
    swipe(browser, article)
    return browser


def opened(browser: Driver, video: str) -> Driver:
    """A video opened over a profile."""
    browser.goto(f"{SITE}/@dapur.contoh")
    browser.js("browse(args[0]);", video)
    if video == "ajakan":
        see(browser, OVERLAY, "campaign")
    return browser


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
    wait_acts(fresh, done)
    assert_unasked(fresh)


@every_case
def test_what_campaigns_is_asked_about_and_batal_leaves_it(fresh: Driver, case: Case) -> None:
    control, _ = go(fresh, case, "ajakan")
    fresh.click(control)
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    assert_still(fresh, {})


@every_case
def test_lanjutkan_acts_exactly_once(fresh: Driver, case: Case) -> None:
    control, done = go(fresh, case, "ajakan")
    fresh.click(control)
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, done)
    assert_unasked(fresh)


TRUSTED = ["like", "like-opened", "follow-profile"]


@pytest.mark.parametrize("case", [CASES[name] for name in TRUSTED], ids=TRUSTED)
def test_an_account_is_the_same_on_all_of_its_pages(fresh: Driver, case: Case) -> None:
    trust_account(fresh, "tiktok", "kanal.contoh")
    control, done = go(fresh, case, "ajakan")
    fresh.click(control)
    wait_acts(fresh, done)
    assert_unasked(fresh)


def test_a_finger_is_asked_as_the_mouse_is(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).tap(f"{CAMPAIGNING} {LIKE}")
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})


def test_taking_a_like_back_is_free(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING)
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'true');", f"{CAMPAIGNING} {LIKE}")
    fresh.click(f"{CAMPAIGNING} {LIKE}")
    wait_acts(fresh, {"unlike-ajakan": 1})
    assert_unasked(fresh)


def test_unfollowing_is_free(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/@kanal.contoh")
    fresh.click("[data-e2e=follow-button]")
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"follow-kanal.contoh": 1})
    fresh.background({"type": "delete-data"})
    fresh.click("[data-e2e=follow-button]")
    wait_acts(fresh, {"follow-kanal.contoh": 1, "unfollow-kanal.contoh": 1})
    assert_unasked(fresh)


def test_what_the_machines_summary_says_counts(fresh: Driver) -> None:
    feed(fresh, SUMMARISED)
    see(fresh, SUMMARISED, "campaign")
    fresh.click(f"{SUMMARISED} {LIKE}")
    ask(fresh)
    assert_still(fresh, {})


def test_a_tile_of_a_profile_is_marked_before_it_is_opened(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/@dapur.contoh")
    see(fresh, "#tile-ajakan", "campaign")
    assert mark_level(fresh, "#tile-lodeh") is None


def test_reading_the_comments_is_free(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} [data-does=comments]")
    wait_acts(fresh, {"open-comments-ajakan": 1})
    assert_unasked(fresh)


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


def write(browser: Driver, place: str, text: str) -> None:
    browser.focus(f"{place} [role=textbox]")
    browser.type(text)


def send(browser: Driver, place: str, way: str) -> None:
    if way == "keys":
        browser.press("Enter")
    else:
        browser.click(f"{place} [data-e2e=comment-post]")


every_way = pytest.mark.parametrize("way", ["button", "keys"])


@every_way
def test_a_plain_comment_under_a_neutral_video_is_sent(fresh: Driver, way: str) -> None:
    opened(fresh, "lodeh")
    write(fresh, OVERLAY, "Terima kasih resepnya")
    send(fresh, OVERLAY, way)
    wait_acts(fresh, {"comment-lodeh": 1})
    assert_unasked(fresh)


@every_way
def test_a_supporting_comment_is_asked_about_kept_and_then_sent_whole(fresh: Driver, way: str) -> None:
    opened(fresh, "lodeh")
    write(fresh, OVERLAY, SUPPORT)
    send(fresh, OVERLAY, way)
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    assert_still(fresh, {})
    send(fresh, OVERLAY, way)
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"comment-lodeh": 1})
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


@every_way
def test_any_comment_under_a_campaign_video_is_asked_about(fresh: Driver, way: str) -> None:
    opened(fresh, "ajakan")
    write(fresh, OVERLAY, "Semangat")
    send(fresh, OVERLAY, way)
    ask(fresh)
    assert_still(fresh, {})


def test_the_comment_box_of_a_campaign_video_is_asked_about_before_a_word_is_written(fresh: Driver) -> None:
    opened(fresh, "ajakan").click(f"{OVERLAY} [role=textbox]")
    ask(fresh)
    fresh.prompt_click(PROCEED)
    wait_closed(fresh)
    write(fresh, OVERLAY, "Semangat")
    send(fresh, OVERLAY, "keys")
    wait_acts(fresh, {"comment-ajakan": 1})
    assert_unasked(fresh)


def test_a_comment_in_the_panel_belongs_to_the_video_on_the_screen(fresh: Driver) -> None:
    feed(fresh, PLAIN).click(f"{PLAIN} [data-does=comments]")
    swipe(fresh, CAMPAIGNING)
    write(fresh, "#panel", "Semangat")
    send(fresh, "#panel", "keys")
    ask(fresh)
    assert_still(fresh, {"open-comments-lodeh": 1})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    swipe(fresh, PLAIN)
    send(fresh, "#panel", "button")
    wait_acts(fresh, {"open-comments-lodeh": 1, "comment-lodeh": 1})
    assert_unasked(fresh)


@pytest.mark.parametrize("where", ["feed", "overlay"])
def test_the_letter_l_likes_the_video_on_the_screen_only_after_the_question(fresh: Driver, where: str) -> None:
    feed(fresh, CAMPAIGNING) if where == "feed" else opened(fresh, "ajakan")
    fresh.press("l")
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})


def test_the_letter_l_is_about_the_opened_video_and_not_what_lies_under_it(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).js("browse('lodeh');")
    fresh.press("l")
    wait_acts(fresh, {"like-lodeh": 1})
    assert_unasked(fresh)


def test_the_letter_l_in_a_comment_is_text(fresh: Driver) -> None:
    opened(fresh, "ajakan")
    fresh.focus(f"{OVERLAY} [role=textbox]")
    fresh.type("lalu")
    assert_still(fresh, {})
    assert_unasked(fresh)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_acts_as_the_mouse_does(fresh: Driver, key: str) -> None:
    feed(fresh, CAMPAIGNING).focus(f"{CAMPAIGNING} {LIKE}")
    fresh.press(key)
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})


def press_twice(browser: Driver, target: str, way: str) -> None:
    if way == "mouse":
        browser.dblclick(target)
        return
    place = browser.place(target)
    browser.tap(place)
    browser.tap(place)


every_pointer = pytest.mark.parametrize("way", ["mouse", "finger"])


@every_pointer
def test_two_presses_on_a_neutral_video_like_it_once(fresh: Driver, way: str) -> None:
    press_twice(feed(fresh, PLAIN), f"{PLAIN} {PLAYER}", way)
    wait_acts(fresh, {"like-lodeh": 1})
    assert_unasked(fresh)


@every_pointer
def test_two_presses_on_a_campaign_video_are_asked_about_and_like_it_once(fresh: Driver, way: str) -> None:
    press_twice(feed(fresh, CAMPAIGNING), f"{CAMPAIGNING} {PLAYER}", way)
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})


@pytest.mark.matrix(act="like")
@every_pointer
def test_two_presses_on_an_opened_campaign_video_are_asked_about(fresh: Driver, way: str) -> None:
    press_twice(opened(fresh, "ajakan"), f"{OVERLAY} {PLAYER}", way)
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    assert_still(fresh, {})


@every_pointer
def test_one_press_pauses_and_is_free(fresh: Driver, way: str) -> None:
    feed(fresh, CAMPAIGNING)
    press = fresh.click if way == "mouse" else fresh.tap
    press(f"{CAMPAIGNING} {PLAYER}")
    assert_still(fresh, {})
    assert_unasked(fresh)


def test_an_emptied_shell_says_nothing_and_a_filled_one_is_judged(fresh: Driver) -> None:
    feed(fresh, PLAIN)
    assert mark_level(fresh, SUMMARISED) is None
    swipe(fresh, CAMPAIGNING)
    see(fresh, SUMMARISED, "campaign")


def refill(browser: Driver, article: str, text: str, summary: str = "") -> None:
    video = {"id": "baru", "author": "Warga Contoh", "handle": "warga.contoh", "text": text, "summary": summary}
    browser.js("refill(args[0], args[1]);", NUMBERS[article], video)


def test_a_shell_that_gets_another_video_is_judged_anew(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING)
    refill(fresh, CAMPAIGNING, NEUTRAL)
    until(lambda: mark_level(fresh, CAMPAIGNING) is None, "the mark to go with its video")
    fresh.click(f"{CAMPAIGNING} {LIKE}")
    wait_acts(fresh, {"like-baru": 1})
    assert_unasked(fresh)


def test_a_neutral_shell_that_gets_a_campaign_is_asked_about(fresh: Driver) -> None:
    feed(fresh, PLAIN)
    refill(fresh, PLAIN, CAMPAIGN)
    see(fresh, PLAIN, "campaign")
    fresh.click(f"{PLAIN} {LIKE}")
    ask(fresh)
    assert_still(fresh, {})


def test_lanjutkan_never_lands_on_another_video(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} {LIKE}")
    ask(fresh)
    refill(fresh, CAMPAIGNING, NEUTRAL)
    fresh.prompt_click(PROCEED)
    wait_closed(fresh)
    assert_still(fresh, {})


def test_lanjutkan_for_one_video_is_no_answer_for_the_next(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} {LIKE}")
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})
    refill(fresh, CAMPAIGNING, CALL)
    see(fresh, CAMPAIGNING, "campaign")
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'false');", f"{CAMPAIGNING} {LIKE}")
    fresh.click(f"{CAMPAIGNING} {LIKE}")
    ask(fresh)
    assert acts(fresh) == {"like-ajakan": 1}


def test_two_videos_of_one_account_without_a_word_of_its_own_are_two(fresh: Driver) -> None:
    feed(fresh, PLAIN)
    refill(fresh, PLAIN, "", CALL)
    see(fresh, PLAIN, "campaign")
    fresh.click(f"{PLAIN} {LIKE}")
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-baru": 1})
    refill(fresh, PLAIN, "", SUPPORT)
    see(fresh, PLAIN, "campaign")
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'false');", f"{PLAIN} {LIKE}")
    fresh.click(f"{PLAIN} {LIKE}")
    ask(fresh)
    assert acts(fresh) == {"like-baru": 1}
