"""Two copies behind nginx: limits they share, and no failed request while a copy dies, rules change, the store goes."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import psutil
import pytest

from server.config import ROOT
from tests.deploy.office import BATCH, BATCHES_A_MINUTE, Callers, open_office
from tests.deploy.services import NAME, command

CALLERS = ["127.0.0.31", "127.0.0.32", "127.0.0.33"]


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with open_office(tmp_path_factory.mktemp("office")) as office_and_stack:
        yield office_and_stack


@pytest.fixture(scope="module")
def office(running):
    return running[0]


def until(true):
    """Wait until something is true."""
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def judged(copy):
    """Return how many contexts a copy says it has judged."""
    lines = copy.request("GET", "/metrics")[1].splitlines()
    return sum(float(line.split()[1]) for line in lines if line.startswith("jaga_contexts_total "))


def test_nginx_takes_the_shipped_configuration(office):
    tried = subprocess.run(
        [*command(office.folder / "nginx.conf", office.folder), "-t"], capture_output=True, text=True, check=False
    )
    assert (tried.returncode, "[warn]" in tried.stderr) == (0, False), tried.stderr


def test_both_copies_count_one_client_together(office):
    before = [judged(copy) for copy in office.copies]
    seen = [office.score("127.0.0.21", BATCH) for _ in range(BATCHES_A_MINUTE + 5)]
    each = [judged(copy) - had for copy, had in zip(office.copies, before, strict=True)]
    assert seen == [200] * BATCHES_A_MINUTE + [429] * 5
    assert min(each) > 0
    assert sum(each) == BATCHES_A_MINUTE * BATCH
    assert office.score("127.0.0.22") == 200


def test_a_client_cannot_pass_for_another(office):
    while office.score("127.0.0.23", BATCH) == 200:
        pass
    assert office.score("127.0.0.23", **{"X-Forwarded-For": "192.0.2.1"}) == 429


def test_the_store_knows_no_address_and_forgets_everything(office):
    office.score("127.0.0.24")
    keys = office.store.keys("*")
    assert len(keys) >= 3
    assert [key for key in keys if b"127.0.0" in key] == []
    assert [key for key in keys if not 0 < office.store.ttl(key) <= 25 * 3600] == []
    assert [office.store.config_get(name)[name] for name in ("save", "appendonly")] == ["", "no"]


@pytest.mark.parametrize(("name", "result"), [(NAME, 0), ("lain.example.go.id", 1)])
def test_the_images_health_check_asks_by_the_first_allowed_name(office, name, result):
    settings = {"JAGA_BIND": f"0.0.0.0:{office.copies[0].port}", "JAGA_ALLOWED_HOSTS": f"{name},127.0.0.1"}
    script = ROOT / "deploy" / "docker" / "healthcheck.py"
    assert subprocess.run([sys.executable, script], env=settings, check=False).returncode == result


def test_metrics_stay_inside(office):
    assert office.request("127.0.0.25", "GET", "/metrics")[0] == 404


def test_rules_are_compressed_and_verdicts_are_not(office):
    body = json.dumps({"contexts": [{"text": "Coblos nomor 2, Damar-Sekar!"}] * 20})
    calls = [("GET", "/v1/rules/bundle", None), ("POST", "/v1/score", body)]
    told = [office.request("127.0.0.26", *call, {"Accept-Encoding": "gzip"})[1] for call in calls]
    assert [headers["Content-Encoding"] for headers in told] == ["gzip", None]


def test_no_request_fails_while_a_copy_is_killed_and_comes_back(office, running):
    with Callers(office, CALLERS) as callers:
        until(lambda: len(callers.statuses) > 20)
        office.copies[0].kill()
        asked = len(callers.statuses)
        until(lambda: len(callers.statuses) > asked + 20)
        copy = office.start_copy(running[1], 0)
        until(lambda: judged(copy) > 5)
    assert set(callers.statuses) == {200}


def test_no_request_fails_while_rules_are_swapped(office):
    rules = json.loads(office.bundle.read_bytes())
    newer = office.bundle.with_suffix(".new")
    newer.write_text(json.dumps(rules | {"version": 4711}), "utf-8")
    with Callers(office, CALLERS) as callers:
        until(lambda: rules["version"] in callers.versions)
        newer.replace(office.bundle)
        until(lambda: all('"version":4711' in copy.request("GET", "/readyz")[1] for copy in office.copies))
    assert set(callers.statuses) == {200}
    assert callers.versions <= {rules["version"], 4711}


def test_a_worker_killed_in_the_middle_of_a_reload_comes_back_with_the_new_rules(office):
    rules = json.loads(office.bundle.read_bytes())
    newer = office.bundle.with_suffix(".new")
    newer.write_text(json.dumps(rules | {"version": rules["version"] + 1}), "utf-8")
    killed = psutil.Process(office.copies[0].process.pid).children()
    with Callers(office, CALLERS) as callers:
        until(lambda: rules["version"] in callers.versions)
        newer.replace(office.bundle)
        for worker in killed:
            worker.kill()
        asked = len(callers.statuses)
        until(lambda: len(callers.statuses) > asked + 20)
        wanted = f'"version":{rules["version"] + 1}'
        until(lambda: all(wanted in copy.request("GET", "/readyz")[1] for copy in office.copies))
    assert set(callers.statuses) == {200}


def test_no_request_fails_when_the_store_is_gone(office):
    with Callers(office, CALLERS) as callers:
        until(lambda: len(callers.statuses) > 10)
        office.store.shutdown(nosave=True)
        asked = len(callers.statuses)
        until(lambda: len(callers.statuses) > asked + 20)
    assert set(callers.statuses) == {200}


def test_after_all_that_no_log_holds_an_address(office):
    nginx_log = office.nginx_log.read_text()
    logs = [(office.folder / f"copy-{number}.log").read_text() for number in range(2)]
    told = [line for log in (nginx_log, *logs) for line in log.splitlines() if "Listening at" not in line]
    assert [line for line in told if "127.0.0" in line] == []
