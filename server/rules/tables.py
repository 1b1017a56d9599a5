"""Read tables as spreadsheets save them: candidates, accounts, and tables of texts and whole numbers (SPEC 9)."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from server.engine.accounts import normal_account

from .problems import Problem

NEEDED_COLUMNS = ("level", "area", "number", "head", "source", "date")
CANDIDATE_COLUMNS = (
    "level", "province", "area", "number", "head", "deputy", "head_aliases", "deputy_aliases", "pair_aliases",
    "slogans", "parties", "common", "source", "date",
)  # fmt: skip
ACCOUNT_COLUMNS = ("site", "account")
NUMBER_COLUMNS = {"weights.csv": ("ngram", "points"), "frequency.csv": ("word", "per_million")}
LEVELS = ("governor", "regent", "mayor")

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
# How much of a table is looked at to tell its separator.
_TOP, _TOP_ROWS = 20_000, 30
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What spreadsheets run when the list is opened again; @ begins an account name, and a formula in old ones.
_FORMULA = ("=", "+", "-", "\t", "\r")
_DIGITS_MAX = 18
# A long number that a spreadsheet rounded.
_ROUNDED = re.compile(r"[0-9]+([.,][0-9]+)?[eE]\+[0-9]+")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_AS_UTF8 = "save it again with the encoding UTF-8 (in a spreadsheet: Save As, type 'CSV UTF-8')"

Row = dict[str, str]


class TableRow(NamedTuple):
    """The cells of one row as text, and its number as a spreadsheet counts it."""

    number: int
    cells: list[str]


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


def read_cells(name: str, text: str, problems: list[Problem], *, titled: bool = False) -> list[TableRow]:
    """Return the rows of a table of text; commas, semicolons or tabs separate, as the spreadsheet likes.

    Empty rows are left out, but never the first row, which is to name the columns; where the table is ``titled``
    something else may stand there.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(lines), delimiter=(_even_separator if titled else separator_of)(lines))
    rows: list[TableRow] = []
    try:
        for cells in reader:
            values = [cell.strip() for cell in cells]
            if any(values) or not rows:
                rows.append(TableRow(reader.line_num, values))
    except csv.Error as error:
        problems.append(Problem(name, f"row {reader.line_num}", f"is no row of a table ({error}); type it again"))
    return rows


def separator_of(text: str) -> str:
    """Return the separator that stands most often in the first line of a table."""
    return max(_SEPARATORS, key=text.split("\n", 1)[0].count)


def _even_separator(text: str) -> str:
    """Return the separator that divides the most rows at the top of a table into equally many cells.

    The first line does not tell: it may be a title with commas, or end inside of a heading in two lines.
    """
    first = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=lambda separator: (*_evenness(text, separator), first.count(separator)))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """Return how many rows at the top of a table have the commonest number of cells above one, and that number."""
    widths: Counter[int] = Counter()
    with contextlib.suppress(csv.Error):
        for cells in islice(csv.reader(io.StringIO(text[:_TOP]), delimiter=separator), _TOP_ROWS):
            widths[len(cells)] += 1
    return max(((rows, width) for width, rows in widths.items() if width > 1), default=(0, 0))


def read_candidates(name: str, text: str, problems: list[Problem]) -> list[Row]:
    """Return the rows of a candidate list, every column there, ``row`` saying where each stands.

    The first row names the columns, in any order.
    """
    rows: list[Row] = []
    for row in _read_rows(name, text, problems, CANDIDATE_COLUMNS, NEEDED_COLUMNS):
        if wrong := row_error(row):
            problems.append(Problem(name, row["row"], wrong))
        else:
            rows.append(row)
    return rows


def read_accounts(name: str, text: str, problems: list[Problem]) -> list[Row]:
    """Return the rows of a list of accounts, ``account`` in the form in which it is compared (SPEC 5.1)."""
    rows: dict[tuple[str, str], Row] = {}
    for row in _read_rows(name, text, problems, ACCOUNT_COLUMNS, ACCOUNT_COLUMNS):
        key = row["site"], normal_account(row["account"])
        if wrong := _account_error(row):
            problems.append(Problem(name, row["row"], wrong))
        elif key in rows:
            problems.append(Problem(name, row["row"], f"repeats {rows[key]['row']}; delete one of them"))
        else:
            rows[key] = row | {"account": key[1]}
    return list(rows.values())


def _account_error(row: Row) -> str:
    if missing := [column for column in ACCOUNT_COLUMNS if not row[column]]:
        return f"the column {missing[0]} is empty; fill it in"
    account = row["account"]
    if account.startswith(_FORMULA):
        return f"the column account begins with {account[0]!r}, which a spreadsheet takes for a formula; leave it out"
    if _ROUNDED.fullmatch(account):
        return f"{account!r} is a number that the spreadsheet rounded; format the column as text and write it again"
    if not normal_account(account) or re.search("[^!-~]|[/?]|[.]php$", account):
        return f"{account[:40]!r} is no account name; write the name alone, such as @contoh, not its address"
    return ""


def _read_rows(
    name: str, text: str, problems: list[Problem], columns: tuple[str, ...], needed: tuple[str, ...]
) -> Iterator[Row]:
    """Yield the rows of a table whose first row names columns, all columns there; ``row`` says where each stands."""
    head, *body = read_cells(name, text, problems) or [TableRow(1, [])]
    header = [cell.lower() for cell in head.cells]
    while header and not header[-1]:
        header.pop()
    if wrong := _header_error(header, columns, needed):
        problems.append(Problem(name, "row 1", wrong))
        return
    for number, values in body:
        where = f"row {number}"
        if wrong := _width_error(values, len(header), separator_of(text)):
            problems.append(Problem(name, where, wrong))
        else:
            yield dict.fromkeys(columns, "") | dict(zip(header, values, strict=False)) | {"row": where}


def _header_error(header: list[str], columns: tuple[str, ...], needed: tuple[str, ...]) -> str:
    known = f"the columns are {', '.join(columns)}"
    if unknown := [column for column in header if column not in columns]:
        return f"there is no column {unknown[0]!r}; {known}"
    if missing := [column for column in needed if column not in header]:
        return f"the column {missing[0]} is missing; write it into the first row; {known}"
    if twice := [column for column in header if header.count(column) > 1]:
        return f"the column {twice[0]} stands there twice; keep one of them"
    return ""


def _width_error(values: list[str], width: int, separator: str) -> str:
    if len(values) >= width and not any(values[width:]):
        return ""
    remedy = f"put quotes around a cell that holds a {_SEPARATORS[separator]}"
    return f"has {len(values)} cells where the first row has {width}; {remedy}"


def formula_in(row: Row) -> str:
    """Return what is wrong with a row one of whose cells a spreadsheet would run as a formula, or the empty text."""
    for column, cell in row.items():
        if cell.startswith(_FORMULA) or (cell.startswith("@") and not column.endswith("_aliases")):
            return f"the column {column} begins with {cell[0]!r}, which a spreadsheet takes for a formula; leave it out"
    return ""


def row_error(row: Row) -> str:
    """Return what is wrong with a row of a candidate list that has every column, or the empty text."""
    if wrong := formula_in(row):
        return wrong
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
    first, *table = read_cells(name, text, problems) or [TableRow(1, [])]
    if header is None or tuple(first.cells) != header:
        known = ", ".join(f"{file} ({','.join(columns)})" for file, columns in NUMBER_COLUMNS.items())
        problems.append(
            Problem(name, "row 1", f"only contests/*.csv, accounts/*.csv and these tables are read: {known}")
        )
        return []
    rows: list[Row] = []
    for line, cells in table:
        row = dict(zip(header, (*cells, "", ""), strict=False))
        number = row[header[1]]
        if len(number) > _DIGITS_MAX or not (number.isascii() and number.removeprefix("-").isdecimal()):
            problems.append(Problem(name, f"row {line}", f"{header[1]} must be a whole number, not {number[:40]!r}"))
        rows.append(row)
    return rows
