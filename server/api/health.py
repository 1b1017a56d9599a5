"""Whether the process runs, whether it can judge, and the description of every route."""

from __future__ import annotations

from flask import Blueprint, Response

from ..openapi import describe
from ..rulebook import current_rulebook, current_rules
from .wire import answer

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def alive() -> Response:
    """Say that the process answers."""
    return answer({"service": "jaga-jempol", "status": "ok"})


@bp.get("/readyz")
def ready() -> Response:
    """Say whether a checked and self-tested bundle is in force, and why a newer one was refused."""
    rules = current_rules()
    return answer(
        {"service": "jaga-jempol", "status": "ready", "bundle": rules.identity, "refused": current_rulebook().problem}
    )


@bp.get("/openapi.json")
def openapi() -> Response:
    """Describe every route, shape and error (OpenAPI 3.1)."""
    return answer(describe())
