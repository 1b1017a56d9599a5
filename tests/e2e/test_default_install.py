"""As installed, nothing leaves the browser; and the extension's own pages work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.drivers import CANCEL, Driver, Network, open_browser, until
from tests.e2e.fixtures import EXTENSION, HOSTS
from tests.e2e.servers import Served
from tests.e2e.steps import see, wait_closed

# A browser calls its maker now and then (updates, certificates); the gateway refuses it, and it is not our doing.
MAKERS = re.compile(r"(^|\.)(google|googleapis|gvt1|gstatic|mozilla|firefox)\.(com|org|net)$")
OWN_PATHS = re.compile(r"^(/|/home|/demo/lab|/favicon\.ico|/static/[a-z]+\.(js|css|svg))$")
FEEDS = [
    ("https://www.facebook.com/", "#campaign"),
    ("https://www.instagram.com/", "#campaign"),
    ("https://x.com/home", '[data-id="102"]'),
]


def test_a_day_on_the_sites_makes_no_request_but_the_pages_own(
    fresh: Driver, network: Network, lab_server: Served, product: Served
) -> None:
    product.received.clear()
    fresh.stop_background()
    before = [len(log) for log in (network.gateway.requests, network.sites.received, lab_server.received)]
    fresh.goto(f"{lab_server.url}/demo/lab")
    see(fresh, "#click-campaign", "campaign")
    fresh.click("#click-campaign [data-act]")
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    for url, post in FEEDS:
        fresh.goto(url)
        see(fresh, post, "campaign")
    fresh.goto(fresh.ext_url("popup/popup.html"))
    fresh.goto(fresh.ext_url("options/options.html"))

    passed = network.gateway.requests[before[0] :]
    assert passed
    strangers = {(request.host, request.port) for request in passed} - {(host, 443) for host in HOSTS}
    strangers -= {("127.0.0.1", lab_server.port)}
    assert [host for host, _ in strangers if not MAKERS.search(host)] == []
    served = network.sites.received[before[1] :] + lab_server.received[before[2] :]
    assert [request.path for request in served if not OWN_PATHS.match(request.path)] == []
    assert {request.method for request in served} == {"GET"}
    assert product.received == []


def test_installing_it_makes_no_request(browser_name: str, network: Network, workspace: Path) -> None:
    before = len(network.gateway.requests)
    driver = open_browser(browser_name, EXTENSION, network, workspace)
    assert driver.background({"type": "get-settings"})["ok"]
    driver.close()
    hosts = {request.host for request in network.gateway.requests[before:]}
    assert [host for host in hosts if not MAKERS.search(host)] == []


def test_the_popup_opens_and_speaks_indonesian(fresh: Driver) -> None:
    fresh.goto(fresh.ext_url("popup/popup.html"))
    assert until(lambda: fresh.js("return document.getElementById('verdict').textContent;"))
    assert fresh.js("return document.documentElement.lang;") == "id"
    assert unfilled(fresh) == []


def test_the_options_open_and_speak_indonesian(fresh: Driver) -> None:
    fresh.goto(fresh.ext_url("options/options.html"))
    assert until(lambda: fresh.js("return document.getElementById('rules').textContent;"))
    assert fresh.js("return document.documentElement.lang;") == "id"
    assert unfilled(fresh) == []


@pytest.mark.parametrize(("language", "title"), [("id", "Menyukai unggahan ini?"), ("en", "Like this post?")])
def test_the_dialog_speaks_the_language_that_was_chosen(
    fresh: Driver, lab_server: Served, language: str, title: str
) -> None:
    fresh.background({"type": "set-settings", "patch": {"language": language}})
    fresh.goto(f"{lab_server.url}/demo/lab")
    see(fresh, "#click-campaign", "campaign")
    fresh.click("#click-campaign [data-act]")
    assert fresh.wait_prompt().name == title


def unfilled(browser: Driver) -> list[str]:
    """The texts of the catalog that did not arrive on the page."""
    keys: list[str] = browser.js(
        """return [...document.querySelectorAll('[data-i18n]')]
            .filter((element) => !element.textContent.trim()).map((element) => element.dataset.i18n);"""
    )
    return keys


def test_the_page_tells_the_popup_what_it_reads(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    state = lab.extension_js(
        """const tabs = await api.tabs.query({});
        for (const { id } of tabs) {
            const state = await api.tabs.sendMessage(id, { type: 'page-state' }).catch(() => null);
            if (state?.site === 'demo') return state;
        }
        return null;"""
    )
    assert state["reader"] == "adapter"
    assert state["posts"] > 0
    assert state["worst"]["level"] == "campaign"
