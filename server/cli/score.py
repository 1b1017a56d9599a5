"""``flask --app server score``: judge one text and show why, without sending it anywhere."""

from __future__ import annotations

from typing import Any

import click
from flask.cli import with_appcontext

from ..engine import canonical_json, score
from ..rulebook import Rules, current_rulebook
from .options import json_option
from .posts import check_site, with_post
from .refusing import RefusingCommand
from .reporting import Unusable
from .verdicts import verdict_lines


@click.command("score", cls=RefusingCommand)
@with_post
@json_option
@with_appcontext
def command(*, context: dict[str, Any], date: str, as_json: bool) -> None:
    """Nilai satu kiriman dan tunjukkan alasannya. Tidak ada yang disimpan atau dikirim. (Judge one post.)"""
    rules = rules_in_force()
    check_site(context, rules.sites)
    verdict = score(rules.engine, context, date)
    click.echo(canonical_json(verdict).decode() if as_json else "\n".join(verdict_lines(context, verdict)))


def rules_in_force() -> Rules:
    """Return the app's rules; raise Unusable with the reason where there are none."""
    rulebook = current_rulebook()
    if rulebook.rules is None:
        raise Unusable(f"aturan tidak dapat dipakai: {rulebook.problem} (no usable rules)")
    return rulebook.rules
