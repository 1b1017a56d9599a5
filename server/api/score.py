"""POST /v1/score: verdicts on a batch of posts, in order, and nothing kept."""

from __future__ import annotations

from flask import Blueprint, Response, current_app
from msgspec import UNSET
from msgspec.json import Decoder

from ..contexts import ScoreRequest, to_plain
from ..engine import score
from ..errors import ApiError, FieldError
from ..limits import charge
from ..metrics import count_contexts
from ..rulebook import current_rules, today
from .wire import answer, read_json

bp = Blueprint("score", __name__, url_prefix="/v1")

_SCORE = Decoder(ScoreRequest)


@bp.post("/score")
def score_contexts() -> Response:
    """Score one to fifty contexts; ``threshold`` adds ``flagged`` (score at or above it) to every verdict."""
    rules = current_rules()
    wanted = read_json(_SCORE)
    limit = current_app.config["JAGA_BATCH_MAX"]
    if len(wanted.contexts) > limit:
        message = f"Expected `array` of length <= {limit}."
        raise ApiError("bad-field", f"$.contexts: {message}", [FieldError("$.contexts", message)])
    charge(len(wanted.contexts))
    count_contexts(len(wanted.contexts))
    date = today() if wanted.date is UNSET else wanted.date.isoformat()
    engine, explain = rules.engine, wanted.explain
    verdicts = [score(engine, context, date, explain) for context in to_plain(wanted)["contexts"]]
    if wanted.threshold is not UNSET:
        for verdict in verdicts:
            verdict["flagged"] = verdict["score"] >= wanted.threshold
    return answer({"bundle": rules.identity, "verdicts": verdicts})
