"""Server mode: asked for on the options page, sends the agreed fields to the chosen server, and can do without it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.drivers import Driver, Network, open_browser, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.servers import Received, Served
from tests.e2e.steps import ask, assert_still, see

REQUEST_FIELDS = {"date", "explain", "contexts"}
CONTEXT_FIELDS = {
    "site": None,
    "surface": None,
    "act": None,
    "author": {"name", "handle"},
    "container": {"kind", "name"},
    "text": None,
    "quoted": {"author", "text"},
    "image_alt": None,
    "link": {"title", "url"},
    "draft": None,
    "date": None,
}
PRIVATE_HEADERS = {"cookie", "referer", "authorization"}


@pytest.fixture(scope="module")
def reachable(browser_name: str, workspace: Path) -> Path:
    """The extension with loopback allowed beforehand where the browser's own question is out of a test's reach.

    Firefox answers permission questions by a preference; Chromium's native dialog cannot be pressed.
    """
    if browser_name == "firefox":
        return EXTENSION
    copy = workspace / "extension-reachable"
    shutil.copytree(EXTENSION, copy, dirs_exist_ok=True)
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    manifest["host_permissions"].append("http://127.0.0.1/*")
    manifest["optional_host_permissions"].remove("http://127.0.0.1/*")
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def browser(browser_name: str, reachable: Path, network: Network, workspace: Path) -> Iterator[Driver]:
    driver = open_browser(browser_name, reachable, network, workspace)
    yield driver
    errors = driver.extension_errors()
    driver.close()
    assert errors == []


@pytest.fixture
def options(fresh: Driver) -> Driver:
    """The options page, with server mode off as it always is at first."""
    fresh.goto(fresh.ext_url("options/options.html"))
    until(lambda: fresh.js("return document.getElementById('server-state').textContent;"))
    return fresh


@pytest.fixture
def switched_on(options: Driver, product: Served) -> Iterator[Driver]:
    """Server mode, switched on by hand."""
    product.received.clear()
    options.focus("#server-url")
    options.type(product.url)
    options.click("#server-on")
    until(lambda: options.js("return !document.getElementById('consent').hidden;"), "the consent to be asked")
    options.click("#consent-yes")
    until(lambda: options.js("return !document.getElementById('server-off').hidden;"), "server mode to be on")
    yield options
    options.background({"type": "delete-data"})


def scored(product: Served) -> list[dict[str, Any]]:
    """The bodies of the scoring requests that reached the server."""
    requests = [request for request in product.received if request.path == "/v1/score"]
    return [json.loads(request.body) for request in requests]


def scoring(product: Served) -> list[Received]:
    return [request for request in product.received if request.path == "/v1/score"]


def test_before_the_consent_nothing_is_sent(options: Driver, product: Served) -> None:
    product.received.clear()
    options.focus("#server-url")
    options.type(product.url)
    options.click("#server-on")
    until(lambda: options.js("return !document.getElementById('consent').hidden;"), "the consent to be asked")
    assert product.received == []
    assert options.background({"type": "get-settings"})["settings"]["serverMode"]["on"] is False


def test_the_consent_shows_what_would_be_sent(options: Driver, product: Served) -> None:
    options.focus("#server-url")
    options.type(product.url)
    options.click("#server-on")
    shown = until(lambda: options.js("return document.getElementById('consent-json').textContent;"))
    head, _, body = shown.partition("\n")
    assert head == f"POST {product.url}/v1/score"
    assert set(json.loads(body)) == REQUEST_FIELDS


def test_posts_in_view_are_scored_by_the_chosen_server(
    switched_on: Driver, product: Served, lab_server: Served
) -> None:
    switched_on.goto(f"{lab_server.url}/demo/lab")
    see(switched_on, "#click-campaign", "campaign")
    texts = [context.get("text", "") for body in scored(product) for context in body["contexts"]]
    assert any("Damar-Sekar" in text for text in texts)


def test_only_the_agreed_fields_are_sent(switched_on: Driver, product: Served) -> None:
    switched_on.goto("https://www.facebook.com/")
    see(switched_on, "#campaign", "campaign")
    bodies = scored(product)
    assert bodies
    assert {key for body in bodies for key in body} <= REQUEST_FIELDS
    contexts = [context for body in bodies for context in body["contexts"]]
    assert {key for context in contexts for key in context} <= set(CONTEXT_FIELDS)
    inner = {(key, part) for context in contexts for key in context if CONTEXT_FIELDS[key] for part in context[key]}
    assert inner <= {(key, part) for key, parts in CONTEXT_FIELDS.items() for part in parts or ()}


def test_nothing_that_knows_the_person_goes_along(switched_on: Driver, product: Served) -> None:
    switched_on.goto("https://www.facebook.com/")
    switched_on.js("document.cookie = 'c_user=100042; path=/';")
    see(switched_on, "#campaign", "campaign")
    assert scoring(product)
    assert [request for request in scoring(product) if PRIVATE_HEADERS & set(request.headers)] == []
    assert [request for request in scoring(product) if b"Warga Contoh" in request.body] == []


def test_a_campaign_post_is_asked_about_by_the_servers_verdict(
    switched_on: Driver, product: Served, lab_server: Served
) -> None:
    switched_on.goto(f"{lab_server.url}/demo/lab")
    see(switched_on, "#click-campaign", "campaign")
    assert scored(product)
    switched_on.click("#click-campaign [data-act]")
    ask(switched_on)
    assert_still(switched_on, {})


def test_when_the_server_dies_the_device_takes_over(switched_on: Driver, product: Served, lab_server: Served) -> None:
    port = product.port
    product.stop()
    try:
        switched_on.goto(f"{lab_server.url}/demo/lab")
        see(switched_on, "#click-campaign", "campaign")
        switched_on.click("#click-campaign [data-act]")
        ask(switched_on)
        assert_still(switched_on, {})
        answer = switched_on.background({"type": "score", "contexts": [{"text": "Resep sayur lodeh"}]})
        assert (answer["by"], answer["fallback"]) == ("device", "unreachable")
    finally:
        product.start(port)


def test_switching_it_off_ends_the_requests(switched_on: Driver, product: Served, lab_server: Served) -> None:
    switched_on.click("#server-off")
    until(lambda: switched_on.js("return !document.getElementById('server-on').hidden;"), "server mode to be off")
    product.received.clear()
    switched_on.goto(f"{lab_server.url}/demo/lab")
    see(switched_on, "#click-campaign", "campaign")
    assert product.received == []
