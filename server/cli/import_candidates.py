"""``flask --app server rules import-candidates``: an office's table becomes the candidate list of a contest."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from ..rulebook import today
from ..rules import Problem, RuleErrors, Sources, compile_sources, load_sources
from ..rules.contests import tables_of
from ..rules.lint import lint_sources
from ..rules.problems import by_place
from ..rules.skeletons import is_list_skeleton
from .options import json_option, office_option, office_or_default, root_option, root_or_default, write_whole
from .reporting import Unusable, problem_lines, report, told

_LEVELS = ("regent", "mayor", "governor")
_SHOWN = 20


@click.command("import-candidates")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--contest", "contest_id", required=True, help="ID pemilihan di map Anda. (A contest of your folder.)")
@office_option
@root_option
@click.option(
    "--level",
    type=click.Choice(_LEVELS),
    help="Jabatan semua baris; bawaan dari tabel atau pemilihan. (The level of every row.)",
)
@click.option("--area", help="Daerah semua baris; bawaan dari tabel atau pemilihan. (The area of every row.)")
@click.option("--source", help="Dari mana daftar ini, bila tabelnya tidak menyebutkannya. (Where it is from.)")
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), help="Kapan sumbernya dilihat; bawaan hari ini. (When it was seen.)"
)
@click.option("--replace", is_flag=True, help="Ganti daftar yang sudah ada. (Replace the list that is there.)")
@click.option("--check", is_flag=True, help="Periksa saja, tidak menulis apa pun. (Write nothing.)")
@json_option
@with_appcontext
def command(
    *,
    file: Path,
    contest_id: str,
    office: Path | None,
    root: Path | None,
    level: str | None,
    area: str | None,
    source: str | None,
    date: click.DateTime | None,
    replace: bool,
    check: bool,
    as_json: bool,
) -> None:
    """Ubah tabel kantor (CSV atau XLSX) menjadi daftar calon. (Turn an office's table into a candidate list.)

    Judul kolom ditebak, gelar dan huruf besar dirapikan, baris ganda dan nama rancu disebutkan.
    """
    # Imported here, so that the server starts without the library for workbooks.
    from ..rules.candidates import candidates_csv, import_candidates  # noqa: PLC0415

    folder = office_or_default(office)
    sources = _sources(root_or_default(root), folder)
    contest, table = _contest(sources, folder, contest_id)
    target = folder / table
    kind = contest["kind"] if contest["kind"] in _LEVELS else ""
    found = import_candidates(
        file.name,
        file.read_bytes(),
        _without(sources, table),
        level=level or kind,
        area=area or (contest["area"] if kind else ""),
        source=source or "",
        date=f"{date:%Y-%m-%d}" if date else today(),
    )
    if not found.problems and found.rows:
        found.problems += _problems_in(sources, table, found.rows, file.name)
    if not found.rows and not found.problems:
        found.problems.append(Problem(file.name, "", "has no row with a candidate; look whether it is the right table"))
    write = not found.problems and not check
    if write and target.exists() and not replace and not is_list_skeleton(target.read_text(encoding="utf-8")):
        raise click.UsageError(f"{target}: sudah ada; tambahkan --replace untuk menggantinya (exists already)")
    if write:
        write_whole(target, candidates_csv(found.rows).encode())
    facts = {
        "advice": told(sorted(found.advice, key=by_place)),
        "headings": found.headings,
        "unknown": found.unknown,
        "rows": len(found.rows),
        "file": str(target) if write else None,
    }
    if not as_json:
        _show(found.headings, found.unknown, sorted(found.advice, key=by_place))
    where = f"Ditulis (wrote) {target}" if write else "Tidak ada yang ditulis (nothing written)"
    pairs = f"{len(found.rows)} pasangan (pairs) di {len({row['area'] for row in found.rows})} daerah (areas)"
    step = f"Langkah berikutnya (next):\n  flask --app server rules test --overlay {folder}"
    report(sorted(found.problems, key=by_place), facts, f"{pairs}. {where}\n{step}", as_json)


def _sources(root: Path, folder: Path) -> Sources:
    try:
        return load_sources(root, (folder,) if folder.is_dir() else ())
    except RuleErrors as error:
        raise Unusable(f"aturan belum benar, perbaiki dahulu (mend these first):\n{error}") from None


def _contest(sources: Sources, folder: Path, name: str) -> tuple[dict[str, Any], str]:
    """Return a contest of the overlay and the path of its first candidate list; raise UsageError where it has none."""
    own = {data["id"]: data for file, data in sources.matching("contests/") if file in sources.overlaid}
    if name not in own:
        known = f"; yang ada (there are): {', '.join(sorted(own))}" if own else ""
        make = f"flask --app server rules new contest {name} --overlay {folder}"
        raise click.UsageError(f"tidak ada pemilihan {name} di {folder}{known}; buat dahulu (make it first): {make}")
    tables = tables_of(own[name])
    if not tables:
        line = f'candidates_csv = "{name}.csv"'
        raise click.UsageError(f"pemilihan {name} tidak menyebut daftar calon; tambahkan baris (add the line) {line}")
    return own[name], tables[0]


def _without(sources: Sources, table: str) -> Sources:
    rows = {name: rows for name, rows in sources.rows.items() if name != table}
    return Sources(sources.files, rows, sources.overlaid)


def _problems_in(sources: Sources, table: str, rows: list[dict[str, str]], name: str) -> list[Problem]:
    """Return what the linter says of the new list, by the rows of the office's table."""
    tried = Sources(sources.files, sources.rows | {table: rows}, sources.overlaid | {table})
    try:
        problems: Iterable[Problem] = lint_sources(tried, compile_sources(tried))
    except RuleErrors as error:
        problems = error.problems
    return [Problem(name, problem.where, problem.message) for problem in problems if problem.file == table]


def _show(headings: dict[str, str], unknown: list[str], advice: list[Problem]) -> None:
    if headings:
        click.echo("Kolom (columns): " + ", ".join(f"{heading} → {column}" for column, heading in headings.items()))
    if unknown:
        click.echo("Tidak dipakai (passed over): " + ", ".join(unknown))
    for problem in advice[:_SHOWN]:
        first, *rest = problem_lines(problem)
        click.echo("\n".join([f"Periksa (look at) {first}", *rest]))
    if len(advice) > _SHOWN:
        click.echo(f"… {len(advice) - _SHOWN} lagi (more)")
