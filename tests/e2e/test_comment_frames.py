"""Comment boxes of other sites, framed in a news page."""

from __future__ import annotations

from functools import partial

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, Network
from tests.e2e.frames import FRAME, THANKS, embed, send, write
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once, press_by, write_answer
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    forms,
    go_on,
    see,
    step_back,
    wait_acts,
    wait_closed,
    wait_forms,
)

DISQUS, DISQUS_SEND = "[role=textbox]", ".post-action__button"
# The button of the first comment, which takes no side, and of the second, which campaigns; and what sends the answer.
ANSWER_PLAIN, ANSWER_CAMPAIGN = "#c1 [data-action=reply]", "#c2 [data-action=reply]"
SEND_ANSWER = "#c2 [data-does=reply-c2]"

every_hand = pytest.mark.parametrize("hand", HANDS)


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_plain_comment_is_sent_as_if_we_were_not_there(fresh: Driver, way: str) -> None:
    embed(fresh, "disqus", "neutral")
    with fresh.inside(FRAME):
        write(fresh, DISQUS, THANKS)
        send(fresh, way, DISQUS_SEND)
        assert_free(fresh, {"comment": 1})


@pytest.mark.parametrize("way", ["button", "keys", "finger"])
def test_a_supporting_comment_is_asked_about_and_lanjutkan_sends_it_once(fresh: Driver, way: str) -> None:
    embed(fresh, "disqus", "neutral")
    with fresh.inside(FRAME):
        write(fresh, DISQUS, SUPPORT)
        send(fresh, way, DISQUS_SEND)
        assert_held(fresh, {})
        go_on(fresh, {"comment": 1})
        assert fresh.js("return document.body.dataset.sent;") == SUPPORT


def test_batal_keeps_the_comment_unsent(fresh: Driver) -> None:
    embed(fresh, "disqus", "neutral")
    with fresh.inside(FRAME):
        write(fresh, DISQUS, SUPPORT)
        fresh.click(DISQUS_SEND)
        step_back(fresh, {})
        assert fresh.js("return document.querySelector(args[0]).textContent;", DISQUS) == SUPPORT


def test_the_box_under_a_campaigning_article_is_asked_about_when_it_is_opened(fresh: Driver) -> None:
    embed(fresh, "disqus", "campaign")
    with fresh.inside(FRAME):
        fresh.click(DISQUS)
        ask(fresh)


@every_hand
def test_a_vote_is_for_the_comment_and_not_for_the_article(fresh: Driver, hand: str) -> None:
    embed(fresh, "disqus", "neutral")
    with fresh.inside(FRAME):
        see(fresh, "#c2 .post-content", "campaign")
        press_by(fresh, hand, "#c2 .vote-up")
        assert_held(fresh, {})
        fresh.prompt_click(CANCEL)
        wait_closed(fresh)
        press_by(fresh, hand, "#c1 .vote-up")
        wait_acts(fresh, {"like-c1": 1})


@pytest.mark.parametrize(
    ("does", "hand"), [("recommend", "mouse"), ("share", "mouse"), ("share", "finger"), ("share", "keyboard")]
)
def test_recommending_a_campaigning_article_is_asked_about(fresh: Driver, does: str, hand: str) -> None:
    embed(fresh, "disqus", "campaign")
    with fresh.inside(FRAME):
        see(fresh, "body", "campaign")
        press_by(fresh, hand, f"[data-does={does}]")
        assert_held(fresh, {})
        go_on(fresh, {does: 1})


@every_hand
def test_answering_under_a_campaigning_article_is_asked_about_before_a_word_is_written(
    fresh: Driver, hand: str
) -> None:
    embed(fresh, "disqus", "campaign")
    with fresh.inside(FRAME):
        see(fresh, "body", "campaign")
        assert_asks_and_acts_once(fresh, hand, ANSWER_PLAIN, "open-reply-c1")


@every_hand
def test_a_plain_answer_to_a_campaigning_comment_is_sent_once(fresh: Driver, hand: str) -> None:
    embed(fresh, "disqus", "neutral")
    with fresh.inside(FRAME):
        see(fresh, "#c2 .post-content", "campaign")
        write_answer(fresh, hand, ANSWER_CAMPAIGN, "open-reply-c2", THANKS)
        press_by(fresh, hand, SEND_ANSWER)
        assert_free(fresh, {"open-reply-c2": 1, "reply-c2": 1})


@every_hand
def test_a_supporting_answer_is_asked_about_and_sent_once(fresh: Driver, hand: str) -> None:
    embed(fresh, "disqus", "neutral")
    with fresh.inside(FRAME):
        write_answer(fresh, hand, ANSWER_CAMPAIGN, "open-reply-c2", SUPPORT)
        send_answer = partial(press_by, fresh, hand, SEND_ANSWER)
        asked_and_done_once(fresh, send_answer, {"open-reply-c2": 1}, {"reply-c2": 1})
        assert fresh.js("return document.body.dataset.sent;") == SUPPORT


@every_hand
def test_a_like_is_for_the_comment_in_the_frame_of_detik(fresh: Driver, hand: str) -> None:
    embed(fresh, "detik", "neutral")
    with fresh.inside(FRAME):
        see(fresh, "#c2", "campaign")
        assert_asks_and_acts_once(fresh, hand, "#c2 [data-does=like-c2]", "like-c2")


@every_hand
def test_a_plain_comment_in_the_frame_of_detik_is_liked_once(fresh: Driver, hand: str) -> None:
    embed(fresh, "detik", "neutral")
    with fresh.inside(FRAME):
        see(fresh, "#c2", "campaign")
        press_by(fresh, hand, "#c1 [data-does=like-c1]")
        assert_free(fresh, {"like-c1": 1})


@pytest.mark.matrix(act="comment")
@pytest.mark.parametrize(
    ("text", "hand"), [(THANKS, "mouse"), (SUPPORT, "mouse"), (SUPPORT, "finger"), (SUPPORT, "keyboard")]
)
def test_a_native_form_is_sent_once(fresh: Driver, network: Network, text: str, hand: str) -> None:
    embed(fresh, "detik", "neutral")
    before = forms(network)
    with fresh.inside(FRAME):
        write(fresh, "textarea", text)
        press_by(fresh, hand, "form button")
        if text == SUPPORT:
            assert_held(fresh, {})
            button = fresh.prompt_button(PROCEED)
            fresh.click((button.x, button.y))
    wait_forms(network, [*before, f"text={text}"])


def test_a_native_form_that_was_cancelled_is_not_sent(fresh: Driver, network: Network) -> None:
    embed(fresh, "detik", "neutral")
    before = forms(network)
    with fresh.inside(FRAME):
        write(fresh, "textarea", SUPPORT)
        fresh.click("form button")
        step_back(fresh, {})
    assert forms(network) == before


def test_the_comments_plugin_judges_what_is_written(fresh: Driver) -> None:
    embed(fresh, "facebook-comments", "neutral")
    with fresh.inside(FRAME):
        write(fresh, "textarea", SUPPORT)
        fresh.click("#send")
        assert_held(fresh, {})
        go_on(fresh, {"comment": 1})


def test_what_others_wrote_in_the_comments_plugin_is_not_held_against_a_comment(fresh: Driver) -> None:
    embed(fresh, "facebook-comments", "neutral")
    with fresh.inside(FRAME):
        write(fresh, "textarea", THANKS)
        fresh.press("Control+Enter")
        assert_free(fresh, {"comment": 1})
