"""Which rules judge, the bundle itself, and the rule writer's trial of a draft."""

from __future__ import annotations

import re
import tomllib

from flask import Blueprint, Response, current_app, request
from msgspec import UNSET

from ..contexts import TryRequest, to_plain
from ..engine import BundleError
from ..errors import ApiError, FieldError
from ..rulebook import current_rules, today
from ..rules import try_rules
from ..security import is_local
from .wire import answer, read_json

# Dotted keys cost tomllib quadratic time: 20,000 of them in one key took four seconds. No rule nests deeper than four.
_DEEP_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){20}""")

bp = Blueprint("rules", __name__, url_prefix="/v1/rules")


@bp.get("")
def show() -> Response:
    """Name the rules in force and how much they hold."""
    rules = current_rules()
    return answer({"contract": rules.contract, **rules.identity, "counts": rules.counts})


@bp.get("/bundle")
def bundle() -> Response:
    """Hand out the exact bytes in force; the ETag is their digest, so an unchanged bundle costs a 304."""
    rules = current_rules()
    response = Response(rules.raw, mimetype="application/json")
    response.set_etag(rules.engine.digest.removeprefix("sha256:"))
    response.headers["Cache-Control"] = "public, no-cache"
    response.make_conditional(request)
    return response


@bp.post("/try")
def try_draft() -> Response:
    """Say what a draft would change: its problems, its hits and misses, verdicts before and after. Keeps nothing."""
    mode = current_app.config["JAGA_PLAYGROUND"]
    if mode == "off":
        raise ApiError("not-found")
    if mode == "local" and not is_local():
        raise ApiError("local-only")
    rules = current_rules()
    wanted = read_json(TryRequest)
    drafts = _drafts(wanted)
    date = today() if wanted.date is UNSET else wanted.date.isoformat()
    contexts = to_plain(wanted)["contexts"]
    try:
        result = try_rules(rules.engine, drafts, contexts, date, current_app.config["JAGA_RULES_DIR"])
    except BundleError as error:
        raise _bad_draft("$.files", str(error)) from None
    except RecursionError:
        raise _bad_draft("$.files", "Nested too deeply.") from None
    return answer({"bundle": rules.identity, **result})


def _drafts(wanted: TryRequest) -> dict[str, str]:
    """Return the drafts by path; a signal's path follows from its id."""
    drafts = {} if wanted.files is UNSET else dict(wanted.files)
    signal = "" if wanted.signal is UNSET else wanted.signal
    if not drafts and not signal:
        raise _bad_draft("$", "Send a draft: `signal` or `files`.")
    for path, text in (("$.signal", signal), *((f"$.files.{name}", text) for name, text in drafts.items())):
        if _DEEP_KEY.search(text):
            raise _bad_draft(path, "A dotted key is nested too deeply.")
    if signal:
        drafts[f"signals/{_signal_id(signal)}.toml"] = signal
    return drafts


def _bad_draft(path: str, message: str) -> ApiError:
    return ApiError("bad-field", f"{path}: {message}", [FieldError(path, message)])


def _signal_id(text: str) -> str:
    """Return the id a signal gives itself, or ``draft`` where it has none to be read."""
    try:
        name = tomllib.loads(text).get("id")
    except (tomllib.TOMLDecodeError, RecursionError):
        return "draft"
    return name if isinstance(name, str) else "draft"
