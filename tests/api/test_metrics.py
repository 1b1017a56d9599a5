"""/metrics: off by default, numbers only, and no label that could hold what was sent or who sent it."""

from __future__ import annotations

import re

import pytest
from prometheus_client.parser import text_string_to_metric_families

from server import create_app

AWAY = {"REMOTE_ADDR": "203.0.113.7"}


def samples(client):
    """Return the values of /metrics by name and labels."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {(each.name, *sorted(each.labels.items())): each.value for family in families for each in family.samples}


@pytest.fixture
def measured():
    return create_app({"JAGA_METRICS": "on"}).test_client()


def test_it_is_not_there_by_default(client):
    assert client.get("/metrics").status_code == 404


def test_local_answers_this_machine_only():
    client = create_app({"JAGA_METRICS": "local"}).test_client()
    seen = [client.get("/metrics").status_code, client.get("/metrics", environ_base=AWAY).status_code]
    assert seen == [200, 403]


@pytest.mark.parametrize("host", ["10.42.0.7:8787", "[fd00::7]:8787", "127.0.0.1:8787", "localhost:8787"])
def test_prometheus_asks_each_copy_by_its_address_whatever_the_offices_name(host):
    client = create_app({"JAGA_METRICS": "on", "JAGA_ALLOWED_HOSTS": "jaga.contoh.go.id"}).test_client()
    assert client.get("/metrics", headers={"Host": host}).status_code == 200
    assert client.get("/healthz", headers={"Host": host}).status_code == 421


def test_prometheus_on_this_machine_needs_no_further_name_either():
    client = create_app({"JAGA_METRICS": "local", "JAGA_ALLOWED_HOSTS": "jaga.contoh.go.id"}).test_client()
    seen = [client.get("/metrics", headers={"Host": host}).status_code for host in ("127.0.0.1:8787", "10.42.0.7:8787")]
    assert seen == [200, 403]


@pytest.mark.parametrize("host", ["jahat.example", "127.0.0.1.jahat.example", "10.42.0.7@jahat.example", "[::1", ""])
def test_a_name_that_could_be_rebound_gets_no_numbers(host, measured):
    assert measured.get("/metrics", headers={"Host": host}).status_code == 421


def test_where_metrics_are_off_an_address_that_is_not_listed_is_refused_as_ever(client):
    assert client.get("/metrics", headers={"Host": "10.42.0.7:8787"}).status_code == 421


def test_requests_are_counted_by_route_and_status(measured):
    measured.get("/healthz")
    measured.post("/v1/score", data="x")
    seen = samples(measured)
    assert seen["jaga_requests_total", ("route", "/healthz"), ("status", "200")] == 1
    assert seen["jaga_requests_total", ("route", "/v1/score"), ("status", "415")] == 1
    assert seen["jaga_request_seconds_count", ("route", "/healthz")] == 1


def test_a_request_for_a_host_that_is_not_ours_is_counted_too(measured):
    measured.get("/healthz", headers={"Host": "jahat.example"})
    assert samples(measured)["jaga_requests_total", ("route", "/healthz"), ("status", "421")] == 1


def test_contexts_are_counted_where_they_were_judged(measured):
    measured.post("/v1/score", json={"contexts": [{"text": "a"}] * 3})
    measured.post("/v1/score", json={"contexts": [{"text": 1}]})
    assert samples(measured)["jaga_contexts_total",] == 3


def test_an_address_that_nobody_knows_is_no_label(measured):
    measured.get("/kenari51")
    assert samples(measured)["jaga_requests_total", ("route", "other"), ("status", "404")] == 1
    assert "kenari51" not in measured.get("/metrics").text


def test_the_version_of_the_rules_is_told(measured):
    seen = samples(measured)
    assert seen["jaga_rules_version",] == measured.get("/v1/rules").json["version"]
    assert seen["jaga_rules_refused",] == 0


def test_refused_rules_are_told(tmp_path):
    (tmp_path / "bundle.json").write_text("{", encoding="utf-8")
    client = create_app({"JAGA_METRICS": "on", "JAGA_BUNDLE": str(tmp_path / "bundle.json")}).test_client()
    seen = samples(client)
    assert (seen["jaga_rules_version",], seen["jaga_rules_refused",]) == (0, 1)


def test_the_labels_are_route_status_and_the_bounds_of_the_histogram_and_no_other(measured):
    measured.post("/v1/score", json={"contexts": [{"text": "Coblos nomor 2, Damar-Sekar!"}]})
    labels = {name for key in samples(measured) for name, _ in key[1:]}
    assert labels == {"route", "status", "le"}


def test_the_docs_name_every_metric_and_no_other(measured, repository):
    told = re.findall(r"^\| `(jaga_[a-z_]+)` \|", (repository / "docs/configuration.md").read_text("utf-8"), re.M)
    measured.get("/healthz")
    measured.post("/v1/score", json={"contexts": [{"text": "a"}]})
    kept = {re.sub(r"_(bucket|count|sum)\Z", "", key[0]) for key in samples(measured)}
    assert set(told) == kept
