"""``flask --app server rules evaluate``: how right the rules are about the posts in a file; see docs/evaluate.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .measuring import file_argument, measuring, scored, usable_rules, write_page
from .options import overlay_option, root_option, root_or_default
from .reporting import print_json
from .rows import read_rows
from .summaries import evaluation_text


@click.command("evaluate")
@file_argument
@root_option
@overlay_option
@click.option(
    "--bundle",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ukur bundle yang sudah jadi. (Measure a built bundle instead of a folder.)",
)
@measuring
def command(
    *,
    file: Path,
    root: Path | None,
    overlays: tuple[Path, ...],
    bundle: Path | None,
    date: str,
    limit: int | None,
    skip_bad: bool,
    jobs: int,
    html: Path | None,
    texts: bool,
    as_json: bool,
) -> None:
    """Ukur aturan pada unggahan berlabel di FILE. (Measure the rules on labelled posts, count dialogs on others.)

    FILE berisi satu objek JSON sebaris, boleh .gz. (FILE has one JSON object a line.)
    """
    # Imported here, so that the server starts without the libraries for measuring.
    from ..rules.evaluate import evaluate, mistakes  # noqa: PLC0415

    if bundle and (root or overlays):
        raise click.UsageError("berikan --bundle, atau --root dan --overlay (give a bundle, or folders)")
    raw, rules, engine = usable_rules(bundle or root_or_default(root), overlays)
    read = read_rows(file, date, limit, skip_bad)
    judged = [(row, outcome) for row, (outcome,) in zip(read.rows, scored([raw], read.rows, jobs), strict=True)]
    result: dict[str, Any] = {
        "file": file.name,
        "bundle": {"version": rules.version, "digest": rules.digest},
        "date": date,
        "skipped": read.bad_lines,
        **evaluate(judged, rules.data),
        "mistakes": mistakes(judged, engine),
    }
    if html:
        from ..rules.plots import evaluation_plots  # noqa: PLC0415

        write_page(html, "evaluation.html", result=result, rows=read.rows, texts=texts, plots=evaluation_plots(result))
    if as_json:
        print_json(result)
    else:
        click.echo(evaluation_text(result, html))
