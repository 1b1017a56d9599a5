"""Read the cells of a table that an office hands over: CSV or XLSX, within limits that a zip bomb cannot pass."""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from itertools import islice
from typing import Any

from .problems import Problem
from .tables import TableRow, decode, read_cells

FILE_MAX = 5 * 1024 * 1024
ROWS_MAX, COLUMNS_MAX, CELL_MAX = 5_000, 64, 2_000
# Five thousand pairs of ten columns unpack to 3 MiB and 300,000 tags; the tags are what reading takes time for.
_UNPACKED_MAX, _TAGS_MAX, _PARTS_MAX = 16 * 1024 * 1024, 400_000, 300

_EMPTY = (None, "")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SAVE_AS = "save it again as .xlsx or as CSV UTF-8"


def read_spreadsheet(name: str, raw: bytes, problems: list[Problem]) -> list[TableRow]:
    """Return the rows of a CSV or XLSX file as text, told apart by their bytes; empty rows are left out.

    Of a workbook the first visible sheet that holds something is read; days become ``YYYY-MM-DD``, formulas what they
    showed when the file was saved. What cannot be read is a problem with its row, or with none where it is the file.
    """
    if len(raw) > FILE_MAX:
        problems.append(Problem(name, "", f"is larger than {FILE_MAX >> 20} MiB; leave out what is no candidate"))
        return []
    if raw.startswith(_OLE):
        problems.append(Problem(name, "", f"is an old .xls file, or locked by a password; {_SAVE_AS}"))
        return []
    if raw.startswith(_ZIP):
        return _read_workbook(name, raw, problems)
    text = decode(name, raw)
    if isinstance(text, Problem):
        problems.append(text)
        return []
    return _within_limits(name, read_cells(name, text, problems), problems)


def _read_workbook(name: str, raw: bytes, problems: list[Problem]) -> list[TableRow]:
    # Loaded with the first workbook: it takes half of the time that the rest of the rules' package takes together.
    from openpyxl.cell.cell import ERROR_CODES  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    try:
        if wrong := _bomb(raw):
            problems.append(Problem(name, "", wrong))
            return []
        rows = _first_sheet(raw)
    except Exception as error:  # openpyxl has no exception of its own: a bad file shows as any of a dozen.
        problems.append(Problem(name, "", f"is no workbook that can be read ({type(error).__name__}); {_SAVE_AS}"))
        return []
    if not rows:
        problems.append(Problem(name, "", "holds no sheet with anything in it"))
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


def _first_sheet(raw: bytes) -> list[tuple[int, tuple[Any, ...]]]:
    """Return the numbered rows of the first visible sheet that has any, one more than the limits let pass."""
    from openpyxl import load_workbook  # noqa: PLC0415

    with warnings.catch_warnings():
        # It warns of styles and charts that it leaves out; nobody asked for them.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                sheet.reset_dimensions()
                lines = sheet.iter_rows(max_row=ROWS_MAX + 1, max_col=COLUMNS_MAX + 1, values_only=True)
                numbered = islice(enumerate(lines, 1), ROWS_MAX + 1)
                rows = [(number, row) for number, row in numbered if any(cell not in _EMPTY for cell in row)]
                if rows and sheet.sheet_state == "visible":
                    return rows
        finally:
            book.close()
    return []


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
