"""YouTube's pages under https://www.youtube.com/: one application whose pages stay in the document, hidden."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.pages.posts import CALL, CAMPAIGN, NEUTRAL, SUPPORT
from tests.e2e.steps import ask, assert_still, assert_unasked, mark_level, see, trust_account, wait_acts, wait_closed

SITE = "https://www.youtube.com"
PLAIN, CAMPAIGNING = "lodeh", "ajakan"
VIDEO = "ytd-watch-metadata"
POST = "[page-subtype=post-detail] ytd-backstage-post-thread-renderer"
PLACEHOLDER = "ytd-watch-flexy #placeholder-area"
EDITOR = "#contenteditable-root"
SEND = "#submit-button button"
LIKE = "like-button-view-model button"
SUBSCRIBE = "yt-subscribe-button-view-model button"
TARGET = "#layers #target"


class Case(NamedTuple):
    """An act on one kind of page: where, on what, by which control, and what the page then counts."""

    page: str
    unit: str
    control: str
    does: str


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


def go(browser: Driver, case: Case, which: str) -> str:
    """Open the page of a case and look at its unit; the selector of its control."""
    browser.goto(SITE + case.page.format(which))
    unit = case.unit.format(which)
    if which == CAMPAIGNING:
        see(browser, unit, "campaign")
    return f"{unit} {case.control}"


def watch(browser: Driver, which: str) -> Driver:
    browser.goto(f"{SITE}/watch?v={which}")
    if which == CAMPAIGNING:
        see(browser, VIDEO, "campaign")
    return browser


@every_case
def test_what_is_neutral_is_acted_on_once_and_nobody_is_asked(fresh: Driver, case: Case) -> None:
    fresh.click(go(fresh, case, PLAIN))
    wait_acts(fresh, {case.does.format(PLAIN): 1})
    assert_unasked(fresh)


@every_case
def test_what_campaigns_is_asked_about_and_batal_leaves_it(fresh: Driver, case: Case) -> None:
    fresh.click(go(fresh, case, CAMPAIGNING))
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    assert_still(fresh, {})


@every_case
def test_lanjutkan_acts_exactly_once(fresh: Driver, case: Case) -> None:
    fresh.click(go(fresh, case, CAMPAIGNING))
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {case.does.format(CAMPAIGNING): 1})
    assert_unasked(fresh)


def test_taking_a_like_back_is_free(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'true');", f"{VIDEO} {LIKE}")
    fresh.click(f"{VIDEO} {LIKE}")
    wait_acts(fresh, {"unlike-ajakan": 1})
    assert_unasked(fresh)


def test_a_dislike_is_free(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.click(f"{VIDEO} dislike-button-view-model button")
    wait_acts(fresh, {"dislike-ajakan": 1})
    assert_unasked(fresh)


def test_the_bell_of_a_subscribed_channel_and_unsubscribing_are_free(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.click(f"{VIDEO} {SUBSCRIBE}")
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"subscribe-ajakan": 1})
    fresh.background({"type": "delete-data"})
    fresh.click(f"{VIDEO} [data-does=bell]")
    fresh.click("#layers [data-does=unsubscribe]")
    wait_acts(fresh, {"subscribe-ajakan": 1, "unsubscribe-ajakan": 1})
    assert_unasked(fresh)


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
    ask(fresh)
    assert_still(fresh, {})


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
    ask(fresh)
    assert_still(fresh, {})


def test_a_campaign_in_the_description_counts(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/watch?v=pasar")
    see(fresh, VIDEO, "campaign")
    fresh.click(f"{VIDEO} {LIKE}")
    ask(fresh)
    assert_still(fresh, {})


def test_the_campaign_video_in_a_community_post_counts(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/post/post-video")
    see(fresh, POST, "campaign")
    fresh.click(f"{POST} #like-button button")
    ask(fresh)
    assert_still(fresh, {})


def test_subscribing_from_the_search_results_is_asked_about(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/")
    see(fresh, "ytd-channel-renderer", "campaign")
    fresh.click(f"ytd-channel-renderer {SUBSCRIBE}")
    ask(fresh)
    assert_still(fresh, {})


TRUSTED = ["like-video", "like-short", "subscribe-to-channel", "like-post"]


@pytest.mark.parametrize("case", [CASES[name] for name in TRUSTED], ids=TRUSTED)
def test_an_account_is_the_same_on_all_of_its_pages(fresh: Driver, case: Case) -> None:
    trust_account(fresh, "youtube", "kanalcontoh")
    fresh.click(go(fresh, case, CAMPAIGNING))
    wait_acts(fresh, {case.does.format(CAMPAIGNING): 1})
    assert_unasked(fresh)


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
    wait_acts(fresh, {f"open-share-{shared}": 1})
    assert_unasked(fresh)
    fresh.click(TARGET)
    ask(fresh)
    assert_still(fresh, {f"open-share-{shared}": 1})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {f"open-share-{shared}": 1, f"share-{shared}": 1})


@every_share
def test_sharing_what_is_neutral_is_free(fresh: Driver, case: Case) -> None:
    go(fresh, case, PLAIN)
    shared = case.does.format(PLAIN)
    fresh.click(case.control.format(PLAIN))
    fresh.click(TARGET)
    wait_acts(fresh, {f"open-share-{shared}": 1, f"share-{shared}": 1})
    assert_unasked(fresh)


def test_copying_the_address_is_free(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.click("#actions [data-does=open-share]")
    fresh.click("#layers [data-does=copy]")
    wait_acts(fresh, {"open-share-ajakan": 1, "copy-ajakan": 1})
    assert_unasked(fresh)


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
    wait_acts(fresh, {"open-share-card-lodeh": 1, "share-card-lodeh": 1})
    assert_unasked(fresh)


def test_keeping_a_video_for_later_is_free(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/")
    see(fresh, CARDS["lockup"].format(CAMPAIGNING), "campaign")
    fresh.click(f"{CARDS['lockup'].format(CAMPAIGNING)} [data-does=menu]")
    fresh.click("#layers [data-does=save]")
    wait_acts(fresh, {"save-card-ajakan": 1})
    assert_unasked(fresh)


def write(browser: Driver, opener: str, text: str) -> None:
    """Open a box by its control, and type as soon as it is there."""
    browser.click(opener)
    until(lambda: browser.js("return document.activeElement.id === 'contenteditable-root';"), "the box to open")
    browser.type(text)


def send(browser: Driver, way: str) -> None:
    if way == "keys":
        browser.press("Control+Enter")
    else:
        browser.click(SEND)


every_way = pytest.mark.parametrize("way", ["button", "keys"])


@every_way
def test_a_plain_comment_under_a_neutral_video_is_sent(fresh: Driver, way: str) -> None:
    write(watch(fresh, PLAIN), PLACEHOLDER, "Terima kasih resepnya")
    send(fresh, way)
    wait_acts(fresh, {"open-comment-lodeh": 1, "comment-lodeh": 1})
    assert_unasked(fresh)


@every_way
def test_a_supporting_comment_under_a_neutral_video_is_asked_about_and_kept(fresh: Driver, way: str) -> None:
    write(watch(fresh, PLAIN), PLACEHOLDER, SUPPORT)
    send(fresh, way)
    ask(fresh)
    assert_still(fresh, {"open-comment-lodeh": 1})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    assert fresh.js("return document.querySelector(args[0]).textContent;", EDITOR) == SUPPORT


@every_way
def test_lanjutkan_sends_a_supporting_comment_once_and_whole(fresh: Driver, way: str) -> None:
    write(watch(fresh, PLAIN), PLACEHOLDER, SUPPORT)
    send(fresh, way)
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"open-comment-lodeh": 1, "comment-lodeh": 1})
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


def test_enter_alone_breaks_the_line(fresh: Driver) -> None:
    write(watch(fresh, PLAIN), PLACEHOLDER, SUPPORT)
    fresh.press("Enter")
    assert_still(fresh, {"open-comment-lodeh": 1})
    assert_unasked(fresh)


def test_a_comment_box_under_a_campaign_video_is_asked_about_before_a_word_is_written(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click(PLACEHOLDER)
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"open-comment-ajakan": 1})
    fresh.click(EDITOR)
    fresh.type("Semangat")
    fresh.click(SEND)
    wait_acts(fresh, {"open-comment-ajakan": 1, "comment-ajakan": 1})
    assert_unasked(fresh)


@every_way
def test_a_comment_under_a_campaign_video_is_asked_about_when_the_box_was_open_already(fresh: Driver, way: str) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.js("openBox();")
    fresh.type("Semangat")
    send(fresh, way)
    ask(fresh)
    assert_still(fresh, {"open-comment-ajakan": 1})


def test_whoever_answers_a_comment_speaks_under_the_video(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click("[data-id=comment-lodeh] #reply-button-end button")
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"open-reply-comment-lodeh": 1})


@every_way
def test_a_supporting_reply_under_a_neutral_video_is_asked_about(fresh: Driver, way: str) -> None:
    write(watch(fresh, PLAIN), "[data-id=comment-lodeh] #reply-button-end button", SUPPORT)
    send(fresh, way)
    ask(fresh)
    assert_still(fresh, {"open-reply-comment-lodeh": 1})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"open-reply-comment-lodeh": 1, "reply-comment-lodeh": 1})
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


def test_a_plain_comment_is_sent_although_a_supporting_reply_stands_half_written(fresh: Driver) -> None:
    write(watch(fresh, PLAIN), "[data-id=comment-lodeh] #reply-button-end button", SUPPORT)
    write(fresh, PLACEHOLDER, "Terima kasih resepnya")
    fresh.click(f"ytd-comment-simplebox-renderer {SEND}")
    wait_acts(fresh, {"open-reply-comment-lodeh": 1, "open-comment-lodeh": 1, "comment-lodeh": 1})
    assert_unasked(fresh)


def test_a_comment_beside_a_short_belongs_to_the_one_that_is_played(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/shorts/short-lodeh")
    fresh.js("swipe('short-ajakan');")
    see(fresh, "[data-id=short-ajakan]", "campaign")
    fresh.click("ytd-shorts #placeholder-area")
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    fresh.js("swipe('short-lodeh');")
    fresh.click("ytd-shorts #placeholder-area")
    wait_acts(fresh, {"open-comment-short-lodeh": 1})
    assert_unasked(fresh)


def test_a_comment_under_a_community_post_belongs_to_it(fresh: Driver) -> None:
    fresh.goto(f"{SITE}/post/post-ajakan")
    see(fresh, POST, "campaign")
    fresh.click("ytd-browse[page-subtype=post-detail] #placeholder-area")
    ask(fresh)
    assert_still(fresh, {})


def test_a_page_left_behind_says_nothing_about_the_one_on_the_screen(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING)
    fresh.js("show('ytd-watch-flexy', 'ytd-shorts'); swipe('short-lodeh');")
    fresh.click("ytd-shorts #placeholder-area")
    wait_acts(fresh, {"open-comment-short-lodeh": 1})
    assert_unasked(fresh)


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
    wait_acts(fresh, {"like-berikut": 1})
    assert_unasked(fresh)


def test_a_neutral_video_that_gives_way_to_a_campaign_is_asked_about(fresh: Driver) -> None:
    watch(fresh, PLAIN)
    play(fresh, "berikut", CAMPAIGN)
    see(fresh, VIDEO, "campaign")
    fresh.click(f"{VIDEO} {LIKE}")
    ask(fresh)
    assert_still(fresh, {})


def test_lanjutkan_never_lands_on_the_next_video(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click(f"{VIDEO} {LIKE}")
    ask(fresh)
    play(fresh, "berikut", NEUTRAL)
    fresh.prompt_click(PROCEED)
    wait_closed(fresh)
    assert_still(fresh, {})


def test_lanjutkan_for_one_video_is_no_answer_for_the_next(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).click(f"{VIDEO} {LIKE}")
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})
    play(fresh, "berikut", CALL)
    see(fresh, VIDEO, "campaign")
    fresh.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'false');", f"{VIDEO} {LIKE}")
    fresh.click(f"{VIDEO} {LIKE}")
    ask(fresh)
    assert_still(fresh, {"like-ajakan": 1})


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
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_acts_as_the_mouse_does(fresh: Driver, key: str) -> None:
    watch(fresh, CAMPAIGNING).focus(f"{VIDEO} {LIKE}")
    fresh.press(key)
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})


def test_the_letter_l_belongs_to_the_player(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).focus(f"{VIDEO} {LIKE}")
    fresh.press("l")
    wait_acts(fresh, {"forward": 1})
    assert_unasked(fresh)


def test_a_finger_is_asked_as_the_mouse_is(fresh: Driver) -> None:
    watch(fresh, CAMPAIGNING).tap(f"{VIDEO} {LIKE}")
    ask(fresh)
    assert_still(fresh, {})
    fresh.prompt_click(PROCEED)
    wait_acts(fresh, {"like-ajakan": 1})
