"""Mastodon's markup on two servers, and how it names what stands on it: its tests import the fixtures that they use.

One server is known to the rules; the other was added, and is read by roles and names alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, opened
from tests.e2e.fixtures import EXTENSION
from tests.e2e.own_pages import add_site
from tests.e2e.pages.text_sites import ELSEWHERE, MASTODON
from tests.e2e.steps import forget_answers

PLAIN, CAMPAIGNING = "111", "112"
BOX, SEND = ".compose-form textarea", ".compose-form button[type=submit]"


def post(name: str) -> str:
    """What has this name: a post, or an account."""
    return f'[data-id="{name}"]'


def control(name: str, does: str) -> str:
    """What does something to it."""
    return f"{post(name)} [data-does={does}]"


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser whose person added a server that no rule names."""
    with opened(browser_name, EXTENSION, network, workspace, allowed=(f"https://{ELSEWHERE}/*",)) as driver:
        add_site(driver, ELSEWHERE)
        yield driver


@pytest.fixture
def fresh(browser: Driver) -> Driver:
    """As everywhere, but the site that was added stays."""
    forget_answers(browser)
    answer = browser.background({"type": "set-settings", "patch": {"language": "id", "sensitivity": "normal"}})
    assert answer["settings"]["sitesAdded"] == [ELSEWHERE]
    return browser


@pytest.fixture(params=[MASTODON, ELSEWHERE])
def mastodon(fresh: Driver, request: pytest.FixtureRequest) -> Driver:
    """The timeline in Indonesian on either server."""
    fresh.goto(f"https://{request.param}/")
    return fresh
