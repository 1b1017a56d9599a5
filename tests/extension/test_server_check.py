"""The connection test says what is wrong, against real servers of every kind."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask, Response, jsonify, redirect

from tests.e2e.drivers import Driver, until
from tests.e2e.loopback import browser, reachable  # noqa: F401
from tests.e2e.own_pages import open_options
from tests.e2e.servers import Served

DIGEST = "sha256:" + "0" * 64


def service(rules: Any, status: int = 200) -> Flask:
    """A server that answers /healthz as ours does, and /v1/rules as told."""
    app = Flask(__name__)
    app.get("/healthz")(lambda: jsonify(status="ok"))
    app.get("/v1/rules", endpoint="rules")(lambda: (jsonify(rules), status))
    return app


def elsewhere() -> Flask:
    app = Flask(__name__)
    app.get("/<path:path>")(lambda path: redirect("https://contoh.id/"))
    return app


def longwinded() -> Flask:
    """A server that says what ours does, and goes on far too long."""
    app = Flask(__name__)
    app.get("/v1/rules")(lambda: Response(json.dumps(OURS) + " " * 3_000_000, mimetype="application/json"))
    return app


OURS = {"contract": 1, "version": 3, "digest": DIGEST, "counts": {}}


@pytest.mark.parametrize(
    ("app", "result", "code"),
    [
        (service(OURS), "ok", None),
        (service(OURS | {"contract": 2}), "version", "newer"),
        (service({"hello": "world"}), "not-our-service", "other_answer"),
        (service([]), "not-our-service", "other_answer"),
        (Flask("empty"), "not-our-service", "other_answer"),
        (elsewhere(), "not-our-service", "redirect"),
        (longwinded(), "not-our-service", "other_answer"),
        (service({}, 403), "status", "closed"),
        (service({}, 404), "status", "other"),
        (service({}, 429), "status", "busy"),
        (service({}, 503), "status", "failing"),
    ],
    ids=["ours", "newer", "other json", "a list", "empty site", "redirect", "too long", "403", "404", "429", "503"],
)
def test_what_answers_is_told_apart(granted: Driver, app: Flask, result: str, code: str | None) -> None:
    served = Served(app).start()
    try:
        answer = granted.background({"type": "test-server", "url": served.url})
    finally:
        served.stop()
    assert (answer["result"], answer["detail"].get("code")) == (result, code)


def test_an_address_without_permission_is_not_even_tried(fresh: Driver) -> None:
    answer = fresh.background({"type": "test-server", "url": "https://skor.contoh.id"})
    assert answer["result"] == "permission"


def test_a_bad_address_is_named_before_anything_is_tried(fresh: Driver) -> None:
    answer = fresh.background({"type": "test-server", "url": "http://skor.contoh.id"})
    assert (answer["result"], answer["detail"]) == ("address", {"code": "insecure"})


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        ("net::ERR_NAME_NOT_RESOLVED", {"result": "name"}),
        ("NS_ERROR_UNKNOWN_HOST", {"result": "name"}),
        ("net::ERR_CONNECTION_REFUSED", {"result": "refused"}),
        ("NS_ERROR_CONNECTION_REFUSED", {"result": "refused"}),
        ("NS_ERROR_NET_RESET", {"result": "refused", "code": "dropped"}),
        ("net::ERR_CONNECTION_TIMED_OUT", {"result": "timeout"}),
        ("net::ERR_CERT_AUTHORITY_INVALID", {"result": "certificate"}),
        ("net::ERR_CERT_DATE_INVALID", {"result": "certificate", "code": "expired"}),
        ("The certificate is not trusted because it is self-signed.", {"result": "certificate"}),
        (
            "SSL received a record that exceeded the maximum permissible length.",
            {"result": "certificate", "code": "plain_http"},
        ),
        ("NS_ERROR_SOMETHING_NEW", None),
    ],
)
def test_the_browsers_own_words_are_understood(browser: Driver, error: str, meaning: dict[str, str] | None) -> None:
    told = browser.extension_js(
        "return (await import(api.runtime.getURL('background/network-errors.js'))).meaning(args[0]);", error
    )
    assert told == meaning


def test_every_result_has_words_in_both_languages(browser: Driver) -> None:
    missing = browser.extension_js(
        """const results = ['ok', 'address', 'permission', 'name', 'refused', 'timeout', 'certificate',
            'not_our_service', 'version', 'status'];
        const { loadCatalog } = await import(api.runtime.getURL('lib/i18n.js'));
        const catalogs = await Promise.all([loadCatalog('id'), loadCatalog('en')]);
        return results.filter((result) => catalogs.some((catalog) => !catalog[`check_${result}`]));"""
    )
    assert missing == []


@pytest.fixture
def granted(fresh: Driver) -> Driver:
    """The browser with loopback allowed, as after the question at "Uji koneksi"."""
    open_options(fresh)
    fresh.focus("#server-url")
    fresh.type("127.0.0.1:9")
    fresh.click("#server-test")
    until(lambda: fresh.js("return document.getElementById('server-result').dataset.result;"), "the test to end")
    return fresh
