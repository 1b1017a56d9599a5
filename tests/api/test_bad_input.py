"""Whatever is sent, the answer is a problem document that names the place: never a 500, never the words sent."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.contexts import BATCH_MAX, TEXT_MAX
from server.errors import KINDS, TYPE_PREFIX

SECRET = "kenari-rahasia-51"


def post(client, body, content_type="application/json", path="/v1/score"):
    return client.post(path, data=body, content_type=content_type)


def assert_problem(answer, kind):
    """Assert a complete RFC 9457 document of a kind."""
    told = answer.json
    assert answer.mimetype == "application/problem+json"
    assert told["type"] == TYPE_PREFIX + kind
    assert (answer.status_code, told["status"], told["title"]) == (
        KINDS[kind].status,
        KINDS[kind].status,
        KINDS[kind].title,
    )
    assert told["detail"]
    assert told["detail_id"] == KINDS[kind].detail_id


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"{",
        b"coblos",
        b"\xff\xfe",
        b'{"contexts": [{"text": "\xff"}]}',
        b'\xef\xbb\xbf{"contexts": [{"text": ""}]}',
        b'{"contexts": [{"text": "a"}]} x',
        b'{"contexts": [{"text": "a"}], "threshold": NaN}',
        b'{"contexts": [{"text": "a"}], "threshold": Infinity}',
        b'{"contexts": [{"text": "\\ud800"}]}',
        b'{"contexts": [{"text": "\\udc00 a"}]}',
        b'{"contexts": [{"text": "a\nb"}]}',
        b"{'contexts': []}",
    ],
)
def test_what_is_not_json_is_400(client, body):
    assert_problem(post(client, body), "not-json")


@pytest.mark.parametrize(
    "text", [rb"abc \ud83d", rb"\uDE00", rb"\ud83d\ude00\ud83d", rb"\ud83d\ud83d\ude00", rb"\\\ud83d a"]
)
def test_half_a_surrogate_pair_is_named(client, text):
    answer = post(client, b'{"contexts": [{"text": "' + text + b'"}]}')
    assert "surrogate" in answer.json["detail"]


@pytest.mark.parametrize("text", [rb"\ud83d\ude00", rb"\uD83D\uDE00 a", rb"\\ud83d", rb"\ud83d", rb"\ud83d\ude"])
def test_a_body_that_is_cut_off_is_told_so_whatever_pairs_it_holds(client, text):
    answer = post(client, b'{"contexts": [{"text": "' + text)
    assert answer.json["detail"] == "The body is not JSON; it ends too early."


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("$", []),
        ("$", None),
        ("$", "teks"),
        ("$", {}),
        ("$", {"context": {"text": "a"}}),
        ("$", {"contexts": [{"text": "a"}], "lang": "id"}),
        ("$.contexts", {"contexts": {}}),
        ("$.contexts", {"contexts": []}),
        ("$.contexts", {"contexts": [{"text": "a"}] * (BATCH_MAX + 1)}),
        ("$.contexts[0]", {"contexts": ["a"]}),
        ("$.contexts[0]", {"contexts": [{}]}),
        ("$.contexts[1]", {"contexts": [{"text": "a"}, {"text": "a", "user": "b"}]}),
        ("$.contexts[0].text", {"contexts": [{"text": None}]}),
        ("$.contexts[0].text", {"contexts": [{"text": 7}]}),
        ("$.contexts[0].text", {"contexts": [{"text": "a" * (TEXT_MAX + 1)}]}),
        ("$.contexts[0].act", {"contexts": [{"text": "a", "act": "stalk"}]}),
        ("$.contexts[0].site", {"contexts": [{"text": "a", "site": "Face Book"}]}),
        ("$.contexts[0].author", {"contexts": [{"text": "a", "author": "b"}]}),
        ("$.contexts[0].author", {"contexts": [{"text": "a", "author": {"nip": "1"}}]}),
        ("$.contexts[0].author.name", {"contexts": [{"text": "a", "author": {"name": ["b"]}}]}),
        ("$.contexts[0].image_alt[1]", {"contexts": [{"text": "a", "image_alt": ["b", 2]}]}),
        ("$.contexts[0].image_alt", {"contexts": [{"text": "a", "image_alt": ["b"] * 21}]}),
        ("$.contexts[0].date", {"contexts": [{"text": "a", "date": "20-10-2024"}]}),
        ("$.date", {"contexts": [{"text": "a"}], "date": "2024-02-30"}),
        ("$.date", {"contexts": [{"text": "a"}], "date": "2024-10-20T00:00:00Z"}),
        ("$.date", {"contexts": [{"text": "a"}], "date": 20241020}),
        ("$.explain", {"contexts": [{"text": "a"}], "explain": 1}),
        ("$.threshold", {"contexts": [{"text": "a"}], "threshold": 1.01}),
        ("$.threshold", {"contexts": [{"text": "a"}], "threshold": "0.5"}),
        ("$.threshold", {"contexts": [{"text": "a"}], "threshold": True}),
    ],
)
def test_a_bad_field_is_422_with_its_path(client, path, body):
    answer = post(client, json.dumps(body))
    assert_problem(answer, "bad-field")
    assert [error["path"] for error in answer.json["errors"]] == [path]
    assert path in answer.json["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {"contexts": [{"text": "a", SECRET: 1}]},
        {SECRET: [{"text": "a"}]},
        {"contexts": [{"text": "a", "act": SECRET}]},
        {"contexts": [{"text": "a", "date": SECRET}]},
        {"contexts": [{"text": "a", "site": SECRET.upper()}]},
        {"contexts": [{"text": [SECRET]}]},
        {"contexts": SECRET},
    ],
)
def test_the_answer_does_not_repeat_what_was_sent(client, body):
    answer = post(client, json.dumps(body))
    assert_problem(answer, "bad-field")
    assert SECRET not in answer.text.lower()


def test_a_number_too_large_for_a_float_is_422(client):
    answer = post(client, '{"contexts": [{"text": "a"}], "threshold": 1e999}')
    assert_problem(answer, "bad-field")


def test_more_than_64_kib_is_413(client):
    assert_problem(post(client, b'{"contexts": [{"text": "' + b"a" * 65536 + b'"}]}'), "too-large")


def test_exactly_64_kib_is_read(client):
    body = b'{"contexts": [{"text": ""}]}'
    assert post(client, body + b" " * (65536 - len(body))).status_code == 200


def test_a_body_of_deep_nesting_is_refused_at_its_first_level(client):
    assert_problem(post(client, b"[" * 30_000), "bad-field")
    assert_problem(post(client, b'{"contexts": ' + b"[" * 30_000), "bad-field")
    assert_problem(post(client, b'{"a": ' * 9_000), "bad-field")


@pytest.mark.parametrize(
    "content_type", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"]
)
def test_a_body_that_is_not_declared_json_is_415(client, content_type):
    assert_problem(post(client, b'{"contexts": [{"text": "a"}]}', content_type), "wrong-type")


def test_json_with_a_charset_is_taken(client):
    assert post(client, b'{"contexts": [{"text": "a"}]}', "application/json; charset=utf-8").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "allow"), [("GET", "/v1/score", "POST"), ("DELETE", "/v1/rules", "GET"), ("PUT", "/", "GET")]
)
def test_a_method_that_is_not_taken_is_405_and_names_those_that_are(client, method, path, allow):
    answer = client.open(path, method=method)
    assert_problem(answer, "method-not-allowed")
    assert allow in answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/tidak-ada", "/v1", "/v1/score/", "/static/tidak-ada.css", "/static/../config.py"])
def test_an_unknown_address_is_404(client, path):
    assert_problem(client.get(path), "not-found")


def test_an_error_of_our_own_is_500_without_a_word_of_the_request_in_answer_or_log(app, client, monkeypatch, caplog):
    def fail(engine, context, date, explain):
        raise KeyError(context["text"])

    monkeypatch.setattr("server.api.score.score", fail)
    answer = post(client, json.dumps({"contexts": [{"text": SECRET}]}))
    assert_problem(answer, "server-error")
    assert "unhandled KeyError" in caplog.text
    assert SECRET not in answer.text + caplog.text


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = ["text", "site", "surface", "act", "author", "container", "quoted", "image_alt", "link", "draft", "date"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    context=st.dictionaries(st.sampled_from(KEYS), JSON_VALUES),
    options=st.dictionaries(st.sampled_from(["date", "explain"]), JSON_VALUES),
)
def test_no_json_whatever_makes_a_500(client, context, options):
    answer = post(client, json.dumps({"contexts": [context], **options}))
    assert answer.status_code in (200, 400, 422)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), draft=st.text(max_size=50))
def test_any_text_gets_a_verdict(client, text, draft):
    answer = post(client, json.dumps({"contexts": [{"text": text, "draft": draft}]}))
    assert answer.json["verdicts"][0]["level"] in ("none", "mention", "campaign")
