"""An office's own table becomes a candidate list: columns are guessed, doubts are told by row."""

from __future__ import annotations

import pytest

from server.engine import build_engine, canonical_json, load_bundle, score
from server.rules import compile_sources, load_sources, parse_sources
from server.rules.candidates import Imported, candidates_csv, import_candidates
from server.rules.columns import guess_column
from server.rules.indonesian import in_indonesian
from server.rules.tables import read_candidates

FILE = "calon.csv"
GIVEN = {"level": "regent", "area": "Kab. Teluk Melati", "source": "KPU (rekaan)", "date": "2026-11-22"}
KPU = {
    "tingkat": "bupati", "provinsi": "NUSANTARA CONTOH", "kode": "9902", "daerah": "TELUK MELATI", "nomor_urut": "1",
    "calon": "Dr. H. WIRASENA ADIPRAJA, S.E., M.M.", "wakil": "PANULUH, S.H. (KANG DAMAR)", "kolom_kosong": "0",
    "calon_bersih": "WIRASENA ADIPRAJA", "wakil_bersih": "PANULUH",
    "ambigu_calon": "", "ambigu_wakil": "satu_kata|banyak_di_dct",
}  # fmt: skip


@pytest.fixture(scope="module")
def sources():
    return load_sources()


@pytest.fixture
def imported(sources):
    """Import a table given as text; whatever it tells can be told in Indonesian."""

    def read(text: str, **given: str) -> Imported:
        found = import_candidates(FILE, text.encode(), sources, **(GIVEN | given))
        assert all(in_indonesian(problem) for problem in (*found.problems, *found.advice))
        return found

    return read


def kpu(**changes: str) -> str:
    """An election office's list of one row."""
    row = KPU | changes
    return "\n".join("\t".join(cells) for cells in (row.keys(), row.values()))


def told(problems) -> list[str]:
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("No. Urut", "number"), ("NOMOR URUT PASLON", "number"), ("Calon Bupati", "head"), ("Cabup", "head"),
        ("Nama Calon Wakil Bupati", "deputy"), ("Calon Wakil Wali Kota", "deputy"), ("cawabup", "deputy"),
        ("Cawalkot", "head"), ("Cawawalkot", "deputy"), ("Pasangan Calon", "pair"),
        ("Nama Calon Bupati dan Wakil Bupati", "pair"),
        ("Kabupaten/Kota", "area"), ("Partai Pengusung", "parties"), ("Panggilan Calon", "head_aliases"),
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


def test_what_it_writes_is_a_candidate_list(imported) -> None:
    found = imported("No,Calon,Panggilan\n1,Damar Panuluh,@damar.panuluh\n")
    text = candidates_csv(found.rows)
    problems: list = []
    assert read_candidates("contests/x.csv", text, problems) == [
        row | {"head_aliases": ";@damar.panuluh", "row": "row 2"} for row in found.rows
    ]
    assert problems == []


def test_no_cell_that_it_writes_is_run_by_a_spreadsheet(imported) -> None:
    text = candidates_csv(imported("No,Calon,Panggilan\n1,Damar Panuluh,@damar.panuluh\n").rows)
    assert ",;@damar.panuluh," in text


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-damar", "@SUM(A1)", '=HYPERLINK("http://jahat.example")'])
def test_a_cell_that_a_spreadsheet_would_run_is_told(imported, cell: str) -> None:
    found = imported(f"No\tCalon\n1\t{cell}\n")
    assert told(found.problems) == [
        f"{FILE}: row 2: the column head begins with {cell[0]!r}, which a spreadsheet takes for a formula; leave it out"
    ]


@pytest.mark.parametrize(
    "pair",
    [
        "DAMAR PANULUH - SEKAR JATMIKA",
        "Damar Panuluh & Sekar Jatmika",
        "Damar Panuluh dan Sekar Jatmika",
        '"Damar Panuluh, S.H./Sekar Jatmika, S.E."',
        '"Damar Panuluh, S.Pd/M.Pd - Sekar Jatmika"',
    ],
)
def test_a_pair_in_one_cell_is_divided(imported, pair: str) -> None:
    (row,) = imported(f"No,Pasangan Calon\n2,{pair}\n").rows
    assert (row["head"], row["deputy"]) == ("Damar Panuluh", "Sekar Jatmika")


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


def test_a_governor_s_name_that_many_bear_counts_near_the_office_only(imported, sources) -> None:
    found = imported("No,Calon,Wakil\n1,Damar Panuluh,Wulandari\n", level="governor", area="Teluk Melati")
    assert found.rows[0]["common"] == "Wulandari"
    assert told(found.advice) == [
        f"{FILE}: row 2: 'Wulandari' is one word, which many may bear; "
        "it counts only near the area, the office or the election"
    ]
    engine = _engine_with(sources, found)
    everyday = score(engine, {"text": "Ibu Wulandari sakit kemarin"}, "2030-10-20")
    named = score(engine, {"text": "Calon wakil gubernur Wulandari berulang tahun"}, "2030-10-20")
    assert (everyday["level"], everyday["affiliations"]) == ("none", [])
    assert [item["id"] for item in named["affiliations"]] == ["uji/teluk-melati/1/2"]


def _engine_with(sources, found: Imported):
    contest = {
        "id": "uji", "title": {"id": "Uji", "en": "Trial"}, "kind": "governor", "area": "Teluk Melati",
        "active": {"from": "2030-05-01", "to": "2030-12-20"}, "candidates_csv": "uji.csv", "source": "KPU (rekaan)",
        "date": "2026-11-22",
    }  # fmt: skip
    files = sources.files | {"contests/uji.toml": contest}
    tables = sources.rows | {"contests/uji.csv": found.rows}
    return build_engine(load_bundle(canonical_json(compile_sources(type(sources)(files, tables, sources.overlaid)))))


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


@pytest.mark.parametrize("text", ["No,Calon,Wakil\n1,Damar Panuluh,-\n", "No,Pasangan Calon\n1,Damar Panuluh\n"])
def test_a_pair_without_a_deputy_is_worth_a_look(imported, text: str) -> None:
    assert told(imported(text).advice) == [f"{FILE}: row 2: has no deputy; write the name where there is one"]


def test_a_name_that_may_still_hold_a_title_is_worth_a_look(imported) -> None:
    assert told(imported("No,Calon\n1,Damar Panuluh MS\n").advice) == [
        f"{FILE}: row 2: 'Damar Panuluh MS' may still hold a title or a mark; "
        "write the plain name, or else no post will match it"
    ]


def test_nicknames_and_accounts_are_divided_at_commas_too(imported) -> None:
    row = imported('No,Calon,Panggilan,Akun Wakil\n1,Damar Panuluh,"Kang Damar, Pak Luh","@a.damar, @b"\n').rows[0]
    assert (row["head_aliases"], row["deputy_aliases"]) == ("Kang Damar;Pak Luh", "@a.damar;@b")


def test_a_slogan_with_a_comma_stays_one_and_is_worth_a_look(imported) -> None:
    found = imported('No,Calon,Slogan\n1,Damar Panuluh,"Melati Maju, Melati Mekar"\n')
    assert found.rows[0]["slogans"] == "Melati Maju, Melati Mekar"
    assert told(found.advice) == [
        f"{FILE}: row 2: 'Melati Maju, Melati Mekar' is read as one slogan; divide several with a semicolon"
    ]


@pytest.mark.parametrize("address", ["https://www.instagram.com/damar", "instagram.com/damar", "www.facebook.com"])
def test_an_address_in_place_of_an_account_is_told(imported, address: str) -> None:
    assert told(imported(f"No,Calon,Akun\n1,Damar Panuluh,{address}\n").problems) == [
        f"{FILE}: row 2: the column head_aliases holds an address; write the name of the account alone, such as @contoh"
    ]


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


def test_rows_that_repeat_are_left_out_with_a_word(imported) -> None:
    found = imported("No,Calon\n1,Damar Panuluh\n1,Damar Panuluh\n")
    assert len(found.rows) == 1
    assert told(found.advice) == [f"{FILE}: row 3: repeats row 2; left out"]


def test_one_number_for_two_pairs_is_told_with_both_rows(imported) -> None:
    assert told(imported("No,Calon\n1,Damar Panuluh\n1,Wirasena Adipraja\n").problems) == [
        f"{FILE}: row 3: number 1 of Kab. Teluk Melati is taken by row 2; correct one of the numbers"
    ]


def test_a_nickname_that_is_an_everyday_word_is_written_into_common_with_advice(imported) -> None:
    found = imported("No,Calon,Panggilan\n1,Damar Panuluh,Berani\n")
    assert found.rows[0]["common"] == "Berani"
    assert told(found.advice) == [
        f"{FILE}: row 2: 'Berani' is an everyday word; it was written into common, "
        "and counts only near the area or the election"
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Panuluh", "is one word, which many may bear"),
        ("M. Panuluh", "has but one word of its own, which many may bear"),
        ("Budi Santoso", "is made of common words"),
    ],
)
def test_names_that_count_only_near_a_cue_are_told(imported, name: str, why: str) -> None:
    (advice,) = told(imported(f"No,Calon\n1,{name}\n").advice)
    assert advice.startswith(f"{FILE}: row 2: {name!r} {why}; it counts only near the area")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "No,Nama Siswa,Kelas\n1,Damar,4\n",
            "row 1: no heading names the candidates; call their column Calon, or Calon Bupati and Wakil Bupati",
        ),
        (
            "No,Calon,Partai\n1,Damar Panuluh,Partai Danau\n",
            "row 2: there is no party 'Partai Danau'; write its short name, as PKB",
        ),
        ("No,Calon\nsatu,Damar Panuluh\n", "row 2: number must be a whole number, not 'satu'"),
        (
            "No,Calon,Tanggal\n1,Damar Panuluh,22/11/2026\n",
            "row 2: date must be a day YYYY-MM-DD, not '22/11/2026'; format the column as text and write it so",
        ),
    ],
)
def test_what_cannot_be_read_is_told_by_row(imported, text: str, problem: str) -> None:
    assert told(imported(text).problems) == [f"{FILE}: {problem}"]


def test_a_column_that_the_whole_table_lacks_is_told_once_with_its_option(imported) -> None:
    assert told(imported("No,Calon\n1,Damar Panuluh\n2,Wirasena Adipraja\n", source="").problems) == [
        f"{FILE}: row 1: the table has no column source; give it for every row with --source"
    ]


@pytest.mark.parametrize("row", ["1,Kotak Kosong", "-,-", ","])
def test_empty_boxes_and_dashes_are_nobody(imported, row: str) -> None:
    found = imported(f"No,Calon\n{row}\n")
    assert (found.rows, found.problems) == ([], [])


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


def test_sources_given_as_texts_serve_as_well(sources) -> None:
    small = parse_sources({})
    small.files["folding.toml"] = sources.files["folding.toml"]
    assert len(import_candidates(FILE, b"No,Calon\n1,Damar Panuluh\n", small, **GIVEN).rows) == 1
