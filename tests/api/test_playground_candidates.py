"""POST /v1/playground/candidates: a clerk's table becomes an overlay, a hostile one an error that names its place."""

from __future__ import annotations

import base64
import io
import re
import zipfile

import msgspec
import openpyxl
import pytest

from server.playground import CandidatesAnswer

ABOUT = {
    "title": "Pemilihan Bupati Teluk Melati 2030", "level": "regent", "area": "Kab. Teluk Melati",
    "province": "Nusantara Contoh", "from": "2030-05-01", "to": "2030-12-20", "source": "KPU (rekaan)",
    "date": "2026-11-22",
}  # fmt: skip
HEADER = ["No. Urut", "Nama Calon Bupati", "Nama Calon Wakil Bupati", "Panggilan", "Slogan", "Partai"]
ROWS = [
    [
        "1",
        "Dr. H. RATNANINGTYAS PRABANGSA, S.E.",
        "YUDHAWIRA ALAMSYAHRUL",
        "Bu Ratnaningtyas; @ratna.prabangsa",
        "",
        "PKB, Golkar",
    ],
    ["2", "M. Suryakanta", "WULANDARI", "", "Melati Mekar Bersama", ""],
]


def csv_of(*rows):
    return "\r\n".join("\t".join(row) for row in rows).encode()


def xlsx_of(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def zip_of(**parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def send(client, data, name="calon.csv", about=ABOUT, **more):
    body = {"name": name, "data": base64.b64encode(data).decode(), **({"about": about} if about else {}), **more}
    answer = client.post("/v1/playground/candidates", json=body)
    assert answer.status_code == 200
    return msgspec.convert(answer.json, CandidatesAnswer)


SAID = {
    "hint-number-taken": "sudah dipakai", "hint-lacking": "kosong; isilah", "hint-number": "harus bilangan bulat",
    "hint-formula": "sebagai rumus", "hint-marked": "ditulis juga di kolom common", "hint-near": "nama banyak orang",
    "hint-days": "berakhir sebelum mulai", "hint-heading": "tidak berisi tabel", "hint-empty": "tidak ada pasangan",
    "hint-encoding": "UTF-8 (Simpan Sebagai)", "hint-old": "berkas .xls lama", "hint-limits": "lebih dari",
    "hint-rows": "baris yang dibaca", "hint-row": "bukan baris tabel", "hint-large": "isinya terlalu banyak",
    "hint-broken": "tidak dapat dibaca sebagai buku kerja",
}  # fmt: skip


def hint_of(problem):
    """What a problem is about, by the words in which the page tells it in Indonesian."""
    return next((hint for hint, words in SAID.items() if words in problem.message_id), problem.message_id)


def told(answer):
    return [(problem.row, problem.column, hint_of(problem)) for problem in answer.problems]


@pytest.fixture(scope="module")
def made(app):
    return send(app.test_client(), csv_of(HEADER, *ROWS))


def test_the_columns_are_guessed_from_what_offices_call_them(client):
    answer = send(client, csv_of(HEADER, *ROWS), about=None)
    assert answer.columns == {"number": 0, "head": 1, "deputy": 2, "head_aliases": 3, "slogans": 4, "parties": 5}
    assert answer.header == HEADER
    assert answer.files == {}


def test_a_table_becomes_an_overlay_without_titles_and_capitals(made):
    assert made.problems == []
    assert list(made.files) == [
        "contests/pemilihan-bupati-teluk-melati-2030.toml",
        "contests/pemilihan-bupati-teluk-melati-2030.csv",
    ]
    assert [(row["row"], row["head"], row["deputy"], row["area"]) for row in made.rows] == [
        (2, "Ratnaningtyas Prabangsa", "Yudhawira Alamsyahrul", "Kab. Teluk Melati"),
        (3, "M. Suryakanta", "Wulandari", "Kab. Teluk Melati"),
    ]


def test_the_preview_says_which_names_count_by_themselves(made):
    first, second = made.names
    assert "ratnaningtyas prabangsa" in first.certain
    assert "@ratna prabangsa" in first.certain
    assert "melati mekar bersama" in second.certain
    assert "suryakanta" in second.near


def test_the_overlay_works_where_rules_are_tried(client, made):
    answer = client.post(
        "/v1/rules/try",
        json={"files": made.files, "contexts": [{"text": "Menangkan Ratnaningtyas Prabangsa"}], "date": "2030-10-10"},
    ).json
    assert answer["problems"] == []
    change = answer["verdicts"][0]
    assert (change["before"]["level"], change["after"]["level"]) == ("none", "campaign")


def test_an_xlsx_file_reads_as_the_csv_does(client, made):
    table = [[int(row[0]), *row[1:]] for row in ROWS]
    assert send(client, xlsx_of(HEADER, *table), "calon.xlsx").files == made.files


def test_a_pair_in_one_cell_is_two_people(client):
    answer = send(client, csv_of(["No", "Pasangan Calon"], ["1", "Ratnaningtyas Prabangsa - Yudhawira Alamsyahrul"]))
    assert (answer.rows[0]["head"], answer.rows[0]["deputy"]) == ("Ratnaningtyas Prabangsa", "Yudhawira Alamsyahrul")


def test_the_columns_can_be_chosen_by_hand(client):
    answer = send(client, csv_of(["a", "b"], ["Ratnaningtyas Prabangsa", "4"]), columns={"head": 0, "number": 1})
    assert (answer.rows[0]["head"], answer.rows[0]["number"]) == ("Ratnaningtyas Prabangsa", "4")


def test_a_column_that_was_not_chosen_is_passed_over_but_one_without_a_heading_is_told(client):
    row = ["1", "Ratnaningtyas Prabangsa", "Yudhawira Alamsyahrul"]
    assert send(client, csv_of(["No", "Calon", "Alamat"], row)).problems == []
    (problem,) = send(client, csv_of(["No", "Calon", ""], row)).problems
    assert (problem.row, problem.message_id.split(";")[0]) == (2, "isi di kolom C tidak berjudul")


def test_an_everyday_name_stands_in_no_list_of_what_counts(client):
    answer = send(client, csv_of(HEADER[:3], ["1", "Budi", "Sri"]))
    assert answer.names[0].certain == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (["", "Ratnaningtyas Prabangsa", ""], (3, "No. Urut", "hint-lacking")),
        (["2", "", "Wulandari"], (3, "Nama Calon Bupati", "hint-lacking")),
        (["dua", "Ratnaningtyas Prabangsa", ""], (3, "No. Urut", "hint-number")),
        (["1", "Wirasena Adipraja", ""], (3, "No. Urut", "hint-number-taken")),
        (["2", "=HYPERLINK(1)", ""], (3, "Nama Calon Bupati", "hint-formula")),
        (["2", "@SUM(1+1)", ""], (3, "Nama Calon Bupati", "hint-formula")),
        (["+2", "Wirasena Adipraja", ""], (3, "No. Urut", "hint-formula")),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(client, row, problem):
    assert told(send(client, csv_of(HEADER[:3], ["1", "Panuluh Jatmika", ""], row))) == [problem]


def test_rows_are_counted_as_the_file_counts_them(client):
    table = [["Daftar calon"], [], HEADER[:3], [], ["", "Ratnaningtyas Prabangsa", ""]]
    assert told(send(client, xlsx_of(*table), "calon.xlsx")) == [(5, "No. Urut", "hint-lacking")]


def test_a_hidden_row_of_a_workbook_is_advised(client):
    book = openpyxl.Workbook()
    for row in (HEADER[:3], ["1", "Ratnaningtyas Prabangsa", "Yudhawira Alamsyahrul"]):
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    written = io.BytesIO()
    book.save(written)
    (advice,) = send(client, written.getvalue(), "calon.xlsx").advice
    assert (advice.row, advice.message_id.split(",")[0]) == (2, "baris ini tersembunyi")


def test_an_ambiguous_nickname_is_marked_and_advised(client):
    answer = send(
        client,
        csv_of(
            ["No", "Calon", "Wakil", "Panggilan"], ["1", "Ratnaningtyas Prabangsa", "Yudhawira Alamsyahrul", "berani"]
        ),
    )
    assert answer.problems == []
    assert [(each.row, hint_of(each)) for each in answer.advice] == [(2, "hint-marked")]
    assert "berani" in answer.names[0].near


def test_a_nickname_that_changes_what_shared_rules_do_is_refused_as_the_folder_would(client):
    answer = send(client, csv_of(["No", "Calon", "Panggilan"], ["1", "Ratnaningtyas Prabangsa", "baru"]))
    assert answer.files == {}
    assert "signals/official-capacity.toml" in answer.problems[0].message
    assert answer.problems[0].message_id.endswith("terlalu umum, persempit")


def test_a_name_that_many_bear_is_advised_with_its_row(client):
    answer = send(client, csv_of(HEADER[:3], ["1", "Budi", "Sri"]))
    assert [(each.row, hint_of(each)) for each in answer.advice] == [(2, "hint-near")] * 2


def test_advice_names_the_person_in_indonesian(client):
    answer = send(client, csv_of(HEADER[:3], ["1", "Budi", "Sri"]))
    assert [each.message_id.split(" ")[0] for each in answer.advice] == ["'Budi'", "'Sri'"]


def test_days_in_the_wrong_order_are_told(client):
    answer = send(client, csv_of(HEADER, *ROWS), about={**ABOUT, "from": "2031-01-01"})
    assert told(answer) == [(0, "", "hint-days")]
    assert answer.files == {}


def test_accounts_are_written_so_that_no_spreadsheet_runs_them(client):
    answer = send(client, csv_of(["No", "Calon", "Akun"], ["1", "Ratnaningtyas Prabangsa", "@ratna.prabangsa"]))
    (table,) = [text for path, text in answer.files.items() if path.endswith(".csv")]
    assert re.findall(r"(?:^|,)[=+\-@]", table, re.M) == []
    assert "@ratna prabangsa" in answer.names[0].certain


def test_markup_in_a_name_stays_a_name(client):
    answer = send(client, csv_of(["No", "Calon"], ["1", "<img src=x onerror=alert(1)> Ratnaningtyas"]))
    assert all("\n<" not in text for text in answer.files.values())
    assert [row["number"] for row in answer.rows] == ["1"]


def test_quotes_and_line_breaks_cannot_leave_the_toml(client):
    evil = 'x"\nactive = { from = "2000-01-01" }\x00\\'
    answer = send(client, csv_of(HEADER[:3], ["1", "Ratnaningtyas Prabangsa", ""]), about={**ABOUT, "title": evil})
    assert answer.problems == []


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"c" * 1000 + b'">]><a>' + b"&b;" * 1000 + b"</a>"


@pytest.mark.parametrize(
    ("data", "name", "hint"),
    [
        (b"", "a.csv", "hint-heading"),
        (b"No;Calon\r\n", "a.csv", "hint-empty"),
        ("No;Calon\n1;Ratna Prabangsa".encode("utf-16"), "a.csv", "hint-encoding"),
        ("No;Calon\n1;Ratné".encode("cp1252"), "a.csv", "hint-encoding"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xls", "hint-old"),
        (csv_of(["No", "Calon"], *[["1", "Ratna"]] * 5_001), "a.csv", "hint-rows"),
        (csv_of(["No"] * 65, ["1"] * 65), "a.csv", "hint-limits"),
        (csv_of(["No", "Calon"], ["1", "a" * 2_001]), "a.csv", "hint-limits"),
        (b'No;Calon\n1;"' + b"a" * 200_000, "a.csv", "hint-row"),
        (zip_of(**{"xl/workbook.xml": b"<a>" + b" " * 40_000_000}), "a.xlsx", "hint-large"),
        (zip_of(**{f"a{number}": b"" for number in range(301)}), "a.xlsx", "hint-large"),
        (zip_of(**{"[Content_Types].xml": ENTITIES}), "a.xlsx", "hint-broken"),
        (zip_of(**{"a.txt": b"a"}), "a.xlsx", "hint-broken"),
        (b"PK\x03\x04" + b"\0" * 100, "a.xlsx", "hint-broken"),
    ],
)
def test_what_is_no_table_is_told_and_never_a_500(client, data, name, hint):
    answer = send(client, data, name)
    assert [hint_of(problem) for problem in answer.problems] == [hint]
    assert answer.files == {}


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("$.data", {"data": "bukan base64!"}),
        ("$.data", {"data": base64.b64encode(b"a" * (1024 * 1024 + 1)).decode()}),
        ("$.about.from", {"about": {**ABOUT, "from": "2030-13-01"}}),
        ("$.about.title", {"about": {**ABOUT, "title": ""}}),
        ("$.about", {"about": {**ABOUT, "nip": "1"}}),
        ("$.columns[...]", {"columns": {"head": 64}}),
        ("$.columns", {"columns": {"HEAD": 1}}),
    ],
)
def test_a_bad_request_is_422_with_its_path(client, path, change):
    body = {"name": "a.csv", "data": base64.b64encode(csv_of(HEADER, *ROWS)).decode(), "about": ABOUT, **change}
    answer = client.post("/v1/playground/candidates", json=body)
    assert (answer.status_code, answer.json["errors"][0]["path"]) == (422, path)


def test_a_body_over_the_limit_is_413(client):
    body = {"name": "a.csv", "data": "a" * (2 * 1024 * 1024), "about": ABOUT}
    assert client.post("/v1/playground/candidates", json=body).status_code == 413
