"""What is wrong in a candidate list or a table of numbers is told by row."""

from __future__ import annotations

import pytest

from server.rules import compile_rules

from .conftest import Workshop

FILE = "contests/pilgub.csv"
HEADER = "level,area,number,head,deputy,head_aliases,deputy_aliases,pair_aliases,slogans,parties,source,date\n"
ROW = "governor,Teluk Contoh,1,Wastu Prabangkara,Yumna Sekartaji,Wastu,,Wastu-Yumna,,jambu;laut,rekaan,2026-11-22\n"

COLUMNS = (
    "level, province, area, number, head, deputy, head_aliases, deputy_aliases, pair_aliases, slogans, parties, "
    "common, source, date"
)


def test_an_unknown_column_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER.replace("head,deputy", "ketua,wakil") + ROW)
    assert workshop.problem() == f"{FILE}: row 1: there is no column 'ketua'; the columns are {COLUMNS}"


def test_a_missing_column_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, (HEADER + ROW).replace(",source", "").replace(",rekaan", ""))
    assert workshop.problem() == (
        f"{FILE}: row 1: the column source is missing; write it into the first row; the columns are {COLUMNS}"
    )


def test_a_column_that_stands_twice_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER.replace("deputy_aliases", "head_aliases") + ROW)
    assert workshop.problem() == f"{FILE}: row 1: the column head_aliases stands there twice; keep one of them"


def test_a_header_of_nothing_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, "")
    assert workshop.problem().startswith(f"{FILE}: row 1: the column level is missing; ")


def test_columns_stand_in_any_order_and_may_be_left_out(workshop: Workshop) -> None:
    workshop.write(FILE, "date,source,head,number,area,Level \n2026-11-22,rekaan,Arta Guna,4,Teluk Contoh,governor\n")
    assert workshop.problems() == []
    assert "pilgub/teluk-contoh/4" in {entry[0] for entry in compile_rules(workshop.root)["entities"]}


@pytest.mark.parametrize("row", [ROW.replace("Yumna Sekartaji", "Yumna, Sekartaji"), ROW.replace(",2026-11-22", "")])
def test_a_row_with_another_number_of_columns_is_told(row: str, workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + row)
    assert workshop.problem().startswith(f"{FILE}: row 2: has ")
    assert workshop.problem().endswith(" cells where the first row has 12; put quotes around a cell that holds a comma")


@pytest.mark.parametrize(
    ("column", "cell"), [("area", "Teluk Contoh"), ("head", "Wastu Prabangkara"), ("source", "rekaan")]
)
def test_an_empty_cell_that_is_needed_is_told(column: str, cell: str, workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW + ROW.replace(cell, " ").replace(",1,", ",2,"))
    assert workshop.problem() == f"{FILE}: row 3: the column {column} is empty; fill it in"


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
    assert workshop.problem().startswith(
        "bobot.csv: row 1: only contests/*.csv, accounts/*.csv and these tables are read"
    )


def test_a_weight_in_words_is_told(workshop: Workshop) -> None:
    workshop.write("weights.csv", "ngram,points\nmantap,5\nhebat,banyak\n")
    assert workshop.problem() == "weights.csv: row 3: points must be a whole number, not 'banyak'"


def test_a_weight_of_more_digits_than_a_number_has_is_told(workshop: Workshop) -> None:
    workshop.write("weights.csv", f"ngram,points\nmantap,{'9' * 5000}\n")
    assert workshop.problem().startswith("weights.csv: row 2: points must be a whole number, not '999")


def test_rows_may_end_as_old_spreadsheets_end_them(workshop: Workshop) -> None:
    workshop.write("weights.csv", "ngram,points\rmantap,banyak\r")
    assert workshop.problem() == "weights.csv: row 2: points must be a whole number, not 'banyak'"


def test_a_level_that_no_election_has_is_told(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW.replace("governor", "gubernur"))
    assert workshop.problem() == f"{FILE}: row 2: level must be one of governor, regent, mayor, not 'gubernur'"


def test_a_day_as_a_spreadsheet_likes_it_is_told_with_the_remedy(workshop: Workshop) -> None:
    workshop.write(FILE, HEADER + ROW.replace("2026-11-22", "22/11/2026"))
    assert workshop.problem() == (
        f"{FILE}: row 2: date must be a day YYYY-MM-DD, not '22/11/2026'; format the column as text and write it so"
    )


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
