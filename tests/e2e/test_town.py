"""A town's page that nobody wrote an adapter for: the general reader knows each act by its name, whatever the hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, opened, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once
from tests.e2e.own_pages import add_site
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.pages.town import HOST, PATH
from tests.e2e.steps import assert_free, assert_held, forget_answers, mark_level, see

ON_POSTS = ["like", "react", "share", "repost", "quote", "comment", "reply", "rsvp", "vote_poll"]
ON_PLACES = ["follow", "subscribe", "join"]

every_hand = pytest.mark.parametrize("hand", HANDS)


def control(place: str, does: str) -> str:
    return f"[data-id={place}] [data-does={does}]"


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser whose person added the town's site."""
    with opened(browser_name, EXTENSION, network, workspace, allowed=(f"https://{HOST}/*",)) as driver:
        add_site(driver, HOST)
        yield driver


@pytest.fixture
def town(browser: Driver) -> Driver:
    """The page in Indonesian, with nothing answered before, and read."""
    forget_answers(browser)
    browser.background({"type": "set-settings", "patch": {"language": "id"}})
    browser.goto(f"https://{HOST}{PATH}")
    see(browser, "[data-id=campaign]", "campaign")
    return browser


@every_hand
@pytest.mark.parametrize("does", ON_POSTS)
def test_a_campaign_post_asks_batal_does_nothing_and_lanjutkan_acts_once(town: Driver, does: str, hand: str) -> None:
    assert_asks_and_acts_once(town, hand, control("campaign", does), f"{does}-campaign")


@every_hand
@pytest.mark.parametrize("does", ON_PLACES)
def test_a_group_that_campaigns_asks_batal_does_nothing_and_lanjutkan_acts_once(
    town: Driver, does: str, hand: str
) -> None:
    assert_asks_and_acts_once(town, hand, control("relawan", does), f"{does}-relawan")


@pytest.mark.parametrize(
    ("place", "does"), [*(("neutral", one) for one in ON_POSTS), *(("kebun", one) for one in ON_PLACES)]
)
def test_a_neutral_post_and_a_garden_are_free(town: Driver, place: str, does: str) -> None:
    town.click(control(place, does))
    assert_free(town, {f"{does}-{place}": 1})


@pytest.mark.parametrize(
    ("place", "does", "name"),
    [
        ("campaign", "react", "Hapus tanggapan"),
        ("campaign", "repost", "Batalkan posting ulang"),
        ("relawan", "follow", "Berhenti mengikuti"),
        ("relawan", "subscribe", "Berhenti berlangganan"),
        ("relawan", "join", "Keluar dari grup"),
    ],
)
def test_taking_back_is_free(town: Driver, place: str, does: str, name: str) -> None:
    town.js("document.querySelector(args[0]).textContent = args[1];", control(place, does), name)
    town.click(control(place, does))
    assert_free(town, {f"un{does}-{place}": 1})


def test_staying_away_after_all_is_free(town: Driver) -> None:
    town.js("document.querySelector(args[0]).ariaPressed = 'true';", control("campaign", "rsvp"))
    town.click(control("campaign", "rsvp"))
    assert_free(town, {"unrsvp-campaign": 1})


@every_hand
def test_ones_own_campaigning_news_asks_batal_keeps_it_and_lanjutkan_sends_it_once(town: Driver, hand: str) -> None:
    town.focus(".new textarea")
    town.type(SUPPORT)
    assert_asks_and_acts_once(town, hand, ".new button", "post")
    assert town.js("return document.querySelector('.new textarea').value;") == SUPPORT


# A comment is written on one line: Enter sends it, by the browser's own hand in a form, else by the page's.
LINE = """
    const field = document.createElement('input');
    field.setAttribute(args[1], 'Tulis komentar…');
    const form = document.createElement('form');
    if (!args[2]) field.addEventListener('keydown', (event) => event.key === 'Enter' && window.act('post', event));
    document.querySelector(`[data-id=${args[0]}]`).append(args[2] ? form : field);
    form.append(...(args[2] ? [field] : []));
    field.focus();
"""


def send_line(town: Driver) -> None:
    town.focus("[data-id] input:not([type])")
    town.press("Enter")


@pytest.mark.matrix(act="comment", input="keyboard")
@pytest.mark.parametrize("form", [True, False], ids=["form", "script"])
@pytest.mark.parametrize("name", ["aria-label", "placeholder"])
def test_a_supporting_comment_of_one_line_asks_and_is_sent_once(town: Driver, name: str, form: bool) -> None:
    town.js(LINE, "neutral", name, form)
    town.type(SUPPORT)
    asked_and_done_once(town, lambda: send_line(town), {}, {"post": 1})


@pytest.mark.parametrize("form", [True, False], ids=["form", "script"])
def test_a_plain_comment_of_one_line_is_sent_at_once(town: Driver, form: bool) -> None:
    town.js(LINE, "neutral", "aria-label", form)
    town.type("Terima kasih")
    send_line(town)
    assert_free(town, {"post": 1})


@pytest.mark.parametrize("private", ["/messages/7", "/kampung/inbox"])
def test_where_people_write_each_other_nothing_is_read_and_the_page_before_is_guarded_again(
    town: Driver, private: str
) -> None:
    town.js("history.pushState(null, '', args[0]);", private)
    until(lambda: mark_level(town, "[data-id=campaign]") is None, "the mark to go")
    town.click(control("campaign", "like"))
    town.focus(".new textarea")
    town.type(SUPPORT)
    town.click(".new button")
    free = {"like-campaign": 1, "post": 1}
    assert_free(town, free)
    town.js("history.back();")
    see(town, "[data-id=campaign]", "campaign")
    town.click(control("campaign", "share"))
    assert_held(town, free)


ARCHIVES = ["/archives/list/warga@lists.example/message/ABC123/", "/g/warga/message/42"]


@pytest.mark.parametrize("archive", ARCHIVES)
def test_a_public_archive_of_messages_is_no_private_place(town: Driver, archive: str) -> None:
    town.js("history.pushState(null, '', args[0]);", archive)
    town.click(control("campaign", "like"))
    assert_held(town, {})


def test_what_is_pressed_at_once_where_people_write_each_other_is_free(town: Driver) -> None:
    town.js(
        "history.pushState(null, '', '/chat/7'); document.querySelector(args[0]).click();", control("campaign", "like")
    )
    assert_free(town, {"like-campaign": 1})
