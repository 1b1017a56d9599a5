"""What moves while one watches YouTube: the next video in the same nodes, pages that stay in the document, hidden."""

from __future__ import annotations

from tests.e2e.drivers import PROCEED, Driver, until
from tests.e2e.pages.posts import CALL, CAMPAIGN, NEUTRAL
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    go_on,
    mark_level,
    see,
    wait_closed,
)
from tests.e2e.youtube import CAMPAIGNING, LIKE, PLAIN, VIDEO, watch


def test_a_page_left_behind_says_nothing_about_the_one_on_the_screen(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.js("show('ytd-watch-flexy', 'ytd-shorts'); swipe('short-lodeh');")
    fresh.click("ytd-shorts #placeholder-area")
    assert_free(fresh, {"open-comment-short-lodeh": 1})


def play(browser: Driver, which: str, text: str) -> None:
    video = {"id": which, "author": "Warga Contoh", "handle": "wargacontoh", "text": text, "description": ""}
    browser.js("play(args[0]);", video)
    until(
        lambda: browser.js("return document.querySelector('h1').textContent.trim() === args[0];", text), "the new text"
    )


def test_the_next_video_in_the_same_nodes_is_judged_anew(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    play(fresh, "berikut", NEUTRAL)
    until(lambda: mark_level(fresh, VIDEO) is None, "the mark to go with its video")
    fresh.click(f"{VIDEO} {LIKE}")
    assert_free(fresh, {"like-berikut": 1})


def test_a_neutral_video_that_gives_way_to_a_campaign_is_asked_about(fresh: Driver) -> None:
    watch(fresh, PLAIN)
    play(fresh, "berikut", CAMPAIGN)
    see(fresh, VIDEO, "campaign")
    fresh.click(f"{VIDEO} {LIKE}")
    assert_held(fresh, {})


def test_lanjutkan_never_lands_on_the_next_video(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click(f"{VIDEO} {LIKE}")
    ask(fresh)
    play(fresh, "berikut", NEUTRAL)
    fresh.prompt_click(PROCEED)
    wait_closed(fresh)
    assert_still(fresh, {})


def test_lanjutkan_for_one_video_is_no_answer_for_the_next(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click(f"{VIDEO} {LIKE}")
    go_on(fresh, {"like-ajakan": 1})
    play(fresh, "berikut", CALL)
    see(fresh, VIDEO, "campaign")
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'false');", f"{VIDEO} {LIKE}")
    fresh.click(f"{VIDEO} {LIKE}")
    assert_held(fresh, {"like-ajakan": 1})


def test_a_button_drawn_anew_while_we_asked_is_found_among_a_hundred(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click(f"{VIDEO} {LIKE}")
    ask(fresh)
    fresh.js(
        """const [button, video] = args.map((selector) => document.querySelector(selector));
        button.replaceWith(button.cloneNode(true));
        video.prepend(...Array.from({ length: 100 }, () => document.createElement('button')));""",
        f"{VIDEO} {LIKE}",
        VIDEO,
    )
    go_on(fresh, {"like-ajakan": 1})
