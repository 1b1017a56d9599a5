"""The shells of TikTok's feed: emptied, and filled anew with another video."""

from __future__ import annotations

from tests.e2e.drivers import PROCEED, Driver, until
from tests.e2e.pages.posts import CALL, CAMPAIGN, NEUTRAL, SUPPORT
from tests.e2e.steps import (
    acts,
    ask,
    assert_free,
    assert_held,
    assert_still,
    go_on,
    mark_level,
    see,
    wait_closed,
)
from tests.e2e.tiktok import CAMPAIGNING, LIKE, NUMBERS, PLAIN, SUMMARISED, feed, swipe


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
    assert_free(fresh, {"like-baru": 1})


def test_a_neutral_shell_that_gets_a_campaign_is_asked_about(fresh: Driver) -> None:
    feed(fresh, PLAIN)
    refill(fresh, PLAIN, CAMPAIGN)
    see(fresh, PLAIN, "campaign")
    fresh.click(f"{PLAIN} {LIKE}")
    assert_held(fresh, {})


def test_lanjutkan_never_lands_on_another_video(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} {LIKE}")
    ask(fresh)
    refill(fresh, CAMPAIGNING, NEUTRAL)
    fresh.prompt_click(PROCEED)
    wait_closed(fresh)
    assert_still(fresh, {})


def test_lanjutkan_for_one_video_is_no_answer_for_the_next(fresh: Driver) -> None:
    feed(fresh, CAMPAIGNING).click(f"{CAMPAIGNING} {LIKE}")
    go_on(fresh, {"like-ajakan": 1})
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
    go_on(fresh, {"like-baru": 1})
    refill(fresh, PLAIN, "", SUPPORT)
    see(fresh, PLAIN, "campaign")
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'false');", f"{PLAIN} {LIKE}")
    fresh.click(f"{PLAIN} {LIKE}")
    ask(fresh)
    assert acts(fresh) == {"like-baru": 1}
