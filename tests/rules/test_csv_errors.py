"""Candidate lists come out of spreadsheets: what is wrong in them is told by row."""

from __future__ import annotations

import pytest

from server.rules import compile_rules

from .conftest import Workshop

FILE = "contests/pilgub.csv"
HEADER = "level,area,number,head,deputy,head_aliases,deputy_aliases,pair_aliases,slogans,parties,source,date\n"
ROW = "governor,Teluk Contoh,1,Wastu Prabangkara,Yumna Sekartaji,Wastu,,Wastu-Yumna,,jambu;laut,rekaan,2026-11-22\n"


def test_another_header_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER.replace("head,deputy", "ketua,wakil") + ROW)
    assert workshop.problems()[0] == f"{FILE}: row 1: the header must be {HEADER.strip()}"


def test_semicolons_are_told_as_such(workshop: Workshop) -> None:
    workshop.write(FILE, (HEADER + ROW.replace(";", "/")).replace(",", ";"))
    assert workshop.problem().endswith("the file separates by semicolons, save it with commas")


def test_another_encoding_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, (HEADER + ROW.replace("Yumna", "Yumn\u00e1")).encode("cp1252"))
    assert "not UTF-8; save the file with the encoding UTF-8" in workshop.problem()


def test_the_mark_that_spreadsheets_put_first_is_no_problem(workshop: Workshop) -> None:
    workshop.write(FILE, b"\xef\xbb\xbf" + (HEADER + ROW).encode())
    assert workshop.problems() == []


def test_line_ends_of_another_system_are_no_problem(workshop: Workshop) -> None:
    workshop.write(FILE, (HEADER + ROW).replace("\n", "\r\n"))
    assert workshop.problems() == []


@pytest.mark.parametrize("row", [ROW.replace("Yumna Sekartaji", "Yumna, Sekartaji"), ROW.replace(",2026-11-22", "")])
def test_a_row_with_another_number_of_columns_is_told(row: str, workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + row)
    assert workshop.problem() == f"{FILE}: row 2: needs 12 columns; put quotes around a cell that holds a comma"


@pytest.mark.parametrize(
    ("column", "cell"), [("area", "Teluk Contoh"), ("head", "Wastu Prabangkara"), ("source", "rekaan")]
)
def test_an_empty_cell_that_is_needed_is_told(column: str, cell: str, workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW + ROW.replace(cell, " ").replace(",1,", ",2,"))
    assert workshop.problem() == f"{FILE}: row 3: the column {column} is empty"


def test_a_number_in_words_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW.replace(",1,", ",satu,"))
    assert workshop.problem() == f"{FILE}: row 2: number must be a whole number, not 'satu'"


def test_the_same_number_twice_in_an_area_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW + ROW)
    assert f"{FILE}: row 3: the id pilgub/teluk-contoh/1 stands in {FILE}, row 2 already" in workshop.problems()


def test_a_missing_list_is_told_where_it_is_named(workshop: Workshop) -> None:
    (workshop.root / FILE).unlink()
    assert workshop.problem() == "contests/pilgub.toml: candidates_csv: there is no file contests/pilgub.csv"


def test_an_unknown_table_is_told(workshop: Workshop) -> None:
    workshop.write("bobot.csv", "ngram,points\n")
    assert workshop.problem().startswith("bobot.csv: row 1: only contests/*.csv and these tables are read")


def test_a_weight_in_words_is_told(workshop: Workshop) -> None:
    workshop.write("weights.csv", "ngram,points\nmantap,5\nhebat,banyak\n")
    assert workshop.problem() == "weights.csv: row 3: points must be a whole number, not 'banyak'"


def test_a_level_that_no_election_has_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW.replace("governor", "gubernur"))
    assert workshop.problem() == f"{FILE}: row 2: level must be one of governor, regent, mayor, not 'gubernur'"


@pytest.mark.parametrize("day", ["22/11/2026", "2026-02-30", "kemarin"])
def test_a_day_that_is_none_is_told(day: str, workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW.replace("2026-11-22", day))
    assert workshop.problem().startswith(f"{FILE}: row 2: ")
    assert day in workshop.problem()


def test_an_unknown_party_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW.replace("jambu;laut", "jambu;danau"))
    assert workshop.problem() == f"{FILE}: row 2: there is no party danau"


@pytest.mark.parametrize("ngram", ["Mantap", "satu dua tiga", "mantap <partai>", "mantap!"])
def test_an_ngram_that_can_never_stand_in_a_text_is_told(ngram: str, workshop: Workshop) -> None:
    workshop.write("weights.csv", f"ngram,points\nhebat,5\n{ngram},5\n")
    assert workshop.problem().startswith(f"weights.csv: row 3: '{ngram}' ")


def test_an_ngram_that_stands_twice_is_told(workshop: Workshop) -> None:
    workshop.write("weights.csv", "ngram,points\nhebat,5\nhebat,6\n")
    assert workshop.problem() == "weights.csv: row 3: 'hebat' stands here twice"


def test_a_row_becomes_a_pair_and_its_members(workshop: Workshop) -> None:
    entities = {entry[0]: entry[2] for entry in compile_rules(workshop.root)["entities"]}
    assert entities["pilgub/teluk-contoh/1"] == "Wastu Prabangkara \u2013 Yumna Sekartaji"
    assert entities["pilgub/teluk-contoh/1/2"] == "Yumna Sekartaji"


@pytest.mark.parametrize("alias", ["wastu yumna", "wastu dan yumna", "wastu prabangkara dan yumna sekartaji", "wastu"])
def test_its_names_are_found_in_all_their_forms(alias: str, workshop: Workshop) -> None:
    assert alias in [entry[0] for entry in compile_rules(workshop.root)["aliases"]]
