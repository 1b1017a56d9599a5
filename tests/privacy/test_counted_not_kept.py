"""With limits and metrics switched on, still nothing of what was sent, or of who sent it, is kept anywhere."""

from __future__ import annotations

import json

import pytest

from tests.api.process import start

CANARY = "kenari9c2d47burung"
CLIENT = "203.0.113.77"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder, log = tmp_path_factory.mktemp("served"), tmp_path_factory.mktemp("log") / "log.txt"
    switches = {"JAGA_METRICS": "on", "JAGA_LIMITS": "60/minute", "JAGA_PROXIES": "127.0.0.1", "JAGA_WORKERS": "2"}
    with start(folder, log, **switches) as server:
        yield server


@pytest.fixture(scope="module")
def told(served):
    """Send the canary in good, bad and too many requests; return the answers that were refused."""
    headers = {"X-Forwarded-For": CLIENT, "User-Agent": CANARY}
    good = json.dumps({"contexts": [{"text": f"Coblos nomor 2 {CANARY}", "author": {"name": CANARY}}] * 50})
    sent = [served.request("POST", "/v1/score", good, headers) for _ in range(6)]
    sent.append(served.request("GET", f"/{CANARY}?q={CANARY}", headers=headers))
    sent.append(served.request("POST", f"/v1/score?{CANARY}", CANARY, headers))
    sent.append(served.request("GET", "/healthz", headers=headers | {"Host": f"{CANARY}.example"}))
    return [answer for answer in sent if answer[0] != 200]


def test_too_many_requests_are_refused_without_a_word_of_them(told):
    assert 429 in {status for status, _ in told}
    assert [answer for _, answer in told if CANARY in answer or CLIENT in answer] == []


def test_metrics_count_all_of_it_and_hold_none_of_it(served, told):
    metrics = served.request("GET", "/metrics")[1]
    assert 'jaga_requests_total{route="/v1/score",status="429"}' in metrics
    assert CANARY not in metrics
    assert CLIENT not in metrics


def test_metrics_of_both_workers_add_up(served, told):
    before = contexts_counted(served)
    for _ in range(20):
        served.score(text="a")
    assert contexts_counted(served) == before + 20


def contexts_counted(served):
    lines = served.request("GET", "/metrics")[1].splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("jaga_contexts_total "))


def test_the_log_holds_neither_it_nor_the_client(served, told):
    assert CANARY not in served.log.read_text()
    assert CLIENT not in served.log.read_text()


def test_the_only_files_are_the_workers_numbers_and_hold_neither(served, told):
    files = [path for path in served.folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".db"}
    assert [
        path for path in files if CANARY.encode() in path.read_bytes() or CLIENT.encode() in path.read_bytes()
    ] == []


def test_the_numbers_are_gone_when_the_server_is(tmp_path):
    with start(tmp_path, tmp_path / "log.txt", JAGA_METRICS="on") as server:
        server.score(text="a")
        assert list(tmp_path.glob("jaga-metrics-*/*.db"))
    assert list(tmp_path.glob("jaga-metrics-*")) == []
