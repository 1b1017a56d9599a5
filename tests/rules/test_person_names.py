"""Names on an election office's list: titles go, capitals go, nicknames stand by themselves."""

from __future__ import annotations

import pytest

from server.rules.person_names import is_untidy, plain_name, proper_case


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
        ("Brigjen Pol (Purn) WIRASENA, S.H.", "Wirasena", []),
        ("Letjen TNI Purn. WIRASENA ADIPRAJA", "Wirasena Adipraja", []),
        ("Kol. Inf. WIRASENA", "Wirasena", []),
        ("AKBP WIRASENA", "Wirasena", []),
        ("MAYOR WIRASENA", "Wirasena", []),
        ("Mayor Inf (Purn) WIRASENA, S.H.", "Wirasena", []),
        ("May. Inf. WIRASENA", "Wirasena", []),
        ("MAY WIRASENA", "May Wirasena", []),
        ("MAYORA WIRASENA", "Mayora Wirasena", []),
        ("Brigadir Jenderal Polisi (Purn.) Drs. H. WIRASENA", "Wirasena", []),
        ("Letnan Kolonel Laut (P) WIRASENA", "Wirasena", []),
        ("AJUN KOMISARIS BESAR POLISI WIRASENA", "Wirasena", []),
        ("Bripka WIRASENA", "Wirasena", []),
        ("Dr.H.WIRASENA ADIPRAJA,S.E.", "Wirasena Adipraja", []),
        ("Prof.Dr.Ir.H.WIRASENA", "Wirasena", []),
        ("DRS.H. WIRASENA", "Wirasena", []),
        ("Tgk.H.WIRASENA", "Wirasena", []),
        ("K.H. WIRASENA", "Wirasena", []),
        ("Apt. WIRASENA ADIPRAJA", "Wirasena Adipraja", []),
        ("H.M.WIRASENA", "M. Wirasena", []),
        ("WIRASENA S.H. M.Si", "Wirasena", []),
        ("WIRASENA S. Sos.", "Wirasena", []),
        ("WIRASENA SE", "Wirasena", []),
        ("WIRASENA ADIPRAJA ST MSi", "Wirasena Adipraja", []),
        ("WIRASENA M. SAID", "Wirasena M. Said", []),
        ("WIRASENA MS", "Wirasena MS", []),
        ("A.A. GDE WIRASENA", "A.A. Gde Wirasena", []),
        ("1. WIRASENA (L)", "Wirasena", []),
        ("(2) WIRASENA*", "Wirasena", []),
        ("WIRASENA (PETAHANA)", "Wirasena", []),
        ("WIRASENA (KANG SENA), S.H.", "Wirasena", ["Kang Sena"]),
        ("WIRASENA ALIAS SENA JAYA, S.H.", "Wirasena", ["Sena Jaya"]),
        ("H. ALIAS WIRASENA, S.H.", "Alias Wirasena", []),
    ],
)
def test_titles_go_and_nicknames_stand_by_themselves(written: str, name: str, nicknames: list[str]) -> None:
    assert plain_name(written, "") == (name, nicknames)


@pytest.mark.parametrize(
    ("name", "untidy"),
    [
        ("Wirasena Adipraja", False), ("M. Wirasena", False), ("A.A. Gde Wirasena", False), ("Wirasena B.", False),
        ("Wirasena MS", True), ("Wirasena S.X", True), ("Wira(Sena", True), ("Wirasena2", True), ("Wira*Sena", True),
        ("Ir.", True),
    ],
)  # fmt: skip
def test_what_may_still_be_a_title_or_a_mark_is_noticed(name: str, untidy: bool) -> None:
    assert is_untidy(name) is untidy
