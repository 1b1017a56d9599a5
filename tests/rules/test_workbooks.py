"""XLSX files as offices send them are read like CSV; what is hostile or broken is told in one line."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable
from typing import Any

import pytest
from openpyxl import Workbook

from server.rules import Problem
from server.rules.indonesian import in_indonesian
from server.rules.spreadsheets import read_spreadsheet
from server.rules.tables import TableRow

FILE = "calon.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
LIST: list[list[Any]] = [
    ["No. Urut", "Calon", "Tanggal"],
    [1, "Damar Panuluh", datetime.datetime(2026, 11, 22, 8, 30)],
    [2.0, " Wirasena Adipraja ", datetime.date(2026, 11, 22)],
]


def workbook(rows: Iterable[list[Any]] = LIST, *, book: Workbook | None = None) -> bytes:
    """The bytes of a workbook with these rows in its active sheet."""
    book = book or Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(raw: bytes, name: str = FILE) -> tuple[list[TableRow], list[str]]:
    """The rows of a file and what is told of it, all of which can be told in Indonesian."""
    problems: list[Problem] = []
    rows = read_spreadsheet(name, raw, problems, problems)
    assert all(in_indonesian(problem) for problem in problems)
    return rows, [str(problem) for problem in problems]


def with_part(raw: bytes, part: str, content: bytes) -> bytes:
    """A workbook with one part replaced or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info.filename, old.read(info))
        new.writestr(part, content)
    return file.getvalue()


def test_numbers_days_and_spaces_become_plain_text() -> None:
    assert read(workbook()) == (
        [
            TableRow(1, ["No. Urut", "Calon", "Tanggal"]),
            TableRow(2, ["1", "Damar Panuluh", "2026-11-22"]),
            TableRow(3, ["2", "Wirasena Adipraja", "2026-11-22"]),
        ],
        [],
    )


def test_empty_rows_are_left_out_and_rows_keep_their_numbers() -> None:
    rows, _ = read(workbook([LIST[0], [], ["", None], LIST[1]]))
    assert [row.number for row in rows] == [1, 4]


def test_hidden_and_empty_sheets_are_passed_over() -> None:
    book = Workbook()
    book.active.sheet_state = "hidden"
    book.active.append(["rahasia"])
    book.create_sheet("kosong")
    book.create_sheet("calon").append(["Calon"])
    assert read(workbook([], book=book))[0] == [TableRow(1, ["Calon"])]


def test_the_sheet_with_the_headings_is_read_wherever_it_stands() -> None:
    book = Workbook()
    book.active.append(["Petunjuk pengisian"])
    sheet = book.create_sheet("Data")
    sheet.append(["No", "Calon"])
    sheet.append([1, "Damar Panuluh"])
    assert read(workbook([], book=book)) == ([TableRow(1, ["No", "Calon"]), TableRow(2, ["1", "Damar Panuluh"])], [])


def two_lists(state: str) -> bytes:
    """A workbook with candidates in two sheets, the second in this state."""
    book = Workbook()
    book.active.title = "Kab. Melati"
    for sheet in (book.active, book.create_sheet("Kab. Mawar")):
        sheet.append(["No", "Calon"])
        sheet.append([1, "Damar Panuluh"])
    book["Kab. Mawar"].sheet_state = state
    return workbook([], book=book)


def test_two_sheets_with_candidates_are_told_by_name() -> None:
    assert read(two_lists("visible")) == (
        [],
        [f"{FILE}: the sheets 'Kab. Melati', 'Kab. Mawar' all hold candidates; hide those that are not to be read"],
    )


def test_two_names_for_one_sheet_are_one_sheet() -> None:
    raw = two_lists("visible")
    links = zipfile.ZipFile(io.BytesIO(raw)).read("xl/_rels/workbook.xml.rels").replace(b"sheet2.xml", b"sheet1.xml")
    rows, problems = read(with_part(raw, "xl/_rels/workbook.xml.rels", links))
    assert (len(rows), problems) == (2, [])


def test_a_hidden_sheet_with_candidates_is_none_of_them() -> None:
    rows, problems = read(two_lists("hidden"))
    assert (len(rows), problems) == (2, [])


def test_a_hidden_row_is_read_and_told() -> None:
    book = Workbook()
    book.active.row_dimensions[3].hidden = True
    book.active.row_dimensions[9].hidden = True
    rows, advice = read(workbook(book=book))
    assert [row.number for row in rows] == [1, 2, 3]
    assert advice == [f"{FILE}: row 3: is hidden, and was read all the same; delete it if it is void"]


def test_a_workbook_with_nothing_in_it_is_told() -> None:
    assert read(workbook([])) == ([], [f"{FILE}: holds no sheet with anything in it"])


def test_a_cell_with_an_error_is_named() -> None:
    told = read(workbook([["Calon"], ["Damar"], ["#N/A"]]))[1]
    assert told == [f"{FILE}: row 3: the cell A3 holds the error #N/A; type what it is to show"]


def test_csv_is_told_by_its_bytes_whatever_its_name() -> None:
    assert read(b"No;Calon\n1;Damar\n") == ([TableRow(1, ["No", "Calon"]), TableRow(2, ["1", "Damar"])], [])


def test_a_csv_in_windows_1252_names_the_row() -> None:
    assert read("No;Calon\n1;Sabé\n".encode("cp1252"), "calon.csv")[1][0].startswith(
        "calon.csv: row 2: not UTF-8 (byte 0xE9, as in Windows-1252); save it again"
    )


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(workbook(), "xl/media/bild.xml", bytes(100 * 1024 * 1024))
    assert len(bomb) < 200_000
    assert read(bomb) == ([], [f"{FILE}: unpacks to more than 16 MiB; copy the table alone into a new workbook"])


def test_an_archive_that_lies_about_its_sizes_is_no_workbook() -> None:
    raw = bytearray(with_part(workbook(), SHEET, b" " * 20_000_000))
    size = (20_000_000).to_bytes(4, "little")
    assert raw.count(size) == 2
    told = read(bytes(raw.replace(size, (200).to_bytes(4, "little"))))[1]
    assert [line.split(" (")[0] for line in told] == [f"{FILE}: is no workbook that can be read"]


def test_entities_in_its_xml_are_not_expanded() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    told = read(with_part(workbook(), SHEET, laughs))[1]
    assert [line.split(" (")[0] for line in told] == [f"{FILE}: is no workbook that can be read"]


@pytest.mark.parametrize("tags", [b"<row/>" * 500_000, b"<row>" + b"<c/>" * 500_000 + b"</row>"])
def test_a_sheet_of_empty_cells_without_end_is_refused_before_it_is_read(tags: bytes) -> None:
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + tags
    told = read(with_part(workbook(), SHEET, sheet + b"</sheetData></worksheet>"))[1]
    assert told == [f"{FILE}: holds too many cells; copy the table alone into a new workbook"]


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04", b"PK\x03\x04" + bytes(1000), with_part(workbook(), "[Content_Types].xml", b"")]
)
def test_what_only_begins_like_a_workbook_is_told(raw: bytes) -> None:
    (told,) = read(raw)[1]
    assert told.startswith(f"{FILE}: is no workbook that can be read (")


def test_an_old_or_locked_workbook_says_how_to_save_it() -> None:
    told = read(b"\xd0\xcf\x11\xe0" + bytes(600), "calon.xls")[1]
    assert told == ["calon.xls: is an old .xls file, or locked by a password; save it again as .xlsx or as CSV UTF-8"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["Calon"], *([["Damar"]] * 5_000)], "row 5001: only 5000 rows are read; divide the list"),
        ([["Calon"] * 65], "row 1: has more than 64 columns; keep to the list of candidates"),
        ([["Calon"], ["D" * 2_001]], "row 2: has more than 2000 characters in a cell; keep to the list of candidates"),
    ],
)
def test_a_table_beyond_the_limits_is_told(rows: list[list[str]], told: str) -> None:
    assert read(workbook(rows)) == ([], [f"{FILE}: {told}"])
    text = "\n".join(",".join(row) for row in rows).encode()
    assert read(text) == ([], [f"{FILE}: {told}"])


def test_a_cell_far_below_costs_nothing() -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Calon", "jauh"
    assert read(workbook([], book=book)) == ([TableRow(1, ["Calon"])], [])


def test_a_file_that_is_too_large_is_not_looked_into() -> None:
    assert read(b"PK\x03\x04" + bytes(5 * 1024 * 1024))[1] == [
        f"{FILE}: is larger than 5 MiB; leave out what is no candidate"
    ]
