"""How fast a client may ask: counted by requests and by contexts, for each client alone, by a hash nobody can undo."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from server import create_app
from server.config import ConfigError
from server.limits import Salt, client_address, client_key

PROXY = "10.1.0.9"


_numbers = count(1)


@pytest.fixture(scope="module")
def limited():
    settings = {
        "JAGA_LIMITS": "60/minute",
        "JAGA_PROXIES": "10.1.0.0/16",
        "JAGA_METRICS": "on",
        "JAGA_PLAYGROUND": "on",
    }
    return create_app(settings)


@pytest.fixture
def client(limited):
    return limited.test_client()


@pytest.fixture
def office():
    """Return an address from which nobody has asked before."""
    return f"203.0.113.{next(_numbers)}"


def ask(client, address, contexts=1, **headers):
    """Post contexts from an address; return the response."""
    return client.post(
        "/v1/score",
        json={"contexts": [{"text": "a"}] * contexts},
        environ_base={"REMOTE_ADDR": address},
        headers=headers,
    )


def test_a_batch_counts_by_its_contexts(client, office):
    assert [ask(client, office, contexts).status_code for contexts in (50, 10, 1)] == [200, 200, 429]


def test_requests_count_too_whatever_they_ask_for(client, office):
    seen = [client.get("/v1/rules", environ_base={"REMOTE_ADDR": office}).status_code for _ in range(61)]
    assert seen == [200] * 60 + [429]


def test_a_refusal_is_a_problem_document_that_says_when_to_come_again(client, office):
    ask(client, office, 50)
    answer = ask(client, office, 50)
    assert (answer.status_code, answer.mimetype) == (429, "application/problem+json")
    assert answer.json["type"] == "urn:problem-type:jaga-jempol:too-fast"
    assert 1 <= int(answer.headers["Retry-After"]) <= 61
    assert office not in f"{answer.headers}{answer.text}"


def test_no_answer_tells_how_much_is_left(client, office):
    assert [name for name, _ in ask(client, office).headers if "limit" in name.lower()] == []


def test_one_client_does_not_use_up_anothers_share(client, office):
    assert [ask(client, office, 50).status_code, ask(client, office, 50).status_code] == [200, 429]
    assert ask(client, f"{office}1", 50).status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/static/base.css"])
def test_probes_metrics_and_static_files_are_never_refused(client, office, path):
    seen = {client.get(path, environ_base={"REMOTE_ADDR": office}, buffered=True).status_code for _ in range(61)}
    assert seen == {200}


def test_this_machine_is_not_limited(client):
    assert {ask(client, "127.0.0.1", 50).status_code for _ in range(3)} == {200}


def test_a_trial_of_a_draft_counts_as_a_full_batch(client, office):
    body = {"signal": "nothing", "contexts": []}
    sent = [client.post("/v1/rules/try", json=body, environ_base={"REMOTE_ADDR": office}) for _ in range(2)]
    assert [answer.status_code for answer in sent] == [200, 429]


def test_behind_a_named_proxy_each_client_has_a_share_of_its_own(client):
    sent = [ask(client, PROXY, 50, **{"X-Forwarded-For": each}) for each in ("192.0.2.1", "192.0.2.2", "192.0.2.1")]
    assert [answer.status_code for answer in sent] == [200, 200, 429]


def test_a_client_that_is_no_named_proxy_cannot_invent_an_address(client, office):
    sent = [ask(client, office, 50, **{"X-Forwarded-For": each}) for each in ("192.0.2.3", "192.0.2.4")]
    assert [answer.status_code for answer in sent] == [200, 429]


def test_off_is_no_limit(office):
    client = create_app({"JAGA_LIMITS": "off"}).test_client()
    assert {ask(client, office, 50).status_code for _ in range(30)} == {200}


def test_a_store_that_does_not_answer_fails_no_request_and_the_limit_still_holds(office):
    client = create_app({"JAGA_LIMITS": "60/minute", "JAGA_LIMIT_STORAGE": "redis://127.0.0.1:1/0"}).test_client()
    assert [ask(client, office, 50).status_code for _ in range(3)] == [200, 429, 429]


def test_a_store_that_takes_connections_and_never_answers_fails_none_of_many_requests_at_once(office):
    with socket.create_server(("127.0.0.1", 0), backlog=50) as mute, ThreadPoolExecutor(8) as people:
        url = f"redis://127.0.0.1:{mute.getsockname()[1]}/0"
        app = create_app({"JAGA_LIMITS": "1000/minute", "JAGA_LIMIT_STORAGE": url})
        answers = list(people.map(lambda _: ask(app.test_client(), office), range(8)))
    assert [answer.status_code for answer in answers] == [200] * 8


def test_a_limit_that_no_full_batch_would_fit_is_an_error_at_the_start():
    with pytest.raises(ConfigError, match="JAGA_LIMITS: 49 is less than one batch may hold"):
        create_app({"JAGA_LIMITS": "49/minute"})


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.0.2.1", [], "192.0.2.1"),
        ("192.0.2.1", ["198.51.100.1"], "192.0.2.1"),
        ("10.1.0.9", ["198.51.100.1"], "198.51.100.1"),
        ("10.1.0.9", ["6.6.6.6, 198.51.100.1"], "198.51.100.1"),
        ("10.1.0.9", ["6.6.6.6, 198.51.100.1, 10.1.0.8"], "198.51.100.1"),
        ("10.1.0.9", ["6.6.6.6", "198.51.100.1"], "198.51.100.1"),
        ("::ffff:10.1.0.9", ["198.51.100.1"], "198.51.100.1"),
        ("10.1.0.9", ["10.1.0.7, 10.1.0.8"], "10.1.0.7"),
        ("10.1.0.9", ["garbage"], "10.1.0.9"),
        ("10.1.0.9", [], "10.1.0.9"),
        ("", ["198.51.100.1"], "198.51.100.1"),
        ("", [], "unix"),
    ],
)
def test_the_client_is_the_last_on_the_way_that_is_no_trusted_proxy(peer, forwarded, address):
    assert client_address(peer, forwarded, ("10.1.0.0/16", "unix")) == address


def test_a_unix_socket_is_trusted_only_where_it_is_named():
    assert client_address("", ["198.51.100.1"], ("10.1.0.0/16",)) == "unix"


def test_all_addresses_of_one_ipv6_network_are_one_client():
    salt = bytes(32)
    assert client_key("2001:db8:1:2::1", salt) == client_key("2001:db8:1:2:ffff::9", salt)
    assert client_key("2001:db8:1:2::1", salt) != client_key("2001:db8:1:3::1", salt)


def test_an_address_is_not_in_its_key_and_the_key_is_another_on_another_day():
    salt = Salt()
    first, second = (client_key("203.0.113.7", salt.of(day)) for day in ("2026-11-22", "2026-11-23"))
    assert first != second
    assert "203.0.113.7" not in first
    assert len(salt.of("2026-11-23")) == 32


def test_the_salt_holds_for_a_day_and_is_not_the_same_twice():
    salt = Salt()
    assert salt.of("2026-11-22") == salt.of("2026-11-22")
    assert salt.of("2026-11-22") != Salt().of("2026-11-22")
