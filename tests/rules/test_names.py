"""How written names become token sequences, and which parts of a name people are called by."""

from __future__ import annotations

import pytest

from server.rules.names import call_name, is_single_word, pair_variants, short_names, slug, without_initials


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("wirasena adipraja", "wirasena"),
        ("muhammad damar panuluh", "damar"),
        ("m salim fakhri", "salim"),
        ("i made panuluh", "panuluh"),
        ("muhammad", ""),
        ("h a", ""),
    ],
)
def test_a_person_is_called_by_the_first_word_that_is_a_name_of_its_own(name: str, called: str) -> None:
    assert call_name(name) == called


@pytest.mark.parametrize("name", ["wirasena", "m wirasena", "muhammad wirasena", "wirasena k", "muhammad"])
def test_initials_and_faith_names_do_not_make_a_second_word(name: str) -> None:
    assert is_single_word(name)


def test_two_names_do() -> None:
    assert not is_single_word("wirasena adipraja")


def test_initials_are_left_out() -> None:
    assert without_initials("m wirasena a adipraja k") == "wirasena adipraja"


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("wirasena adipraja", []),
        ("wirasena adipraja kelana", ["wirasena adipraja"]),
        ("muhammad wirasena adipraja", ["wirasena adipraja"]),
        ("muhammad wirasena adipraja kelana", ["wirasena adipraja kelana", "wirasena adipraja"]),
        ("muhammad wirasena", []),
        ("wirasena muhammad adipraja", []),
    ],
)
def test_a_long_name_has_shorter_forms_of_two_words_or_more(name: str, shorter: list[str]) -> None:
    assert short_names(name) == shorter


@pytest.mark.parametrize(
    "written", ["Damar-Sekar", "Damar - Sekar", "Damar & Sekar", "Damar dan Sekar", "Damar – Sekar"]
)
def test_a_pair_is_written_side_by_side_and_with_and(written: str) -> None:
    assert pair_variants(written) == ["Damar Sekar", "Damar dan Sekar"]


def test_one_name_has_no_such_forms() -> None:
    assert pair_variants("Damar") == ["Damar"]


@pytest.mark.parametrize(
    ("area", "written"), [("Kab. Teluk Melati", "kab-teluk-melati"), ("Kota Sabé", "kota-sabe"), ("Fak-Fak", "fak-fak")]
)
def test_an_area_becomes_an_id(area: str, written: str) -> None:
    assert slug(area) == written
