"""``flask --app server rules explain``: why a post was or was not flagged, down to the tokens that were read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from ..engine import BundleError, score
from ..rulebook import sites_of
from ..rules.reading import readings
from .measuring import Usable, usable_rules
from .options import json_option, overlay_option, root_option, root_or_default
from .posts import check_site, with_post
from .reporting import Unusable, print_json
from .score import rules_in_force
from .verdicts import verdict_lines


@click.command("explain")
@with_post
@root_option
@overlay_option
@json_option
@with_appcontext
def command(
    *, context: dict[str, Any], date: str, root: Path | None, overlays: tuple[Path, ...], as_json: bool
) -> None:
    """Jelaskan kenapa satu kiriman ditandai atau tidak. (Explain a post: what was read, what counted, what nearly did.)

    Tanpa --root dan --overlay yang menilai aturan yang berlaku. Map disusun, contohnya tidak dijalankan.
    """
    if root or overlays:
        compiled = _compiled(root, overlays)
        sites, engine = sites_of(compiled.bundle), compiled.engine
    else:
        rules = rules_in_force()
        sites, engine = rules.sites, rules.engine
    check_site(context, sites)
    verdict = score(engine, context, date)
    read = readings(engine, context, date)
    if as_json:
        bundle = {"version": engine.version, "digest": engine.digest}
        print_json({"bundle": bundle, "date": date, "context": context, "verdict": verdict, "fields": read})
        return
    click.echo("\n".join([*_read_lines(read), *verdict_lines(context, verdict, engine.scale), *_waiting_lines(read)]))


def _compiled(root: Path | None, overlays: tuple[Path, ...]) -> Usable:
    try:
        return usable_rules(root_or_default(root), overlays)
    except BundleError as error:
        raise Unusable(str(error)) from None


def _read_lines(read: list[dict[str, Any]]) -> list[str]:
    lines = ["Dibaca (read)"]
    for part in read:
        lines.append(f"  {part['field']:<14} {' '.join(part['tokens'])}")
        if part["masked"] != part["tokens"]:
            lines.append(f"  {'menjadi (as)':<14} {' '.join(part['masked'])}")
    return lines


def _waiting_lines(read: list[dict[str, Any]]) -> list[str]:
    names = sorted({name for part in read for name in part["waiting"]})
    if not names:
        return []
    return [
        "Nama rancu tanpa penanda di dekatnya, tidak dihitung (ambiguous names without a cue)",
        *(f"        {name}" for name in names),
    ]
