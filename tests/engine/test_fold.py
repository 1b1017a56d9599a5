"""SPEC 1: a text becomes lower-case ASCII, and the way back is kept."""

from __future__ import annotations

import pytest

from server.engine.fold import build_fold_table, fold, original_offsets

TABLE = build_fold_table(
    {"ignore": [[0x200B, 0x200D]], "runs": [[0xE0, "aa"], [0x1D5EE, "abc"]], "map": [[0xE6, "ae"], [0x270C, " jari "]]}
)


def test_ascii_letters_become_lower_case_and_the_rest_of_ascii_stays() -> None:
    assert fold(TABLE, "Coblos No. 2!\t@A_b#C") == "coblos no. 2!\t@a_b#c"


def test_a_run_gives_one_letter_to_each_of_consecutive_code_points() -> None:
    assert fold(TABLE, "\u00e0\u00e1 \U0001d5ee\U0001d5ef\U0001d5f0") == "aa abc"


def test_a_mapped_code_point_may_give_several_letters() -> None:
    assert fold(TABLE, "n\u00e6") == "nae"


def test_a_sign_becomes_a_word_of_its_own() -> None:
    assert fold(TABLE, "a\u270cb") == "a jari b"


def test_an_ignored_code_point_leaves_nothing_behind() -> None:
    assert fold(TABLE, "a\u200bb\u200dc") == "abc"


@pytest.mark.parametrize("char", ["\u4e2d", "\U0001f600", "\ud800", "\u2028", "\u00a0", "\U0010ffff"])
def test_what_the_table_does_not_list_becomes_one_space(char: str) -> None:
    assert fold(TABLE, f"a{char}b") == "a b"


@pytest.mark.parametrize("char", ["\u0130", "\u212a", "\u1e9e", "\u017f"])
def test_letters_that_python_would_lower_to_ascii_are_the_tables_business(char: str) -> None:
    assert fold(TABLE, char) == " "


def test_a_later_section_of_the_table_overrides_an_earlier_one() -> None:
    table = build_fold_table({"ignore": [[0xE0, 0xE2]], "runs": [[0xE1, "bc"]], "map": [[0xE2, "xyz"]]})
    assert fold(table, "\u00e0\u00e1\u00e2") == "bxyz"


def test_offsets_name_the_code_point_that_gave_each_folded_letter() -> None:
    assert original_offsets(TABLE, "n\u200b\u00e6\u4e2dz") == [0, 2, 2, 3, 4]


def test_offsets_are_the_places_where_all_is_ascii() -> None:
    assert original_offsets(TABLE, "plain") == [0, 1, 2, 3, 4]


def test_offsets_count_an_astral_code_point_once() -> None:
    assert original_offsets(TABLE, "\U0001d5eeb") == [0, 1]
