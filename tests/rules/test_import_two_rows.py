"""A table without a column of deputies: pairs written over two rows are joined, or told where it is not clear."""

from __future__ import annotations

import pytest

from .importing import FILE, told

BESIDE = "write a running mate beside the candidate, in a column Calon Wakil Bupati"
JOINED = f"{FILE}: row 1: every pair stands in two rows; the second was read as the running mate"


def pairs(found) -> list[tuple[str, str, str]]:
    return [(row["number"], row["head"], row["deputy"]) for row in found.rows]


BOTH = [("1", "Damar Panuluh", "Sekar Jatmika"), ("2", "Wirasena Adipraja", "Kartika Lembayung")]


@pytest.mark.parametrize(
    "text",
    [
        # The number is merged over both rows.
        "No;Nama\n1;DAMAR PANULUH, S.H.\n;SEKAR JATMIKA\n2;WIRASENA ADIPRAJA\n;Dr. KARTIKA LEMBAYUNG\n",
        # The office stands beside each.
        "No;Nama;Jabatan\n1;Damar Panuluh;Calon Bupati\n1;Sekar Jatmika;Calon Wakil Bupati\n"
        "2;Wirasena Adipraja;Calon Bupati\n2;Kartika Lembayung;Calon Wakil Bupati\n",
        "No;Nama;Jabatan\n1;Damar Panuluh;Cabup\n;Sekar Jatmika;Cawabup\n;;\n2;Wirasena Adipraja;Cabup\n"
        "-;Kartika Lembayung;Cawabup\n",
        "No;Daerah;Nama\n(1);(2);(3)\n1;Teluk Melati;Damar Panuluh\n;;Sekar Jatmika\n2;;Wirasena Adipraja\n"
        ";;Kartika Lembayung\n",
    ],
)
def test_pairs_over_two_rows_are_joined_and_it_is_told(imported, text: str) -> None:
    found = imported(text)
    assert (pairs(found), found.problems) == (BOTH, [])
    assert JOINED in told(found.advice)


def test_what_stands_beside_the_running_mate_is_theirs_or_the_pair_s(imported) -> None:
    (row,) = imported(
        "No;Nama;Panggilan;Partai;Tagar\n1;Damar Panuluh;Kang Damar;PKB;#Maju\n;Sekar Jatmika;@sekar;Golkar;#Maju\n"
    ).rows
    assert (row["head_aliases"], row["deputy_aliases"]) == ("Kang Damar", "@sekar")
    assert (row["parties"], row["slogans"]) == ("pkb;golkar", "#Maju")


def test_a_running_mate_in_a_row_of_its_own_is_told_where_not_every_pair_is_so(imported) -> None:
    found = imported("No;Nama;Jabatan\n1;Damar Panuluh;Cabup\n1;Sekar Jatmika;Cawabup\n2;Wirasena Adipraja;Cabup\n")
    assert told(found.problems) == [f"{FILE}: row 3: holds a running mate in a row of its own; {BESIDE}"]


def test_a_running_number_is_not_taken_for_that_of_the_pair(imported) -> None:
    found = imported("No;Nama;Jabatan\n1;Damar Panuluh;Calon Bupati\n2;Sekar Jatmika;Calon Wakil Bupati\n")
    assert told(found.problems) == [f"{FILE}: row 3: holds a running mate in a row of its own; {BESIDE}"]


def test_the_office_of_the_pair_is_no_running_mate(imported) -> None:
    found = imported(
        "No;Nama;Pemilihan\n1;Damar Panuluh;Bupati dan Wakil Bupati\n2;Sekar Jatmika;Bupati dan Wakil Bupati\n"
    )
    assert [row["head"] for row in found.rows] == ["Damar Panuluh", "Sekar Jatmika"]
    assert found.problems == []


def test_a_number_that_is_missing_once_is_told_with_what_else_it_may_be(imported) -> None:
    found = imported("No;Nama\n1;Damar Panuluh\n;Sekar Jatmika\n2;Wirasena Adipraja\n")
    assert told(found.problems) == [f"{FILE}: row 3: the column number is empty; fill it in, or {BESIDE}"]


def test_one_number_in_two_rows_is_told_with_what_else_it_may_be(imported) -> None:
    assert told(imported("No;Nama\n1;Damar Panuluh\n1;Sekar Jatmika\n").problems) == [
        f"{FILE}: row 3: number 1 of Kab. Teluk Melati is taken by row 2; correct one of the numbers, or {BESIDE}"
    ]


def test_a_table_without_a_heading_for_deputies_is_worth_a_look(imported) -> None:
    found = imported("No;Nama\n1;Damar Panuluh\n2;Wirasena Adipraja\n")
    assert told(found.advice) == [
        f"{FILE}: row 1: no heading names the running mates; "
        "call their column Calon Wakil Bupati, where the pairs have them"
    ]
    assert len(found.rows) == 2


@pytest.mark.parametrize("text", ["No;Nama\n", "No;Nama\n;\n"])
def test_a_table_of_nobody_says_nothing_of_deputies(imported, text: str) -> None:
    assert imported(text).advice == []
