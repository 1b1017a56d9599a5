"""GET /metrics: numbers for the people who keep the server running, and none about anybody who uses it."""

from __future__ import annotations

from flask import Blueprint, Response, current_app
from prometheus_client import CONTENT_TYPE_LATEST

from ..errors import ApiError
from ..metrics import exposition
from ..security import is_local

bp = Blueprint("metrics", __name__)


@bp.get("/metrics")
def show() -> Response:
    """Tell the counts; nothing is here unless JAGA_METRICS says so."""
    mode = current_app.config["JAGA_METRICS"]
    if mode == "off":
        raise ApiError("not-found")
    if mode == "local" and not is_local():
        raise ApiError("local-only")
    return Response(exposition(current_app), content_type=CONTENT_TYPE_LATEST)
