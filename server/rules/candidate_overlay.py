"""Turn a table of local candidates, as an office keeps it, into overlay files that are checked as any rule is."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from server.engine import Engine

from .candidates import candidates_csv, import_candidates
from .columns import find_headings, guess_column
from .indonesian import in_indonesian, sentence_of
from .load import RULES
from .names import slug
from .problems import Problem, RuleErrors
from .spreadsheets import read_spreadsheet
from .tables import TableRow
from .trial import compile_drafts, replaced_files, sources_with

_NUMBERED = re.compile("row ([0-9]+)")
_NAMED_COLUMN = re.compile(r"\bcolumn ([a-z_]+)|^(level|date|number)\b")
_SHOWN = 3
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class About:
    """What the table does not say itself: the election's name, its office and area, its days, where it is from."""

    title: str
    level: str
    area: str
    province: str
    start: str
    end: str
    source: str
    date: str


@dataclass(slots=True)
class CellProblem:
    """What is wrong in a table, or worth a look; row 0 and no column where it is about the whole."""

    row: int
    column: str
    message: str
    message_id: str


@dataclass(slots=True)
class Overlay:
    """What became of a table.

    ``columns`` says which column holds what, by its place; ``files`` are those of the overlay by their paths; ``names``
    say of every pair which of its names count by themselves (``certain``) and which near a cue only (``near``).
    ``problems`` must be mended; ``advice`` is worth a look.
    """

    header: list[str] = field(default_factory=list)
    sample: list[list[str]] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    names: list[dict[str, Any]] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    advice: list[CellProblem] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def make_overlay(
    name: str,
    raw: bytes,
    columns: dict[str, int],
    about: About | None,
    root: Path = RULES,
    office: Mapping[str, str] = _NOTHING,
) -> dict[str, Any]:
    """Return the Overlay of a CSV or XLSX file as plain values.

    ``columns`` stand in place of those that are guessed. Without ``about`` only the columns are told. The overlay is
    checked beside ``office``, the good files of the office's folder, as it is to lie there.
    """
    found = Overlay()
    problems: list[Problem] = []
    advice: list[Problem] = []
    table = read_spreadsheet(name, raw, problems, advice)
    head = _heading_row(table)
    if problems or head is None:
        told = problems or [Problem(name, "", "holds no table: a row of headings and a row for every pair are needed")]
        found.problems = [_told(problem, {}, []) for problem in told]
        return asdict(found)
    found.header = head.cells
    found.sample = [row.cells for row in table if row.number > head.number][:_SHOWN]
    found.columns = columns or _guessed(head)
    if about is not None:
        _import(found, name, _renamed(table, head, found.columns), about, root, office)
        found.advice = [*(_told(problem, {}, []) for problem in advice), *found.advice]
    return asdict(found)


def _heading_row(table: list[TableRow]) -> TableRow | None:
    headings = find_headings(table)
    return next((row for row in table if headings is None or row.number == headings.row), None)


def _guessed(head: TableRow) -> dict[str, int]:
    headings = find_headings([head])
    if headings is not None:
        return {column: place for place, column in headings.columns.items()}
    guesses = ((guess_column(heading), place) for place, heading in enumerate(head.cells))
    return {column: place for column, place in guesses if column}


def _renamed(table: list[TableRow], head: TableRow, columns: dict[str, int]) -> bytes:
    """Write a table as CSV, every row in its line, with the headings that the columns were chosen to be."""
    heading_of = {place: "pasangan calon" if column == "pair" else column for column, place in columns.items()}
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    rows = {row.number: row.cells for row in table if row.number > head.number}
    # What was not chosen keeps a heading that means nothing: only a column without any is a fault.
    rows[head.number] = [heading_of.get(place, "-" if cell else "") for place, cell in enumerate(head.cells)]
    # As wide everywhere, so that nothing but the commas can be taken for what divides it.
    width = max(map(len, rows.values()))
    for number in range(1, max(rows) + 1):
        values = rows.get(number, [])
        writer.writerow([re.sub(r"\s*\n\s*", "; ", cell) for cell in (*values, *[""] * (width - len(values)))])
    return written.getvalue().encode()


def _import(found: Overlay, name: str, raw: bytes, about: About, root: Path, office: Mapping[str, str]) -> None:
    identity = _identity(about.title, root)
    paths = (f"contests/{identity}.toml", f"contests/{identity}.csv")
    others = {path: text for path, text in office.items() if path not in paths}
    given = {key: getattr(about, key) for key in ("level", "area", "province", "source", "date")}
    imported = import_candidates(Path(name).stem + ".csv", raw, sources_with(root, others), **given)
    headings = {column: found.header[place] for column, place in found.columns.items() if place < len(found.header)}
    found.problems = [_told(problem, headings, []) for problem in imported.problems]
    found.advice = [_told(problem, headings, []) for problem in imported.advice]
    found.rows = [{**row, "row": _number(row["row"])} for row in imported.rows]
    if not imported.rows and not found.problems:
        found.problems.append(
            _told(Problem(name, "", "holds no pair; choose the columns that hold the candidates"), {}, [])
        )
    if found.problems:
        return
    files = dict(zip(paths, (_contest(identity, about, found.rows), candidates_csv(imported.rows)), strict=True))
    try:
        trial = compile_drafts(files, root, others)
        if trial.report.failures:
            raise RuleErrors(trial.report.failures)
    except RuleErrors as error:
        found.problems = [_of_files(problem, headings, found.rows, files) for problem in error.problems]
        return
    found.files = files
    found.names = [
        {"row": row["row"], **_names(trial.engine, f"{identity}/{slug(row['area'])}/{row['number']}")}
        for row in found.rows
    ]


def _identity(title: str, root: Path) -> str:
    """Return the id of the contest; a folder may hold no file that is called as a shared one."""
    identity = slug(title)[:50].strip("-") or "pemilihan-baru"
    taken = replaced_files([f"contests/{identity}.{end}" for end in ("toml", "csv")], root)
    return f"{identity}-kantor" if taken else identity


def _of_files(
    problem: Problem, headings: dict[str, str], rows: list[dict[str, Any]], files: Mapping[str, str]
) -> CellProblem:
    """Say where a problem of the rules with the overlay is: in the person's own file, or in which other."""
    if problem.file in files:
        return _told(problem, headings, rows if problem.file.endswith(".csv") else [])
    return CellProblem(0, "", str(problem), in_indonesian(problem))


def _told(problem: Problem, headings: dict[str, str], rows: list[dict[str, Any]]) -> CellProblem:
    """Say where a problem is in the person's own file; ``rows`` are those of the list that was made of it, if it is."""
    row = _number(problem.where)
    if row and rows:
        row = rows[row - 2]["row"] if row - 2 < len(rows) else 0
    named = _NAMED_COLUMN.search(problem.message)
    column = (named[1] or named[2]) if named and row else ""
    where = "" if row or not problem.where else f"{problem.where}: "
    told = f"{where}{problem.message}", f"{where}{sentence_of(problem.message)}"
    return CellProblem(row, headings.get(column, column), *told)


def _number(where: str) -> int:
    numbered = _NUMBERED.fullmatch(where)
    return int(numbered[1]) if numbered else 0


def _contest(identity: str, about: About, rows: list[dict[str, Any]]) -> str:
    """Write the file of dates; a JSON text of printable characters is a TOML text too."""
    areas = sorted({row["area"] for row in rows})
    levels = sorted({row["level"] for row in rows})
    lines = {
        "id": identity,
        "title": about.title,
        "kind": levels[0] if len(levels) == 1 else "regional",
        "area": areas[0] if len(areas) == 1 else about.province or "Indonesia",
        "active": (about.start, about.end),
        "candidates_csv": f"{identity}.csv",
        "source": about.source,
        "date": about.date,
    }
    text = {key: json.dumps(value, ensure_ascii=False) for key, value in lines.items()}
    text["title"] = f"{{ id = {text['title']}, en = {text['title']} }}"
    text["active"] = f"{{ from = {json.dumps(about.start)}, to = {json.dumps(about.end)} }}"
    return "".join(f"{key} = {value}\n" for key, value in text.items())


def _names(engine: Engine, entity: str) -> dict[str, list[str]]:
    index = engine.reader.mentions
    own = {place for place, each in enumerate(index.entities) if each.id == entity or each.id.startswith(f"{entity}/")}
    aliases = [alias for alias in index.aliases.values() if not own.isdisjoint(alias.entities)]
    return {
        "certain": sorted(alias.text for alias in aliases if alias.confusable < 0),
        "near": sorted(alias.text for alias in aliases if alias.confusable >= 0),
    }
