"""What is written in Mastodon's markup, on a server that the rules know and on an added one: replies, posts."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, Driver
from tests.e2e.mastodon import (
    BOX,
    CAMPAIGNING,
    PLAIN,
    SEND,
    browser,  # noqa: F401
    control,
    fresh,  # noqa: F401
    mastodon,  # noqa: F401
    post,
)
from tests.e2e.pages.posts import CALL
from tests.e2e.pages.text_sites import MASTODON
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    go_on,
    see,
    wait_acts,
    wait_closed,
)

THANKS = "Terima kasih infonya"


@pytest.fixture
def known(fresh: Driver) -> Driver:
    """The timeline on the server that the rules know."""
    fresh.goto(f"https://{MASTODON}/")
    return fresh


def send(browser: Driver, way: str) -> None:
    if way == "keys":
        browser.press("Control+Enter")
    else:
        browser.click(SEND)


def test_a_reply_to_a_campaign_post_is_asked_about_once_when_it_is_begun(mastodon: Driver) -> None:
    see(mastodon, post(CAMPAIGNING), "campaign")
    mastodon.click(control(CAMPAIGNING, "reply"))
    assert "Membalas" in ask(mastodon).name
    go_on(mastodon, {f"open-reply-{CAMPAIGNING}": 1})
    mastodon.focus(BOX)
    mastodon.type(THANKS)
    mastodon.click(SEND)
    assert_free(mastodon, {f"open-reply-{CAMPAIGNING}": 1, f"reply-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_supporting_reply_to_a_neutral_post_is_asked_about_when_it_is_sent_and_batal_keeps_it(
    mastodon: Driver, way: str
) -> None:
    mastodon.click(control(PLAIN, "reply"))
    begun = {f"open-reply-{PLAIN}": 1}
    wait_acts(mastodon, begun)
    mastodon.focus(BOX)
    mastodon.type(CALL)
    send(mastodon, way)
    assert_held(mastodon, begun)
    mastodon.prompt_click(CANCEL)
    wait_closed(mastodon)
    assert mastodon.js("return document.querySelector(args[0]).value;", BOX).endswith(CALL)
    send(mastodon, way)
    go_on(mastodon, begun | {f"reply-{PLAIN}": 1})


def test_the_box_is_known_to_answer_a_post_where_the_rules_know_the_site(known: Driver) -> None:
    see(known, post(CAMPAIGNING), "campaign")
    known.js(
        "document.querySelector('.compose-form__indicator').innerHTML ="
        "`<div class='reply-indicator'><div class='reply-indicator__content'>${args[0]}</div></div>`;",
        CALL,
    )
    known.focus(BOX)
    known.type(THANKS)
    known.click(SEND)
    assert "Membalas" in ask(known).name
    assert_still(known, {})


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_new_post_is_judged_by_itself(mastodon: Driver, way: str) -> None:
    mastodon.focus(BOX)
    mastodon.type(THANKS)
    send(mastodon, way)
    wait_acts(mastodon, {"post": 1})
    mastodon.focus(BOX)
    mastodon.type(CALL)
    send(mastodon, way)
    assert "Mengirim" in ask(mastodon).name
    go_on(mastodon, {"post": 2})
    assert mastodon.js("return document.body.dataset.sent;") == CALL
