"""An application that nobody wrote an adapter for, on a server that a person added: roles and names must do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, Network, until
from tests.e2e.fixtures import with_sites
from tests.e2e.pages.forum import HOST, TOPIC
from tests.e2e.steps import QUIET_SECONDS, assert_unasked, mark_level, see, wait_closed

CAMPAIGN, PLAIN = "1", "2"
BOX = ".js-reply textarea"
SEND = ".js-reply [type=submit]"


def comment(number: str) -> str:
    return f"#c{number}"


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser whose person added the forum."""
    yield from with_sites(browser_name, network, workspace, HOST)


@pytest.fixture
def forum(fresh: Driver, network: Network) -> Driver:
    """The topic, and nothing posted to the forum yet."""
    network.sites.received.clear()
    fresh.goto(f"https://{HOST}{TOPIC}")
    see(fresh, comment(CAMPAIGN), "campaign")
    return fresh


def posted(network: Network) -> list[str]:
    """What the forum's server was made to do; that a comment was seen it is told anyway."""
    paths = [request.path for request in network.sites.received if request.method == "POST"]
    return [path for path in paths if not path.startswith("/comment/bookmark/")]


def asked_for(network: Network, path: str) -> int:
    """How often a page was asked for."""
    return [request.path for request in network.sites.received].count(path)


def wait_posted(network: Network, *paths: str) -> None:
    until(lambda: posted(network) == list(paths), f"the forum to get {paths}, not {posted(network)}")
    time.sleep(QUIET_SECONDS)
    assert posted(network) == list(paths)


def test_only_the_campaign_comment_bears_the_mark(forum: Driver) -> None:
    assert [mark_level(forum, comment(number)) for number in "123"] == ["campaign", None, None]


def test_a_neutral_comment_is_liked_once_and_the_like_taken_back(forum: Driver, network: Network) -> None:
    forum.click(f"{comment(PLAIN)} .js-like")
    wait_posted(network, f"/comment/like/{PLAIN}/create/")
    forum.click(f"{comment(PLAIN)} .js-like")
    wait_posted(network, f"/comment/like/{PLAIN}/create/", f"/comment/like/{PLAIN}/delete/")
    assert_unasked(forum)


def test_liking_a_campaign_comment_asks_and_batal_sends_nothing(forum: Driver, network: Network) -> None:
    forum.click(f"{comment(CAMPAIGN)} .js-like")
    forum.wait_prompt()
    forum.prompt_click(CANCEL)
    wait_closed(forum)
    wait_posted(network)


def test_lanjutkan_likes_it_once_and_taking_it_back_is_free(forum: Driver, network: Network) -> None:
    forum.click(f"{comment(CAMPAIGN)} .js-like")
    forum.wait_prompt()
    forum.prompt_click(PROCEED)
    wait_posted(network, f"/comment/like/{CAMPAIGN}/create/")
    forum.click(f"{comment(CAMPAIGN)} .js-like")
    wait_posted(network, f"/comment/like/{CAMPAIGN}/create/", f"/comment/like/{CAMPAIGN}/delete/")
    assert_unasked(forum)


@pytest.mark.matrix(act="like")
def test_the_keyboard_is_asked_too(forum: Driver, network: Network) -> None:
    forum.js("document.querySelector(args[0]).focus();", f"{comment(CAMPAIGN)} .js-like")
    forum.press("Enter")
    forum.wait_prompt()
    forum.press("Escape")
    wait_closed(forum)
    wait_posted(network)


@pytest.mark.parametrize(("words", "asked"), [("Terima kasih infonya", False), ("Ayo coblos nomor 1 Damar!", True)])
def test_an_answer_is_judged_before_its_form_is_sent(forum: Driver, network: Network, words: str, asked: bool) -> None:
    forum.js("window.sentFrom = true;")
    forum.click(BOX)
    forum.type(words)
    forum.click(SEND)
    if asked:
        forum.wait_prompt()
        forum.prompt_click(CANCEL)
        wait_closed(forum)
        assert forum.js("return document.querySelector(args[0]).value;", BOX).endswith(words)
        wait_posted(network)
    else:
        wait_posted(network, "/comment/1/publish/")
        until(lambda: asked_for(network, TOPIC) == 2, "the topic to be shown again")
        until(lambda: forum.js("return !window.sentFrom && document.readyState === 'complete';"), "it to be there")
        see(forum, comment(CAMPAIGN), "campaign")
