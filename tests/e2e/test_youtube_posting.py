"""A community post of one's own on YouTube: its box stands on the channel's page, above earlier posts."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.hands import asked_and_done_once
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import ask, assert_free, see
from tests.e2e.youtube import every_way, send

OWN = "https://www.youtube.com/channel/channel-lodeh"
LISTED = "[page-subtype=channels] [data-id=post-ajakan]"
EDITOR = "ytd-backstage-post-dialog-renderer #contenteditable-root"
SEND = "ytd-backstage-post-dialog-renderer #submit-button button"
PLAIN = "Besok kita masak rawon"
SENT = {"post-channel-lodeh": 1}


def write(browser: Driver, text: str) -> None:
    """Write a post where one that campaigns is in view."""
    browser.goto(OWN)
    see(browser, LISTED, "campaign")
    browser.focus(EDITOR)
    browser.type(text)
    until(lambda: browser.js("return document.querySelector(args[0]).textContent;", EDITOR) == text, "the words")


@every_way
def test_a_plain_post_of_ones_own_is_sent_whatever_is_listed_below(fresh: Driver, way: str) -> None:
    write(fresh, PLAIN)
    send(fresh, way, SEND)
    assert_free(fresh, SENT)


@every_way
def test_a_supporting_post_of_ones_own_is_asked_about_and_sent_once_and_whole(fresh: Driver, way: str) -> None:
    write(fresh, SUPPORT)
    asked_and_done_once(fresh, lambda: send(fresh, way, SEND), {}, SENT)
    assert fresh.js("return document.body.dataset.sent;") == SUPPORT


@pytest.mark.matrix(act="post")
def test_the_question_speaks_of_what_one_writes_oneself(fresh: Driver) -> None:
    write(fresh, SUPPORT)
    send(fresh, "button", SEND)
    assert ask(fresh).name == "Mengirim tulisan ini?"
