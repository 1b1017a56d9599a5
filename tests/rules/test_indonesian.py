"""What is told of lists and rules reads well in Indonesian, with the file and the row."""

from __future__ import annotations

import pytest

from server.rules import Problem
from server.rules.indonesian import in_indonesian

from .conftest import Workshop

LIST = "contests/pilgub.csv"


@pytest.mark.parametrize(
    ("where", "message", "told"),
    [
        ("row 3", "the column source is empty; fill it in", "baris 3: kolom source kosong; isilah"),
        (
            "row 4",
            "the alias 'Duo-Sakti' stands in row 2 already; an alias belongs to one pair, keep it there or here",
            "baris 4: sebutan 'Duo-Sakti' sudah ada di baris 2; satu sebutan hanya untuk satu pasangan",
        ),
        (
            "",
            "not valid TOML: Invalid value (at line 20, column 3)",
            "bukan TOML yang benar, baris 20, kolom 3: nilainya belum benar; teks diapit tanda kutip",
        ),
        (
            "row 9",
            "there is no party \"Danau 'Biru'\"; write its short name, as PKB",
            "baris 9: tidak ada partai \"Danau 'Biru'\"; tulis singkatannya, misalnya PKB",
        ),
    ],
)
def test_a_problem_is_told_with_its_place(where: str, message: str, told: str) -> None:
    assert in_indonesian(Problem("calon.csv", where, message)) == f"calon.csv: {told}"


@pytest.mark.parametrize("message", ["a message of another kind", "", "the column {x} is empty; fill it in"])
def test_what_there_are_no_words_for_is_left_to_the_english(message: str) -> None:
    assert in_indonesian(Problem("a.toml", "", message)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "ketua,level\n",
        "level\n",
        "level,level\n",
        "level,area,number,head,source,date\ngovernor,Teluk\n",
        "level,area,number,head,source,date\ngovernor,Teluk,1,,rekaan,2026-11-22\n",
        "level,area,number,head,source,date\nlurah,Teluk,1,Arta,rekaan,2026-11-22\n",
        "level,area,number,head,source,date\ngovernor,Teluk,1,Arta,rekaan,22/11/2026\n",
        "level,area,number,head,source,date\ngovernor,Teluk,1,Arta,rekaan,2026-02-30\n",
        "level,area,number,head,source,date\ngovernor,Teluk,satu,Arta,rekaan,2026-11-22\n",
        "level,area,number,head,source,date\ngovernor,Teluk,1,=Arta,rekaan,2026-11-22\n",
        "level,area,number,head,common,source,date\ngovernor,Teluk,1,Arta Guna,Arto,rekaan,2026-11-22\n",
    ],
)
def test_whatever_is_wrong_in_a_list_has_its_words(text: str, workshop: Workshop) -> None:
    workshop.write(LIST, text)
    (problem, *_) = workshop.found()
    assert in_indonesian(problem).startswith(f"{LIST}: baris ")
