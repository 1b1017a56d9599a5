"""The routes, one blueprint a file."""

from __future__ import annotations

from flask import Flask

from . import guidance, health, metrics, pages, playground, rules, score


def init_api(app: Flask) -> None:
    """Register every blueprint."""
    for module in (score, rules, guidance, health, metrics, pages, playground):
        app.register_blueprint(module.bp)
