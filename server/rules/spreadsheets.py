"""Read the cells of a table that an office hands over: CSV or XLSX, within limits that a zip bomb cannot pass."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from itertools import islice
from typing import Any, NamedTuple

from .columns import HEADING_ROWS, find_headings
from .problems import Problem
from .tables import TableRow, decode, read_cells

FILE_MAX = 5 * 1024 * 1024
ROWS_MAX, COLUMNS_MAX, CELL_MAX = 5_000, 64, 2_000
# Five thousand pairs of ten columns unpack to 3 MiB and 300,000 tags; the tags are what reading takes time for.
_UNPACKED_MAX, _TAGS_MAX, _PARTS_MAX = 16 * 1024 * 1024, 400_000, 300

_EMPTY = (None, "")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_AT = re.compile(rb"""\br=["'](\d{1,7})["']""")
_SAVE_AS = "save it again as .xlsx or as CSV UTF-8"


class _Sheet(NamedTuple):
    """The name of a sheet, its numbered rows that hold something, and the part of the archive that it stands in."""

    title: str
    rows: list[tuple[int, tuple[Any, ...]]]
    part: str


def read_spreadsheet(name: str, raw: bytes, problems: list[Problem], advice: list[Problem]) -> list[TableRow]:
    """Return the rows of a CSV or XLSX file as text, told apart by their bytes; empty rows are left out.

    Of a workbook the one visible sheet that has headings of candidates is read, or else the first that holds something;
    days become ``YYYY-MM-DD``, formulas what they showed when the file was saved. What cannot be read is a problem with
    its row, or with none where it is the file; hidden rows are read, with advice.
    """
    if len(raw) > FILE_MAX:
        problems.append(Problem(name, "", f"is larger than {FILE_MAX >> 20} MiB; leave out what is no candidate"))
        return []
    if raw.startswith(_OLE):
        problems.append(Problem(name, "", f"is an old .xls file, or locked by a password; {_SAVE_AS}"))
        return []
    if raw.startswith(_ZIP):
        return _read_workbook(name, raw, problems, advice)
    text = decode(name, raw)
    if isinstance(text, Problem):
        problems.append(text)
        return []
    return _within_limits(name, read_cells(name, text, problems, titled=True), problems)


def _read_workbook(name: str, raw: bytes, problems: list[Problem], advice: list[Problem]) -> list[TableRow]:
    # Loaded with the first workbook: it takes half of the time that the rest of the rules' package takes together.
    from openpyxl.cell.cell import ERROR_CODES  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    try:
        if wrong := _bomb(raw):
            problems.append(Problem(name, "", wrong))
            return []
        sheets = _visible_sheets(raw)
    except Exception as error:  # openpyxl has no exception of its own: a bad file shows as any of a dozen.
        problems.append(Problem(name, "", f"is no workbook that can be read ({type(error).__name__}); {_SAVE_AS}"))
        return []
    if not sheets:
        problems.append(Problem(name, "", "holds no sheet with anything in it"))
        return []
    lists = [sheet for sheet in sheets if _names_candidates(sheet)]
    if len(lists) > 1:
        titles = ", ".join(repr(sheet.title) for sheet in lists)
        message = f"the sheets {titles} all hold candidates; hide those that are not to be read"
        problems.append(Problem(name, "", message))
        return []
    _, rows, part = (lists or sheets)[0]
    hidden = _hidden_rows(raw, part)
    for number in (number for number, _ in rows if number in hidden):
        advice.append(Problem(name, f"row {number}", "is hidden, and was read all the same; delete it if it is void"))
    width = max((at for _, values in rows for at, value in enumerate(values, 1) if value not in _EMPTY), default=0)
    read: list[TableRow] = []
    for number, values in rows:
        if broken := next((at for at, value in enumerate(values, 1) if value in ERROR_CODES), 0):
            cell = f"the cell {get_column_letter(broken)}{number} holds the error {values[broken - 1]}"
            problems.append(Problem(name, f"row {number}", f"{cell}; type what it is to show"))
        else:
            read.append(TableRow(number, [_as_text(value) for value in values[:width]]))
    return _within_limits(name, read, problems)


def _bomb(raw: bytes) -> str:
    """Return what is wrong with the size of an archive; unpacking stops at the sizes that it states."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = archive.infolist()
        size = sum(part.file_size for part in parts)
        if len(parts) > _PARTS_MAX or size > _UNPACKED_MAX:
            return f"unpacks to more than {_UNPACKED_MAX >> 20} MiB; copy the table alone into a new workbook"
        if sum(archive.read(part).count(b"<") for part in parts) > _TAGS_MAX:
            return "holds too many cells; copy the table alone into a new workbook"
    return ""


def _visible_sheets(raw: bytes) -> list[_Sheet]:
    """Return the visible sheets that hold something, of each one row more than the limits let pass."""
    from openpyxl import load_workbook  # noqa: PLC0415

    sheets: dict[str, _Sheet] = {}
    with warnings.catch_warnings():
        # It warns of styles and charts that it leaves out; nobody asked for them.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                # Thousands of names may stand for one part, which is small enough to be read once.
                part = sheet._worksheet_path
                if sheet.sheet_state != "visible" or part in sheets:
                    continue
                sheet.reset_dimensions()
                lines = sheet.iter_rows(max_row=ROWS_MAX + 1, max_col=COLUMNS_MAX + 1, values_only=True)
                numbered = islice(enumerate(lines, 1), ROWS_MAX + 1)
                rows = [(number, row) for number, row in numbered if any(cell not in _EMPTY for cell in row)]
                sheets[part] = _Sheet(sheet.title, rows, part)
        finally:
            book.close()
    return [sheet for sheet in sheets.values() if sheet.rows]


def _hidden_rows(raw: bytes, part: str) -> set[int]:
    """Return the numbers of a sheet's hidden rows, which openpyxl does not tell of a workbook that is only read."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        rows = _ROW.findall(archive.read(part))
    hidden = (_AT.search(row) for row in rows if _HIDDEN.search(row))
    return {int(at[1]) for at in hidden if at}


def _names_candidates(sheet: _Sheet) -> bool:
    """Say whether a sheet has headings of candidates, and a row under them."""
    top = [TableRow(number, [_as_text(value) for value in values]) for number, values in sheet.rows[:HEADING_ROWS]]
    headings = find_headings(top)
    return headings is not None and headings.row < sheet.rows[-1][0]


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value).strip()


def _within_limits(name: str, rows: list[TableRow], problems: list[Problem]) -> list[TableRow]:
    if rows and rows[-1].number > ROWS_MAX:
        problems.append(Problem(name, f"row {ROWS_MAX + 1}", f"only {ROWS_MAX} rows are read; divide the list"))
        return []
    for number, cells in rows:
        wide = max((at for at, cell in enumerate(cells, 1) if cell), default=0) > COLUMNS_MAX
        if wide or any(len(cell) > CELL_MAX for cell in cells):
            what = f"{COLUMNS_MAX} columns" if wide else f"{CELL_MAX} characters in a cell"
            problems.append(Problem(name, f"row {number}", f"has more than {what}; keep to the list of candidates"))
            return []
    return rows
