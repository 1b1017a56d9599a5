"""Facebook's other hosts and pages: those for telephones, the plain one, and the one that other sites share by."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver, Network, until
from tests.e2e.hands import asked_and_done_once, assert_asks_and_acts_once, press_by
from tests.e2e.pages.news_sites import BASIC, MOBILE, WEB
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
    wait_forms,
)

THANKS = "Terima kasih resepnya"


@pytest.fixture
def mobile(fresh: Driver) -> Driver:
    """The feed for telephones."""
    fresh.goto(f"https://{MOBILE}/")
    return fresh


def test_the_host_that_is_ordinary_in_indonesia_is_guarded_too(fresh: Driver) -> None:
    fresh.goto(f"https://{WEB}/")
    see(fresh, "#campaign", "campaign")
    fresh.click("#campaign [data-does=like]")
    assert_held(fresh, {})
    go_on(fresh, {"like-campaign": 1})


@pytest.mark.parametrize("gesture", ["click", "tap"])
def test_a_like_on_the_telephones_page_is_asked_about_where_it_is_a_campaigns(mobile: Driver, gesture: str) -> None:
    getattr(mobile, gesture)("#neutral [data-does]")
    wait_acts(mobile, {"like-neutral": 1})
    see(mobile, "#campaign", "campaign")
    getattr(mobile, gesture)("#campaign [data-does]")
    assert_held(mobile, {"like-neutral": 1})
    go_on(mobile, {"like-neutral": 1, "like-campaign": 1})


def test_batal_on_the_telephones_page_likes_nothing(mobile: Driver) -> None:
    see(mobile, "#campaign", "campaign")
    mobile.tap("#campaign [data-does]")
    step_back(mobile, {})


@pytest.mark.parametrize(("text", "asked"), [(THANKS, False), (SUPPORT, True)])
def test_a_comment_on_the_telephones_page_is_judged_when_it_is_sent(mobile: Driver, text: str, asked: bool) -> None:
    mobile.click("#neutral textarea")
    mobile.type(text)
    mobile.click("#neutral button")
    if asked:
        assert_held(mobile, {})
        mobile.prompt_click(PROCEED)
    assert_free(mobile, {"comment-neutral": 1})


@pytest.mark.parametrize(("does", "hand"), [("like", "finger"), ("follow", "mouse"), ("join", "keyboard")])
def test_the_head_of_a_page_or_group_on_the_telephones_page_asks(fresh: Driver, does: str, hand: str) -> None:
    fresh.goto(f"https://{MOBILE}/?head=campaign")
    see(fresh, "#campaign", "campaign")
    assert_asks_and_acts_once(fresh, hand, f"#head [data-does={does}]", does)


def test_the_head_of_a_cooks_page_on_the_telephones_page_is_free(fresh: Driver) -> None:
    fresh.goto(f"https://{MOBILE}/?head=neutral")
    see(fresh, "#campaign", "campaign")
    for does in ("like", "follow", "join"):
        fresh.tap(f"#head [data-does={does}]")
    assert_free(fresh, {"like": 1, "follow": 1, "join": 1})


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
def test_sharing_on_the_telephones_page_asks_at_its_second_step(mobile: Driver, hand: str) -> None:
    see(mobile, "#campaign", "campaign")
    press_by(mobile, hand, "#campaign [data-does=open-share]")
    opened = {"open-share": 1}
    wait_acts(mobile, opened)
    share = "#layers [data-does=share]"
    asked_and_done_once(mobile, lambda: press_by(mobile, hand, share), opened, {"share": 1})


@pytest.mark.parametrize("hand", ["finger", "mouse"])
def test_a_campaigning_post_of_ones_own_on_the_telephones_page_asks(mobile: Driver, hand: str) -> None:
    mobile.focus("#new textarea")
    mobile.type(SUPPORT)
    assert_asks_and_acts_once(mobile, hand, "#new [data-does=post]", "post")


@pytest.fixture
def basic(fresh: Driver) -> Driver:
    """The plain feed: links and native forms, no script that acts."""
    fresh.goto(f"https://{BASIC}/")
    return fresh


def arrived(browser: Driver, text: str) -> None:
    """Wait for the page with which the plain site answers."""
    until(lambda: browser.js("return document.body?.dataset.sent;") == text, "the page that answers")


def test_a_like_that_is_a_link_is_followed_at_once_where_no_campaign_is(basic: Driver) -> None:
    basic.click("#neutral footer a")
    arrived(basic, "neutral")


def test_a_like_that_is_a_link_is_asked_about_and_followed_once(basic: Driver, network: Network) -> None:
    before = likes(network)
    see(basic, "#campaign", "campaign")
    basic.click("#campaign footer a")
    ask(basic)
    assert likes(network) == before
    button = basic.prompt_button(PROCEED)
    basic.click((button.x, button.y))
    arrived(basic, "campaign")
    assert likes(network) == before + 1


def likes(network: Network) -> int:
    return sum(request.path == "/a/like.php" for request in network.sites.received)


def test_a_comment_in_a_native_form_is_judged_when_it_is_sent(basic: Driver, network: Network) -> None:
    before = forms(network)
    basic.click("#neutral textarea")
    basic.type(SUPPORT)
    basic.click("#neutral input")
    ask(basic)
    assert forms(network) == before
    button = basic.prompt_button(PROCEED)
    basic.click((button.x, button.y))
    until(lambda: basic.js("return document.body?.dataset.does;") == "sent", "the page that answers")
    wait_forms(network, [*before, f"comment_text={SUPPORT}"])


@pytest.mark.parametrize(("of", "text"), [("campaign", ""), ("neutral", SUPPORT)])
def test_passing_on_what_campaigns_is_asked_about_at_the_last_step(fresh: Driver, of: str, text: str) -> None:
    share(fresh, of, text)
    assert_held(fresh, {})
    go_on(fresh, {"share": 1})


def test_passing_on_what_takes_no_side_is_free(fresh: Driver) -> None:
    share(fresh, "neutral", THANKS)
    assert_free(fresh, {"share": 1})


def share(browser: Driver, of: str, text: str) -> None:
    browser.goto(f"https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fkabar.example%2F&of={of}")
    if text:
        browser.click("[role=textbox]")
        browser.type(text)
    browser.click("#send")
