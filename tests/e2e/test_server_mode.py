"""Server mode: asked for on the options page, sends the agreed fields to the chosen server, and can do without it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from werkzeug import Response

from server.demo import POSTS
from tests.e2e.drivers import Driver, until
from tests.e2e.loopback import browser, reachable  # noqa: F401
from tests.e2e.own_pages import open_options
from tests.e2e.screens import faults_in_every_look
from tests.e2e.servers import WSGI, Received, Served
from tests.e2e.stepping import MARKED, begin, wait_at_mark
from tests.e2e.steps import ask, assert_held, see, write_anyway

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
CALL = "Ayo coblos nomor 2! Menangkan pasangan Damar-Sekar."
CAMPAIGN = {"text": CALL}
WRITTEN = "#textarea-campaign textarea"
# Longer than a pause in writing after which the page has a draft judged.
PAUSE_SECONDS = 0.6
HARMLESS = {"level": "none", "score": 0, "points": 0, "stance": "neutral", "partial": False, "affiliations": []}
BUNDLE = {"version": 1, "digest": f"sha256:{'0' * 64}"}


def told(*verdicts: dict[str, Any], **more: Any) -> Response:
    """An answer of the right shape with these verdicts."""
    return Response(json.dumps({"bundle": BUNDLE, "verdicts": verdicts} | more), mimetype="application/json")


def dripping(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """An answer that has no end for longer than anybody waits: a space a moment."""

    def spaces() -> Iterator[bytes]:
        for _ in range(60):
            time.sleep(0.05)
            yield b" "

    return Response(spaces(), mimetype="application/json")(environ, start_response)


# What a bad server may answer, and why the device judges instead.
BAD_ANSWERS: dict[str, tuple[WSGI, str]] = {
    "no verdict": (told(), "invalid"),
    "a verdict too many": (told(HARMLESS, HARMLESS), "invalid"),
    "a level that is none": (told(HARMLESS | {"level": "aman"}), "invalid"),
    "a score beyond one": (told(HARMLESS | {"score": 7}), "invalid"),
    "rules without a digest": (told(HARMLESS, bundle={"version": 1}), "invalid"),
    "a web page": (Response("<!doctype html><title>Masuk</title>", mimetype="text/html"), "invalid"),
    "a way to elsewhere": (Response(status=307, headers={"Location": "https://contoh.id/v1/score"}), "unreachable"),
    "a failure": (Response(status=500), "status-500"),
    "no end": (dripping, "timeout"),
    "more than any good one": (Response(told(HARMLESS).data + b" " * 3_000_000), "invalid"),
}
OUTCOME = """const byId = (id) => document.getElementById(id);
    if (!byId('server-off').hidden) return 'on';
    return byId('trouble').hidden ? byId('server-result').dataset.result : byId('trouble').textContent;"""
PRIVATE_HEADERS = {"cookie", "referer", "authorization"}


@pytest.fixture
def options(fresh: Driver) -> Driver:
    """The options page, with server mode off as it always is at first."""
    open_options(fresh)
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
    assert until(lambda: options.js(OUTCOME), "server mode to be on or refused") == "on"
    yield options
    options.background({"type": "delete-data"})


def scored(product: Served) -> list[dict[str, Any]]:
    """The bodies of the scoring requests that reached the server."""
    requests = [request for request in product.received if request.path == "/v1/score"]
    return [json.loads(request.body) for request in requests]


def drafts(product: Served) -> list[str]:
    """The person's own words that reached the server."""
    return [context["draft"] for body in scored(product) for context in body["contexts"] if "draft" in context]


def write(page: Driver, text: str) -> None:
    """Write under a campaign post, whatever is asked at the first letter, and send nothing."""
    write_anyway(page, WRITTEN, text)
    time.sleep(PAUSE_SECONDS)


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
    assert faults_in_every_look(options) == {}


def test_posts_in_view_are_scored_by_the_chosen_server(
    switched_on: Driver, product: Served, lab_server: Served
) -> None:
    switched_on.goto(f"{lab_server.url}/demo/lab")
    see(switched_on, "#click-strong", "campaign")
    texts = [context.get("text", "") for body in scored(product) for context in body["contexts"]]
    assert any("Damar-Sekar" in text for text in texts)


def test_stepping_through_marks_sends_no_post_that_was_not_in_view(switched_on: Driver, product: Served) -> None:
    first, last = (f'[data-post-id="{MARKED[place]}"]' for place in (0, -1))
    switched_on.goto(f"{product.url}/demo/likes")
    see(switched_on, first, "campaign")
    begin(switched_on)
    wait_at_mark(switched_on, first)
    see(switched_on, last, next(post.level for post in POSTS if post.id == MARKED[-1]))
    texts = [context.get("text") for body in scored(product) for context in body["contexts"]]
    assert POSTS[0].text in texts
    assert POSTS[len(POSTS) // 2].text not in texts


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
    see(switched_on, "#click-strong", "campaign")
    assert scored(product)
    switched_on.click("#click-strong [data-act]")
    assert_held(switched_on, {})


def test_when_the_server_dies_the_device_takes_over(switched_on: Driver, product: Served, lab_server: Served) -> None:
    port = product.port
    product.stop()
    try:
        switched_on.goto(f"{lab_server.url}/demo/lab")
        see(switched_on, "#click-strong", "campaign")
        switched_on.click("#click-strong [data-act]")
        assert_held(switched_on, {})
        answer = switched_on.background({"type": "score", "contexts": [{"text": "Resep sayur lodeh"}]})
        assert (answer["by"], answer["fallback"]) == ("device", "unreachable")
    finally:
        product.start(port)


@pytest.mark.parametrize(("answer", "reason"), BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_of_a_server_that_is_slow_or_tells_untruths_nothing_is_believed(
    switched_on: Driver, product: Served, monkeypatch: pytest.MonkeyPatch, answer: WSGI, reason: str
) -> None:
    monkeypatch.setattr(product, "app", answer)
    told = switched_on.background({"type": "score", "contexts": [CAMPAIGN]})
    assert (told["by"], told["fallback"]) == ("device", reason)
    assert [verdict["level"] for verdict in told["verdicts"]] == ["campaign"]


def test_a_draft_is_not_sent_to_a_server_that_failed_and_may_be_asked_again(
    switched_on: Driver, product: Served, lab_server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(product, "app", Response(status=500, headers={"Retry-After": "1"}))
    switched_on.goto(f"{lab_server.url}/demo/lab")
    see(switched_on, "#textarea-campaign", "campaign")
    switched_on.focus(WRITTEN)
    time.sleep(1.5)
    write(switched_on, CALL)
    assert drafts(product) == []
    asked = len(scored(product))
    switched_on.press("Enter")
    ask(switched_on)
    assert len(scored(product)) > asked


def test_a_draft_is_not_sent_to_a_server_that_was_chosen_while_it_was_written(
    switched_on: Driver, product: Served, lab_server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    mode = switched_on.background({"type": "get-settings"})["settings"]["serverMode"]
    switched_on.background({"type": "set-settings", "patch": {"serverMode": mode | {"on": False}}})
    switched_on.goto(f"{lab_server.url}/demo/lab")
    see(switched_on, "#click-campaign", "campaign")
    monkeypatch.setattr(product, "app", dripping)
    product.received.clear()
    switched_on.background({"type": "set-settings", "patch": {"serverMode": mode}})
    switched_on.focus("#textarea-neutral textarea")
    switched_on.type(CALL)
    time.sleep(PAUSE_SECONDS)
    until(lambda: scored(product), "the server to be asked about posts")
    assert drafts(product) == []
    assert switched_on.background({"type": "score", "contexts": [CAMPAIGN]})["fallback"] == "timeout"


def test_a_draft_is_asked_about_when_the_server_takes_too_long(
    switched_on: Driver, product: Served, lab_server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    switched_on.goto(f"{lab_server.url}/demo/lab")
    see(switched_on, "#textarea-campaign", "campaign")
    switched_on.focus(WRITTEN)
    monkeypatch.setattr(product, "app", dripping)
    write(switched_on, CALL)
    switched_on.press("Enter")
    assert_held(switched_on, {})


def test_switching_it_off_ends_the_requests(switched_on: Driver, product: Served, lab_server: Served) -> None:
    switched_on.click("#server-off")
    until(lambda: switched_on.js("return !document.getElementById('server-on').hidden;"), "server mode to be off")
    product.received.clear()
    switched_on.goto(f"{lab_server.url}/demo/lab")
    see(switched_on, "#click-strong", "campaign")
    assert product.received == []
