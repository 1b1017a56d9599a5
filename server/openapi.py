"""The OpenAPI 3.1 description, made of the same shapes that check requests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from . import answers, contexts, playground
from .errors import KINDS, MEDIA_TYPE, ProblemDocument

_JSON = "application/json"
_BYTES = "application/octet-stream"
_EVERYWHERE = ("foreign-origin", "wrong-host", "too-fast", "server-error")
_WORKSHOP = ("local-only", "not-found", "no-bundle")
# Shapes that need at least one of some keys.
_NEEDED = {"TryRequest": ("signal", "files")}
_BODY = ("not-json", "bad-request", "too-large", "wrong-type", "bad-field")


class Route(NamedTuple):
    """One documented route; ``sends``, ``answers`` and ``query`` are shapes, ``media`` is the answer's type."""

    method: str
    path: str
    summary: str
    answers: type | None
    sends: type | None = None
    errors: tuple[str, ...] = ()
    media: str = _JSON
    query: type | None = None


ROUTES = (
    Route(
        "post",
        "/v1/score",
        "Score one to fifty posts",
        answers.ScoreAnswer,
        contexts.ScoreRequest,
        (*_BODY, "no-bundle"),
    ),
    Route("get", "/v1/rules", "Name the rules in force", answers.RulesAnswer, errors=("no-bundle",)),
    Route("get", "/v1/rules/bundle", "Hand out the bundle's exact bytes, with ETag", None, errors=("no-bundle",)),
    Route(
        "get",
        "/v1/rules/signed",
        "Hand out the signed file of rules, with ETag",
        None,
        errors=("no-signed-rules", "bad-signed-rules"),
        media=_BYTES,
    ),
    Route(
        "post",
        "/v1/rules/try",
        "Try draft rules on posts; changes nothing",
        answers.TryAnswer,
        contexts.TryRequest,
        (*_BODY, "local-only", "not-found", "no-bundle"),
    ),
    Route(
        "get",
        "/v1/guidance",
        "Say what the law says of an act",
        answers.GuidanceAnswer,
        errors=("bad-field", "no-bundle"),
        query=contexts.GuidanceQuery,
    ),
    Route(
        "get",
        "/v1/playground",
        "What the playground needs to begin",
        playground.PlaygroundAnswer,
        errors=_WORKSHOP,
    ),
    Route(
        "get",
        "/v1/playground/file",
        "A shared rule file as it lies on the disk",
        playground.FileAnswer,
        errors=("bad-field", *_WORKSHOP),
        query=playground.FileQuery,
    ),
    Route(
        "post",
        "/v1/playground/explain",
        "Lay open how one post is judged",
        playground.ExplainAnswer,
        playground.ExplainRequest,
        (*_BODY, *_WORKSHOP),
    ),
    Route(
        "post",
        "/v1/playground/candidates",
        "Turn a table of local candidates into an overlay",
        playground.CandidatesAnswer,
        playground.CandidatesRequest,
        (*_BODY, *_WORKSHOP),
    ),
    Route("get", "/healthz", "Say that the process answers", answers.AliveAnswer),
    Route("get", "/readyz", "Say whether the rules can be used", answers.ReadyAnswer, errors=("no-bundle",)),
    Route("get", "/metrics", "Counts for Prometheus", None, errors=("not-found", "local-only"), media="text/plain"),
    Route("get", "/openapi.json", "This description", None),
    Route("get", "/", "Start page", None, media="text/html"),
    Route("get", "/demo", "Demo feed for the extension", None, media="text/html"),
    Route("get", "/demo/likes", "Demo list of old likes", None, media="text/html"),
    Route(
        "get",
        "/playground",
        "The rule writer's workshop",
        None,
        errors=("local-only", "not-found"),
        media="text/html",
    ),
)


def describe(guidance_words: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the description of every route, shape and error.

    ``guidance_words`` are those that the rules in force know for keys of the guidance's query.
    """
    shapes = [shape for route in ROUTES for shape in (route.sends, route.answers) if shape] + [ProblemDocument]
    _, schemas = msgspec.json.schema_components(shapes, ref_template="#/components/schemas/{name}")
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method] = _operation(route, guidance_words)
    for name, keys in _NEEDED.items():
        schemas[name]["anyOf"] = [{"required": [key]} for key in keys]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Jaga Jempol",
            "version": "1",
            "description": "Scores posts for affiliation with election candidates and parties. Stores nothing.",
        },
        "paths": paths,
        "components": {"schemas": _ecma_patterns(schemas)},
    }


def _operation(route: Route, guidance_words: Mapping[str, list[str]]) -> dict[str, Any]:
    schema = (
        _reference(route.answers)
        if route.answers
        else {"type": "object"}
        if route.media == _JSON
        else {"type": "string"}
    )
    responses: dict[str, Any] = {"200": {"description": route.summary, "content": {route.media: {"schema": schema}}}}
    if route.path.endswith(("/bundle", "/signed")):
        responses["304"] = {"description": "The file is the one named in If-None-Match"}
    for kind in (*route.errors, *_EVERYWHERE):
        told = KINDS[kind]
        title = responses.get(str(told.status), {}).get("description")
        responses[str(told.status)] = {
            "description": f"{title}, or: {told.title}" if title else told.title,
            "content": {MEDIA_TYPE: {"schema": _reference(ProblemDocument)}},
        }
    operation: dict[str, Any] = {"summary": route.summary, "operationId": _operation_id(route), "responses": responses}
    if route.query:
        words = guidance_words if route.query is contexts.GuidanceQuery else {}
        operation["parameters"] = _parameters(route.query, words)
    if route.sends:
        operation["requestBody"] = {"required": True, "content": {_JSON: {"schema": _reference(route.sends)}}}
    return operation


def _parameters(shape: type, words: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    _, schemas = msgspec.json.schema_components([shape])
    fields: dict[str, dict[str, Any]] = schemas[shape.__name__]["properties"]
    required = schemas[shape.__name__].get("required", ())
    return [
        {
            "name": name,
            "in": "query",
            "required": name in required,
            "schema": {**schema, "enum": words[name]} if name in words else schema,
        }
        for name, schema in fields.items()
    ]


def _operation_id(route: Route) -> str:
    words = [word for word in route.path.replace(".", "/").split("/") if word and word != "v1"]
    return "-".join([route.method, *(words or ["start"])])


def _reference(shape: type) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{shape.__name__}"}


def _ecma_patterns(value: Any) -> Any:
    r"""Write Python's end-of-text ``\Z`` as ``$``, which means the same in the dialect of JSON Schema."""
    if isinstance(value, dict):
        return {
            key: part.replace(r"\Z", "$") if key == "pattern" and isinstance(part, str) else _ecma_patterns(part)
            for key, part in value.items()
        }
    return [_ecma_patterns(part) for part in value] if isinstance(value, list) else value
