"""Health, and what happens with a bundle that is missing, broken, or changed while the server runs."""

from __future__ import annotations

import json
import time

import msgspec
import pytest

from server import create_app
from server.answers import AliveAnswer, ReadyAnswer


@pytest.fixture(scope="module")
def good(app):
    return app.config["JAGA_BUNDLE"].read_bytes()


def changed(good, **sections):
    """Return the bytes of the good bundle with sections replaced."""
    return json.dumps(json.loads(good) | sections).encode()


def test_healthz_says_the_process_answers(client):
    assert msgspec.convert(client.get("/healthz").json, AliveAnswer).status == "ok"


def test_readyz_says_which_bundle_is_in_force(client):
    answer = msgspec.convert(client.get("/readyz").json, ReadyAnswer)
    assert answer.bundle.digest == client.get("/v1/rules").json["digest"]
    assert answer.refused == ""


@pytest.mark.parametrize(
    ("place", "spoil"),
    [
        ("not JSON", lambda good: b""),
        ("not JSON", lambda good: good[: len(good) // 2]),
        ("top level", lambda good: b"[]"),
        ("bundle.contract", lambda good: changed(good, contract=99)),
        ("bundle.version", lambda good: changed(good, version="1")),
        ("bundle.aliases", lambda good: changed(good, aliases={})),
        ("bundle.aliases[0]", lambda good: changed(good, aliases=[["a", [10**6], -1, 0, 0]])),
        ("bundle.signals[0]", lambda good: changed(good, signals=[{"phrases": [[0, ["tidakada"], 0, 0]]}])),
        ("bundle.scoring.mentions", lambda good: changed(good, scoring={})),
        ("engine cannot use it", lambda good: changed(good, fold={})),
        ("self-test", lambda good: changed(good, aliases=[])),
        ("over the limit", lambda good: good + b" " * (2 * 1024 * 1024)),
    ],
)
def test_a_broken_bundle_starts_a_server_that_scores_nothing_and_says_why(tmp_path, good, place, spoil):
    path = tmp_path / "bundle.json"
    path.write_bytes(spoil(good))
    client = create_app({"JAGA_BUNDLE": path}).test_client()
    for answer in (
        client.get("/readyz"),
        client.post("/v1/score", json={"contexts": [{"text": "a"}]}),
        client.get("/v1/rules"),
        client.get("/v1/rules/bundle"),
    ):
        assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
        assert place in answer.json["detail"]
    assert client.get("/healthz").status_code == 200


def test_a_missing_bundle_says_where_it_was_looked_for_and_how_to_make_it(tmp_path):
    detail = create_app({"JAGA_BUNDLE": tmp_path / "tidak.json"}).test_client().get("/readyz").json["detail"]
    assert str(tmp_path / "tidak.json") in detail
    assert "rules build" in detail


def wait_for(client, wanted):
    """Ask /readyz until ``wanted`` accepts the answer; return the last answer."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and not wanted(client.get("/readyz")):
        time.sleep(0.05)
    return client.get("/readyz")


@pytest.fixture
def served(tmp_path, good):
    """Serve a bundle of our own that is looked at before every request."""
    path = tmp_path / "bundle.json"
    path.write_bytes(good)
    app = create_app({"JAGA_BUNDLE": path, "JAGA_RELOAD_SECONDS": 0.01})
    return path, app.test_client()


def test_a_changed_bundle_is_taken_without_a_restart(served, good):
    path, client = served
    path.write_bytes(changed(good, version=4711))
    answer = wait_for(client, lambda answer: answer.json["bundle"]["version"] == 4711)
    assert answer.json["bundle"]["version"] == 4711
    assert client.post("/v1/score", json={"contexts": [{"text": "a"}]}).json["bundle"]["version"] == 4711


def test_a_changed_bundle_that_is_broken_leaves_the_last_good_one_in_force_and_says_why(served, good):
    path, client = served
    before = client.get("/readyz").json["bundle"]
    path.write_bytes(good[:1000])
    answer = wait_for(client, lambda answer: answer.json["refused"])
    assert "not JSON" in answer.json["refused"]
    assert answer.json["bundle"] == before
    assert client.get("/v1/rules/bundle").data == good


def test_a_deleted_bundle_leaves_the_last_good_one_in_force(served):
    path, client = served
    path.unlink()
    answer = wait_for(client, lambda answer: answer.json["refused"])
    assert "cannot be read" in answer.json["refused"]
    assert client.post("/v1/score", json={"contexts": [{"text": "a"}]}).status_code == 200


def test_a_bundle_that_comes_later_makes_a_waiting_server_ready(tmp_path, good):
    path = tmp_path / "bundle.json"
    client = create_app({"JAGA_BUNDLE": path, "JAGA_RELOAD_SECONDS": 0.01}).test_client()
    assert client.get("/readyz").status_code == 503
    path.write_bytes(good)
    assert wait_for(client, lambda answer: answer.status_code == 200).status_code == 200
