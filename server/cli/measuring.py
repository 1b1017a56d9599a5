"""What ``rules evaluate`` and ``rules diff`` share: options, bundles, scoring with its progress bar, the page.

Whatever cannot be used, a row, a rule or a file, ends with exit code 2 and says so in one line.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click
from flask import current_app, render_template
from flask.cli import with_appcontext

from ..engine import Bundle, BundleError, Engine, build_engine, canonical_json, load_bundle
from ..many import all_cores, score_many
from ..rulebook import today
from ..rules import RuleErrors, compile_rules
from ..rules.outcomes import Outcome, Row
from ..rules.quoting import fields_of, words_at
from . import numbers
from .options import OUTPUT, json_option, write_whole
from .reporting import Unusable, problem_text
from .rows import RowsError

_LIBRARIES = ("matplotlib", "numpy", "scipy")
_LONG = 5_000
UNUSABLE = "aturan tidak dapat dipakai; betulkan dahulu (the rules cannot be used):"

Command = TypeVar("Command", bound=Callable[..., None])

file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_OPTIONS = (
    click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Hari baris tanpa tanggal; bawaan hari ini. (The day of rows without one.)",
    ),
    click.option("--limit", type=click.IntRange(1), help="Baca sekian baris saja. (Read only so many rows.)"),
    click.option(
        "--skip-bad", is_flag=True, help="Lewati dan hitung baris rusak. (Pass over bad lines, and count them.)"
    ),
    click.option("--jobs", type=click.IntRange(1), help="Berapa proses; bawaan satu per inti. (How many processes.)"),
    click.option("--html", type=OUTPUT, help="Tulis laporan, satu berkas tanpa jaringan. (Write the report.)"),
    click.option(
        "--texts/--no-texts",
        default=True,
        help="Kutip unggahan dalam laporan; bawaan ya. (Whether the report quotes posts.)",
    ),
    json_option,
    with_appcontext,
)


def measuring(command: Command) -> Command:
    """Add the shared options, and turn what is wrong with rows and rules into exit code 2."""

    @wraps(command)
    def guarded(**given: Any) -> None:
        _need_libraries()
        given["date"] = given["date"].date().isoformat() if given["date"] else today()
        given["jobs"] = given["jobs"] or all_cores()
        try:
            command(**given)
        except (RowsError, BundleError) as error:
            raise Unusable(str(error)) from None

    for option in reversed(_OPTIONS):
        guarded = option(guarded)
    return guarded  # type: ignore[return-value]


def _need_libraries() -> None:
    missing = [name for name in _LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        raise Unusable(
            f"pengukuran memerlukan pustaka {', '.join(missing)}; jalankan (measuring needs them, run): "
            f"{sys.executable} -m pip install -r requirements-report.txt"
        )


class Usable(NamedTuple):
    """A bundle that the engine can use: its bytes, what they hold, and the engine built of it."""

    raw: bytes
    bundle: Bundle
    engine: Engine


def usable_rules(path: Path, overlays: tuple[Path, ...] = ()) -> Usable:
    """Return the bundle of a rules folder, or of a bundle file, that the engine can use.

    A folder is compiled but its examples are not run: draft rules may be measured before they are finished. Raise
    Unusable with the problems of a folder as ``rules lint`` tells them, BundleError where a bundle is no use.
    """
    try:
        raw = canonical_json(compile_rules(path, overlays)) + b"\n" if path.is_dir() else path.read_bytes()
        bundle = load_bundle(raw)
        return Usable(raw, bundle, build_engine(bundle))
    except OSError as error:
        raise BundleError(f"cannot be read ({error.strerror})") from error
    except RuleErrors as error:
        raise Unusable(f"{UNUSABLE}\n{problem_text(error.problems, (path, *overlays))}") from error
    except BundleError as error:
        raise BundleError(f"{path}: {error}") from error


def scored(bundles: list[bytes], rows: list[Row], jobs: int) -> list[tuple[Outcome, ...]]:
    """Return the outcomes of rows; a bar on standard error shows the way where there are many."""
    quiet = len(rows) < _LONG or not sys.stderr.isatty()
    ahead = score_many(bundles, [(row.context, row.date) for row in rows], jobs)
    with click.progressbar(
        ahead, length=len(rows), label="Menilai (scoring)", file=sys.stderr, hidden=quiet, update_min_steps=500
    ) as judged:
        return [tuple(Outcome(*plain) for plain in plains) for plains in judged]


def write_page(target: Path, template: str, rows: list[Row], **told: Any) -> None:
    """Write a report as one file that needs no other."""
    with current_app.open_resource("static/base.css", "r", encoding="utf-8") as file:
        base_css = file.read()
    helpers = {"numbers": numbers, "fields_of": fields_of, "words_at": words_at}
    contexts = {row.line: row.context for row in rows}
    page = render_template(f"reports/{template}", base_css=base_css, contexts=contexts, **helpers, **told)
    write_whole(target, page.encode())
