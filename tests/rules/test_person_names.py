"""Names on an election office's list: titles go, capitals go, nicknames stand by themselves."""

from __future__ import annotations

import pytest

from server.rules.person_names import plain_name, proper_case


@pytest.mark.parametrize(
    ("written", "proper"),
    [
        ("WIRASENA ADIPRAJA", "Wirasena Adipraja"),
        ("M. WIRASENA", "M. Wirasena"),
        ("WIRASENA MS", "Wirasena MS"),
        ("LA ODE WIRASENA", "La Ode Wirasena"),
        ("WIRASENA BIN ADIPRAJA", "Wirasena bin Adipraja"),
        ("MAS'UD ADZ-DZIKRI", "Mas'ud Adz-Dzikri"),
        ("WIRASENA DT. ADIPRAJA", "Wirasena Dt. Adipraja"),
        ("WIRASENA.", "Wirasena"),
    ],
)
def test_capitals_become_the_case_that_people_write(written: str, proper: str) -> None:
    assert proper_case(written) == proper


@pytest.mark.parametrize(
    ("written", "name", "nicknames"),
    [
        ("Drs. H. WIRASENA ADIPRAJA, M.Si.", "Wirasena Adipraja", []),
        ("Brigjen Pol (Purn) WIRASENA, S.H.", "Brigjen Pol Wirasena", []),
        ("WIRASENA (KANG SENA), S.H.", "Wirasena", ["Kang Sena"]),
        ("WIRASENA ALIAS SENA JAYA, S.H.", "Wirasena", ["Sena Jaya"]),
        ("H. ALIAS WIRASENA, S.H.", "Alias Wirasena", []),
    ],
)
def test_titles_go_and_nicknames_stand_by_themselves(written: str, name: str, nicknames: list[str]) -> None:
    assert plain_name(written, "") == (name, nicknames)
