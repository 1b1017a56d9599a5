"""An election office's list becomes a candidate list: titles go, capitals go, empty boxes go."""

from __future__ import annotations

import pytest

from tools.import_candidates import convert, plain_name, proper_case

ROW = {
    "tingkat": "bupati", "provinsi": "NUSANTARA CONTOH", "kode": "9902", "daerah": "TELUK MELATI", "nomor_urut": "1",
    "calon": "Dr. H. WIRASENA ADIPRAJA, S.E., M.M.", "wakil": "PANULUH, S.H. (KANG DAMAR)", "kolom_kosong": "0",
    "calon_bersih": "WIRASENA ADIPRAJA", "wakil_bersih": "PANULUH",
    "ambigu_calon": "", "ambigu_wakil": "satu_kata|banyak_di_dct",
}  # fmt: skip


def converted(**changes: str) -> list[dict[str, str]]:
    """The rows that one row of the list becomes."""
    return convert([ROW | changes], {"sekar"}, "KPU (rekaan)", "2026-11-22")


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


def test_a_pair_becomes_a_row() -> None:
    (row,) = converted()
    assert {key: value for key, value in row.items() if value} == {
        "level": "regent", "province": "Nusantara Contoh", "area": "Kab. Teluk Melati", "number": "1",
        "head": "Wirasena Adipraja", "deputy": "Panuluh", "deputy_aliases": "Kang Damar", "common": "Panuluh",
        "source": "KPU (rekaan)", "date": "2026-11-22",
    }  # fmt: skip


def test_a_dictionary_word_that_somebody_is_called_by_is_common() -> None:
    assert converted(calon_bersih="SEKAR WIRASENA")[0]["common"] == "Sekar;Panuluh"


@pytest.mark.parametrize(("code", "area"), [("9971", "Kota Baru"), ("9902", "Kab. Baru"), ("", "Kab. Baru")])
def test_cities_are_told_by_their_code(code: str, area: str) -> None:
    assert converted(kode=code, daerah="KOTA BARU")[0]["area"] == area


@pytest.mark.parametrize("changes", [{"kolom_kosong": "1"}, {"tingkat": "gubernur"}])
def test_empty_boxes_and_governors_are_left_out(changes: dict[str, str]) -> None:
    assert converted(**changes) == []
