"""The harness itself: what the other tests trust must be true."""

from __future__ import annotations

import json

import pytest

from tests.e2e.drivers import Driver, Network
from tests.e2e.screens import AXE, faults
from tests.e2e.servers import Served
from tests.e2e.steps import ask, see


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


def test_axe_is_the_one_that_is_pinned() -> None:
    pinned = json.loads(AXE.with_name("package.json").read_text(encoding="utf-8"))["devDependencies"]["axe-core"]
    assert AXE.read_text(encoding="utf-8").startswith(f"/*! axe v{pinned}\n")


def test_axe_sees_into_our_closed_roots_beside_the_body(lab: Driver) -> None:
    see(lab, "#click-strong", "campaign")
    lab.click("#click-strong [data-act]")
    ask(lab)
    lab.open_roots()
    lab.js(
        """const { shadowRoot } = document.querySelector('jaga-jempol-prompt');
        shadowRoot.querySelector('h2').style.color = '#aaaaaa';"""
    )
    lab.look(still=True)
    [found] = faults(lab, "jaga-jempol-prompt")
    lab.look()
    assert found.startswith('color-contrast: <h2 id="heading"')
