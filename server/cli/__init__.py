"""The commands of ``flask --app server``: exit code 0 well, 1 problems found, 2 wrong use."""

from __future__ import annotations

from flask import Flask

from . import rules, score


def init_cli(app: Flask) -> None:
    """Add every command to an app."""
    app.cli.add_command(score.command)
    app.cli.add_command(rules.group)
