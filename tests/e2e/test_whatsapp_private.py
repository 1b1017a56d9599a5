"""What two people write each other in WhatsApp Web is neither read nor guarded."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.pages.chat_posts import CALL, FRIEND
from tests.e2e.steps import assert_free, mark_level, see
from tests.e2e.whatsapp import EMOJI, FORWARD, REPLY, SEND_FORWARD, WAYS, control, go, post, send, write

MESSAGE, INVITATION, CAMPAIGN_POST = "51", "53", "12"


@pytest.fixture
def private(whatsapp: Driver) -> Driver:
    """A talk with one person, after the menu of a channel's campaign post was opened."""
    see(whatsapp, post(CAMPAIGN_POST), "campaign")
    whatsapp.rightclick(f"{post(CAMPAIGN_POST)} .selectable-text")
    whatsapp.js("document.getElementById('layers').replaceChildren();")
    go(whatsapp, FRIEND)
    return whatsapp


def test_reacting_is_free_and_no_earlier_post_is_meant(private: Driver) -> None:
    private.click(control(MESSAGE, "tray"))
    private.click(EMOJI)
    assert_free(private, {f"react-{MESSAGE}": 1})
    assert mark_level(private, post(MESSAGE)) is None


def test_handing_a_message_on_is_free(private: Driver) -> None:
    private.rightclick(f"{post(MESSAGE)} .selectable-text")
    private.click(FORWARD)
    private.click(SEND_FORWARD)
    assert_free(private, {f"forward-{MESSAGE}": 1})


@pytest.mark.parametrize("way", WAYS)
def test_writing_is_free(private: Driver, way: str) -> None:
    write(private, CALL)
    send(private, way)
    assert_free(private, {f"post-{FRIEND}": 1})


def test_answering_is_free(private: Driver) -> None:
    private.click(control(MESSAGE, "menu"))
    private.click(REPLY)
    write(private, CALL)
    send(private, "Enter")
    assert_free(private, {f"reply-{MESSAGE}": 1})


def test_the_name_of_the_other_is_not_read(private: Driver) -> None:
    private.js("document.querySelector('#main header span').textContent = 'Relawan Menangkan Partai Hanura';")
    private.click(control(INVITATION, "join-invite"))
    assert_free(private, {"join-invite": 1})


def test_roles_and_names_never_stand_in_where_no_group_was_opened(fresh: Driver) -> None:
    fresh.goto(f"https://web.whatsapp.com/#{FRIEND}")
    fresh.js("document.querySelector('#main').append(document.createElement('article'));")
    until(lambda: fresh.js("return performance.now() > 5500;"), "the time when other sites are read by roles and names")
    write(fresh, CALL)
    send(fresh, "button")
    assert_free(fresh, {f"post-{FRIEND}": 1})
