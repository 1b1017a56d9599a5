"""A feed in Bluesky's markup: test ids, names with counts, and menus that open when the pointer goes down."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, Driver
from tests.e2e.pages.posts import CALL
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    see,
    step_back,
    trust_account,
    wait_acts,
    wait_closed,
)

PLAIN, CAMPAIGNING, QUOTING, BARE_CAMPAIGNING, BARE_PLAIN = "3a", "3b", "3c", "3d", "3e"
BOX = "#layers .ProseMirror"
SEND = "#layers [data-does=send]"
CONFIRM = "#layers [data-does=confirm]"
THANKS = "Terima kasih infonya"


def post(name: str) -> str:
    return f'[data-id="{name}"]'


def control(name: str, does: str) -> str:
    return f"{post(name)} [data-does={does}]"


@pytest.fixture
def bluesky(fresh: Driver) -> Driver:
    """The Bluesky-like feed in Indonesian."""
    fresh.goto("https://bsky.app/")
    return fresh


@pytest.mark.parametrize("name", [PLAIN, BARE_PLAIN])
@pytest.mark.parametrize("does", ["like", "share"])
def test_acts_on_a_neutral_post_work_as_if_we_were_not_there(bluesky: Driver, name: str, does: str) -> None:
    bluesky.click(control(name, does))
    assert_free(bluesky, {f"{does}-{name}": 1})


@pytest.mark.parametrize("language", ["id", "en", "jv"])
def test_liking_a_campaign_post_asks_in_any_language_and_lanjutkan_likes_it_once(fresh: Driver, language: str) -> None:
    fresh.goto(f"https://bsky.app/?lang={language}")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, "like"))
    assert_held(fresh, {})
    go_on(fresh, {f"like-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("name", [QUOTING, BARE_CAMPAIGNING])
def test_a_campaign_in_the_quoted_post_or_in_a_post_without_a_mark_is_found(bluesky: Driver, name: str) -> None:
    see(bluesky, post(name), "campaign")
    bluesky.click(control(name, "like"))
    assert_held(bluesky, {})


def test_an_account_is_known_by_the_address_of_its_profile(fresh: Driver) -> None:
    trust_account(fresh, "bluesky", "dodi.contoh.example")
    fresh.goto("https://bsky.app/")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, "like"))
    assert_free(fresh, {f"like-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("does", ["like", "share", "reply"])
def test_batal_leaves_the_page_as_it_was(bluesky: Driver, does: str) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.click(control(CAMPAIGNING, does))
    ask(bluesky)
    step_back(bluesky, {})


def test_sharing_happens_once_after_lanjutkan(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.click(control(CAMPAIGNING, "share"))
    go_on(bluesky, {f"share-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_asks_as_the_mouse_does(bluesky: Driver, key: str) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.focus(control(CAMPAIGNING, "like"))
    bluesky.press(key)
    assert_held(bluesky, {})
    go_on(bluesky, {f"like-{CAMPAIGNING}": 1})


def test_a_finger_asks_as_the_mouse_does(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.tap(control(CAMPAIGNING, "like"))
    assert_held(bluesky, {})
    go_on(bluesky, {f"like-{CAMPAIGNING}": 1})


@pytest.mark.parametrize(("language", "unlike"), [("id", "Batal suka"), ("en", "Unlike")])
def test_unliking_is_free(fresh: Driver, language: str, unlike: str) -> None:
    fresh.goto(f"https://bsky.app/?lang={language}")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.js("relabel(document.querySelector(args[0]), args[1]);", control(CAMPAIGNING, "like"), unlike)
    fresh.click(control(CAMPAIGNING, "like"))
    assert_free(fresh, {f"unlike-{CAMPAIGNING}": 1})


def test_other_buttons_of_a_campaign_post_are_free(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.click(control(CAMPAIGNING, "more"))
    assert_free(bluesky, {f"more-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_repost_is_asked_about_in_its_menu_which_stays_open_meanwhile(fresh: Driver, language: str) -> None:
    fresh.goto(f"https://bsky.app/?lang={language}")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, "repost"))
    assert_unasked(fresh)
    fresh.click(CONFIRM)
    assert_held(fresh, {})
    go_on(fresh, {f"repost-{CAMPAIGNING}": 1})


def test_a_repost_by_keys_is_asked_about_in_its_menu(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.focus(control(CAMPAIGNING, "repost"))
    bluesky.press("Enter")
    bluesky.press("Enter")
    assert_held(bluesky, {})
    go_on(bluesky, {f"repost-{CAMPAIGNING}": 1})


def test_in_an_unknown_language_the_button_of_the_repost_menu_is_asked_about(fresh: Driver) -> None:
    fresh.goto("https://bsky.app/?lang=jv")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, "repost"))
    ask(fresh)
    assert fresh.js("return document.querySelector('[role=menu]') === null;")


def test_the_menu_belongs_to_the_post_that_opened_it_last(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.click(control(CAMPAIGNING, "repost"))
    bluesky.click(control(PLAIN, "repost"))
    bluesky.click(CONFIRM)
    assert_free(bluesky, {f"repost-{PLAIN}": 1})


def test_undoing_a_repost_is_free(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'true');", control(CAMPAIGNING, "repost"))
    bluesky.click(control(CAMPAIGNING, "repost"))
    bluesky.click("#layers [data-does=undo-repost]")
    assert_free(bluesky, {f"unrepost-{CAMPAIGNING}": 1})


def test_quoting_asks_at_the_menu_and_a_plain_quote_is_then_sent(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.click(control(CAMPAIGNING, "repost"))
    bluesky.click("#layers [data-does=quote]")
    assert "Mengutip" in ask(bluesky).name
    go_on(bluesky, {f"open-quote-{CAMPAIGNING}": 1})
    bluesky.focus(BOX)
    bluesky.type(THANKS)
    bluesky.click(SEND)
    assert_free(bluesky, {f"open-quote-{CAMPAIGNING}": 1, f"quote-{CAMPAIGNING}": 1})


def test_quoting_a_neutral_post_in_support_is_asked_about_as_a_quote_though_replies_are_written_in_the_same_box(
    bluesky: Driver,
) -> None:
    bluesky.click(control(PLAIN, "repost"))
    bluesky.click("#layers [data-does=quote]")
    wait_acts(bluesky, {f"open-quote-{PLAIN}": 1})
    bluesky.focus(BOX)
    bluesky.type(CALL)
    bluesky.click(SEND)
    assert "Mengutip" in ask(bluesky).name
    assert_still(bluesky, {f"open-quote-{PLAIN}": 1})
    go_on(bluesky, {f"open-quote-{PLAIN}": 1, f"quote-{PLAIN}": 1})


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_supporting_reply_is_asked_about_when_it_is_sent_and_batal_keeps_it(bluesky: Driver, way: str) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.click(control(PLAIN, "reply"))
    wait_acts(bluesky, {f"open-reply-{PLAIN}": 1})
    bluesky.focus(BOX)
    bluesky.type(CALL)
    send(bluesky, way)
    assert "Membalas" in ask(bluesky).name
    assert_still(bluesky, {f"open-reply-{PLAIN}": 1})
    bluesky.prompt_click(CANCEL)
    wait_closed(bluesky)
    assert bluesky.js("return document.querySelector(args[0]).textContent;", BOX) == CALL
    send(bluesky, way)
    go_on(bluesky, {f"open-reply-{PLAIN}": 1, f"reply-{PLAIN}": 1})


def send(browser: Driver, way: str) -> None:
    if way == "keys":
        browser.press("Control+Enter")
    else:
        browser.click(SEND)


def test_what_is_written_on_a_posts_own_page_answers_that_post(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.click(f"{post(CAMPAIGNING)} a[href*='/post/']")
    bluesky.click("main > button")
    bluesky.click(BOX)
    assert "Membalas" in ask(bluesky).name
    assert_still(bluesky, {})


def test_a_new_post_is_judged_by_itself_after_a_menu_of_a_campaign_post(bluesky: Driver) -> None:
    see(bluesky, post(CAMPAIGNING), "campaign")
    bluesky.click(control(CAMPAIGNING, "repost"))
    bluesky.click("[data-does=write]")
    bluesky.focus(BOX)
    bluesky.type(THANKS)
    bluesky.click(SEND)
    assert_free(bluesky, {"post-new": 1})


def test_a_campaigning_post_of_ones_own_is_asked_about(bluesky: Driver) -> None:
    bluesky.click("[data-does=write]")
    bluesky.focus(BOX)
    bluesky.type(CALL)
    bluesky.click(SEND)
    assert "Mengirim" in ask(bluesky).name
    assert_still(bluesky, {})


@pytest.mark.parametrize("where", ["/", "/?profile=warga.contoh.example"])
def test_following_who_campaigns_is_asked_about_in_a_list_and_on_the_profile(fresh: Driver, where: str) -> None:
    fresh.goto(f"https://bsky.app{where}")
    fresh.click(control("warga.contoh.example", "follow"))
    assert_held(fresh, {})
    go_on(fresh, {"follow-warga.contoh.example": 1})


@pytest.mark.parametrize("where", ["/", "/?profile=dapur.contoh.example"])
def test_following_a_cook_is_free(fresh: Driver, where: str) -> None:
    fresh.goto(f"https://bsky.app{where}")
    fresh.click(control("dapur.contoh.example", "follow"))
    assert_free(fresh, {"follow-dapur.contoh.example": 1})


def test_unfollowing_is_free(fresh: Driver) -> None:
    fresh.goto("https://bsky.app/?profile=warga.contoh.example")
    button = control("warga.contoh.example", "follow")
    fresh.js("document.querySelector(args[0]).dataset.testid = 'unfollowBtn';", button)
    fresh.click(button)
    assert_free(fresh, {"unfollow-warga.contoh.example": 1})
