"""Texts of one's own in the workshop: tables, objects and lines are read, the result is downloaded, nothing runs."""

from __future__ import annotations

import json

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.servers import Served
from tests.e2e.workshop import drop, open_page, shown, wait_for, write

pytestmark = pytest.mark.matrix(site="")

FORMULA = '=HYPERLINK("http://jahat.example")'


@pytest.fixture
def workshop(fresh: Driver, product: Served) -> Driver:
    """The page with the rule that it begins with."""
    open_page(fresh, f"{product.url}/playground")
    wait_for(fresh, "#rule-status", "4 contoh")
    return fresh


def test_the_column_of_a_table_is_guessed_and_can_be_chosen(workshop: Driver) -> None:
    drop(workshop, "#texts-drop", "unggahan.csv", "No;Teks;Catatan\n1;Kopdar relawan PKB;Selamat pagi\n2;Halo;Halo\n")
    wait_for(workshop, "#texts-summary", "1 dari 2")
    assert workshop.js("return document.querySelector('#texts-result select').value;") == "Teks"
    write(workshop, "#texts-result select", "Catatan")
    wait_for(workshop, "#texts-summary", "0 dari 2")


def test_objects_with_a_whole_context_are_read_and_wrong_lines_named(workshop: Driver) -> None:
    objects = [{"text": "Kopdar relawan PKB"}, {"context": {"text": "Halo", "author": {"name": "Warga"}}}, {"isi": 1}]
    drop(workshop, "#texts-drop", "unggahan.jsonl", "\n".join([*map(json.dumps, objects), "{"]))
    wait_for(workshop, "#texts-summary", "1 dari 2")
    assert shown(workshop, "#texts-problems").splitlines() == [
        "unggahan.jsonl, baris 3: tidak ada kunci “text”",
        "unggahan.jsonl, baris 4: bukan JSON",
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("unggahan.docx", b"PK", "jenis berkas ini tidak dikenal"),
        ("unggahan.txt", "Andr\xe9".encode("cp1252"), "bukan UTF-8"),
        ("unggahan.csv", b"Teks\n", "tidak ada teks di dalamnya"),
        ("unggahan.txt", b"Halo\n" * 2_001, "hanya 2000 teks pertama dipakai"),
    ],
)
def test_what_cannot_be_read_is_told(workshop: Driver, name: str, content: bytes, told: str) -> None:
    drop(workshop, "#texts-drop", name, content)
    wait_for(workshop, "#texts-problems", told)


def test_the_result_is_downloaded_and_no_spreadsheet_runs_it(workshop: Driver) -> None:
    drop(workshop, "#texts-drop", "unggahan.txt", f"Kopdar relawan PKB\n{FORMULA}\n@halo\n+62\n")
    wait_for(workshop, "#texts-summary", "1 dari 4")
    name, table = workshop.download("#texts-result .row button")
    rows = table.removeprefix("\ufeff").splitlines()
    assert (name, rows[0]) == ("jaga-jempol-hasil.csv", "text,before,before_points,after,after_points")
    assert rows[1].startswith("Kopdar relawan PKB,mention,")
    assert ",campaign," in rows[1]
    assert [row[:2].strip('"')[0] for row in rows[2:]] == ["'", "'", "'"]
