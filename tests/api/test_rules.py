"""GET /v1/rules and the bundle: which rules judge, and their exact bytes."""

from __future__ import annotations

import hashlib

import msgspec

from server.answers import RulesAnswer


def test_rules_names_version_digest_and_counts(client):
    answer = msgspec.convert(client.get("/v1/rules").json, RulesAnswer)
    assert answer.contract == 1
    assert answer.counts["parties"] >= 18
    assert answer.counts["aliases"] > answer.counts["entities"] > answer.counts["contests"]


def test_the_bundle_is_the_file_byte_for_byte(app, client):
    assert client.get("/v1/rules/bundle").data == app.config["JAGA_BUNDLE"].read_bytes()


def test_the_digest_is_that_of_the_bytes_handed_out(client):
    raw = client.get("/v1/rules/bundle").data
    assert client.get("/v1/rules").json["digest"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"


def test_an_unchanged_bundle_costs_no_body(client):
    etag = client.get("/v1/rules/bundle").headers["ETag"]
    answer = client.get("/v1/rules/bundle", headers={"If-None-Match": etag})
    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (304, b"", etag)


def test_another_etag_gets_the_bundle(client):
    assert client.get("/v1/rules/bundle", headers={"If-None-Match": '"lama"'}).status_code == 200


def test_a_cache_may_keep_the_bundle_if_it_asks_each_time(client):
    assert client.get("/v1/rules/bundle").headers["Cache-Control"] == "public, no-cache"
