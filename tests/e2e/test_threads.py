"""A feed in Threads' markup: names tell the controls, places tell the openers from what acts under the same name."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, Driver, until
from tests.e2e.pages.posts import CALL
from tests.e2e.pages.text_sites import THREADS
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    mark_level,
    see,
    step_back,
    wait_acts,
    wait_closed,
    write_anyway,
)

PLAIN, CAMPAIGNING, PIECES, QUOTING, PICTURE = (f"C{number}" for number in range(1, 6))
LAYERED_BOX = "#layers [role=textbox]"
LAYERED_SEND = "#layers [data-does=send]"
INLINE_BOX = "#feed > .composer [role=textbox]"
INLINE_SEND = "#feed > .composer [data-does=send]"
THANKS = "Terima kasih infonya"


def post(name: str) -> str:
    return f'#feed [data-id="{name}"]'


def control(name: str, does: str) -> str:
    return f"{post(name)} [data-does={does}]"


@pytest.mark.parametrize("does", ["like", "share", "follow"])
def test_acts_on_a_neutral_post_work_as_if_we_were_not_there(threads: Driver, does: str) -> None:
    threads.click(control(PLAIN, does))
    assert_free(threads, {f"{does}-{PLAIN}": 1})


@pytest.mark.parametrize(
    ("host", "language"), [(THREADS[0], "id"), (THREADS[0], "jv"), *zip(THREADS[1:], ("en", "jv", "id"), strict=True)]
)
def test_liking_a_campaign_post_asks_in_any_language_and_lanjutkan_likes_it_once(
    fresh: Driver, host: str, language: str
) -> None:
    fresh.goto(f"https://{host}/?lang={language}")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, "like"))
    assert_held(fresh, {})
    go_on(fresh, {f"like-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_asks_as_the_mouse_does(threads: Driver, key: str) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.focus(control(CAMPAIGNING, "like"))
    threads.press(key)
    assert_held(threads, {})
    go_on(threads, {f"like-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("name", [PIECES, QUOTING, PICTURE])
def test_a_campaign_in_a_later_piece_in_the_quoted_post_or_in_the_picture_is_found(threads: Driver, name: str) -> None:
    see(threads, post(name), "campaign")
    threads.click(control(name, "like"))
    assert_held(threads, {})


def test_unliking_and_unfollowing_are_free(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.js("rename(document.querySelector(args[0]), 'Batal Suka');", control(CAMPAIGNING, "like"))
    threads.js("document.querySelector(args[0]).textContent = 'Mengikuti';", control(CAMPAIGNING, "follow"))
    threads.click(control(CAMPAIGNING, "like"))
    threads.click(control(CAMPAIGNING, "follow"))
    assert_free(threads, {f"unlike-{CAMPAIGNING}": 1, f"unfollow-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("does", ["more", "translate"])
def test_other_buttons_of_a_campaign_post_are_free(threads: Driver, does: str) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.click(control(CAMPAIGNING, does))
    assert_free(threads, {f"{does}-{CAMPAIGNING}": 1})


def test_a_repost_opens_its_menu_freely_and_asks_at_the_item_of_the_same_name(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.click(control(CAMPAIGNING, "repost"))
    assert_unasked(threads)
    threads.click("#layers [data-does=confirm]")
    assert_held(threads, {})
    go_on(threads, {f"repost-{CAMPAIGNING}": 1})


def test_the_menu_belongs_to_the_post_that_opened_it_last(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.click(control(CAMPAIGNING, "repost"))
    threads.click(control(PLAIN, "repost"))
    threads.click("#layers [data-does=confirm]")
    assert_free(threads, {f"repost-{PLAIN}": 1})


def test_undoing_a_repost_is_free(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.js("document.querySelector(args[0]).dataset.done = 'true';", control(CAMPAIGNING, "repost"))
    threads.click(control(CAMPAIGNING, "repost"))
    threads.click("#layers [data-does=undo-repost]")
    assert_free(threads, {f"unrepost-{CAMPAIGNING}": 1})


def test_quoting_asks_at_the_menu_and_a_plain_quote_is_then_sent(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.click(control(CAMPAIGNING, "repost"))
    threads.click("#layers [data-does=quote]")
    assert "Mengutip" in ask(threads).name
    assert_still(threads, {})
    go_on(threads, {f"open-quote-{CAMPAIGNING}": 1})
    threads.focus(LAYERED_BOX)
    threads.type(THANKS)
    threads.click(LAYERED_SEND)
    assert_free(threads, {f"open-quote-{CAMPAIGNING}": 1, f"quote-{CAMPAIGNING}": 1})


def test_quoting_a_neutral_post_in_support_is_asked_about_when_it_is_sent(threads: Driver) -> None:
    threads.click(control(PLAIN, "repost"))
    threads.click("#layers [data-does=quote]")
    wait_acts(threads, {f"open-quote-{PLAIN}": 1})
    threads.focus(LAYERED_BOX)
    threads.type(CALL)
    threads.click(LAYERED_SEND)
    assert "Mengutip" in ask(threads).name
    assert_still(threads, {f"open-quote-{PLAIN}": 1})
    go_on(threads, {f"open-quote-{PLAIN}": 1, f"quote-{PLAIN}": 1})


def test_a_reply_is_asked_about_once_when_it_is_begun(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.click(control(CAMPAIGNING, "reply"))
    assert "Membalas" in ask(threads).name
    go_on(threads, {f"open-reply-{CAMPAIGNING}": 1})
    threads.focus(LAYERED_BOX)
    threads.type(THANKS)
    threads.click(LAYERED_SEND)
    assert_free(threads, {f"open-reply-{CAMPAIGNING}": 1, f"reply-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_supporting_reply_is_asked_about_when_it_is_sent_and_batal_keeps_it(threads: Driver, way: str) -> None:
    threads.click(control(PLAIN, "reply"))
    wait_acts(threads, {f"open-reply-{PLAIN}": 1})
    threads.focus(LAYERED_BOX)
    threads.type(CALL)
    send(threads, way, LAYERED_SEND)
    assert "Membalas" in ask(threads).name
    assert_still(threads, {f"open-reply-{PLAIN}": 1})
    step_back(threads, {f"open-reply-{PLAIN}": 1})
    assert threads.js("return document.querySelector(args[0]).textContent;", LAYERED_BOX) == CALL


def send(browser: Driver, way: str, button: str) -> None:
    if way == "keys":
        browser.press("Control+Enter")
    else:
        browser.click(button)


def test_a_box_below_the_post_on_its_own_page_answers_that_post(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.click(f"{post(CAMPAIGNING)} .text > span")
    threads.click(INLINE_BOX)
    assert "Membalas" in ask(threads).name
    threads.prompt_click(CANCEL)
    wait_closed(threads)
    write_anyway(threads, INLINE_BOX, THANKS)
    threads.click(INLINE_SEND)
    assert_held(threads, {})
    go_on(threads, {f"reply-{CAMPAIGNING}": 1})


def test_beginning_a_reply_sends_nothing_that_is_written_elsewhere(threads: Driver) -> None:
    threads.click(f"{post(PLAIN)} .text > span")
    threads.focus(INLINE_BOX)
    threads.type(CALL)
    threads.click(control(PLAIN, "reply"))
    assert_free(threads, {f"open-reply-{PLAIN}": 1})


def test_a_supporting_reply_below_a_neutral_post_is_sent_once_after_lanjutkan(threads: Driver) -> None:
    threads.click(f"{post(PLAIN)} .text > span")
    threads.focus(INLINE_BOX)
    threads.type(CALL)
    threads.click(INLINE_SEND)
    go_on(threads, {f"reply-{PLAIN}": 1})
    assert threads.js("return document.body.dataset.sent;") == CALL


def test_a_new_post_is_judged_by_itself_after_a_menu_of_a_campaign_post(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.click(control(CAMPAIGNING, "repost"))
    threads.click("[data-does=write]")
    threads.focus(LAYERED_BOX)
    threads.type(THANKS)
    threads.click(LAYERED_SEND)
    assert_free(threads, {"post-new": 1})


def test_a_campaigning_post_of_ones_own_is_asked_about(threads: Driver) -> None:
    threads.click("[data-does=write]")
    threads.focus(LAYERED_BOX)
    threads.type(CALL)
    threads.click(LAYERED_SEND)
    assert "Mengirim" in ask(threads).name
    assert_still(threads, {})
    go_on(threads, {"post-new": 1})


def test_following_a_suggested_account_is_asked_about_by_what_it_says_of_itself(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.click(control("relawan.contoh", "follow"))
    assert_held(threads, {})
    go_on(threads, {"follow-relawan.contoh": 1})


def test_following_a_suggested_cook_is_free(threads: Driver) -> None:
    threads.click(control("dapur.contoh", "follow"))
    assert_free(threads, {"follow-dapur.contoh": 1})


def test_a_container_that_gets_another_post_is_judged_anew(threads: Driver) -> None:
    see(threads, post(CAMPAIGNING), "campaign")
    threads.js(
        "const node = document.querySelector(args[0]);"
        "node.querySelector('.text span span').textContent = 'Santan encer dulu, labu siam belakangan.';"
        "node.querySelector('a[href*=\"/post/\"]').setAttribute('href', '/@dodi.contoh/post/C22');",
        post(CAMPAIGNING),
    )
    until(lambda: mark_level(threads, post(CAMPAIGNING)) is None, "the mark to go with its post")
    threads.click(control(CAMPAIGNING, "like"))
    assert_free(threads, {f"like-{CAMPAIGNING}": 1})
