"""Lists of accounts: what a bundle holds of them, and what the person who writes one is told."""

from __future__ import annotations

import pytest

from server.engine import build_engine, canonical_json, load_bundle, score
from server.rules import compile_rules, dissect, load_sources, run_examples
from server.rules.indonesian import in_indonesian

from .conftest import Workshop

LIST = "accounts/daftar.csv"
TOML = "accounts/daftar.toml"
SIGNAL = "signals/akun-terdaftar.toml"
DAY = "2024-10-20"


def levels(workshop: Workshop, *accounts: tuple[str, str]) -> list[str]:
    """The level of a post without a word, by the site and handle of its author."""
    engine = build_engine(load_bundle(canonical_json(compile_rules(workshop.root))))
    return [score(engine, {"site": site, "author": {"handle": name}}, DAY)["level"] for site, name in accounts]


def test_the_bundle_holds_no_account(workshop: Workshop) -> None:
    written = canonical_json(compile_rules(workshop.root)).decode()
    assert [name for name in ("mentari", "rembulan.contoh", "bintang7", "fajar") if name in written] == []


def test_the_bundle_says_how_many_accounts_it_has(workshop: Workshop) -> None:
    assert compile_rules(workshop.root)["counts"]["accounts"] == 6


def test_rules_without_a_list_have_no_section(workshop: Workshop) -> None:
    for file in (workshop.root / "accounts").iterdir():
        file.unlink()
    bundle = compile_rules(workshop.root)
    assert ("accounts" in bundle, bundle["counts"]["accounts"]) == (False, 0)


def test_the_order_of_the_rows_changes_nothing(workshop: Workshop) -> None:
    before = compile_rules(workshop.root)["accounts"]
    head, *rows = (workshop.root / LIST).read_text(encoding="utf-8").splitlines()
    workshop.write(LIST, "\n".join([head, *reversed(rows)]))
    assert compile_rules(workshop.root)["accounts"] == before


def test_a_table_is_read_as_a_spreadsheet_saves_it(workshop: Workshop) -> None:
    workshop.write(LIST, "\ufeffAccount;Site\r\n@Melati.Contoh ;warta\r\n;\r\n".encode())
    assert levels(workshop, ("warta", "melati.contoh"), ("warta", "mentari_contoh")) == ["campaign", "none"]


@pytest.mark.parametrize(
    ("row", "told", "indonesian"),
    [
        (
            "warta,@MENTARI_contoh",
            "row 3: repeats row 2; delete one of them",
            "baris 3: sama dengan baris 2; hapus salah satunya",
        ),
        (
            "koran,melati",
            "row 3: there is no site 'koran'; the sites are papan, warta",
            "baris 3: tidak ada situs 'koran'; yang ada: papan, warta",
        ),
        ("warta,", "row 3: the column account is empty; fill it in", "baris 3: kolom account kosong; isilah"),
        (",melati", "row 3: the column site is empty; fill it in", "baris 3: kolom site kosong; isilah"),
        (
            "warta,https://warta.example/melati",
            "row 3: 'https://warta.example/melati' is no account name; write the name alone, such as @contoh, "
            "not its address",
            "baris 3: 'https://warta.example/melati' bukan nama akun; tulis namanya saja, misalnya @contoh, "
            "bukan alamatnya",
        ),
        (
            "warta,profile.php",
            "row 3: 'profile.php' is no account name; write the name alone, such as @contoh, not its address",
            "baris 3: 'profile.php' bukan nama akun; tulis namanya saja, misalnya @contoh, bukan alamatnya",
        ),
        (
            "warta,Melati Contoh",
            "row 3: 'Melati Contoh' is no account name; write the name alone, such as @contoh, not its address",
            "baris 3: 'Melati Contoh' bukan nama akun; tulis namanya saja, misalnya @contoh, bukan alamatnya",
        ),
        (
            'warta,"1,00089E+14"',
            "row 3: '1,00089E+14' is a number that the spreadsheet rounded; format the column as text and write it "
            "again",
            "baris 3: '1,00089E+14' angka yang sudah dibulatkan lembar kerja; ubah format kolomnya menjadi Teks, "
            "lalu tulis lagi",
        ),
        (
            "warta,=A1",
            "row 3: the column account begins with '=', which a spreadsheet takes for a formula; leave it out",
            "baris 3: kolom account berawal '=', yang dibaca lembar kerja sebagai rumus; hapus tandanya",
        ),
    ],
)
def test_a_row_that_cannot_count_is_told(row: str, told: str, indonesian: str, workshop: Workshop) -> None:
    workshop.write(LIST, f"site,account\nwarta,mentari_contoh\n{row}\n")
    (problem,) = workshop.found()
    assert str(problem) == f"{LIST}: {told}"
    assert in_indonesian(problem) == f"{LIST}: {indonesian}"


@pytest.mark.parametrize("account", ["rembul\u00e1n", "a" * 301])
def test_a_name_that_the_engine_would_not_read_is_told(account: str, workshop: Workshop) -> None:
    workshop.write(LIST, f"site,account\nwarta,{account}\n")
    assert workshop.problem().startswith(f"{LIST}: row 2: '{account[:40]}' is no account name;")


@pytest.mark.parametrize("head", ["site", "site,account,name", "site,account,site"])
def test_the_columns_are_two(head: str, workshop: Workshop) -> None:
    workshop.write(LIST, f"{head}\nwarta,melati\n")
    assert workshop.problems()[0].startswith(f"{LIST}: row 1: the")


def test_a_list_without_an_account_is_told(workshop: Workshop) -> None:
    workshop.write(LIST, "site,account\n")
    assert workshop.problem() == f"{LIST}: holds no account; add a row, or drop the list"


def test_a_table_that_is_not_there_is_told(workshop: Workshop) -> None:
    (workshop.root / LIST).unlink()
    assert workshop.problem() == f"{TOML}: accounts_csv: there is no file {LIST}"


def test_a_table_that_no_list_names_is_told(workshop: Workshop) -> None:
    workshop.write("accounts/lain.csv", "site,account\nwarta,melati\n")
    assert workshop.problem() == (
        "accounts/lain.csv: belongs to no list; name it as accounts_csv in a file accounts/<id>.toml"
    )


def test_a_list_is_named_like_its_file(workshop: Workshop) -> None:
    workshop.change(TOML, 'id = "daftar"', 'id = "lain"')
    assert workshop.problem() == f"{TOML}: id: lain and the file's name differ; give both the same name"


def test_a_list_that_ends_before_it_begins_is_told(workshop: Workshop) -> None:
    workshop.change(TOML, 'to = "2024-11-23"', 'to = "2024-09-01"')
    assert workshop.problem() == f"{TOML}: active: ends before it begins"


def test_a_list_without_a_signal_is_told(workshop: Workshop) -> None:
    (workshop.root / SIGNAL).unlink()
    message = "no signal has the line listed = true, so the list would count for nothing"
    assert workshop.problems() == [f"accounts/daftar-nanti.toml: {message}", f"{TOML}: {message}"]


def test_a_second_signal_for_accounts_is_told(workshop: Workshop) -> None:
    text = (workshop.root / SIGNAL).read_text(encoding="utf-8")
    workshop.write("signals/uji.toml", text.replace('"akun-terdaftar"', '"uji"'))
    assert workshop.problem() == (
        f"signals/uji.toml: listed: {SIGNAL} is the signal for listed accounts already; drop the line"
    )


@pytest.mark.parametrize("fields", ['["author.handle", "text"]', '["text"]', '["author.handle", "link.url"]'])
def test_a_signal_for_accounts_looks_at_nothing_else(fields: str, workshop: Workshop) -> None:
    workshop.change(SIGNAL, 'fields = ["author.handle"]', f"fields = {fields}")
    assert workshop.problem() == f"{SIGNAL}: listed: is for a signal that looks at author.handle alone, without phrases"


def test_a_signal_for_accounts_brings_those_of_its_examples(workshop: Workshop) -> None:
    workshop.change(SIGNAL, 'examples_accounts = ["warta:contoh"]\n', "")
    assert workshop.problem() == f"{SIGNAL}: 'examples_accounts' is a dependency of 'listed'"


def test_another_signal_brings_none(workshop: Workshop) -> None:
    workshop.signal("alone = true", 'examples_accounts = ["warta:contoh"]')
    assert workshop.problem() == "signals/uji.toml: 'listed' is a dependency of 'examples_accounts'"


def test_its_examples_know_no_list_but_their_own(workshop: Workshop) -> None:
    workshop.change(SIGNAL, 'handle = "@Contoh"', 'handle = "mentari_contoh"')
    sources = load_sources(workshop.root)
    engine = build_engine(load_bundle(canonical_json(compile_rules(workshop.root))))
    assert [ran.well for ran in run_examples(sources, engine).ran if ran.file == SIGNAL] == [
        True,
        False,
        True,
        True,
    ]


def test_the_workshop_shows_on_which_days_a_list_holds(workshop: Workshop) -> None:
    engine = build_engine(load_bundle(canonical_json(compile_rules(workshop.root))))
    levels = dissect(engine, {"site": "warta", "author": {"handle": "mentari_contoh"}, "text": "pagi"}, DAY)["levels"]
    assert [(stretch["from"], stretch["to"], stretch["level"]) for stretch in levels] == [
        ("", "2024-09-24", "none"),
        ("2024-09-25", "2024-11-23", "campaign"),
        ("2024-11-24", "", "none"),
    ]


def test_the_shipped_rules_have_a_signal_for_lists_and_no_list() -> None:
    sources = load_sources()
    assert [data["id"] for _, data in sources.matching("signals/") if data.get("listed")] == ["registered-account"]
    assert sources.matching("accounts/") == []
