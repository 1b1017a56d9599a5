"""What is sent to the server is in no log, no file, no other answer and no error."""

from __future__ import annotations

import base64
import json

import pytest

CANARY = "kenari7f3a51burung"

# Everything a client can fill with words, well formed or not; each must be gone when it was answered.
FILLED = {
    "text": CANARY,
    "draft": f"Coblos nomor 2 {CANARY}",
    "author": {"name": CANARY, "handle": f"@{CANARY}"},
    "container": {"kind": "group", "name": f"Relawan {CANARY}"},
    "quoted": {"author": CANARY, "text": CANARY},
    "image_alt": [CANARY],
    "link": {"title": CANARY, "url": f"https://{CANARY}.example/"},
    "site": CANARY,
    "surface": CANARY,
}
BAD_BODIES = [
    CANARY,
    f'{{"contexts": [{{"text": "{CANARY}',
    json.dumps({"contexts": [{"text": "a", CANARY: 1}]}),
    json.dumps({"contexts": [{"text": "a", "act": CANARY}]}),
    json.dumps({"contexts": [{"text": "a", "date": CANARY}]}),
    json.dumps({"contexts": CANARY}),
    json.dumps({"contexts": [{"text": CANARY * 2000}]}),
    json.dumps({"contexts": [{"text": CANARY}] * 51}),
    json.dumps({"contexts": [{"text": CANARY * 5000}]}),
    f'{{"contexts": [{{"text": "{CANARY} \\ud800"}}]}}',
]
# What is no HTTP, or not enough of it to have a route.
NO_HTTP = [
    f"GARBAGE {CANARY}\r\n\r\n",
    f"{CANARY} / HTTP/1.1\r\n\r\n",
    f"GET /{CANARY * 200} HTTP/1.1\r\n\r\n",
    f"GET /{CANARY} HTTP/9.9\r\n\r\n",
    f"GET / HTTP/1.1\r\nHost: localhost\r\n{CANARY}\r\n\r\n",
    f"GET / HTTP/1.1\r\nHost: localhost\r\n{CANARY} x: 1\r\n\r\n",
    f"GET / HTTP/1.1\r\nHost: localhost\r\nX: {CANARY * 500}\r\n\r\n",
    f"POST /v1/score HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: {CANARY}\r\n\r\n",
]
PAGES = [
    "/",
    "/demo",
    "/playground",
    "/v1/playground",
    "/healthz",
    "/readyz",
    "/v1/rules",
    "/v1/rules/bundle",
    "/openapi.json",
]


@pytest.fixture(scope="module")
def told(served):
    """Send the canary in every way there is; return the answers to the requests that were refused."""
    assert served.score(**FILLED)[0] == 200
    refused = [served.request("POST", "/v1/score", body)[1] for body in BAD_BODIES]
    refused += [
        served.request("GET", f"/{CANARY}?q={CANARY}")[1],
        served.request("POST", "/v1/score", "{}", {"Content-Type": CANARY})[1],
        served.request("GET", "/healthz", headers={"Origin": f"https://{CANARY}.example"})[1],
        served.request("GET", "/healthz", headers={"Host": f"{CANARY}.example"})[1],
        served.request("GET", "/healthz", headers={"User-Agent": CANARY, "Referer": CANARY, "Cookie": CANARY})[1],
        served.request("POST", "/v1/rules/try", json.dumps({"signal": "", CANARY: CANARY}))[1],
        served.request("POST", "/v1/playground/explain", json.dumps({"context": {"text": 1}, CANARY: CANARY}))[1],
        served.request("GET", f"/v1/playground/file?path={CANARY}")[1],
    ]
    served.request("POST", "/v1/rules/try", json.dumps({"signal": f'id = "{CANARY}"', "contexts": [FILLED]}))
    served.request("POST", "/v1/playground/explain", json.dumps({"context": FILLED}))
    table = base64.b64encode(f"No;Calon\n1;{CANARY}\n;{CANARY}".encode()).decode()
    about = {"title": CANARY, "level": "regent", "area": CANARY, "source": CANARY, "date": "2026-11-22"}
    days = {"from": "2030-01-01", "to": "2030-12-31"}
    body = {"name": f"{CANARY}.csv", "data": table, "about": {**about, **days}}
    served.request("POST", "/v1/playground/candidates", json.dumps(body))
    refused += [served.raw(each.encode()).decode() for each in NO_HTTP]
    return refused


def test_no_error_repeats_it(told):
    assert [answer for answer in told if CANARY in answer] == []


def test_no_other_answer_holds_it(served, told):
    assert [path for path in PAGES if CANARY in served.request("GET", path)[1]] == []


def test_the_next_verdict_does_not_hold_it(served, told):
    assert CANARY not in served.score(text="Coblos nomor 2")[1]


def test_the_log_holds_neither_it_nor_the_address_of_the_client(served, told):
    log = "\n".join(line for line in served.log.read_text().splitlines() if "Listening at" not in line)
    assert CANARY not in log
    assert "127.0.0.1" not in log


def test_the_server_writes_no_file_and_holds_none_open_but_its_log(served, told):
    assert [path for path in served.folder.rglob("*") if path.is_file()] == []
    assert served.open_files() <= {str(served.log)}


def test_no_cookie_is_ever_set(served, told):
    assert [path for path in PAGES if "set-cookie" in served.request("GET", path)[1].lower()] == []
