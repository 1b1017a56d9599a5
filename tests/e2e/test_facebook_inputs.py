"""Facebook's controls by mouse, finger and keyboard; its letters, its flyout, its dialogs, its events and groups."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver
from tests.e2e.hands import HANDS, asked_and_done_once, press_by
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import assert_free, assert_held, see, wait_acts

THANKS = "Terima kasih resepnya"
POST_BOX = "#layers [role=textbox]"


def button(post: str, does: str) -> str:
    return f"#{post} [data-does={does}]"


def layered(name: str) -> str:
    return f"#layers [aria-label='{name}']"


@pytest.mark.parametrize(
    ("hand", "post", "does"),
    [
        ("finger", "campaign", "like"),
        ("finger", "campaign", "follow"),
        ("finger", "campaign", "open-comment"),
        ("finger", "group", "join"),
        ("keyboard", "campaign", "follow"),
        ("keyboard", "campaign", "open-comment"),
        ("keyboard", "group", "join"),
        ("mouse", "campaign", "open-reply"),
        ("finger", "campaign", "open-reply"),
        ("keyboard", "campaign", "open-reply"),
    ],
)
def test_a_control_of_a_campaign_post_asks_with_any_input(facebook: Driver, hand: str, post: str, does: str) -> None:
    see(facebook, f"#{post}", "campaign")
    asked_and_done_once(facebook, lambda: press_by(facebook, hand, button(post, does)), {}, {f"{does}-{post}": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_the_controls_of_a_neutral_post_are_free_with_any_input(facebook: Driver, hand: str) -> None:
    done = {}
    for does in ("follow", "open-comment", "open-reply", "like"):
        press_by(facebook, hand, button("neutral", does))
        done[f"{does}-neutral"] = 1
        assert_free(facebook, done)


@pytest.mark.parametrize("hand", HANDS)
def test_taking_back_is_free_with_any_input(facebook: Driver, hand: str) -> None:
    for post, does in (("campaign", "like"), ("campaign", "follow"), ("group", "join")):
        see(facebook, f"#{post}", "campaign")
        facebook.js("window.showDone(document.querySelector(args[0]), true);", button(post, does))
        press_by(facebook, hand, button(post, does))
    assert_free(facebook, {"unlike-campaign": 1, "unfollow-campaign": 1, "unjoin-group": 1})


@pytest.mark.parametrize(("name", "act"), [("Suka", "like"), ("Super", "react")])
def test_the_flyout_of_hovering_stands_outside_the_post_and_asks_for_it(facebook: Driver, name: str, act: str) -> None:
    def choose() -> None:
        facebook.hover("#campaign")
        facebook.hover(button("campaign", "like"))
        facebook.click(layered(name))

    see(facebook, "#campaign", "campaign")
    asked_and_done_once(facebook, choose, {}, {f"{act}-campaign": 1})


def test_the_flyout_of_a_neutral_post_is_free(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.hover(button("neutral", "like"))
    facebook.click(layered("Suka"))
    facebook.hover("#neutral")
    facebook.hover(button("neutral", "like"))
    facebook.click(layered("Peduli"))
    assert_free(facebook, {"like-neutral": 1, "react-neutral": 1})


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
def test_a_reaction_from_the_picker_asks_by_finger_and_by_key(facebook: Driver, hand: str) -> None:
    def react() -> None:
        press_by(facebook, hand, button("campaign", "picker"))
        press_by(facebook, hand, layered("Peduli"))

    see(facebook, "#campaign", "campaign")
    asked_and_done_once(facebook, react, {}, {"react-campaign": 1})


@pytest.mark.matrix(act="react", input="finger")
def test_a_finger_that_stays_on_like_is_asked_before_the_reactions_show_and_not_again(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.hold(button("campaign", "like"))
    assert_held(facebook, {})
    facebook.prompt_click(PROCEED)
    facebook.tap(layered("Peduli"))
    assert_free(facebook, {"react-campaign": 1})


def test_a_finger_that_stays_on_the_like_of_a_neutral_post_is_free(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.hold(button("neutral", "like"))
    facebook.tap(layered("Peduli"))
    assert_free(facebook, {"react-neutral": 1})


@pytest.mark.parametrize("hand", ["finger", "keyboard"])
def test_sharing_asks_at_its_second_step_by_finger_and_by_key(facebook: Driver, hand: str) -> None:
    see(facebook, "#campaign", "campaign")
    press_by(facebook, hand, button("neutral", "open-share"))
    press_by(facebook, hand, layered("Bagikan sekarang"))
    free = {"open-share-neutral": 1, "share-neutral": 1}
    wait_acts(facebook, free)
    press_by(facebook, hand, button("campaign", "open-share"))
    opened = {**free, "open-share-campaign": 1}
    wait_acts(facebook, opened)
    act = layered("Bagikan sekarang")
    asked_and_done_once(facebook, lambda: press_by(facebook, hand, act), opened, {"share-campaign": 1})


@pytest.mark.parametrize(("letter", "does"), [("l", "like"), ("c", "open-comment")])
def test_a_letter_asks_as_the_mouse_does(facebook: Driver, letter: str, does: str) -> None:
    facebook.press("j", letter)
    assert_free(facebook, {f"{does}-neutral": 1})
    see(facebook, "#campaign", "campaign")
    facebook.focus("#campaign")
    asked_and_done_once(facebook, lambda: facebook.press(letter), {f"{does}-neutral": 1}, {f"{does}-campaign": 1})


def test_the_letter_that_takes_a_like_back_is_free(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.js("window.showDone(document.querySelector(args[0]), true);", button("campaign", "like"))
    facebook.focus("#campaign")
    facebook.press("l")
    assert_free(facebook, {"unlike-campaign": 1})


@pytest.mark.matrix(act="share", input="shortcut")
def test_the_letter_s_opens_the_dialog_and_the_dialog_asks(facebook: Driver) -> None:
    see(facebook, "#campaign", "campaign")
    facebook.focus("#campaign")
    facebook.press("s")
    opened = {"open-share-campaign": 1}
    assert_free(facebook, opened)
    act = layered("Bagikan sekarang")
    asked_and_done_once(facebook, lambda: press_by(facebook, "keyboard", act), opened, {"share-campaign": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_the_button_that_sends_a_supporting_comment_asks(facebook: Driver, hand: str) -> None:
    facebook.focus("#neutral [role=textbox]")
    facebook.type(SUPPORT)
    act = button("neutral", "send-comment")
    asked_and_done_once(facebook, lambda: press_by(facebook, hand, act), {}, {"comment-neutral": 1})


def test_the_button_that_sends_a_plain_comment_is_free(facebook: Driver) -> None:
    facebook.tap("#neutral [role=textbox]")
    facebook.type(THANKS)
    facebook.tap(button("neutral", "send-comment"))
    assert_free(facebook, {"comment-neutral": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_a_campaigning_post_of_ones_own_asks(facebook: Driver, hand: str) -> None:
    write(facebook, hand, SUPPORT)
    asked_and_done_once(facebook, lambda: press_by(facebook, hand, layered("Kirim")), {}, {"post-new": 1})


@pytest.mark.parametrize("hand", HANDS)
def test_a_plain_post_of_ones_own_is_free_whatever_was_read_before(facebook: Driver, hand: str) -> None:
    see(facebook, "#campaign", "campaign")
    press_by(facebook, hand, button("campaign", "open-share"))
    write(facebook, hand, THANKS)
    press_by(facebook, hand, layered("Kirim"))
    assert_free(facebook, {"open-share-campaign": 1, "post-new": 1})


def write(browser: Driver, hand: str, text: str) -> None:
    press_by(browser, hand, button("new", "write"))
    browser.click(POST_BOX)
    browser.type(text)


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize(("kind", "does"), [("events", "rsvp"), ("groups", "join")])
def test_the_head_of_an_event_and_of_a_group_is_what_one_goes_to(
    fresh: Driver, kind: str, does: str, hand: str
) -> None:
    fresh.goto(f"https://www.facebook.com/{kind}/neutral/")
    press_by(fresh, hand, button("neutral", does))
    wait_acts(fresh, {f"{does}-neutral": 1})
    press_by(fresh, hand, button("neutral", does))
    assert_free(fresh, {f"{does}-neutral": 1, f"un{does}-neutral": 1})
    fresh.goto(f"https://www.facebook.com/{kind}/campaign/")
    see(fresh, "[role=main]", "campaign")
    asked_and_done_once(fresh, lambda: press_by(fresh, hand, button("campaign", does)), {}, {f"{does}-campaign": 1})


@pytest.mark.parametrize(("kind", "does"), [("events", "rsvp"), ("groups", "join")])
def test_to_stay_away_is_free(fresh: Driver, kind: str, does: str) -> None:
    fresh.goto(f"https://www.facebook.com/{kind}/campaign/")
    see(fresh, "[role=main]", "campaign")
    fresh.js("window.showDone(document.querySelector(args[0]), true);", button("campaign", does))
    fresh.click(button("campaign", does))
    assert_free(fresh, {f"un{does}-campaign": 1})
