"""An office's own table becomes a candidate list: titles go, names are divided, doubts are told by row."""

from __future__ import annotations

import pytest

from server.engine import build_engine, canonical_json, load_bundle, score
from server.rules import compile_sources, parse_sources
from server.rules.candidates import Imported, candidates_csv, import_candidates
from server.rules.tables import read_candidates

from .importing import FILE, GIVEN, told


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


@pytest.mark.parametrize("text", ["No,Calon,Wakil\n1,Damar Panuluh,-\n", "No,Pasangan Calon\n1,Damar Panuluh\n"])
def test_a_pair_without_a_deputy_is_worth_a_look(imported, text: str) -> None:
    assert told(imported(text).advice) == [f"{FILE}: row 2: has no deputy; write the name where there is one"]


def test_a_name_that_may_still_hold_a_title_is_worth_a_look(imported) -> None:
    assert told(imported("No,Calon,Wakil\n1,Damar Panuluh MS,Sekar Jatmika\n").advice) == [
        f"{FILE}: row 2: 'Damar Panuluh MS' may still hold a title or a mark; "
        "write the plain name, or else no post will match it"
    ]


def test_nicknames_and_accounts_are_divided_at_commas_too(imported) -> None:
    row = imported('No,Calon,Panggilan,Akun Wakil\n1,Damar Panuluh,"Kang Damar, Pak Luh","@a.damar, @b"\n').rows[0]
    assert (row["head_aliases"], row["deputy_aliases"]) == ("Kang Damar;Pak Luh", "@a.damar;@b")


def test_a_slogan_with_a_comma_stays_one_and_is_worth_a_look(imported) -> None:
    found = imported('No,Calon,Wakil,Slogan\n1,Damar Panuluh,Sekar Jatmika,"Melati Maju, Melati Mekar"\n')
    assert found.rows[0]["slogans"] == "Melati Maju, Melati Mekar"
    assert told(found.advice) == [
        f"{FILE}: row 2: 'Melati Maju, Melati Mekar' is read as one slogan; divide several with a semicolon"
    ]


@pytest.mark.parametrize("address", ["https://www.instagram.com/damar", "instagram.com/damar", "www.facebook.com"])
def test_an_address_in_place_of_an_account_is_told(imported, address: str) -> None:
    assert told(imported(f"No,Calon,Akun\n1,Damar Panuluh,{address}\n").problems) == [
        f"{FILE}: row 2: the column head_aliases holds an address; write the name of the account alone, such as @contoh"
    ]


def test_rows_that_repeat_are_left_out_with_a_word(imported) -> None:
    found = imported("No,Calon,Wakil\n1,Damar Panuluh,Sekar Jatmika\n1,Damar Panuluh,Sekar Jatmika\n")
    assert len(found.rows) == 1
    assert told(found.advice) == [f"{FILE}: row 3: repeats row 2; left out"]


def test_one_number_for_two_pairs_is_told_with_both_rows(imported) -> None:
    assert told(imported("No,Calon,Wakil\n1,Damar Panuluh,Sekar\n1,Wirasena Adipraja,Sekar\n").problems) == [
        f"{FILE}: row 3: number 1 of Kab. Teluk Melati is taken by row 2; correct one of the numbers"
    ]


def test_a_nickname_that_is_an_everyday_word_is_written_into_common_with_advice(imported) -> None:
    found = imported("No,Calon,Wakil,Panggilan\n1,Damar Panuluh,Sekar Jatmika,Berani\n")
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
    (advice,) = told(imported(f"No,Calon,Wakil\n1,{name},Sekar Jatmika\n").advice)
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


@pytest.mark.parametrize("row", [";;Ditetapkan di Melati", "Catatan: 1) rekaan;;", ";;KETUA"])
def test_what_stands_below_a_table_is_left_out_with_a_word(imported, row: str) -> None:
    found = imported(f"No;Pasangan Calon;Partai\n1;Damar Panuluh - Sekar Jatmika;PKB\n{row}\n")
    assert (len(found.rows), found.problems) == (1, [])
    assert told(found.advice) == [f"{FILE}: row 3: names nobody; left out"]


def test_a_number_without_a_name_is_told(imported) -> None:
    assert told(imported("No,Calon,Wakil\n1,,\n").problems) == [f"{FILE}: row 2: the column head is empty; fill it in"]


@pytest.mark.parametrize("row", ["1,Kotak Kosong", "-,-", ","])
def test_empty_boxes_and_dashes_are_nobody(imported, row: str) -> None:
    found = imported(f"No,Calon\n{row}\n")
    assert (found.rows, found.problems) == ([], [])


def test_sources_given_as_texts_serve_as_well(sources) -> None:
    small = parse_sources({})
    small.files["folding.toml"] = sources.files["folding.toml"]
    assert len(import_candidates(FILE, b"No,Calon\n1,Damar Panuluh\n", small, **GIVEN).rows) == 1
