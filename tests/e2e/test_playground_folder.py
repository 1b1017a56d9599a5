"""The workshop beside an office's own folder: its files come first, and what is wrong with them is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server import create_app
from tests.conformance.vectors import RULES
from tests.e2e.drivers import Driver, until
from tests.e2e.servers import Served
from tests.e2e.workshop import choose_rule, open_page, shown, wait_for, write

pytestmark = pytest.mark.matrix(site="")

FILE = "entities/volunteer-groups-kantor.toml"
GROUP = """[[group]]
id = "relawan-zebrakuning"
name = "Sahabat Zebrakuning"
source = "uji"
date = "2026-11-22"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office's folder with one volunteers' group of its own."""
    folder = tmp_path / "kantor"
    (folder / FILE).parent.mkdir(parents=True)
    (folder / FILE).write_text(GROUP, encoding="utf-8")
    return folder


@pytest.fixture
def office(folder: Path) -> Iterator[Served]:
    """A server that watches the folder."""
    settings = {"JAGA_RULES_DIR": RULES, "JAGA_OVERLAY": folder, "JAGA_RELOAD_SECONDS": 0.05}
    served = Served(create_app(settings)).start()
    yield served
    served.stop()


@pytest.fixture
def workshop(fresh: Driver, office: Served) -> Iterator[Driver]:
    """The page, ready to type in."""
    open_page(fresh, f"{office.url}/playground")
    yield fresh
    fresh.goto("about:blank")


def test_the_folders_own_files_come_first_and_can_be_changed(workshop: Driver) -> None:
    groups = workshop.js("return [...document.querySelectorAll('#rule-file optgroup')].map(({ label }) => label);")
    assert groups == ["Berkas map kantor Anda", "Aturan bersama (hanya percobaan)"]
    choose_rule(workshop, f"own:{FILE}")
    held = "return document.querySelector('#editor').shadowRoot.querySelector('.cm-content').innerText;"
    until(lambda: "Sahabat Zebrakuning" in workshop.js(held), "the file to be in the editor")
    wait_for(workshop, "#rule-status", "Aturan tersusun")
    assert shown(workshop, "#rule-shared") == ""
    name, text = workshop.download("#rule-download")
    assert (name, text) == (Path(FILE).name, GROUP)


def test_what_is_wrong_with_the_folder_is_said_beside_the_editor(workshop: Driver, folder: Path) -> None:
    wait_for(workshop, "#rule-status", "contoh")
    (folder / FILE).write_text("[", encoding="utf-8")
    until(lambda: FILE in workshop.ajs("return (await fetch('/readyz')).text();"), "the server to refuse the file")
    write(workshop, "#text", "Sahabat Zebrakuning")
    wait_for(workshop, "#folder-problems", FILE)
    assert "Aturan baik yang terakhir tetap dipakai" in shown(workshop, "#rule-folder")
