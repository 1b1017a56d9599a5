"""GET /v1/rules/signed: the signed file byte for byte, cheap to ask for again, and watched like the bundle."""

from __future__ import annotations

import gzip
import hashlib
import time

import jsonschema
import msgspec
import pytest

from server import create_app
from server.answers import ReadyAnswer, RulesAnswer
from tests.signed_files import NOW, signed


@pytest.fixture(scope="module")
def good(app):
    return signed(app.config["JAGA_BUNDLE"].read_bytes())


@pytest.fixture
def path(tmp_path, good):
    path = tmp_path / "aturan"
    path.write_bytes(good)
    return path


@pytest.fixture
def handing(path):
    """A client of a server that hands the file out and looks at it before every request."""
    return create_app({"JAGA_SIGNED_RULES": path, "JAGA_RELOAD_SECONDS": 0.01}).test_client()


def wait_for(client, wanted):
    """Ask /readyz until ``wanted`` accepts its answer; return the last answer."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and not wanted(client.get("/readyz").json):
        time.sleep(0.05)
    return client.get("/readyz").json


def test_without_a_file_it_says_which_setting_is_missing(client):
    answer = client.get("/v1/rules/signed")
    assert (answer.status_code, answer.json["type"].rpartition(":")[2]) == (404, "no-signed-rules")
    assert "JAGA_SIGNED_RULES" in answer.json["detail"]
    assert client.get("/readyz").json["signed"] is None


def test_the_file_is_handed_out_byte_for_byte(handing, good):
    assert handing.get("/v1/rules/signed").data == good


def test_it_is_packed_for_who_takes_it_packed(handing, good):
    answer = handing.get("/v1/rules/signed", headers={"Accept-Encoding": "gzip, br"})
    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(answer.data) == good
    assert len(answer.data) < len(good) / 4


@pytest.mark.parametrize("coding", ["identity", "gzip", "gzip;q=0"])
def test_the_tag_is_worked_out_of_the_file_alone(handing, good, coding):
    digest = hashlib.sha256(good).hexdigest()
    tag = f'"{digest}-gzip"' if coding == "gzip" else f'"{digest}"'
    assert handing.get("/v1/rules/signed", headers={"Accept-Encoding": coding}).headers["ETag"] == tag


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_an_unchanged_file_costs_no_body(handing, good, coding):
    digest = hashlib.sha256(good).hexdigest()
    headers = {"Accept-Encoding": coding, "If-None-Match": f'"{digest}", "{digest}-gzip"'}
    answer = handing.get("/v1/rules/signed", headers=headers)
    assert (answer.status_code, answer.data) == (304, b"")


def test_caches_may_keep_it_for_a_while(handing):
    assert handing.get("/v1/rules/signed").headers["Cache-Control"] == "public, max-age=300"


def test_rules_and_readyz_tell_of_it(handing):
    told = msgspec.convert(handing.get("/v1/rules").json, RulesAnswer).signed
    assert told is not None
    assert (told.issued, told.in_force) == ("2026-11-22T07:00:00Z", True)
    assert msgspec.convert(handing.get("/readyz").json, ReadyAnswer).signed == told


def test_the_description_fits_what_is_told(handing):
    described = handing.get("/openapi.json").json
    schema = {"$ref": "#/components/schemas/ReadyAnswer", "components": described["components"]}
    jsonschema.validate(handing.get("/readyz").json, schema)


def test_another_bundle_than_the_one_in_force_is_told(handing, path):
    path.write_bytes(signed())
    assert wait_for(handing, lambda told: not told["signed"]["in_force"])["signed"]["version"] == 7


def test_one_that_ran_out_is_still_handed_out_and_told(handing, path):
    old = signed(issued=NOW.replace(year=2025), days=1)
    path.write_bytes(old)
    assert wait_for(handing, lambda told: told["signed"]["expired"])["signed"]["expired"]
    assert handing.get("/v1/rules/signed").data == old


def test_a_broken_one_leaves_the_last_good_one_and_says_why(handing, path, good):
    path.write_bytes(good[:-1])
    assert "bytes:" in wait_for(handing, lambda told: told["signed_refused"])["signed_refused"]
    assert handing.get("/v1/rules/signed").data == good


@pytest.mark.parametrize(
    ("raw", "why"), [(b"{}", "line 1"), (None, "cannot be read"), (signed(b"{}", version=1), "contract")]
)
def test_a_server_without_a_good_one_judges_all_the_same_and_says_why(tmp_path, raw, why):
    path = tmp_path / "aturan"
    if raw is not None:
        path.write_bytes(raw)
    client = create_app({"JAGA_SIGNED_RULES": path}).test_client()
    answer = client.get("/v1/rules/signed")
    assert (answer.status_code, answer.json["type"].rpartition(":")[2]) == (503, "bad-signed-rules")
    assert why in answer.json["detail"]
    assert client.get("/readyz").status_code == 200
    assert why in client.get("/readyz").json["signed_refused"]


def test_a_page_of_another_origin_gets_nothing(handing):
    assert handing.get("/v1/rules/signed", headers={"Origin": "https://contoh.id"}).status_code == 403
