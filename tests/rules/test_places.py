"""A problem in a draft is told with its line."""

from __future__ import annotations

import pytest

from server.rules.places import lines_of
from server.rules.problems import Problem


def line_of(text: str, problem: Problem) -> int:
    """The line of one problem in a draft with this text."""
    (line,) = lines_of({problem.file: text}, [problem])
    return line


SIGNAL = """# line 1
id = "uji"
title = { id = "Uji", en = "Trial" }
points = 40
phrases = [
  "salam bulat",
  "salam {tidak-ada}",
]
hits = ["satu", "dua \\"tiga\\"",
  "satu"]
"""
CONTEST = """id = "uji"
active = { from = "2030-05-01", to = "2030-01-01" }

[[stage]]
kind = "campaign"
from = "2030-01-01"

[[stage]]
kind = "quiet"
from = "2029-01-01"

[[pair]]
number = 1

[[pair.member]]
name = "Damar"

[[pair.member]]
name = "Sekar"

[area]
code = "1"
"""


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("points", 4),
        ("title.en", 3),
        ("phrases[0] 'salam bulat'", 6),
        ("phrases[1] 'salam {tidak-ada}'", 7),
        ("hits[1]", 9),
        ("hits[2] 'satu'", 10),
        ("tidak-ada", 0),
        ("", 0),
    ],
)
def test_the_line_of_a_place_in_a_signal(where: str, line: int) -> None:
    assert line_of(SIGNAL, Problem("signals/uji.toml", where, "is wrong")) == line


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("active", 2),
        ("active.to", 2),
        ("stage[1]", 8),
        ("stage[1].from", 10),
        ("stage[0].to", 4),
        ("pair[0].member[1].name", 19),
        ("pair[0] number 1", 12),
        ("area.code", 22),
    ],
)
def test_the_line_of_a_place_in_a_contest(where: str, line: int) -> None:
    assert line_of(CONTEST, Problem("contests/uji.toml", where, "is wrong")) == line


def test_a_misspelt_file_names_its_line_itself() -> None:
    assert (
        line_of("a = 1\nb = = 2\n", Problem("a.toml", "", "not valid TOML: Invalid value (at line 2, column 5)")) == 2
    )
    assert line_of("a = 1\nb = [", Problem("a.toml", "", "not valid TOML: Invalid value (at end of document)")) == 2


def test_the_row_of_a_table_is_its_line() -> None:
    assert line_of("level,area\n", Problem("contests/a.csv", "row 7", "is empty")) == 7


@pytest.mark.parametrize("text", ["", "[" * 5000, "a = [[[", "\0", "a = " + "9" * 5000])
def test_what_cannot_be_read_has_no_line(text: str) -> None:
    assert line_of(text, Problem("a.toml", "stage[3].from", "is wrong")) == 0


def test_a_problem_of_another_file_has_no_line() -> None:
    assert lines_of({"signals/uji.toml": SIGNAL}, [Problem("signals/lain.toml", "points", "is wrong")]) == [0]


def test_only_so_many_problems_as_anybody_mends_are_placed() -> None:
    lines = lines_of({"signals/uji.toml": SIGNAL}, [Problem("signals/uji.toml", "points", "is wrong")] * 101)
    assert lines == [*[4] * 100, 0]
