"""The commands of ``flask --app server``: exit code 0 well, 1 problems found or levels changed, 2 wrong use."""

from __future__ import annotations

from flask import Flask

from . import diff, evaluate, explain, import_candidates, new, rules, score, signing, watch


def init_cli(app: Flask) -> None:
    """Add every command to an app."""
    rules.group.add_command(evaluate.command)
    rules.group.add_command(diff.command)
    rules.group.add_command(explain.command)
    rules.group.add_command(import_candidates.command)
    rules.group.add_command(new.group)
    rules.group.add_command(watch.command)
    for command in signing.COMMANDS:
        rules.group.add_command(command)
    app.cli.add_command(score.command)
    app.cli.add_command(rules.group)
