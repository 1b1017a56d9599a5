"""Whether the process runs, whether it can judge, and the description of every route."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from flask import Blueprint, Response

from ..openapi import describe
from ..rulebook import current_rulebook, current_rules
from ..signed_rules import describe_handout, refused_handout
from .guidance import choices
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
        {
            "service": "jaga-jempol",
            "status": "ready",
            "bundle": rules.identity,
            "refused": current_rulebook().problem,
            "signed": describe_handout(),
            "signed_refused": refused_handout(),
        }
    )


@bp.get("/openapi.json")
def openapi() -> Response:
    """Describe every route, shape and error (OpenAPI 3.1)."""
    rules = current_rulebook().rules
    return answer(_description(rules.engine.digest if rules else ""))


@lru_cache(maxsize=1)
def _description(digest: str) -> dict[str, Any]:
    """Return the description with the words of the rules in force; their digest tells when they have changed."""
    rules = current_rulebook().rules
    return describe(choices(rules.law) if rules and rules.law else {})
