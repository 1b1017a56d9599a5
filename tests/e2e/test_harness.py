"""The harness itself: what the other tests trust must be true."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, Network
from tests.e2e.servers import Served


def test_an_address_that_is_no_fixture_is_refused_and_written_down(
    browser: Driver, network: Network, lab_server: Served
) -> None:
    browser.goto(f"{lab_server.url}/demo/lab")
    with pytest.raises(Exception, match=r"(?i)fetch|network"):
        browser.ajs("await fetch('https://outside.example/');")
    assert "outside.example" in {request.host for request in network.gateway.requests}


def test_pages_carry_the_sites_true_names_over_https(browser: Driver) -> None:
    browser.goto("https://www.facebook.com/")
    assert browser.js("return [location.origin, isSecureContext];") == ["https://www.facebook.com", True]


def test_clicks_touches_and_keys_are_real(browser: Driver, lab_server: Served) -> None:
    browser.goto(f"{lab_server.url}/without-extension/lab")
    browser.click("#pointerup-neutral [data-act]")
    browser.tap("#touchend-neutral [data-act]")
    browser.focus("#role-button-neutral [data-act]")
    browser.press("Enter")
    assert browser.js("return trusts;") == {
        "pointerup-neutral": True,
        "touchend-neutral": True,
        "role-button-neutral": True,
    }
