"""A disk without room: what was not saved is not shown as saved, and is said where a person sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, open_browser, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.own_pages import choose, open_options, text

pytestmark = pytest.mark.matrix(site="")

UNSAVED = "perubahan ini belum tersimpan"
IN_SIGHT = """
    const { top, bottom } = document.getElementById('trouble').getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
"""


@pytest.fixture
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser of its own, in which nothing can be stored any more afterwards."""
    driver = open_browser(browser_name, EXTENSION, network, workspace)
    yield driver
    driver.close()


def test_the_page_that_welcomes_does_not_say_saved_of_what_was_not(fresh: Driver) -> None:
    fresh.goto(fresh.ext_url("welcome/welcome.html"))
    until(lambda: text(fresh, "sites"), "the page to be filled")
    choose(fresh, "employment", "pns")
    until(lambda: text(fresh, "saved"), "the choice to be kept")
    fresh.deny_storage()
    fresh.stop_background()
    choose(fresh, "employment", "perangkat-desa")
    until(lambda: UNSAVED in text(fresh, "trouble"), "the page to say so")
    assert text(fresh, "saved") == ""
    assert fresh.js("return document.getElementById('employment').value;") != "perangkat-desa"


def test_on_the_options_it_is_said_in_sight_and_the_control_goes_back(fresh: Driver) -> None:
    fresh.deny_storage()
    fresh.stop_background()
    open_options(fresh)
    fresh.click("#counting")
    until(lambda: UNSAVED in text(fresh, "trouble"), "the page to say so")
    until(lambda: fresh.js(IN_SIGHT), "it to be in sight")
    assert fresh.js("return document.getElementById('counting').checked;")
