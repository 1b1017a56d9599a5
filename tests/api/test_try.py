"""POST /v1/rules/try: a draft is judged, and nothing changes."""

from __future__ import annotations

import time

import msgspec
import pytest

from server import create_app
from server.answers import TryAnswer

DRAFT = """
id = "uji-salam"
title = { id = "Salam uji", en = "Trial greeting" }
status = "stable"
stance = "support"
points = 60
fields = ["text"]
phrases = ["salam zebrakuning"]
hits = ["Salam zebrakuning semua", "salam zebrakuning!"]
misses = ["Salam hangat", "zebrakuning saja"]
source = "uji"
date = "2026-11-22"
"""
POST = {"text": "Salam zebrakuning dari kami"}

DEEP = '\n[x."a"' + ".b" * 30 + "]"


def try_draft(client, **body):
    return client.post("/v1/rules/try", json=body)


def test_a_draft_signal_shows_the_verdicts_before_and_after(client):
    answer = msgspec.convert(try_draft(client, signal=DRAFT, contexts=[POST]).json, TryAnswer)
    change = answer.verdicts[0]
    assert (change.before.level, change.after.level) == ("none", "campaign")
    assert change.after.evidence[0].rule == "uji-salam"
    assert answer.problems == []


def test_the_examples_of_the_draft_are_run(client):
    examples = try_draft(client, signal=DRAFT).json["examples"]
    assert (examples["total"], examples["failed"], len(examples["ran"])) == (4, 0, 4)


def test_an_example_that_does_not_do_what_the_rule_says_is_named(client):
    draft = DRAFT.replace('misses = ["Salam hangat"', 'misses = ["Wah, salam zebrakuning"')
    answer = try_draft(client, signal=draft).json
    assert (answer["examples"]["total"], answer["examples"]["failed"]) == (4, 1)
    assert answer["problems"][0]["file"] == "signals/uji-salam.toml"
    assert answer["problems"][0]["where"].startswith("misses[0]")


def test_a_draft_that_is_not_toml_names_file_and_line(client):
    problem = try_draft(client, files={"signals/uji.toml": 'id = "uji"\ntitle = = 1'}, contexts=[POST]).json[
        "problems"
    ][0]
    assert problem["file"] == "signals/uji.toml"
    assert "line 2" in problem["message"]


def test_a_draft_that_does_not_compile_has_no_verdict_after(client):
    answer = try_draft(client, signal=DRAFT.replace("salam zebrakuning", "salam {tidak-ada}"), contexts=[POST]).json
    assert answer["problems"][0]["where"].startswith("phrases[0]")
    assert answer["verdicts"][0]["after"] is None
    assert answer["examples"] is None


def test_overlay_files_can_add_a_local_group(client):
    group = """
    [[group]]
    id = "relawan-uji-zebra"
    name = "Sahabat Zebrakuning"
    source = "uji"
    date = "2026-11-22"
    """
    answer = try_draft(
        client, files={"entities/volunteer-groups-uji.toml": group}, contexts=[{"text": "Sahabat Zebrakuning"}]
    )
    assert answer.json["problems"] == []
    assert answer.json["verdicts"][0]["after"]["affiliations"][0]["id"] == "relawan-uji-zebra"


def test_a_trial_changes_nothing(client, app):
    files = {path: path.stat().st_mtime_ns for path in app.config["JAGA_RULES_DIR"].rglob("*")}
    rules = client.get("/v1/rules").json
    try_draft(client, signal=DRAFT, contexts=[POST])
    assert client.get("/v1/rules").json == rules
    assert client.post("/v1/score", json={"contexts": [POST]}).json["verdicts"][0]["level"] == "none"
    assert {path: path.stat().st_mtime_ns for path in app.config["JAGA_RULES_DIR"].rglob("*")} == files


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("$", {}),
        ("$", {"contexts": [POST]}),
        ("$.signal", {"signal": ""}),
        ("$.files", {"files": {}}),
        ("$.files", {"files": {"../../etc/passwd": "a"}}),
        ("$.files", {"files": {"/etc/passwd.toml": "a"}}),
        ("$.files[...]", {"files": {"signals/a.toml": 3}}),
        ("$.contexts[0].text", {"signal": DRAFT, "contexts": [{"text": 1}]}),
    ],
)
def test_a_bad_request_is_422_with_its_path(client, path, body):
    answer = client.post("/v1/rules/try", json=body)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["path"] == path


def told(client, name, text):
    """Try one draft file; return the status and whether every problem names a file."""
    answer = try_draft(client, files={name: text})
    return answer.status_code, all(problem["file"] for problem in answer.json.get("problems", []))


@pytest.mark.parametrize(
    "text", ["", "\0", "[" * 40_000, "a = " + "[" * 20_000, "[[party]]\nid = 3", "points = " + "9" * 5_000]
)
def test_a_broken_draft_is_told_and_never_a_500(client, text):
    assert told(client, "signals/a.toml", text) == (200, True)


@pytest.mark.parametrize(
    "name",
    [
        "entities/parties-a.toml",
        "entities/wings-a.toml",
        "contests/a.toml",
        "contests/a.csv",
        "weights.csv",
        "confusables-a.toml",
        "sites/a.toml",
        "folding.toml",
        "tidak-dikenal.toml",
    ],
)
def test_a_broken_draft_of_any_kind_is_told(client, name):
    assert told(client, name, "[[pair]]") == (200, True)


def test_a_draft_nested_too_deeply_is_refused(client):
    assert told(client, "signals/a.toml", "a = " + "[" * 300 + "]" * 300)[0] in (200, 422)


@pytest.mark.parametrize("key", ["a." * 20_000 + "b = 1", "[" + '"a" . ' * 8_000 + "b]", "x" * 50_000])
def test_a_draft_cannot_keep_the_server_busy_with_one_key(client, key):
    begun = time.process_time()
    try_draft(client, files={"signals/a.toml": key})
    try_draft(client, signal=key)
    assert 0 < time.process_time() - begun < 4


def test_a_number_of_too_many_digits_is_told_at_its_line(client):
    (problem,) = try_draft(client, signal='id = "uji"\npoints = ' + "9" * 5_000).json["problems"]
    assert (problem["line"], problem["message_id"]) == (
        2, "memuat angka yang terlalu panjang; tulis yang lebih pendek"
    )  # fmt: skip


@pytest.mark.parametrize("sent", [{"files": {"signals/a.toml": DEEP}}, {"signal": DEEP}])
def test_a_key_of_too_many_parts_is_told_at_its_line(client, sent):
    (problem,) = client.post("/v1/rules/try", json=sent).json["problems"]
    assert (problem["line"], "nested too deeply" in problem["message"]) == (2, True)


@pytest.mark.parametrize(
    "headers",
    [{"X-Forwarded-For": "10.0.0.9"}, {"Forwarded": "for=10.0.0.9"}, {"X-Real-IP": "10.0.0.9"}, {"Via": "1.1 nginx"}],
)
def test_behind_a_proxy_the_trial_is_refused(client, headers):
    answer = client.post("/v1/rules/try", json={"signal": DRAFT}, headers=headers)
    assert (answer.status_code, answer.json["title"]) == (403, "Local only")


def test_behind_a_proxy_that_does_not_say_so_the_trial_is_refused(client):
    plain_nginx = {"SERVER_PROTOCOL": "HTTP/1.0"}
    assert client.post("/v1/rules/try", json={"signal": DRAFT}, environ_overrides=plain_nginx).status_code == 403


def test_from_another_machine_the_trial_is_refused(client):
    answer = client.post("/v1/rules/try", json={"signal": DRAFT}, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert answer.status_code == 403


def test_the_trial_can_be_opened_to_all_or_switched_off():
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    opened = create_app({"JAGA_PLAYGROUND": "on"}).test_client()
    closed = create_app({"JAGA_PLAYGROUND": "off"}).test_client()
    assert opened.post("/v1/rules/try", json={"signal": DRAFT}, environ_base=elsewhere).status_code == 200
    assert closed.post("/v1/rules/try", json={"signal": DRAFT}).status_code == 404
