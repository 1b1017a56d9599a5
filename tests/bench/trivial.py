"""The real application with a scorer that does nothing: what the web stack alone costs."""

from __future__ import annotations

from typing import Any

from flask import Flask

import server.api.score
from server import create_app

VERDICT = {
    "level": "none", "score": 0, "points": 0, "stance": "neutral", "partial": False, "affiliations": [],
    "evidence": [], "nearly": [],
}  # fmt: skip


def create_trivial_app() -> Flask:
    """Return the application with every verdict constant."""
    vars(server.api.score)["score"] = _score
    return create_app()


def _score(*_: Any) -> dict[str, Any]:
    return dict(VERDICT)
