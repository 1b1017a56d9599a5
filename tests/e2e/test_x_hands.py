"""Each of X's acts by each hand: what a mouse is asked, a finger and a key are asked, too."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once, press_by
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_unasked,
    go_on,
    see,
    step_back,
    wait_acts,
)

PLAIN, CAMPAIGNING = "101", "102"
PLAIN_POLL, CAMPAIGN_POLL = "103", "104"
COOK, CAMPAIGNER = "901", "902"
LAYER = "#layers"
CONFIRM, QUOTE = f"{LAYER} [role=menuitem][data-testid]", f"{LAYER} a[role=menuitem]"
BOX, SEND = f"{LAYER} [role=textbox]", f"{LAYER} [data-testid=tweetButton]"
SHARE, BY_MESSAGE = "button[aria-haspopup=menu]:not([data-testid])", f"{LAYER} [role=menuitem] + [role=menuitem]"
COMPOSER = ".compose [role=textbox]"

every_hand = pytest.mark.parametrize("hand", HANDS)


def post(number: str) -> str:
    return f'[data-id="{number}"]'


def control(number: str, name: str) -> str:
    return f'{post(number)} [data-testid="{name}"]'


def account(number: str, name: str) -> str:
    return f'[data-testid=UserCell] [data-testid="{number}-{name}"]'


@every_hand
@pytest.mark.parametrize(
    ("name", "act"), [("like", "like"), ("reply", "open-reply"), (f"{CAMPAIGNING}-follow", "follow")]
)
def test_a_campaign_post_asks_batal_does_nothing_and_lanjutkan_acts_once(
    x: Driver, name: str, act: str, hand: str
) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    assert_asks_and_acts_once(x, hand, control(CAMPAIGNING, name), f"{act}-{CAMPAIGNING}")


@pytest.mark.parametrize("act", ["follow", "subscribe"])
@every_hand
def test_an_account_that_campaigns_asks_batal_does_nothing_and_lanjutkan_acts_once(
    x: Driver, act: str, hand: str
) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    assert_asks_and_acts_once(x, hand, account(CAMPAIGNER, act), f"{act}-{CAMPAIGNER}")


@pytest.mark.parametrize("act", ["follow", "subscribe"])
def test_a_cook_is_free_and_so_is_leaving_who_campaigns(x: Driver, act: str) -> None:
    x.click(account(COOK, act))
    followed = f"{CAMPAIGNER}-un{act}"
    x.js("document.querySelector(args[0]).dataset.testid = args[1];", account(CAMPAIGNER, act), followed)
    x.click(account(CAMPAIGNER, f"un{act}"))
    assert_free(x, {f"{act}-{COOK}": 1, f"un{act}-{CAMPAIGNER}": 1})


@every_hand
@pytest.mark.parametrize(("item", "act"), [(CONFIRM, "repost"), (QUOTE, "open-quote")], ids=["repost", "quote"])
def test_the_menu_opens_freely_and_its_items_ask(x: Driver, item: str, act: str, hand: str) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    press_by(x, hand, control(CAMPAIGNING, "retweet"))
    assert_unasked(x)
    assert_asks_and_acts_once(x, hand, item, f"{act}-{CAMPAIGNING}")


def test_quoting_a_neutral_post_is_free(x: Driver) -> None:
    x.click(control(PLAIN, "retweet"))
    x.click(QUOTE)
    wait_acts(x, {f"open-quote-{PLAIN}": 1})
    x.focus(BOX)
    x.type("Enak")
    x.click(SEND)
    assert_free(x, {f"open-quote-{PLAIN}": 1, f"quote-{PLAIN}": 1})


def test_what_is_written_about_a_campaign_post_is_not_asked_about_twice(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.click(control(CAMPAIGNING, "retweet"))
    x.click(QUOTE)
    x.prompt_click(PROCEED)
    begun = {f"open-quote-{CAMPAIGNING}": 1}
    wait_acts(x, begun)
    x.focus(BOX)
    x.type("Lihat ini")
    x.click(SEND)
    assert_free(x, begun | {f"quote-{CAMPAIGNING}": 1})


@every_hand
def test_a_quote_begun_elsewhere_is_asked_about_when_it_is_sent(x: Driver, hand: str) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.js("quote(args[0]);", CAMPAIGNING)
    begun = {f"open-quote-{CAMPAIGNING}": 1}
    x.focus(BOX)
    x.type("Lihat ini")
    press_by(x, hand, SEND)
    assert "Mengutip" in ask(x).name
    step_back(x, begun)
    press_by(x, hand, SEND)
    go_on(x, begun | {f"quote-{CAMPAIGNING}": 1})


@every_hand
def test_a_vote_in_a_poll_asks_batal_does_nothing_and_lanjutkan_votes_once(x: Driver, hand: str) -> None:
    see(x, post(CAMPAIGN_POLL), "campaign")
    assert_asks_and_acts_once(x, hand, f"{post(CAMPAIGN_POLL)} [role=radio]", f"vote_poll-{CAMPAIGN_POLL}")


def test_voting_on_the_weather_is_free(x: Driver) -> None:
    x.click(f"{post(PLAIN_POLL)} [role=radio]")
    assert_free(x, {f"vote_poll-{PLAIN_POLL}": 1})


@every_hand
def test_sharing_by_message_asks_at_the_step_that_sends(x: Driver, hand: str) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    press_by(x, hand, f"{post(CAMPAIGNING)} {SHARE}")
    press_by(x, hand, BY_MESSAGE)
    opened = {f"open-share-{CAMPAIGNING}": 1}
    assert_free(x, opened)
    send = f"{LAYER} [role=dialog] button"
    asked_and_done_once(x, lambda: press_by(x, hand, send), opened, {f"share-{CAMPAIGNING}": 1})


def test_sharing_soup_and_copying_a_campaigns_link_are_free(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.click(f"{post(CAMPAIGNING)} {SHARE}")
    x.click(f"{LAYER} [role=menuitem]")
    x.click(f"{post(PLAIN)} {SHARE}")
    x.click(BY_MESSAGE)
    x.click(f"{LAYER} [role=dialog] button")
    opened = {f"open-share-{CAMPAIGNING}": 1, f"copy-{CAMPAIGNING}": 1, f"open-share-{PLAIN}": 1}
    assert_free(x, opened | {f"share-{PLAIN}": 1})


@pytest.mark.parametrize("host", ["www.x.com", "mobile.x.com"])
def test_the_other_hosts_are_guarded_too(fresh: Driver, host: str) -> None:
    fresh.goto(f"https://{host}/home")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, "like"))
    assert_held(fresh, {})


@every_hand
def test_a_neutral_post_is_liked_and_unliked_freely(x: Driver, hand: str) -> None:
    press_by(x, hand, control(PLAIN, "like"))
    wait_acts(x, {f"like-{PLAIN}": 1})
    press_by(x, hand, control(PLAIN, "unlike"))
    assert_free(x, {f"like-{PLAIN}": 1, f"unlike-{PLAIN}": 1})


@pytest.mark.matrix(act="post")
def test_a_finger_that_sends_ones_own_campaigning_post_is_asked(x: Driver) -> None:
    see(x, post(CAMPAIGNING), "campaign")
    x.focus(COMPOSER)
    x.type(SUPPORT)
    assert_asks_and_acts_once(x, "finger", "[data-testid=tweetButtonInline]", "post")
