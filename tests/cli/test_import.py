"""``rules import-candidates``: an office's workbook becomes a list in its folder, or one line says why not."""

from __future__ import annotations

import json

import pytest
from openpyxl import Workbook

from server.engine import build_engine, load_bundle, score
from server.rules import RULES as SHARED
from server.rules import bundle_bytes
from tests.conformance.vectors import RULES

ROWS = [
    ["DAFTAR PASANGAN CALON BUPATI"],
    [],
    ["No.", "Calon Bupati", "Calon Wakil Bupati", "Panggilan", "Partai", "Alamat"],
    [1, "Dr. H. WASTUKENCANA ADIWANGSA, S.E.", "YUMNARINI SEKARTAJI", "Bu Yumnarini", "PKB, Golkar", "Jl. Melati"],
    [2, "M. SURYAKANTA", "WULANDARI", "BERANI", "PKS; Partai NasDem", "Jl. Mawar"],
]
CONTEST = "pilbup-teluk-melati-2030"


@pytest.fixture
def office(runner, tmp_path):
    """An office's folder with a contest, and its workbook of candidates."""
    where = ["--overlay", str(tmp_path / "kantor"), "--root", str(RULES)]
    runner.invoke(args=["rules", "new", "contest", CONTEST, *where])
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "calon.xlsx")
    (tmp_path / "pendek.csv").write_text("No,Calon\n1,Wastukencana Adiwangsa\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(runner, office):
    def called(*args, file="pendek.csv", contest=CONTEST, root=RULES):
        where = ["--contest", contest, "--overlay", str(office / "kantor"), "--root", str(root)]
        return runner.invoke(args=["rules", "import-candidates", str(office / file), *where, *args])

    return called


def test_the_list_takes_the_skeleton_s_place_and_is_found(run, office):
    assert run("--source", "KPU (rekaan)", file="calon.xlsx", root=SHARED).exit_code == 0
    engine = build_engine(load_bundle(bundle_bytes(overlays=(office / "kantor",))))
    found = score(engine, {"text": "Wastukencana Adiwangsa bertemu warga"}, "2030-10-20")["affiliations"]
    assert [item["id"] for item in found] == [f"{CONTEST}/kab-teluk-melati/1"]


def test_it_says_what_it_took_for_what_and_what_is_worth_a_look(run):
    output = run("--source", "KPU (rekaan)", file="calon.xlsx", root=SHARED).output
    assert "Calon Bupati → head" in output
    assert "Tidak dipakai (passed over): Alamat" in output
    assert "Periksa (look at) calon.xlsx: baris 5: 'BERANI' juga kata sehari-hari" in output
    assert "(row 5: 'BERANI' is an everyday word" in output
    assert "2 pasangan (pairs) di 1 daerah (areas)" in output


def test_a_list_that_is_there_is_replaced_only_when_asked(run, office):
    run("--source", "KPU (rekaan)")
    again = run("--source", "KPU, perbaikan")
    assert (again.exit_code, "--replace" in again.output) == (2, True)
    assert run("--source", "KPU, perbaikan", "--replace").exit_code == 0
    assert "perbaikan" in (office / "kantor" / "contests" / f"{CONTEST}.csv").read_text(encoding="utf-8")


def test_problems_are_told_by_the_rows_of_the_office_s_table_and_nothing_is_written(run, office):
    (office / "calon.csv").write_text(
        "No;Calon;Panggilan\n1;Damar Kencana;Duo Sakti\n2;Wira Kencana;Duo Sakti\n", encoding="utf-8"
    )
    before = (office / "kantor" / "contests" / f"{CONTEST}.csv").read_bytes()
    result = run("--source", "KPU (rekaan)", file="calon.csv")
    assert result.exit_code == 1
    assert "calon.csv: baris 3: sebutan 'Duo Sakti' sudah ada di baris 2; satu sebutan" in result.output
    assert (office / "kantor" / "contests" / f"{CONTEST}.csv").read_bytes() == before


def test_check_writes_nothing(run, office):
    before = (office / "kantor" / "contests" / f"{CONTEST}.csv").read_bytes()
    assert run("--source", "KPU (rekaan)", "--check").exit_code == 0
    assert (office / "kantor" / "contests" / f"{CONTEST}.csv").read_bytes() == before


def test_json_tells_the_same_to_machines(run, office):
    told = json.loads(run("--source", "KPU (rekaan)", "--json", file="calon.xlsx", root=SHARED).output)
    assert (told["ok"], told["problems"], told["rows"], told["unknown"]) == (True, [], 2, ["Alamat"])
    assert {item["where"] for item in told["advice"]} == {"row 5"}
    assert told["file"] == str(office / "kantor" / "contests" / f"{CONTEST}.csv")


def test_a_contest_that_is_not_the_office_s_names_the_command_that_makes_it(run):
    result = run("--source", "KPU", contest="pilkada-2031")
    assert (result.exit_code, "rules new contest pilkada-2031" in result.output) == (2, True)


def test_a_contest_without_a_list_names_the_line_to_add(run, office):
    path = office / "kantor" / "contests" / f"{CONTEST}.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text("".join(line for line in text.splitlines(True) if "candidates_csv" not in line), encoding="utf-8")
    result = run("--source", "KPU")
    assert (result.exit_code, f'candidates_csv = "{CONTEST}.csv"' in result.output) == (2, True)


def test_a_folder_that_is_faulty_already_is_told_first(run, office):
    (office / "kantor" / "signals").mkdir()
    (office / "kantor" / "signals" / "salah.toml").write_text("id =", encoding="utf-8")
    result = run("--source", "KPU")
    assert (result.exit_code, "signals/salah.toml: not valid TOML" in result.output) == (2, True)


def test_a_table_without_candidates_is_told(run, office):
    (office / "kosong.csv").write_text("No,Calon\n", encoding="utf-8")
    result = run("--source", "KPU", file="kosong.csv")
    assert (result.exit_code, "tidak ada baris berisi calon" in result.output) == (1, True)
