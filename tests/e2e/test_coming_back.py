"""A page that one left and comes back to, as it was left, is guarded as before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, open_browser
from tests.e2e.fixtures import EXTENSION
from tests.e2e.servers import Served
from tests.e2e.steps import assert_held, forget, go_on, see, trust_account, wait_acts

PLAIN, LIKE = "#click-neutral [data-act]", "#click-campaign [data-act]"
INLINE = "#inline-campaign [data-act]"


@pytest.fixture
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser that keeps the pages one leaves; the other tests' Chromium does not."""
    driver = open_browser(browser_name, EXTENSION, network, workspace, keeps_pages=True)
    yield driver
    driver.close()


def test_a_page_that_was_left_and_came_back_is_guarded(browser: Driver, lab_server: Served) -> None:
    browser.goto(f"{lab_server.url}/demo/lab")
    see(browser, "#click-campaign", "campaign")
    browser.js("addEventListener('pageshow', (event) => { window.persisted = event.persisted; });")
    browser.goto(f"{lab_server.url}/without-extension/lab")
    browser.back()
    assert browser.js("return window.persisted;")
    browser.click(LIKE)
    assert_held(browser, {})
    go_on(browser, {"click-campaign": 1})
    browser.click(PLAIN)
    wait_acts(browser, {"click-campaign": 1, "click-neutral": 1})


def test_what_was_taken_back_meanwhile_is_asked_about_on_a_page_that_came_back(
    browser: Driver, lab_server: Served
) -> None:
    forget(browser)
    trust_account(browser, "demo", "inline-campaign")
    browser.goto(f"{lab_server.url}/demo/lab")
    see(browser, "#inline-campaign", "campaign")
    browser.click(INLINE)
    wait_acts(browser, {"inline-campaign": 1})
    browser.js("addEventListener('pageshow', (event) => { window.persisted = event.persisted; });")
    browser.goto(f"{lab_server.url}/without-extension/lab")
    browser.background({"type": "forget-account", "site": "demo", "account": "inline-campaign"})
    browser.back()
    assert browser.js("return window.persisted;")
    see(browser, "#inline-campaign", "campaign")
    browser.click(INLINE)
    assert_held(browser, {"inline-campaign": 1})
