"""Read the rule files of a folder and its overlays, each checked against its JSON Schema."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from .problems import Problem, RuleErrors

RULES = Path(__file__).resolve().parents[2] / "shared_rules"
CSV_HEADER = (
    "level", "area", "number", "head", "deputy", "head_aliases", "deputy_aliases",
    "pair_aliases", "slogans", "parties", "source", "date",
)  # fmt: skip

NUMBER_HEADERS = {"weights.csv": ("ngram", "points"), "frequency.csv": ("word", "per_million")}

LEVELS = ("governor", "regent", "mayor")

# Which schema belongs to which file; the first pattern that fits.
_SCHEMAS = (
    ("entities/parties*.toml", "parties"),
    ("entities/wings*.toml", "wings"),
    ("entities/volunteer-groups*.toml", "volunteer-groups"),
    ("entities/institutions*.toml", "institutions"),
    ("contests/*.toml", "contest"),
    ("signals/macros.toml", "macros"),
    ("signals/*.toml", "signal"),
    ("sites/*.toml", "site"),
    ("confusables*.toml", "confusables"),
    ("folding.toml", "folding"),
    ("scoring.toml", "scoring"),
)


@dataclass(slots=True)
class Sources:
    """Every parsed file by its path inside the rules folder; ``rows`` holds the CSV files."""

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def matching(self, folder: str) -> list[tuple[str, dict[str, Any]]]:
        """Return ``(path, data)`` of the TOML files whose path starts so, by path."""
        return [(path, data) for path, data in sorted(self.files.items()) if path.startswith(folder)]


def load_sources(root: Path = RULES, overlays: Iterable[Path] = ()) -> Sources:
    """Read a rules folder and its overlays; raise RuleErrors naming every file that is not as it should be.

    Conformance vectors bring rules of their own and are left out. An overlay holds further files in the same layout.
    It adds; it may not replace a shared file.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for number, folder in enumerate((root, *overlays)):
        if not folder.is_dir():
            raise RuleErrors([Problem(str(folder), "", "no such folder; give the folder that holds the rule files")])
        for path in sorted((*folder.rglob("*.toml"), *folder.rglob("*.csv"))):
            name = path.relative_to(folder).as_posix()
            if name.startswith("vectors/"):
                continue
            if name in texts:
                problems.append(
                    Problem(name, "", "stands in the shared rules already; give the overlay's file another name")
                )
                continue
            try:
                texts[name] = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError as error:
                where = f"byte {error.start}"
                problems.append(Problem(name, where, "not UTF-8; save the file with the encoding UTF-8"))
        if number == 0 and not texts and not problems:
            raise RuleErrors([Problem(str(folder), "", "holds no rule files")])
    return parse_sources(texts, problems)


def parse_sources(texts: dict[str, str], problems: list[Problem] | None = None) -> Sources:
    """Parse and check rule files given as ``{path: text}``."""
    problems = [] if problems is None else problems
    sources = Sources()
    for name, text in texts.items():
        if name.endswith(".csv"):
            sources.rows[name] = (
                _rows(name, text, problems) if name.startswith("contests/") else _numbers(name, text, problems)
            )
        else:
            data = _table(name, text, problems)
            if data is not None:
                sources.files[name] = data
    if problems:
        raise RuleErrors(sorted(problems))
    return sources


def _table(name: str, text: str, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problems.append(Problem(name, "", f"not valid TOML: {error}"))
        return None
    schema = next((schema for pattern, schema in _SCHEMAS if fnmatchcase(name, pattern) and name.count("/") < 2), None)
    if schema is None:
        problems.append(Problem(name, "", "no kind of rule file has this name; see shared_rules/SPEC.md, section 9"))
        return None
    found = sorted(_validator(schema).iter_errors(data), key=lambda error: list(map(str, error.absolute_path)))
    problems.extend(Problem(name, _path(error.absolute_path), error.message) for error in found)
    return None if found else data


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((RULES / "schema" / f"{schema}.schema.json").read_text(encoding="utf-8")))


def _path(parts: Iterable[Any]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return text.removeprefix(".")


def _rows(name: str, text: str, problems: list[Problem]) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text), restkey="more")
    if tuple(reader.fieldnames or ()) != CSV_HEADER:
        hint = "; the file separates by semicolons, save it with commas" if ";" in (text.split("\n", 1)[0]) else ""
        problems.append(Problem(name, "row 1", f"the header must be {','.join(CSV_HEADER)}{hint}"))
        return []
    rows: list[dict[str, str]] = []
    for row in reader:
        where = f"row {reader.line_num}"
        if "more" in row or any(value is None for value in row.values()):
            problems.append(
                Problem(name, where, f"needs {len(CSV_HEADER)} columns; put quotes around a cell that holds a comma")
            )
        elif missing := [key for key in ("level", "area", "number", "head", "source", "date") if not row[key].strip()]:
            problems.append(Problem(name, where, f"the column {missing[0]} is empty"))
        elif row["level"] not in LEVELS:
            problems.append(Problem(name, where, f"level must be one of {', '.join(LEVELS)}, not {row['level']!r}"))
        elif not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", row["date"]):
            problems.append(Problem(name, where, f"date must be a day YYYY-MM-DD, not {row['date']!r}"))
        elif not row["number"].strip().isdecimal():
            problems.append(Problem(name, where, f"number must be a whole number, not {row['number']!r}"))
        else:
            rows.append({key: value.strip() for key, value in row.items()} | {"row": where})
    return rows


def _numbers(name: str, text: str, problems: list[Problem]) -> list[dict[str, str]]:
    """Read a table of texts and whole numbers."""
    header = NUMBER_HEADERS.get(name)
    reader = csv.DictReader(io.StringIO(text))
    if header is None or tuple(reader.fieldnames or ()) != header:
        known = ", ".join(f"{file} ({','.join(columns)})" for file, columns in NUMBER_HEADERS.items())
        problems.append(Problem(name, "row 1", f"only contests/*.csv and these tables are read: {known}"))
        return []
    rows = [dict(row) for row in reader]
    for place, row in enumerate(rows, 2):
        if not (row[header[1]] or "").removeprefix("-").isdecimal():
            problems.append(
                Problem(name, f"row {place}", f"{header[1]} must be a whole number, not {row[header[1]]!r}")
            )
    return rows
