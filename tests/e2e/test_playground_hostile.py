"""Files made to break the workshop: each is told for what it is, nothing in it runs, and the page goes on."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.e2e.drivers import Driver
from tests.e2e.servers import Served
from tests.e2e.workshop import (
    CALL,
    HEADINGS,
    drop,
    fill_election,
    open_case,
    open_page,
    shown,
    wait_for,
    wait_level,
    write,
)

pytestmark = pytest.mark.matrix(site="")

MARKUP = "<img src=x onerror='window.broken = true'> Ratnaningtyas Prabangsa"
# What a page that runs markup of a file would show.
RUN = "return [document.querySelectorAll('#main img, #main script').length, window.broken ?? null];"
BOMBS = {
    "deep": ("a = " + "[" * 40_000, "terlalu dalam"),
    "dotted": ('\n[x."a"' + ".b" * 400 + "]", "baris 2"),
    "wide": ("[[group]]\n" * 4_000, "group"),
}


@pytest.fixture
def workshop(fresh: Driver, product: Served) -> Driver:
    """The page, ready to type in."""
    open_page(fresh, f"{product.url}/playground")
    return fresh


def archive(name: str, content: bytes) -> bytes:
    """A packed file that unpacks to much more than it is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return packed.getvalue()


def goes_on(browser: Driver) -> None:
    """The page still judges what is written, and nothing of a file has run in it."""
    write(browser, "#text", CALL)
    wait_level(browser, "campaign")
    assert browser.js(RUN) == [0, None]


def test_a_workbook_that_unpacks_without_end_is_told_and_a_good_one_is_read_after_it(workshop: Driver) -> None:
    drop(workshop, "#sheet-drop", "calon.xlsx", archive("xl/workbook.xml", b"<a>" + b" " * 40_000_000))
    wait_for(workshop, "#sheet-problems", "terlalu banyak")
    drop(workshop, "#sheet-drop", "calon.csv", f"{HEADINGS}\n2;RATNANINGTYAS PRABANGSA;\n")
    wait_for(workshop, "#sheet-status", "calon.csv terbaca")
    goes_on(workshop)


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_link_with_a_rule_that_is_a_load_is_told_beside_the_editor(fresh: Driver, product: Served, bomb: str) -> None:
    text, told = BOMBS[bomb]
    open_case(
        fresh, product.url, {"context": {"text": CALL}, "rule": {"path": "signals/aturan-baru.toml", "text": text}}
    )
    wait_for(fresh, "#problems", told)
    goes_on(fresh)


def test_what_a_spreadsheet_would_run_or_a_page_show_as_markup_stays_a_name(workshop: Driver) -> None:
    rows = f"1;{MARKUP};@yudha.alamsyahrul\n2;=HYPERLINK(1);\n"
    drop(workshop, "#sheet-drop", "calon.csv", f"{HEADINGS}\n{rows}")
    wait_for(workshop, "#sheet-status", "terbaca")
    fill_election(workshop)
    workshop.click("#sheet-form [type=submit]")
    wait_for(workshop, "#sheet-problems", "sebagai rumus")
    drop(workshop, "#sheet-drop", "calon.csv", f"{HEADINGS}\n1;{MARKUP};Yudhawira Alamsyahrul\n")
    wait_for(workshop, "#sheet-status", "terbaca")
    workshop.click("#sheet-form [type=submit]")
    wait_for(workshop, "#sheet-status", "siap: 1")
    assert "<img" in shown(workshop, ".preview")
    _, table = workshop.download("#sheet-result button:nth-of-type(2)")
    assert [cell for cell in table.replace("\n", ",").split(",") if cell[:1] in ("=", "+", "-", "@")] == []
    goes_on(workshop)
