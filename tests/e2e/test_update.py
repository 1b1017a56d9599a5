"""What an update of the extension, or switching it off and on, leaves behind: nothing that stands in anybody's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, open_browser, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.servers import Served
from tests.e2e.steps import acts, ask, assert_held, see, wait_acts, wait_closed

LIKE, PLAIN = "#click-campaign [data-act]", "#click-neutral [data-act]"


@pytest.fixture(scope="module")
def own_browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser for this module alone: the shared one keeps its extension as it was installed."""
    driver = open_browser(browser_name, EXTENSION, network, workspace)
    yield driver
    driver.close()


@pytest.fixture
def page(own_browser: Driver, lab_server: Served) -> Driver:
    """The laboratory page with its marks, read by the extension that is about to be replaced."""
    own_browser.background({"type": "set-settings", "patch": {"language": "id"}})
    own_browser.goto(f"{lab_server.url}/demo/lab")
    see(own_browser, "#click-campaign", "campaign")
    return own_browser


def test_the_page_goes_on_working_and_shows_no_mark_twice(page: Driver) -> None:
    page.update_extension()
    page.click(PLAIN)
    wait_acts(page, {"click-neutral": 1})
    page.focus("#textarea-neutral textarea")
    page.type("Terima kasih")
    page.press("Enter")
    wait_acts(page, {"click-neutral": 1, "textarea-neutral": 1})
    marked = page.js(
        "return [...document.querySelectorAll('jaga-jempol-mark')].map((mark) => mark.closest('article').id);"
    )
    assert sorted(marked) == sorted(set(marked))


def test_no_press_falls_on_a_dead_guard(page: Driver) -> None:
    page.update_extension()
    page.click(LIKE)
    until(lambda: acts(page) == {"click-campaign": 1} or page.prompt(), "the press to act or to be asked about")


def test_a_question_that_was_open_keeps_nobody_from_the_page(page: Driver) -> None:
    page.click(LIKE)
    ask(page)
    page.update_extension()
    page.press("Escape")
    wait_closed(page)
    page.click(PLAIN)
    wait_acts(page, {"click-neutral": 1})


def test_the_page_that_welcomes_is_not_opened_again(page: Driver) -> None:
    page.update_extension()
    page.background({"type": "get-settings"})
    opened = page.extension_js(
        "return api.extension.getViews({ type: 'tab' }).map(({ location }) => location.pathname);"
    )
    assert opened == ["/options/options.html"]


def test_after_a_reload_it_is_guarded_by_the_new_copy(page: Driver, lab_server: Served) -> None:
    page.update_extension()
    page.goto(f"{lab_server.url}/demo/lab")
    see(page, "#click-campaign", "campaign")
    page.click(LIKE)
    assert_held(page, {})


def test_switched_off_and_on_a_pause_still_ends(page: Driver) -> None:
    page.background({"type": "pause", "for": "15m"})
    page.switch_off_and_on()
    ends = "return (await api.alarms.get('pause-ends')) !== undefined;"
    until(lambda: page.extension_js(ends), "the end of the pause to be awaited")
    page.background({"type": "resume"})


def test_switched_off_and_on_it_guards_what_is_opened_from_then_on(page: Driver, lab_server: Served) -> None:
    page.switch_off_and_on()
    page.goto(f"{lab_server.url}/demo/lab")
    see(page, "#click-campaign", "campaign")
    page.click(LIKE)
    assert_held(page, {})
