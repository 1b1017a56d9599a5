"""WhatsApp Web under its true name: channels, their posts, and what hands them on."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.pages.chat_posts import AUTHORITY, CAMPAIGNERS, CHANNEL, FRIEND, SUPPORTERS
from tests.e2e.steps import (
    assert_free,
    assert_held,
    assert_unasked,
    go_on,
    mark_level,
    see,
    step_back,
)
from tests.e2e.whatsapp import COPY, EMOJI, FOLLOW, FORWARD, INVITED, SEND_FORWARD, control, go, post

NEUTRAL_POST, CAMPAIGN_POST, PLAIN_POLL, CAMPAIGN_POLL = "11", "12", "13", "14"
OPENERS = ["tray", "menu", "right click"]


def open_reactions(browser: Driver, number: str, by: str) -> None:
    if by == "right click":
        browser.rightclick(f"{post(number)} .selectable-text")
    else:
        browser.click(control(number, by))


def open_forward(browser: Driver, number: str, way: str) -> None:
    if way == "menu":
        browser.click(control(number, "menu"))
        browser.click(FORWARD)
    else:
        browser.click(control(number, "open-forward"))


def test_reacting_to_a_neutral_post_works_as_if_we_were_not_there(whatsapp: Driver) -> None:
    whatsapp.click(control(NEUTRAL_POST, "tray"))
    whatsapp.click(EMOJI)
    assert_free(whatsapp, {f"react-{NEUTRAL_POST}": 1})
    assert mark_level(whatsapp, post(NEUTRAL_POST)) is None


@pytest.mark.parametrize("by", OPENERS)
def test_reacting_to_a_campaign_post_asks_and_batal_leaves_it(whatsapp: Driver, by: str) -> None:
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    open_reactions(whatsapp, CAMPAIGN_POST, by)
    assert_unasked(whatsapp)
    whatsapp.click(EMOJI)
    assert_held(whatsapp, {})
    step_back(whatsapp, {})


def test_lanjutkan_reacts_exactly_once(whatsapp: Driver) -> None:
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    whatsapp.click(control(CAMPAIGN_POST, "tray"))
    whatsapp.click(EMOJI)
    go_on(whatsapp, {f"react-{CAMPAIGN_POST}": 1})


def test_a_finger_is_asked_too(whatsapp: Driver) -> None:
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    whatsapp.tap(control(CAMPAIGN_POST, "tray"))
    whatsapp.tap(EMOJI)
    assert_held(whatsapp, {})
    go_on(whatsapp, {f"react-{CAMPAIGN_POST}": 1})


@pytest.mark.parametrize("by", ["tray", "menu"])
def test_keys_are_asked_too(whatsapp: Driver, by: str) -> None:
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    whatsapp.focus(control(CAMPAIGN_POST, by))
    whatsapp.press("Enter")
    whatsapp.focus(EMOJI)
    whatsapp.press("Enter")
    assert_held(whatsapp, {})
    go_on(whatsapp, {f"react-{CAMPAIGN_POST}": 1})


@pytest.mark.parametrize("by", OPENERS)
def test_the_reactions_of_a_neutral_post_are_free_although_the_layer_is_the_same(whatsapp: Driver, by: str) -> None:
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    open_reactions(whatsapp, CAMPAIGN_POST, by)
    whatsapp.js("document.getElementById('layers').replaceChildren();")
    open_reactions(whatsapp, NEUTRAL_POST, by)
    whatsapp.click(EMOJI)
    assert_free(whatsapp, {f"react-{NEUTRAL_POST}": 1})


def test_what_else_stands_in_the_menu_is_free(whatsapp: Driver) -> None:
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    whatsapp.click(control(CAMPAIGN_POST, "menu"))
    whatsapp.click(COPY)
    assert_free(whatsapp, {f"copy-{CAMPAIGN_POST}": 1})


@pytest.mark.parametrize("way", ["side button", "menu"])
def test_handing_a_campaign_post_on_is_asked_about_at_the_step_that_sends(whatsapp: Driver, way: str) -> None:
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    open_forward(whatsapp, CAMPAIGN_POST, way)
    whatsapp.click(f'#layers [data-chat="{FRIEND}"]')
    assert_unasked(whatsapp)
    whatsapp.click(SEND_FORWARD)
    assert_held(whatsapp, {})
    go_on(whatsapp, {f"forward-{CAMPAIGN_POST}": 1})


@pytest.mark.parametrize("way", ["side button", "menu"])
def test_handing_a_neutral_post_on_is_free(whatsapp: Driver, way: str) -> None:
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    open_forward(whatsapp, NEUTRAL_POST, way)
    whatsapp.click(SEND_FORWARD)
    assert_free(whatsapp, {f"forward-{NEUTRAL_POST}": 1})


def test_following_a_neutral_channel_is_free(whatsapp: Driver) -> None:
    whatsapp.click(FOLLOW)
    assert_free(whatsapp, {f"follow-{CHANNEL}": 1})


def test_following_a_supporters_channel_is_asked_about_and_unfollowing_is_free(whatsapp: Driver) -> None:
    go(whatsapp, CAMPAIGNERS)
    see(whatsapp, "#main", "campaign")
    whatsapp.click(FOLLOW)
    assert_held(whatsapp, {})
    go_on(whatsapp, {f"follow-{CAMPAIGNERS}": 1})
    whatsapp.background({"type": "delete-data"})
    whatsapp.click(FOLLOW)
    assert_free(whatsapp, {f"follow-{CAMPAIGNERS}": 1, f"unfollow-{CAMPAIGNERS}": 1})


def test_an_invitation_to_a_supporters_group_is_asked_about(whatsapp: Driver) -> None:
    whatsapp.js("window.invite();")
    whatsapp.click(INVITED)
    assert_held(whatsapp, {})
    go_on(whatsapp, {"join-invite": 1})


def test_choosing_in_a_plain_poll_is_free(whatsapp: Driver) -> None:
    whatsapp.click(control(PLAIN_POLL, "vote"))
    assert_free(whatsapp, {f"vote-{PLAIN_POLL}": 1})


def test_choosing_in_a_campaigning_poll_is_asked_about_and_taking_it_back_is_free(whatsapp: Driver) -> None:
    see(whatsapp, post(CAMPAIGN_POLL), "campaign")
    whatsapp.click(control(CAMPAIGN_POLL, "vote"))
    assert_held(whatsapp, {})
    go_on(whatsapp, {f"vote-{CAMPAIGN_POLL}": 1})
    whatsapp.background({"type": "delete-data"})
    whatsapp.click(control(CAMPAIGN_POLL, "vote"))
    assert_free(whatsapp, {f"vote-{CAMPAIGN_POLL}": 1, f"unvote-{CAMPAIGN_POLL}": 1})


def test_a_channel_speaks_for_itself_and_a_neutral_one_never_campaigns(whatsapp: Driver) -> None:
    go(whatsapp, AUTHORITY)
    see(whatsapp, post("41"), "mention")
    whatsapp.click(control("41", "tray"))
    whatsapp.click(EMOJI)
    assert_free(whatsapp, {"react-41": 1})


def test_a_chat_whose_last_words_are_to_follow_is_opened_freely(whatsapp: Driver) -> None:
    whatsapp.click(f'[data-chat="{SUPPORTERS}"] [role=gridcell]')
    until(lambda: whatsapp.js("return !!document.querySelector(args[0]);", post("21")), "the chat to open")
    assert_unasked(whatsapp)
