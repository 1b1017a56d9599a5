"""YouTube's pages under https://www.youtube.com/: each act on a video, a short, a channel, a post and a comment."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.steps import (
    assert_free,
    assert_held,
    assert_unasked,
    go_on,
    see,
    step_back,
    trust_account,
)
from tests.e2e.youtube import CAMPAIGNING, LIKE, PLAIN, POST, SITE, VIDEO, Case, go, watch

SUBSCRIBE = "yt-subscribe-button-view-model button"

CASES = {
    "like-video": Case("/watch?v={}", VIDEO, LIKE, "like-{}"),
    "subscribe-at-video": Case("/watch?v={}", VIDEO, SUBSCRIBE, "subscribe-{}"),
    "join-at-video": Case("/watch?v={}", VIDEO, "[data-does=join]", "join-{}"),
    "like-comment": Case("/watch?v=lodeh", "[data-id=comment-{}]", "#like-button button", "like-comment-{}"),
    "like-short": Case("/shorts/short-{}", "[data-id=short-{}]", LIKE, "like-short-{}"),
    "subscribe-at-short": Case("/shorts/short-{}", "[data-id=short-{}]", SUBSCRIBE, "subscribe-short-{}"),
    "subscribe-to-channel": Case("/channel/channel-{}", "yt-page-header-renderer", SUBSCRIBE, "subscribe-channel-{}"),
    "join-channel": Case("/channel/channel-{}", "yt-page-header-renderer", "[data-does=join]", "join-channel-{}"),
    "like-post": Case("/post/post-{}", f"{POST}[data-id=post-{{}}]", "#like-button button", "like-post-{}"),
    "vote-in-post": Case("/channel/channel-lodeh", "[data-id=post-{}]", ".choice-info", "vote-post-{}"),
}
every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


@every_case
def test_what_is_neutral_is_acted_on_once_and_nobody_is_asked(fresh: Driver, case: Case) -> None:
    fresh.click(go(fresh, case, PLAIN))
    assert_free(fresh, {case.does.format(PLAIN): 1})


@every_case
def test_what_campaigns_is_asked_about_and_batal_leaves_it(fresh: Driver, case: Case) -> None:
    fresh.click(go(fresh, case, CAMPAIGNING))
    assert_held(fresh, {})
    step_back(fresh, {})


@every_case
def test_lanjutkan_acts_exactly_once(fresh: Driver, case: Case) -> None:
    fresh.click(go(fresh, case, CAMPAIGNING))
    go_on(fresh, {case.does.format(CAMPAIGNING): 1})
    assert_unasked(fresh)


def test_taking_a_like_back_is_free(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'true');", f"{VIDEO} {LIKE}")
    fresh.click(f"{VIDEO} {LIKE}")
    assert_free(fresh, {"unlike-ajakan": 1})


def test_a_dislike_is_free(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.click(f"{VIDEO} dislike-button-view-model button")
    assert_free(fresh, {"dislike-ajakan": 1})


def test_the_bell_of_a_subscribed_channel_and_unsubscribing_are_free(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.click(f"{VIDEO} {SUBSCRIBE}")
    go_on(fresh, {"subscribe-ajakan": 1})
    fresh.background({"type": "delete-data"})
    fresh.click(f"{VIDEO} [data-does=bell]")
    fresh.click("#layers [data-does=unsubscribe]")
    assert_free(fresh, {"subscribe-ajakan": 1, "unsubscribe-ajakan": 1})


@pytest.mark.matrix(act="like")
def test_the_older_toggle_buttons_are_known_by_their_names(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.js(
        """const old = document.createElement('ytd-toggle-button-renderer');
        old.append(document.querySelector(args[0]));
        document.querySelector('#actions').append(old);""",
        f"{VIDEO} {LIKE}",
    )
    fresh.click(f"{VIDEO} ytd-toggle-button-renderer button")
    assert_held(fresh, {})


@pytest.mark.matrix(act="like")
def test_english_names_are_known_as_well(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.js(
        """const button = document.querySelector(args[0]);
        button.setAttribute('aria-label', 'like this video along with 1,234 other people');
        document.querySelector('#actions').append(button);""",
        f"{VIDEO} {LIKE}",
    )
    fresh.click("#actions > button")
    assert_held(fresh, {})


def test_a_campaign_in_the_description_counts(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/watch?v=pasar")
    see(fresh, VIDEO, "campaign")
    fresh.click(f"{VIDEO} {LIKE}")
    assert_held(fresh, {})


def test_the_campaign_video_in_a_community_post_counts(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/post/post-video")
    see(fresh, POST, "campaign")
    fresh.click(f"{POST} #like-button button")
    assert_held(fresh, {})


def test_subscribing_from_the_search_results_is_asked_about(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/")
    see(fresh, "ytd-channel-renderer", "campaign")
    fresh.click(f"ytd-channel-renderer {SUBSCRIBE}")
    assert_held(fresh, {})


TRUSTED = ["like-video", "like-short", "subscribe-to-channel", "like-post"]


@pytest.mark.parametrize("case", [CASES[name] for name in TRUSTED], ids=TRUSTED)
def test_an_account_is_the_same_on_all_of_its_pages(fresh: Driver, case: Case) -> None:
    trust_account(fresh, "youtube", "kanalcontoh")
    fresh.click(go(fresh, case, CAMPAIGNING))
    assert_free(fresh, {case.does.format(CAMPAIGNING): 1})


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_acts_as_the_mouse_does(fresh: Driver, key: str) -> None:
    watch(fresh, CAMPAIGNING).focus(f"{VIDEO} {LIKE}")
    fresh.press(key)
    assert_held(fresh, {})
    go_on(fresh, {"like-ajakan": 1})


def test_the_letter_l_belongs_to_the_player(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).focus(f"{VIDEO} {LIKE}")
    fresh.press("l")
    assert_free(fresh, {"forward": 1})


def test_a_finger_is_asked_as_the_mouse_is(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).tap(f"{VIDEO} {LIKE}")
    assert_held(fresh, {})
    go_on(fresh, {"like-ajakan": 1})
