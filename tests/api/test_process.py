"""The server as it is run: gunicorn with our configuration, over real sockets."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from server.config import ROOT
from tests.api.process import start

HEADERS = {"Content-Type": "application/json"}
CALL = json.dumps({"contexts": [{"text": "Ayo coblos nomor 2, Damar-Sekar!"}]})

# Requests by many threads, which take turns as often as they can.
FIRST_AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from server import create_app

app, path, barrier = create_app(), sys.argv[1], Barrier(8)
sys.setswitchinterval(1e-6)

def ask(_):
    barrier.wait()
    client, body = app.test_client(), {"contexts": [{"text": "Resep sayur lodeh"}]}
    return (client.post(path, json=body) if path == "/v1/score" else client.get(path)).status_code

with ThreadPoolExecutor(8) as pool:
    print(*pool.map(ask, range(8)), sep="\\n")
"""

# A server with 3 GB of addresses; what it says of its rules.
LITTLE_MEMORY = """
import resource

resource.setrlimit(resource.RLIMIT_AS, (3 * 2**30, 3 * 2**30))

from server import create_app

print(create_app().test_client().get("/readyz").text)
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with start(tmp_path_factory.mktemp("served"), tmp_path_factory.mktemp("log") / "log.txt") as server:
        yield server


def pieces(body):
    """Cut a body into the pieces of a chunked request."""
    return (body[start : start + 8000].encode() for start in range(0, len(body), 8000))


def test_it_scores(served):
    status, answer = served.request("POST", "/v1/score", CALL)
    assert status == 200
    assert '"level":"campaign"' in answer


def test_a_body_without_a_declared_length_is_read(served):
    assert served.request("POST", "/v1/score", pieces(CALL))[0] == 200


def test_a_body_without_a_declared_length_that_is_too_large_is_413_and_not_cut_short(served):
    body = json.dumps({"contexts": [{"text": "a" * 19_000}] * 4})
    status, answer = served.request("POST", "/v1/score", pieces(body))
    assert status == 413
    assert "application/problem+json" in answer


def test_chunks_that_are_not_what_they_say_they_are_get_400(served):
    head = b"POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    assert served.raw(head + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n").startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"APA INI\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: jahat.example\r\n\r\n", 400),
        (b"GET /" + b"a" * 3000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 9000 + b"\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: lain\r\n\r\n", 501),
    ],
)
def test_what_is_no_http_gets_a_problem_document_too(served, sent, status):
    head, _, body = served.raw(sent).partition(b"\r\n\r\n")
    told = json.loads(body)
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"Content-Type: application/problem+json" in head
    assert (told["status"], told["type"]) == (status, "urn:problem-type:jaga-jempol:bad-request")


def test_an_answer_leaves_in_one_piece(served):
    body = json.dumps({"contexts": [{"text": "Resep sayur lodeh"}]}).encode()
    head = (
        f"POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\nContent-Type: application/json"
    )
    for _ in range(20):
        told, _, content = served.raw(head.encode() + b"\r\n\r\n" + body).partition(b"\r\n\r\n")
        assert told.startswith(b"HTTP/1.1 200 ")
        assert [verdict["level"] for verdict in json.loads(content)["verdicts"]] == ["none"]


def test_many_requests_share_one_connection(served):
    with closing(served.connect()) as connection:
        seen = []
        for _ in range(3):
            connection.request("POST", "/v1/score", CALL, HEADERS)
            answer = connection.getresponse()
            seen.append((answer.status, len(answer.read()) > 0))
            port = connection.sock.getsockname()[1]
            seen.append(port)
    assert seen == [(200, True), port] * 3


def test_after_a_body_that_is_too_large_the_server_goes_on(served):
    assert served.request("POST", "/v1/score", "a" * 300_000)[0] == 413
    assert served.request("POST", "/v1/score", CALL)[0] == 200


def test_two_lengths_or_a_length_and_chunks_are_refused(served):
    head = b"POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
    assert served.raw(head + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert served.raw(head + b"Content-Length: 3\r\n\r\n{}").startswith(b"HTTP/1.1 400")


def test_it_ends_at_once_and_well_when_asked(tmp_path):
    with start(tmp_path, tmp_path / "log.txt") as served:
        begun = time.monotonic()
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(timeout=10) == 0
        assert time.monotonic() - begun < 5


@pytest.mark.parametrize("path", ["/v1/score", "/demo"])
def test_many_that_ask_first_at_once_are_all_answered(path):
    """In a process of its own, which two first requests have ended together."""
    asked = subprocess.run(
        [sys.executable, "-c", FIRST_AT_ONCE, path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "200\n" * 8, "")


@pytest.mark.parametrize(
    ("setting", "told"),
    [("JAGA_BUNDLE", "is over the limit of 2097152 bytes"), ("JAGA_SIGNED_RULES", "is no file of signed rules")],
)
def test_a_file_of_rules_larger_than_the_memory_is_told_and_not_read(tmp_path, setting, told):
    huge = tmp_path / "besar"
    with huge.open("wb") as file:
        file.truncate(8 * 2**30)
    asked = subprocess.run(
        [sys.executable, "-c", LITTLE_MEMORY],
        env=os.environ | {setting: str(huge)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told in asked.stdout, asked.stderr


def test_with_a_broken_bundle_it_runs_and_says_why(tmp_path):
    (tmp_path / "bundle.json").write_text("{", encoding="utf-8")
    with start(tmp_path, tmp_path / "log.txt", JAGA_BUNDLE=str(tmp_path / "bundle.json")) as served:
        status, answer = served.request("GET", "/readyz")
    assert status == 503
    assert "not JSON" in answer
    assert "rules refused: bundle: not JSON" in (tmp_path / "log.txt").read_text()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("JAGA_WORKERS", "banyak", "must be a whole number from 0 to 256"),
        ("JAGA_LIMITS", "10/minute", "10 is less than one batch may hold, JAGA_BATCH_MAX"),
        ("JAGA_BIND", "8899", "must be host:port, such as 127.0.0.1:8787 or [::1]:8787, or unix:/path"),
    ],
)
def test_with_a_bad_setting_it_does_not_start_and_names_it_in_one_line(name, value, told):
    environ = os.environ | {name: value}
    command = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "server" / "gunicorn.conf.py")]
    ended = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 2
    assert ended.stderr == f"Pengaturan salah, server tidak dimulai (not started): {name}: {told}\n"


def test_the_development_server_logs_no_request(tmp_path):
    command = [str(Path(sys.executable).parent / "flask"), "--app", "server", "run", "--port", "0"]
    with (tmp_path / "log.txt").open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out)
    try:
        port = _printed_port(tmp_path / "log.txt")
        subprocess.run(["curl", "-s", f"http://127.0.0.1:{port}/kenari51?q=kenari51"], check=True, capture_output=True)
    finally:
        process.terminate()
        process.wait(timeout=10)
    assert "kenari51" not in (tmp_path / "log.txt").read_text()


def _printed_port(log):
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        _, found, rest = log.read_text().partition("http://127.0.0.1:")
        if found and "\n" in rest:
            return int(rest.split()[0])
        time.sleep(0.1)
    raise AssertionError(log.read_text())
