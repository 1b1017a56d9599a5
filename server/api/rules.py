"""Which rules judge, the bundle itself, and the rule writer's trial of a draft."""

from __future__ import annotations

import tomllib

from flask import Blueprint, Response, current_app, request
from msgspec import UNSET
from msgspec.json import Decoder

from ..contexts import TryRequest, to_plain
from ..errors import ApiError, FieldError
from ..limits import charge
from ..rulebook import current_rulebook, current_rules, today
from ..rules import try_rules
from ..rules.load import deep_key
from ..rules.trial import told_problems
from ..security import check_playground
from ..signed_rules import current_handout, describe_handout
from .wire import WORKSHOP_BODY, answer, read_json

# Compiling a draft takes about a second of processor time, as much as thousands of contexts.
TRIAL_COST = 50

bp = Blueprint("rules", __name__, url_prefix="/v1/rules")

_TRY = Decoder(TryRequest)


@bp.get("")
def show() -> Response:
    """Name the rules in force and how much they hold."""
    rules = current_rules()
    return answer({"contract": rules.contract, **rules.identity, "counts": rules.counts, "signed": describe_handout()})


@bp.get("/bundle")
def bundle() -> Response:
    """Hand out the exact bytes in force; the ETag is their digest, so an unchanged bundle costs a 304."""
    rules = current_rules()
    response = Response(rules.raw, mimetype="application/json")
    response.set_etag(rules.engine.digest.removeprefix("sha256:"))
    response.headers["Cache-Control"] = "public, no-cache"
    response.make_conditional(request)
    return response


@bp.get("/signed")
def signed() -> Response:
    """Hand out the signed file; its ETag is the digest of its bytes, so nobody can be told apart by it."""
    handout = current_handout()
    packed = request.accept_encodings.quality("gzip") > 0
    response = Response(handout.packed if packed else handout.raw, mimetype="application/octet-stream")
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(f"{handout.digest}-gzip" if packed else handout.digest)
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "public, max-age=300"
    response.make_conditional(request)
    return response


@bp.post("/try")
def try_draft() -> Response:
    """Say what a draft would change: its problems, its hits and misses, verdicts before and after. Keeps nothing."""
    check_playground()
    rules = current_rules()
    wanted = read_json(_TRY, WORKSHOP_BODY)
    drafts = _drafts(wanted)
    date = today() if wanted.date is UNSET else wanted.date.isoformat()
    contexts = to_plain(wanted)["contexts"]
    charge(TRIAL_COST)
    book = current_rulebook()
    try:
        result = try_rules(rules.engine, drafts, contexts, date, current_app.config["JAGA_RULES_DIR"], book.office)
    except RecursionError:
        raise _bad_draft("$.files", "Nested too deeply.") from None
    others = [problem for problem in book.office_problems if problem.file not in drafts]
    return answer({"bundle": rules.identity, "folder": told_problems(others, {}), **result})


def _drafts(wanted: TryRequest) -> dict[str, str]:
    """Return the drafts by path; a signal's path follows from its id."""
    drafts = {} if wanted.files is UNSET else dict(wanted.files)
    signal = "" if wanted.signal is UNSET else wanted.signal
    if not drafts and not signal:
        raise _bad_draft("$", "Send a draft: `signal` or `files`.")
    if signal:
        drafts[f"signals/{_signal_id(signal)}.toml"] = signal
    return drafts


def _bad_draft(path: str, message: str) -> ApiError:
    return ApiError("bad-field", f"{path}: {message}", [FieldError(path, message)])


def _signal_id(text: str) -> str:
    """Return the id a signal gives itself, or ``draft`` where it has none to be read."""
    if deep_key(text):
        return "draft"
    try:
        name = tomllib.loads(text).get("id")
    except (ValueError, RecursionError):
        return "draft"
    return name if isinstance(name, str) else "draft"
