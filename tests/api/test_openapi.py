"""/openapi.json and the docs describe what is there: every route, setting and problem, and none that is missing."""

from __future__ import annotations

import re

import jsonschema
import pytest

from server.config import ROOT, SETTINGS
from server.errors import KINDS

METHODS = {"get", "post", "put", "delete", "patch"}


@pytest.fixture(scope="module")
def described(app):
    return app.test_client().get("/openapi.json").json


@pytest.fixture(scope="module")
def routes(app):
    """The app's own routes as ``method path``, static files aside."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]
    return {f"{method.lower()} {rule.rule}" for rule in rules for method in rule.methods if method.lower() in METHODS}


def schema_of(described, name):
    return {"$ref": f"#/components/schemas/{name}", "components": described["components"]}


def test_every_route_is_described_and_no_other(described, routes):
    assert {f"{method} {path}" for path, operations in described["paths"].items() for method in operations} == routes


def test_every_kind_of_problem_is_described_at_some_route(described):
    statuses = {
        int(status)
        for operations in described["paths"].values()
        for each in operations.values()
        for status in each["responses"]
    }
    assert {kind.status for kind in KINDS.values()} - {405} <= statuses


def test_every_schema_is_sound(described):
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_what_the_server_takes_and_gives_fits_the_description(described, client):
    request = {"contexts": [{"text": "Coblos nomor 2", "act": "like", "date": "2024-10-20"}], "threshold": 0.5}
    jsonschema.validate(request, schema_of(described, "ScoreRequest"))
    jsonschema.validate(client.post("/v1/score", json=request).json, schema_of(described, "ScoreAnswer"))
    jsonschema.validate(client.get("/v1/rules").json, schema_of(described, "RulesAnswer"))
    jsonschema.validate(client.get("/readyz").json, schema_of(described, "ReadyAnswer"))
    jsonschema.validate(client.post("/v1/score").json, schema_of(described, "ProblemDocument"))


def test_the_words_of_the_guidance_are_those_that_it_takes(described, client):
    parameters = described["paths"]["/v1/guidance"]["get"]["parameters"]
    listed = {each["name"]: each["schema"]["enum"] for each in parameters if "enum" in each["schema"]}
    assert set(listed) == {"act", "employment", "contest", "area", "stage", "language"}
    for key, words in listed.items():
        for word in {*words[:3], words[-1]}:
            assert client.get("/v1/guidance", query_string={key: word}).status_code == 200, (key, word)


@pytest.mark.parametrize(
    "request_body",
    [{}, {"contexts": []}, {"contexts": [{"text": "a", "nip": "1"}]}, {"contexts": [{"text": "a", "site": "A B"}]}],
)
def test_what_the_description_refuses_the_server_refuses(described, client, request_body):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(request_body, schema_of(described, "ScoreRequest"))
    assert client.post("/v1/score", json=request_body).status_code == 422


def test_no_shape_has_a_key_for_the_person_who_asks(described):
    names = {key for schema in described["components"]["schemas"].values() for key in schema.get("properties", {})}
    assert not names & {
        "user",
        "user_id",
        "nip",
        "nik",
        "email",
        "phone",
        "device",
        "install_id",
        "account",
        "ip",
        "session",
    }


def test_docs_name_every_route_and_no_other(routes):
    documented = set(re.findall(r"^#+ `(GET|POST) (/[^`?]*)`", (ROOT / "docs" / "api.md").read_text("utf-8"), re.M))
    assert {f"{method.lower()} {path}" for method, path in documented} == routes


def test_docs_name_every_problem_and_no_other():
    documented = set(re.findall(r"^\| `([a-z-]+)` \| [0-9]{3} \|", (ROOT / "docs" / "api.md").read_text("utf-8"), re.M))
    assert documented == set(KINDS)


def test_docs_name_every_setting_with_its_default_and_no_other():
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    documented = dict(re.findall(r"^\| `(JAGA_[A-Z_]+)` \| (.*?) \|", text, re.M))
    defaults = {name: setting.default.removeprefix(f"{ROOT}/") for name, setting in SETTINGS.items()}
    assert documented == {name: f"`{default}`" if default else "none" for name, default in defaults.items()}
