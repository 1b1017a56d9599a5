"""Candidate lists as spreadsheets save them: what is clear is read, what is not is told with the remedy."""

from __future__ import annotations

import csv
import io

import pytest

from server.rules import compile_rules

from .conftest import Workshop

FILE = "contests/pilgub.csv"
HEAD = ["level", "area", "number", "head", "deputy", "parties", "source", "date"]
TABLE = [
    HEAD,
    [
        "governor",
        "Teluk Contoh",
        "1",
        "Wastu Prabangkara",
        "Yumna Sekartaji",
        "jambu;laut",
        "rekaan, 2026",
        "2026-11-22",
    ],
    ["governor", "Teluk Contoh", "2", "Arta Guna", "Kirana Sabé", "laut", "rekaan", "2026-11-22"],
]
SAVE_AS = "save it again with the encoding UTF-8 (in a spreadsheet: Save As, type 'CSV UTF-8')"


def saved(separator: str = ",", end: str = "\n", table: list[list[str]] = TABLE) -> str:
    """The table as a spreadsheet saves it: quotes only where a cell holds the separator."""
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator=end).writerows(table)
    return file.getvalue()


def pairs(workshop: Workshop) -> dict[str, str]:
    """The pairs of the list by id."""
    entities = compile_rules(workshop.root)["entities"]
    return {entry[0]: entry[2] for entry in entities if entry[0].startswith("pilgub/") and entry[1] == "pair"}


READ = {
    "pilgub/teluk-contoh/1": "Wastu Prabangkara – Yumna Sekartaji",
    "pilgub/teluk-contoh/2": "Arta Guna – Kirana Sabé",
}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_separate(separator: str, workshop: Workshop) -> None:
    workshop.write(FILE, saved(separator))
    assert pairs(workshop) == READ


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_fine(end: str, workshop: Workshop) -> None:
    workshop.write(FILE, saved(end=end))
    assert pairs(workshop) == READ


def test_the_mark_that_spreadsheets_put_first_is_fine(workshop: Workshop) -> None:
    workshop.write(FILE, b"\xef\xbb\xbf" + saved(";").encode())
    assert pairs(workshop) == READ


def test_empty_rows_and_columns_at_the_end_are_fine(workshop: Workshop) -> None:
    workshop.write(FILE, saved(";", table=[[*row, "", ""] for row in (*TABLE, [""] * 8)]))
    assert pairs(workshop) == READ


def test_a_name_with_a_line_break_in_its_cell_is_fine(workshop: Workshop) -> None:
    workshop.write(FILE, saved().replace("Arta Guna", '"Arta Guna\n"'))
    assert pairs(workshop) == READ


def test_windows_1252_names_the_row_and_the_remedy(workshop: Workshop) -> None:
    workshop.write(FILE, saved(";").encode("cp1252"))
    assert workshop.problem() == f"{FILE}: row 3: not UTF-8 (byte 0xE9, as in Windows-1252); {SAVE_AS}"


def test_utf_16_is_told_by_the_name_it_has_in_a_spreadsheet(workshop: Workshop) -> None:
    workshop.write(FILE, saved("\t").encode("utf-16"))
    assert workshop.problem() == f"{FILE}: is UTF-16 ('Unicode text'), not UTF-8; {SAVE_AS}"


def test_a_list_in_a_cell_without_quotes_is_told_where_semicolons_separate(workshop: Workshop) -> None:
    workshop.write(FILE, saved(";").replace('"jambu;laut"', "jambu;laut"))
    assert workshop.problem() == (
        f"{FILE}: row 2: has 9 cells where the first row has 8; put quotes around a cell that holds a semicolon"
    )


def test_rows_that_are_separated_otherwise_than_the_header_are_told(workshop: Workshop) -> None:
    head, rest = saved(",").split("\n", 1)
    workshop.write(FILE, head.replace(",", ";") + "\n" + rest)
    assert [problem.split(": has ")[0] for problem in workshop.problems()] == [f"{FILE}: row 2", f"{FILE}: row 3"]


def test_rows_in_one_cell_each_are_told(workshop: Workshop) -> None:
    workshop.write(FILE, "".join(f'"{line}"\n' for line in saved().replace('"', "").splitlines()))
    assert workshop.problem().startswith(f"{FILE}: row 1: there is no column 'level,area,number,")


def test_a_cell_that_no_table_can_hold_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, saved().replace("Arta Guna", "A" * 200_000))
    assert workshop.problem().startswith(f"{FILE}: row 3: is no row of a table (field larger than field limit")


def one(workshop: Workshop, columns: str, cells: str) -> None:
    """Write a list of one candidate with these columns besides those that are needed."""
    row = f"governor,Teluk,1,Arta Guna,{cells},rekaan,2026-11-22"
    workshop.write(FILE, f"level,area,number,head,{columns},source,date\n{row}\n")


@pytest.mark.parametrize(
    ("column", "alias", "told"),
    [
        ("head_aliases", "Kita", "the alias 'Kita' is an everyday word; write it into the column common as well, "),
        ("pair_aliases", "ADA", "the alias 'ADA' is an everyday word; write it into the column common as well, "),
        ("slogans", "Kita", "the alias 'Kita' is an everyday word; add it with its cues to a confusables file"),
    ],
)
def test_an_everyday_word_as_an_alias_is_told(column: str, alias: str, told: str, workshop: Workshop) -> None:
    workshop.write("frequency.csv", "word,per_million\nkita,1500\nada,5000\n")
    one(workshop, column, alias)
    assert workshop.problem().startswith(f"{FILE}: row 2: {told}")


def test_a_first_name_of_many_candidates_as_an_alias_is_told(workshop: Workshop) -> None:
    rows = [f"governor,Teluk,{number},Arta {name},{alias},rekaan,2026-11-22\n" for number, name, alias in
            [(1, "Guna", "Arta"), (2, "Wira", ""), (3, "Sena", "")]]  # fmt: skip
    workshop.write(FILE, "level,area,number,head,head_aliases,source,date\n" + "".join(rows))
    assert workshop.problem() == (
        f"{FILE}: row 2: the alias 'Arta' is part of the names of 3 candidates; "
        "write it into the column common as well, then it counts only near its area or an election word"
    )


def test_in_the_column_common_both_are_fine(workshop: Workshop) -> None:
    workshop.write("frequency.csv", "word,per_million\nkita,1500\n")
    one(workshop, "head_aliases,common", "Kita,Kita")
    assert workshop.problems() == []


def test_a_common_name_that_the_row_does_not_have_is_told(workshop: Workshop) -> None:
    one(workshop, "common", "Arto")
    assert workshop.problem() == (
        f"{FILE}: row 2: the column common lists 'Arto', which is no name in this row; write it as it stands there"
    )


def duplicate(workshop: Workshop, *areas: str) -> None:
    """Write pairs that share one alias."""
    rows = [
        f"governor,{area},{number},Arta{number} Guna{number},Duo-Sakti,rekaan,2026-11-22\n"
        for number, area in enumerate(areas, 1)
    ]
    workshop.write(FILE, "level,area,number,head,pair_aliases,source,date\n" + "".join(rows))


def test_an_alias_of_two_pairs_of_one_area_is_told_with_both_rows(workshop: Workshop) -> None:
    duplicate(workshop, "Teluk", "Teluk")
    assert workshop.problem() == (
        f"{FILE}: row 3: the alias 'Duo-Sakti' stands in row 2 already; "
        "an alias belongs to one pair, keep it there or here"
    )


def test_an_alias_of_two_areas_needs_a_cue(workshop: Workshop) -> None:
    duplicate(workshop, "Teluk", "Tanjung")
    assert workshop.problem().startswith(
        f"{FILE}: row 3: the alias 'Duo-Sakti' stands in row 2 already, for another area; write it into the column"
    )
