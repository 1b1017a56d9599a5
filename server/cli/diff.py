"""``flask --app server rules diff``: what other rules would change about the posts in a file; see docs/evaluate.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .measuring import file_argument, measuring, scored, usable_rules, write_page
from .reporting import print_json
from .rows import read_rows
from .summaries import diff_text

_RULES = click.Path(exists=True, path_type=Path)


@click.command("diff")
@click.argument("old", type=_RULES)
@click.argument("new", type=_RULES)
@file_argument
@measuring
def command(
    *,
    old: Path,
    new: Path,
    file: Path,
    date: str,
    limit: int | None,
    skip_bad: bool,
    jobs: int,
    html: Path | None,
    texts: bool,
    as_json: bool,
) -> None:
    """Bandingkan dua aturan pada unggahan di FILE. (Compare OLD and NEW, bundles or folders, on posts.)

    Berakhir dengan 1 bila ada tingkat yang berganti. (Ends with 1 where a level changes.)
    """
    from ..rules.diff import diff  # noqa: PLC0415

    pair = [usable_rules(path) for path in (old, new)]
    bundles = [usable.bundle for usable in pair]
    read = read_rows(file, date, limit, skip_bad)
    judged = scored([usable.raw for usable in pair], read.rows, jobs)
    compared = [(row, before, after) for row, (before, after) in zip(read.rows, judged, strict=True)]
    sides = (("old", old, bundles[0]), ("new", new, bundles[1]))
    result: dict[str, Any] = {
        "file": file.name,
        "bundles": {
            side: {"path": str(path), "version": bundle.version, "digest": bundle.digest}
            for side, path, bundle in sides
        },
        "date": date,
        "skipped": read.bad_lines,
        **diff(compared, bundles[1].data),
    }
    if html:
        write_page(html, "diff.html", result=result, rows=read.rows, texts=texts)
    if as_json:
        print_json(result)
    else:
        click.echo(diff_text(result, html))
    if result["flips"]["total"]:
        raise click.exceptions.Exit(1)
