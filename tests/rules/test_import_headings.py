"""Which column of an office's table holds what, and of which area and office a row is."""

from __future__ import annotations

import pytest

from server.rules.columns import guess_column

from .importing import FILE, GIVEN, told

KPU = {
    "tingkat": "bupati", "provinsi": "NUSANTARA CONTOH", "kode": "9902", "daerah": "TELUK MELATI", "nomor_urut": "1",
    "calon": "Dr. H. WIRASENA ADIPRAJA, S.E., M.M.", "wakil": "PANULUH, S.H. (KANG DAMAR)", "kolom_kosong": "0",
    "calon_bersih": "WIRASENA ADIPRAJA", "wakil_bersih": "PANULUH",
    "ambigu_calon": "", "ambigu_wakil": "satu_kata|banyak_di_dct",
}  # fmt: skip


def kpu(**changes: str) -> str:
    """An election office's list of one row."""
    row = KPU | changes
    return "\n".join("\t".join(cells) for cells in (row.keys(), row.values()))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("No. Urut", "number"), ("NOMOR URUT PASLON", "number"), ("Calon Bupati", "head"), ("Cabup", "head"),
        ("Nama Calon Wakil Bupati", "deputy"), ("Calon Wakil Wali Kota", "deputy"), ("cawabup", "deputy"),
        ("Cawalkot", "head"), ("Cawawalkot", "deputy"), ("Pasangan Calon", "pair"),
        ("Nama Calon Bupati dan Wakil Bupati", "pair"),
        ("Kabupaten/Kota", "area"), ("Partai Pengusung", "parties"), ("Koalisi", "parties"),
        ("Partai Politik Pengusul", "parties"), ("Gabungan Partai Politik", "parties"), ("Asal Partai", ""),
        ("Panggilan Calon", "head_aliases"),
        ("Akun Wakil", "deputy_aliases"), ("Sebutan Paslon", "pair_aliases"), ("Tagar", "slogans"),
        ("head", "head"), ("Sumber", "source"), ("Alamat", ""), ("Jumlah Suara", ""), ("", ""),
    ],
)  # fmt: skip
def test_headings_in_the_words_of_offices_are_understood(heading: str, column: str) -> None:
    assert guess_column(heading) == column


def test_a_table_as_an_office_keeps_it_becomes_a_candidate_list(imported) -> None:
    found = imported(
        "DAFTAR PASANGAN CALON;;;;\n;;;;\nNo;Calon Bupati;Calon Wakil Bupati;Partai;Alamat\n"
        '01;Dr. H. RATNANINGTYAS PRABANGSA, S.E.;YUDHAWIRA ALAMSYAHRUL (KANG YUDHA);"PKB, Partai Golkar";Jl. Melati\n'
    )
    assert (told(found.problems), told(found.advice)) == ([], [])
    assert found.unknown == ["Alamat"]
    assert found.headings == {
        "number": "No", "head": "Calon Bupati", "deputy": "Calon Wakil Bupati", "parties": "Partai"
    }  # fmt: skip
    assert [{key: cell for key, cell in row.items() if cell} for row in found.rows] == [
        GIVEN | {
            "number": "1", "head": "Ratnaningtyas Prabangsa", "deputy": "Yudhawira Alamsyahrul",
            "deputy_aliases": "Kang Yudha", "parties": "pkb;golkar", "row": "row 4",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "area", "level", "written"),
    [
        ("Calon Bupati", "TELUK MELATI", "regent", "Kab. Teluk Melati"),
        ("Calon Wali Kota", "Teluk Melati", "mayor", "Kota Teluk Melati"),
        ("Calon", "Kabupaten Teluk Melati", "regent", "Kab. Teluk Melati"),
        ("Calon", "KOTA TELUK MELATI", "mayor", "Kota Teluk Melati"),
        ("Calon Gubernur", "Provinsi Nusantara", "governor", "Nusantara"),
    ],
)
def test_the_office_and_the_area_are_told_by_heading_and_name(imported, heading, area, level, written) -> None:
    (row,) = imported(f"No,{heading},Daerah\n1,Damar Panuluh,{area}\n", level="").rows
    assert (row["level"], row["area"]) == (level, written)


TITLE = "PEMILIHAN GUBERNUR DAN WAKIL GUBERNUR, BUPATI DAN WAKIL BUPATI, SERTA WALI KOTA DAN WAKIL WALI KOTA"


@pytest.mark.parametrize(
    ("title", "given", "level"),
    [
        ("DAFTAR CALON GUBERNUR DAN WAKIL GUBERNUR", "regent", "regent"),
        (TITLE, "regent", "regent"),
        ("DAFTAR CALON WALI KOTA DAN WAKIL WALI KOTA", "", "mayor"),
    ],
)
def test_a_title_tells_the_office_only_where_nothing_else_does(imported, title, given, level) -> None:
    found = imported(f"{title};\nNo;Calon\n1;Damar Panuluh\n", level=given)
    assert [row["level"] for row in found.rows] == [level]


def test_a_title_that_names_every_office_tells_none(imported) -> None:
    assert told(imported(f"{TITLE};\nNo;Calon\n1;Damar Panuluh\n", level="").problems) == [
        f"{FILE}: row 3: the column level is empty; fill it in"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No,Calon,Jabatan\n1,Damar Panuluh,Calon Wali Kota\n",
        "No,Calon,Daerah\n1,Damar Panuluh,Kota Melati\n",
        "No,Calon Wali Kota\n1,Damar Panuluh\n",
    ],
)
def test_a_row_for_another_office_than_the_contest_s_is_told(imported, text: str) -> None:
    found = imported(text)
    assert found.rows == []
    assert told(found.problems) == [
        f"{FILE}: row 2: level 'mayor' in the table is not 'regent', that of the election; "
        "correct the row, or import it into a contest of that level"
    ]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("No. Urut;Nama Pasangan Calon;;Partai\n1;Damar Panuluh;Sekar Jatmika;PKB\n", "C"),
        ("No,Calon,Wakil\n1,Damar Panuluh, S.E.,Sekar Jatmika\n", "D"),
        (f"No,Calon{',x' * 25}\n1,Damar Panuluh{',' * 26}y\n", "AB"),
    ],
)
def test_what_stands_under_no_heading_is_told_with_its_column(imported, text: str, column: str) -> None:
    found = imported(text)
    assert found.rows == []
    assert told(found.problems) == [
        f"{FILE}: row 2: what stands in column {column} has no heading; "
        "write one above it, as Calon Wakil Bupati, or put quotes around a cell with a comma or semicolon"
    ]


def test_a_dash_under_no_heading_is_nothing(imported) -> None:
    assert told(imported("No,Calon,\n1,Damar Panuluh,-\n").problems) == []


@pytest.mark.parametrize(
    "heads", ["Nomor,Nomor Urut", "No,No. Urut Calon", "No.,Nomor Urut Pasangan Calon", "Alamat,Nomor"]
)
def test_the_number_of_the_pair_comes_before_that_of_the_row(imported, heads: str) -> None:
    (row,) = imported(f"{heads},Calon\n1,3,Damar Panuluh\n").rows
    assert row["number"] == "3"


def test_a_row_that_numbers_the_columns_is_left_out_with_a_word(imported) -> None:
    found = imported("No,Calon,Wakil\n(1),(2),(3)\n1,Damar Panuluh,Sekar Jatmika\n")
    assert [row["head"] for row in found.rows] == ["Damar Panuluh"]
    assert (found.problems, told(found.advice)) == ([], [f"{FILE}: row 2: holds numbers only; left out"])


def test_an_area_that_was_merged_holds_for_the_rows_below_it(imported) -> None:
    found = imported(
        "Daerah;Tingkat;No;Calon\nMawar;Bupati;1;Damar Panuluh\n;;2;Sekar Jatmika\nAnyelir;Wali Kota;1;Wira Kencana\n",
        level="",
    )
    assert [row["area"] for row in found.rows] == ["Kab. Mawar", "Kab. Mawar", "Kota Anyelir"]


def test_an_area_that_stands_nowhere_is_told_and_never_the_contest_s(imported) -> None:
    found = imported("Daerah;No;Calon\n;1;Damar Panuluh\nMawar;2;Sekar Jatmika\n")
    assert [row["area"] for row in found.rows] == ["Kab. Mawar"]
    assert told(found.problems) == [f"{FILE}: row 2: the column area is empty; fill it in"]


@pytest.mark.parametrize(
    "top",
    [
        "DAFTAR CALON, KAB. MELATI, TAHUN 2030\nNo;Calon;Wakil\n",
        "DAFTAR CALON\nNo;Calon;Wakil\n",
        '"Nomor\nUrut";"Nama\nCalon";Wakil\n',
        "sep=;\nNo;Calon;Wakil\n",
    ],
)
def test_the_separator_is_told_by_the_table_and_not_by_its_title(imported, top: str) -> None:
    found = imported(f"{top}1;Damar Panuluh, S.E., M.M.;Sekar Jatmika, S.H.\n")
    assert [(row["head"], row["deputy"]) for row in found.rows] == [("Damar Panuluh", "Sekar Jatmika")]


def test_a_column_that_the_whole_table_lacks_is_told_once_with_its_option(imported) -> None:
    assert told(imported("No,Calon\n1,Damar Panuluh\n2,Wirasena Adipraja\n", source="").problems) == [
        f"{FILE}: row 1: the table has no column source; give it for every row with --source"
    ]


def test_an_election_office_s_own_columns_are_understood(imported) -> None:
    found = imported(kpu(), level="", area="")
    assert [{key: cell for key, cell in row.items() if cell} for row in found.rows] == [
        {
            "level": "regent", "province": "Nusantara Contoh", "area": "Kab. Teluk Melati", "number": "1",
            "head": "Wirasena Adipraja", "deputy": "Panuluh", "deputy_aliases": "Kang Damar", "common": "Panuluh",
            "source": "KPU (rekaan)", "date": "2026-11-22", "row": "row 2",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(("code", "area"), [("9971", "Kota Baru"), ("9902", "Kab. Baru"), ("", "Kota Baru")])
def test_cities_are_told_by_their_code(imported, code: str, area: str) -> None:
    assert imported(kpu(kode=code, daerah="KOTA BARU", tingkat=""), level="").rows[0]["area"] == area


def test_the_empty_box_of_an_election_office_is_nobody(imported) -> None:
    assert imported(kpu(kolom_kosong="1")).rows == []
