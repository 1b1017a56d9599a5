"""Who may talk to the server, and the headers it answers with."""

from __future__ import annotations

import pytest

from server import create_app

BODY = {"contexts": [{"text": "a"}]}
EVIL = "https://jahat.example"


@pytest.mark.parametrize("host", ["localhost", "localhost:8787", "127.0.0.1:1", "[::1]:8787", "LOCALHOST"])
def test_loopback_names_are_answered(client, host):
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "",
        "jahat.example",
        "127.0.0.1.jahat.example",
        "localhost.jahat.example",
        "localhost@jahat.example",
        "localhost:",
        "[::1",
        "10.0.0.1",
        "localhost, a",
    ],
)
def test_any_other_host_is_refused_so_that_no_name_can_be_rebound_to_this_machine(client, host):
    answer = client.get("/healthz", headers={"Host": host})
    assert (answer.status_code, answer.json["title"]) == (421, "Wrong host")


def test_an_office_names_its_own_host():
    client = create_app({"JAGA_ALLOWED_HOSTS": "jaga.contoh.go.id,10.0.0.5:9000"}).test_client()
    seen = [
        client.get("/healthz", headers={"Host": host}).status_code
        for host in ("jaga.contoh.go.id:443", "10.0.0.5:9000", "10.0.0.5:9001", "localhost")
    ]
    assert seen == [200, 200, 421, 421]


@pytest.mark.parametrize(
    "origin",
    [
        EVIL,
        "null",
        "http://localhost:9999",
        "http://127.0.0.1",
        "file://",
        "https://localhost.jahat.example",
        "chrome-extension",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_a_page_of_another_origin_is_refused(client, origin, method):
    answer = client.open(
        "/v1/score" if method == "POST" else "/v1/rules", method=method, json=BODY, headers={"Origin": origin}
    )
    assert (answer.status_code, answer.json["title"]) == (403, "Foreign origin")
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "origin", ["chrome-extension://abcdefghijklmnop", "moz-extension://0b8d7a1e-6f1d-4a58-9d7c-3d0a9d9a5b1f"]
)
def test_the_extension_may_call(client, origin):
    answer = client.post("/v1/score", json=BODY, headers={"Origin": origin, "Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200


def test_our_own_pages_may_call(client):
    headers = {"Host": "localhost:8787", "Origin": "http://localhost:8787", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/v1/score", json=BODY, headers=headers).status_code == 200


def test_our_own_pages_behind_a_proxy_that_ends_tls_may_call():
    client = create_app({"JAGA_ALLOWED_HOSTS": "jaga.contoh.go.id"}).test_client()
    headers = {"Host": "jaga.contoh.go.id", "Origin": "https://jaga.contoh.go.id"}
    assert client.post("/v1/score", json=BODY, headers=headers).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("mode", ["no-cors", "cors", "websocket"])
def test_what_another_page_embeds_is_refused_even_without_an_origin(client, site, mode):
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": "image"}
    assert client.get("/v1/rules/bundle", headers=headers).status_code == 403


def test_a_frame_on_another_page_is_refused(client):
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
    assert client.get("/demo", headers=headers).status_code == 403


def test_a_form_that_another_page_sends_is_refused(client):
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.post("/v1/score", json=BODY, headers=headers).status_code == 403


def test_a_link_from_another_page_may_be_followed(client):
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.get("/demo", headers=headers).status_code == 200


def test_cors_answers_listed_origins_only():
    client = create_app({"JAGA_CORS_ORIGINS": "https://kantor.example"}).test_client()
    preflight = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    listed = client.options("/v1/score", headers={"Origin": "https://kantor.example", **preflight})
    answer = client.post("/v1/score", json=BODY, headers={"Origin": "https://kantor.example"})
    other = client.post("/v1/score", json=BODY, headers={"Origin": "https://kantor.example.jahat.example"})
    assert listed.headers["Access-Control-Allow-Origin"] == "https://kantor.example"
    assert answer.headers["Access-Control-Allow-Origin"] == "https://kantor.example"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert (other.status_code, other.headers.get("Access-Control-Allow-Origin")) == (403, None)


@pytest.mark.parametrize(
    "path",
    ["/", "/demo", "/healthz", "/v1/rules", "/v1/rules/bundle", "/openapi.json", "/tidak-ada", "/static/base.css"],
)
def test_every_answer_carries_the_security_headers(client, path):
    headers = client.get(path, buffered=True).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", ["/", "/demo", "/healthz", "/readyz", "/v1/rules", "/openapi.json", "/tidak-ada"])
def test_no_answer_but_the_bundle_and_static_files_is_kept_by_a_cache(client, path):
    assert client.get(path).headers["Cache-Control"] == "no-store"


def test_debug_is_off_and_no_secret_is_set(app):
    assert not app.debug
    assert app.secret_key is None


def test_the_extension_in_firefox_asks_without_naming_its_installation(client):
    headers = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/v1/score", json=BODY, headers=headers).status_code == 200


def test_a_page_without_an_origin_is_refused(client):
    headers = {"Origin": "null", "Sec-Fetch-Site": "cross-site"}
    assert client.post("/v1/score", json=BODY, headers=headers).status_code == 403
