"""A feed in X's markup, under https://x.com/, with cells that are used again and a strict policy."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.pages.posts import CAMPAIGN, NEUTRAL
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    mark_level,
    see,
    wait_acts,
    wait_closed,
    write_anyway,
)

PLAIN, CAMPAIGNING = "101", "102"
CONFIRM = "#layers [role=menuitem]"
COMPOSER = ".compose [role=textbox]"


def post(number: str) -> str:
    return f'[data-id="{number}"]'


def control(number: str, name: str) -> str:
    return f'{post(number)} [data-testid="{name}"]'


def test_liking_a_neutral_post_works_as_if_we_were_not_there(x: Driver) -> None:
    x.click(control(PLAIN, "like"))
    assert_free(x, {"like-101": 1})


def test_liking_a_campaign_post_asks_and_lanjutkan_likes_it_once(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.click(control(CAMPAIGNING, "like"))
    assert_held(x, {})
    go_on(x, {"like-102": 1})


def test_unliking_is_free(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.js("document.querySelector(args[0]).dataset.testid = 'unlike';", control(CAMPAIGNING, "like"))
    x.click(control(CAMPAIGNING, "unlike"))
    assert_free(x, {"unlike-102": 1})


def test_a_repost_opens_its_menu_freely_and_asks_at_the_step_that_acts(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.click(control(CAMPAIGNING, "retweet"))
    assert_unasked(x)
    x.click(CONFIRM)
    assert_held(x, {})
    go_on(x, {"repost-102": 1})


def test_the_repost_menu_of_a_neutral_post_is_free_although_the_layer_is_the_same(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.click(control(CAMPAIGNING, "retweet"))
    x.click(control(PLAIN, "retweet"))
    x.click(CONFIRM)
    assert_free(x, {"repost-101": 1})


def test_undoing_a_repost_is_free(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.js("document.querySelector(args[0]).dataset.testid = 'unretweet';", control(CAMPAIGNING, "retweet"))
    x.click(control(CAMPAIGNING, "unretweet"))
    x.click(CONFIRM)
    assert_free(x, {"unrepost-102": 1})


def test_following_who_campaigns_is_asked_about(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.click(control(CAMPAIGNING, "102-follow"))
    assert_held(x, {})


def test_the_letter_l_likes_only_after_the_question(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.focus(post(CAMPAIGNING))
    x.press("l")
    assert_held(x, {})
    go_on(x, {"like-102": 1})


def test_the_letter_l_on_a_neutral_post_is_free(x: Driver) -> None:
    x.focus(post(PLAIN))
    x.press("l")
    assert_free(x, {"like-101": 1})


@pytest.mark.matrix(act="repost", input="shortcut")
def test_the_letter_t_opens_the_menu_and_the_menu_asks(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.focus(post(CAMPAIGNING))
    x.press("t")
    x.click(CONFIRM)
    assert_held(x, {})


@pytest.mark.matrix(act="reply", input="shortcut")
def test_the_letter_r_opens_a_reply_which_is_asked_about_when_it_is_sent(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.focus(post(CAMPAIGNING))
    x.press("r")
    wait_acts(x, {"open-reply-102": 1})
    write_anyway(x, "#layers [role=textbox]", "Baik")
    x.click("#layers [data-testid=tweetButton]")
    assert_held(x, {"open-reply-102": 1})


def test_letters_typed_into_a_box_are_text(x: Driver) -> None:
    x.focus(COMPOSER)
    x.type("lalu tulis rapi")
    assert_still(x, {})
    assert_unasked(x)


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_plain_post_of_ones_own_is_sent(x: Driver, way: str) -> None:
    x.focus(COMPOSER)
    x.type("Selamat pagi semuanya")
    send(x, way)
    assert_free(x, {"post": 1})


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_campaigning_post_of_ones_own_is_asked_about_and_kept(x: Driver, way: str) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.focus(COMPOSER)
    x.type(CAMPAIGN)
    send(x, way)
    assert_held(x, {})
    x.prompt_click(CANCEL)
    wait_closed(x)
    assert x.js("return document.querySelector(args[0]).textContent;", COMPOSER) == CAMPAIGN


@pytest.mark.parametrize("way", ["button", "keys"])
def test_lanjutkan_sends_ones_own_post_once(x: Driver, way: str) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.focus(COMPOSER)
    x.type(CAMPAIGN)
    send(x, way)
    go_on(x, {"post": 1})
    assert x.js("return document.body.dataset.sent;") == CAMPAIGN


def send(browser: Driver, way: str) -> None:
    if way == "keys":
        browser.press("Control+Enter")
    else:
        browser.click("[data-testid=tweetButtonInline]")


def test_a_cell_that_gets_another_post_is_judged_anew(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.js("recycle(args[0], args[1], args[2]);", CAMPAIGNING, "201", NEUTRAL)
    until(lambda: mark_level(x, post("201")) is None, "the mark to go with its post")
    x.click(control("201", "like"))
    assert_free(x, {"like-201": 1})


def test_a_neutral_cell_that_turns_into_a_campaign_post_is_asked_about(x: Driver) -> None:
    x.js("recycle(args[0], args[1], args[2]);", PLAIN, "202", CAMPAIGN)
    see(x, post("202"), "campaign")
    x.click(control("202", "like"))
    assert_held(x, {})


def test_lanjutkan_never_lands_on_another_post(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.click(control(CAMPAIGNING, "like"))
    ask(x)
    x.js("recycle(args[0], args[1], args[2]);", CAMPAIGNING, "203", NEUTRAL)
    x.prompt_click(PROCEED)
    wait_closed(x)
    assert_still(x, {})


def test_the_dialog_keeps_its_looks_under_the_sites_policy(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.click(control(CAMPAIGNING, "like"))
    prompt = ask(x)
    middle = x.js("return [innerWidth, innerHeight];")
    button = prompt.button(CANCEL)
    assert 0 < button.x < middle[0]
    assert middle[1] * 0.2 < button.y < middle[1]
