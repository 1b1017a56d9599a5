"""Read tables as spreadsheets save them: candidate lists, and tables of texts and whole numbers (SPEC 9)."""

from __future__ import annotations

import csv
import io
import re

from .problems import Problem

NEEDED_COLUMNS = ("level", "area", "number", "head", "source", "date")
CANDIDATE_COLUMNS = (
    "level", "province", "area", "number", "head", "deputy", "head_aliases", "deputy_aliases", "pair_aliases",
    "slogans", "parties", "common", "source", "date",
)  # fmt: skip
NUMBER_COLUMNS = {"weights.csv": ("ngram", "points"), "frequency.csv": ("word", "per_million")}
LEVELS = ("governor", "regent", "mayor")

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_AS_UTF8 = "save it again with the encoding UTF-8 (in a spreadsheet: Save As, type 'CSV UTF-8')"

Row = dict[str, str]


def decode(name: str, raw: bytes) -> str | Problem:
    """Return the text of a file, or what is wrong with its encoding and in which line."""
    if raw.startswith(_UTF16):
        return Problem(name, "", f"is UTF-16 ('Unicode text'), not UTF-8; {_AS_UTF8}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{raw[error.start]:02X}, as in Windows-1252"
        return Problem(name, f"{'row' if name.endswith('.csv') else 'line'} {line}", f"not UTF-8 ({byte}); {_AS_UTF8}")


def read_candidates(name: str, text: str, problems: list[Problem]) -> list[Row]:
    """Return the rows of a candidate list, every column there, ``row`` saying where each stands.

    The first row names the columns, in any order. Commas, semicolons or tabs separate, as the spreadsheet likes; empty
    rows and empty columns at the end are left out.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first = lines.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(lines), delimiter=separator)
    rows: list[Row] = []
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        while header and not header[-1]:
            header.pop()
        if wrong := _header_error(header):
            problems.append(Problem(name, "row 1", wrong))
            return []
        for cells in reader:
            where = f"row {reader.line_num}"
            values = [cell.strip() for cell in cells]
            if not any(values):
                continue
            if wrong := _width_error(values, len(header), separator):
                problems.append(Problem(name, where, wrong))
                continue
            row = dict.fromkeys(CANDIDATE_COLUMNS, "") | dict(zip(header, values, strict=False))
            if wrong := _row_error(row):
                problems.append(Problem(name, where, wrong))
            else:
                rows.append(row | {"row": where})
    except csv.Error as error:
        problems.append(Problem(name, f"row {reader.line_num}", f"is no row of a table ({error}); type it again"))
    return rows


def _header_error(header: list[str]) -> str:
    known = f"the columns are {', '.join(CANDIDATE_COLUMNS)}"
    if unknown := [column for column in header if column not in CANDIDATE_COLUMNS]:
        return f"there is no column {unknown[0]!r}; {known}"
    if missing := [column for column in NEEDED_COLUMNS if column not in header]:
        return f"the column {missing[0]} is missing; write it into the first row; {known}"
    if twice := [column for column in header if header.count(column) > 1]:
        return f"the column {twice[0]} stands there twice; keep one of them"
    return ""


def _width_error(values: list[str], width: int, separator: str) -> str:
    if len(values) >= width and not any(values[width:]):
        return ""
    remedy = f"put quotes around a cell that holds a {_SEPARATORS[separator]}"
    return f"has {len(values)} cells where the first row has {width}; {remedy}"


def _row_error(row: Row) -> str:
    if missing := [column for column in NEEDED_COLUMNS if not row[column]]:
        return f"the column {missing[0]} is empty; fill it in"
    if row["level"] not in LEVELS:
        return f"level must be one of {', '.join(LEVELS)}, not {row['level']!r}"
    if not _DAY.fullmatch(row["date"]):
        return f"date must be a day YYYY-MM-DD, not {row['date']!r}; format the column as text and write it so"
    if not (row["number"].isascii() and row["number"].isdecimal()):
        return f"number must be a whole number, not {row['number']!r}"
    return ""


def read_numbers(name: str, text: str, problems: list[Problem]) -> list[Row]:
    """Return the rows of a table of texts and whole numbers."""
    header = NUMBER_COLUMNS.get(name)
    reader = csv.DictReader(io.StringIO(text))
    if header is None or tuple(reader.fieldnames or ()) != header:
        known = ", ".join(f"{file} ({','.join(columns)})" for file, columns in NUMBER_COLUMNS.items())
        problems.append(Problem(name, "row 1", f"only contests/*.csv and these tables are read: {known}"))
        return []
    rows = [dict(row) for row in reader]
    for place, row in enumerate(rows, 2):
        if not (row[header[1]] or "").removeprefix("-").isdecimal():
            problems.append(
                Problem(name, f"row {place}", f"{header[1]} must be a whole number, not {row[header[1]]!r}")
            )
    return rows
