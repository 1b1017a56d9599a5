"""docs/contests.md shows how to add a contest: what it shows is built here as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.engine import Engine, build_engine, load_bundle, score
from server.rules import bundle_bytes, lint
from server.rules.tables import CANDIDATE_COLUMNS, NEEDED_COLUMNS

FILE = re.compile(r"^\*\*`([a-z0-9./-]+)`\*\*\n\n```[a-z]+\n(.*?)^```", re.MULTILINE | re.DOTALL)
LOCAL = re.compile(r"```toml\n(\[\[local\]\].*?)```", re.DOTALL)
DAY = "2030-10-20"


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "docs" / "contests.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def office(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's files in a folder of their own."""
    folder = tmp_path_factory.mktemp("kantor")
    for name, text in FILE.findall(page):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def engine(repository: Path, office: Path) -> Engine:
    """The shared rules with the example laid over."""
    return build_engine(load_bundle(bundle_bytes(repository / "shared_rules", (office,))))


def affiliations(engine: Engine, text: str, day: str = DAY) -> list[str]:
    """Whom a text names on a day."""
    return [entity["id"] for entity in score(engine, {"text": text}, day)["affiliations"]]


def test_the_example_has_both_files(office: Path) -> None:
    names = sorted(path.name for path in office.rglob("*.*"))
    assert names == ["pilbup-teluk-melati-2030.csv", "pilbup-teluk-melati-2030.toml"]


def test_the_example_has_no_problem(repository: Path, office: Path) -> None:
    assert lint(repository / "shared_rules", [office]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ratnaningtyas Prabangsa bertemu warga",
        "Ratnaningtyas-Yudhawira hadir di pasar",
        "Ratnaningtyas dan Yudhawira hadir di pasar",
        "RatnaningtyasYudhawira hadir di pasar",
        "RATYU hadir di pasar",
    ],
)
def test_its_rare_names_count_at_once(text: str, engine: Engine) -> None:
    assert affiliations(engine, text) == ["pilbup-teluk-melati-2030/kab-teluk-melati/1"]


@pytest.mark.parametrize(
    "text", ["Suryakanta, calon bupati kita", "Kabar Teluk Melati: Wulandari hadir", "paslon nomor urut dua BERANI"]
)
def test_its_common_names_count_near_a_cue(text: str, engine: Engine) -> None:
    assert affiliations(engine, text) == ["pilbup-teluk-melati-2030/kab-teluk-melati/2"]


@pytest.mark.parametrize("text", ["Wulandari berulang tahun", "Kita harus berani mencoba", "surya wulan bersinar"])
def test_and_nowhere_else(text: str, engine: Engine) -> None:
    assert affiliations(engine, text) == []


def test_after_its_last_day_they_are_nobody_s_candidates(engine: Engine) -> None:
    assert affiliations(engine, "Ratnaningtyas Prabangsa bertemu warga", "2030-12-21") == []


def test_a_re_vote_prolongs_it(page: str, repository: Path, office: Path, tmp_path: Path) -> None:
    contests = tmp_path / "contests"
    contests.mkdir()
    for path in (office / "contests").iterdir():
        text = path.read_text(encoding="utf-8")
        local = LOCAL.findall(page)[0] if path.suffix == ".toml" else ""
        (contests / path.name).write_text(f"{text}\n{local}", encoding="utf-8")
    engine = build_engine(load_bundle(bundle_bytes(repository / "shared_rules", (tmp_path,))))
    assert affiliations(engine, "Ratnaningtyas Prabangsa bertemu warga", "2031-04-19") != []
    assert affiliations(engine, "Ratnaningtyas Prabangsa bertemu warga", "2031-04-20") == []


def test_the_page_names_every_column_and_no_other(page: str) -> None:
    table = page[page.index("| kolom | wajib |") : page.index("**`contests/pilbup-teluk-melati-2030.csv`**")]
    named = {
        name: "| ya |" in line
        for line in table.splitlines()[2:]
        for name in re.findall("`([a-z_]+)`", line.split("|")[1] if "|" in line else "")
    }
    assert set(named) == set(CANDIDATE_COLUMNS)
    assert {name for name, needed in named.items() if needed} == set(NEEDED_COLUMNS)
