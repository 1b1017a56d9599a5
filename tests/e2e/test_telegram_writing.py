"""What is written in Telegram Web: messages to a group, comments under a channel's posts, answers."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.pages.chat_posts import CALL, FRIEND, GROUP, SUPPORTERS
from tests.e2e.steps import assert_free, assert_held, assert_unasked, go_on, see, step_back, write_anyway
from tests.e2e.telegram import REPLY, Version

WAYS = ["button", "key"]
THANKS = "Terima kasih infonya"


@pytest.fixture
def group(telegram: Driver) -> Driver:
    """A neutral group."""
    telegram.js("window.go(args[0]);", GROUP)
    return telegram


def write(browser: Driver, telegram_version: Version, text: str) -> None:
    browser.focus(telegram_version.box)
    browser.type(text)


def send(browser: Driver, telegram_version: Version, way: str) -> None:
    if way == "key":
        browser.press("Enter")
    else:
        browser.click(telegram_version.send)


def answer(browser: Driver, telegram_version: Version, number: str) -> None:
    browser.rightclick(telegram_version.inside(number, telegram_version.text))
    browser.click(telegram_version.menu.format(REPLY))


def open_comments(browser: Driver, telegram_version: Version, number: str) -> None:
    browser.click(telegram_version.inside(number, telegram_version.comments))
    until(
        lambda: browser.js("return !!document.querySelector(args[0]);", telegram_version.post("91")),
        "the comments to open",
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_plain_message_to_a_group_is_sent(group: Driver, telegram_version: Version, way: str) -> None:
    write(group, telegram_version, THANKS)
    send(group, telegram_version, way)
    assert_free(group, {f"post-{GROUP}": 1})


@pytest.mark.parametrize("way", WAYS)
def test_a_campaigning_message_to_a_group_is_asked_about_and_kept(
    group: Driver, telegram_version: Version, way: str
) -> None:
    write(group, telegram_version, CALL)
    send(group, telegram_version, way)
    assert_held(group, {})
    step_back(group, {})
    assert group.js("return document.querySelector(args[0]).textContent;", telegram_version.box) == CALL


@pytest.mark.parametrize("way", WAYS)
def test_lanjutkan_sends_it_once_and_whole(group: Driver, telegram_version: Version, way: str) -> None:
    write(group, telegram_version, CALL)
    send(group, telegram_version, way)
    go_on(group, {f"post-{GROUP}": 1})
    assert group.js("return document.body.dataset.sent;") == CALL


def test_the_box_of_a_supporters_group_asks_when_it_is_opened(telegram: Driver, telegram_version: Version) -> None:
    telegram.js("window.go(args[0]);", SUPPORTERS)
    see(telegram, telegram_version.post("21"), "campaign")
    telegram.click(telegram_version.box)
    assert_held(telegram, {})


def test_what_is_written_to_one_person_is_nobodys_business(telegram: Driver, telegram_version: Version) -> None:
    telegram.js("window.go(args[0]);", FRIEND)
    write(telegram, telegram_version, CALL)
    send(telegram, telegram_version, "button")
    assert_free(telegram, {f"post-{FRIEND}": 1})


@pytest.mark.parametrize("way", WAYS)
def test_a_comment_under_a_campaign_post_is_asked_about_and_sent_once(
    telegram: Driver, telegram_version: Version, way: str
) -> None:
    see(telegram, telegram_version.post("12"), "campaign")
    open_comments(telegram, telegram_version, "12")
    assert_unasked(telegram)
    write_anyway(telegram, telegram_version.box, THANKS)
    send(telegram, telegram_version, way)
    assert_held(telegram, {})
    go_on(telegram, {"comment-12": 1})


def test_the_box_of_comments_asks_when_it_is_opened(telegram: Driver, telegram_version: Version) -> None:
    see(telegram, telegram_version.post("12"), "campaign")
    open_comments(telegram, telegram_version, "12")
    telegram.click(telegram_version.box)
    assert_held(telegram, {})


def test_a_plain_comment_under_a_neutral_post_is_sent(telegram: Driver, telegram_version: Version) -> None:
    open_comments(telegram, telegram_version, "11")
    write(telegram, telegram_version, THANKS)
    send(telegram, telegram_version, "key")
    assert_free(telegram, {"comment-11": 1})


def test_a_supporting_comment_under_a_neutral_post_is_asked_about(telegram: Driver, telegram_version: Version) -> None:
    open_comments(telegram, telegram_version, "11")
    write(telegram, telegram_version, CALL)
    send(telegram, telegram_version, "key")
    assert_held(telegram, {})


@pytest.mark.parametrize(("number", "way"), [("32", "button"), ("33", "key")])
def test_an_answer_is_judged_with_the_whole_message_although_the_bar_shows_its_beginning(
    group: Driver, telegram_version: Version, number: str, way: str
) -> None:
    see(group, telegram_version.post(number), "campaign")
    answer(group, telegram_version, number)
    assert_unasked(group)
    write_anyway(group, telegram_version.box, "Baik, siap")
    send(group, telegram_version, way)
    assert_held(group, {})
    go_on(group, {f"reply-{number}": 1})


def test_an_answer_to_a_neutral_message_is_free(group: Driver, telegram_version: Version) -> None:
    see(group, telegram_version.post("32"), "campaign")
    answer(group, telegram_version, "31")
    write(group, telegram_version, "Baik, siap")
    send(group, telegram_version, "button")
    assert_free(group, {"reply-31": 1})


def test_the_message_that_is_answered_is_the_one_in_the_bar_whatever_menu_was_opened_since(
    group: Driver, telegram_version: Version
) -> None:
    see(group, telegram_version.post("32"), "campaign")
    answer(group, telegram_version, "31")
    group.rightclick(telegram_version.inside("32", telegram_version.text))
    write(group, telegram_version, "Baik, siap")
    send(group, telegram_version, "key")
    assert_free(group, {"reply-31": 1})


def test_an_answer_that_was_given_up_leaves_a_message_to_the_group(group: Driver, telegram_version: Version) -> None:
    see(group, telegram_version.post("32"), "campaign")
    answer(group, telegram_version, "32")
    group.click(telegram_version.cancel)
    write(group, telegram_version, "Selamat pagi semuanya")
    send(group, telegram_version, "button")
    assert_free(group, {f"post-{GROUP}": 1})
