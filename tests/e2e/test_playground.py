"""The rule workshop as a clerk uses it: typing, the calendar, a rule, texts of one's own, a link, a candidate list."""

from __future__ import annotations

from typing import Any

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.servers import Served
from tests.e2e.workshop import (
    CALL,
    HEADINGS,
    choose_rule,
    drop,
    fill_election,
    open_page,
    shown,
    wait_for,
    wait_level,
    write,
)

pytestmark = pytest.mark.matrix(site="")

MARKUP = "<img src=x onerror='window.broken = true'> <b>Damar-Sekar</b>"


@pytest.fixture
def workshop(fresh: Driver, product: Served) -> Driver:
    """The page, ready to type in; the case of an earlier test is not in its address."""
    open_page(fresh, f"{product.url}/playground")
    return fresh


def points(browser: Driver) -> dict[str, Any]:
    """The waterfall's points, row by row, its last sum, its total, and what stands above it."""
    found: dict[str, Any] = browser.js(
        """const number = (cell) => Number(cell.textContent.replace('−', '-').replace('+', ''));
        const rows = [...document.querySelectorAll('.waterfall tbody tr')];
        return {
            steps: rows.map((row) => number(row.cells[2])),
            last: number(rows.at(-1).cells[3]),
            total: number(document.querySelector('.waterfall tfoot tr').cells[3]),
            tally: parseInt(document.querySelector('.tally').textContent, 10),
        };"""
    )
    return found


def test_what_is_typed_is_judged_and_its_points_add_up(workshop: Driver) -> None:
    workshop.focus("#text")
    workshop.type(CALL)
    wait_level(workshop, "campaign")
    until(lambda: shown(workshop, "#seen p") == CALL, "the whole text to be shown")
    told = points(workshop)
    assert sum(told["steps"]) == told["last"] == told["total"] == told["tally"]
    assert workshop.js("return document.querySelector('#seen mark.entity').textContent;") == "Damar-Sekar"
    kinds = workshop.js("return [...document.querySelectorAll('#seen mark')].map((mark) => mark.className).join(' ');")
    assert {"entity", "signal", "weight"} <= set(kinds.split())


def test_markup_in_a_post_is_shown_and_never_run(workshop: Driver) -> None:
    write(workshop, "#text", MARKUP)
    wait_for(workshop, "#seen p", "Damar-Sekar")
    assert shown(workshop, "#seen p") == MARKUP
    assert workshop.js("return [document.querySelectorAll('#main img').length, window.broken ?? null];") == [0, None]


def test_a_text_that_is_too_long_is_told_and_the_page_goes_on(workshop: Driver) -> None:
    write(workshop, "#text", "Damar-Sekar " * 8_500)
    wait_for(workshop, "#post-error", "102000 karakter")
    write(workshop, "#text", CALL)
    wait_level(workshop, "campaign")
    assert shown(workshop, "#post-error") == ""


def test_a_post_too_long_for_the_line_of_time_says_so(workshop: Driver) -> None:
    write(workshop, "#text", f"{CALL} " + "Resep sayur lodeh. " * 300)
    wait_for(workshop, "#levels-note", "terlalu panjang untuk garis waktu")
    write(workshop, "#text", "Resep sayur lodeh.")
    wait_for(workshop, "#levels-note", "Sama pada setiap tanggal")


def test_the_level_changes_along_the_calendar_by_keyboard(workshop: Driver) -> None:
    write(workshop, "#text", "Foto Damar-Sekar")
    wait_level(workshop, "mention")
    workshop.focus("#levels button")
    workshop.press("Enter")
    wait_level(workshop, "none")
    assert workshop.js("return document.getElementById('date').value;") < "2024-05-05"
    workshop.focus("#stages button")
    workshop.press("Enter")
    wait_level(workshop, "mention")
    said = workshop.js("return document.getElementById('slide').getAttribute('aria-valuetext');")
    assert "Tahapan pada tanggal ini: Sebelum penetapan calon" in said


def test_a_rule_is_written_by_keyboard_and_its_error_marked_at_its_line(workshop: Driver) -> None:
    write(workshop, "#text", "Kopdar bareng Damar-Sekar")
    wait_for(workshop, "#rule-status", "4 contoh")
    assert "aturan-baru" in wait_for(workshop, "#effect", "Baru terpicu")
    workshop.js("document.querySelector('#editor').shadowRoot.querySelector('.cm-content').focus();")
    workshop.type("x = = 1")
    workshop.press("Enter")
    wait_for(workshop, "#problems", "baris 1")
    wait_for(workshop, "#effect", "belum dapat dinilai")
    until(
        lambda: workshop.js(
            "return document.querySelector('#editor').shadowRoot.querySelectorAll('.cm-lint-marker').length === 1;"
        ),
        "the line to be marked",
    )
    workshop.press("Tab")
    assert workshop.js("return document.activeElement.id;") == "rule-download"


def test_a_shared_file_is_for_trial_only_and_a_copy_can_be_taken_along(workshop: Driver) -> None:
    choose_rule(workshop, "signals/blessing.toml")
    wait_for(workshop, "#rule-shared", "Hanya percobaan. signals/blessing.toml")
    wait_for(workshop, "#rule-status", "Aturan tersusun")
    state = "return ['rule-download', 'rule-path'].map((id) => document.getElementById(id))"
    assert workshop.js(f"{state}.map(({{ disabled, value }}) => disabled || value);") == [True, "signals/blessing.toml"]
    workshop.click("#rule-copy")
    wait_for(workshop, "#rule-status", "semuanya sesuai")
    assert shown(workshop, "#rule-shared") == ""
    assert not workshop.js("return document.getElementById('rule-copy').checkVisibility();")
    name, text = workshop.download("#rule-download")
    assert (name, 'id = "blessing-kantor"' in text) == ("blessing-kantor.toml", True)


def test_ones_own_texts_flip_and_can_be_looked_at(workshop: Driver) -> None:
    drop(workshop, "#texts-drop", "teks.txt", f"Kopdar relawan PKB\nSelamat pagi\n{MARKUP}\n")
    wait_for(workshop, "#texts-summary", "1 dari 3")
    assert workshop.js("return document.querySelectorAll('#texts-result img').length;") == 0
    workshop.click("#texts-result .flips button")
    wait_level(workshop, "mention")
    assert workshop.js("return document.getElementById('text').value;") == "Kopdar relawan PKB"


def test_a_case_travels_behind_the_hash_and_no_further(workshop: Driver, product: Served) -> None:
    write(workshop, "#text", CALL)
    write(workshop, "#date", "2024-05-01")
    workshop.js("document.getElementById('share').click();")
    link = until(lambda: workshop.js("return document.getElementById('share-link').value;"), "the link to be made")
    before = len(product.received)
    open_page(workshop, link)
    wait_for(workshop, "#seen p", CALL)
    assert workshop.js("return ['text', 'date'].map((id) => document.getElementById(id).value);") == [
        CALL,
        "2024-05-01",
    ]
    assert [request.path for request in product.received[before:] if "kasus" in request.path] == []


def test_a_broken_link_is_told(workshop: Driver, product: Served) -> None:
    open_page(workshop, f"{product.url}/playground#kasus=eyJ4")
    wait_for(workshop, "#notice", "rusak")


def test_a_candidate_list_becomes_files_that_work_here(workshop: Driver) -> None:
    write(workshop, "#text", "Menangkan Ratnaningtyas Prabangsa")
    drop(
        workshop,
        "#sheet-drop",
        "calon.csv",
        f"{HEADINGS}\n1;=1+1;\n2;RATNANINGTYAS PRABANGSA, S.E.;YUDHAWIRA ALAMSYAHRUL\n",
    )
    wait_for(workshop, "#sheet-status", "terbaca")
    fill_election(workshop)
    workshop.click("#sheet-form [type=submit]")
    wait_for(workshop, "#sheet-problems", "baris 2, kolom “Nama Calon Bupati”")
    pairs = "2;RATNANINGTYAS PRABANGSA, S.E.;YUDHAWIRA ALAMSYAHRUL\n3;WASTUKENCANA ADIWANGSA;WULANDARI\n"
    drop(workshop, "#sheet-drop", "calon.csv", f"{HEADINGS}\n{pairs}")
    wait_for(workshop, "#sheet-status", "terbaca")
    workshop.click("#sheet-form [type=submit]")
    wait_for(workshop, "#sheet-status", "siap: 2")
    advice = workshop.js(
        "return [...document.querySelectorAll('.preview td:last-child')].map((cell) => cell.innerText);"
    )
    assert (advice[0], advice[1].strip().split(",")[0]) == ("Baik.", "'Wulandari' hanya satu kata")
    name, text = workshop.download("#sheet-result button")
    assert name == "pemilihan-bupati-teluk-melati-2030.toml"
    assert 'area = "Kab. Teluk Melati"' in text
    workshop.click("#sheet-try")
    wait_for(workshop, "#effect", "Terindikasi memihak")


def test_the_whole_page_speaks_english_at_a_press(workshop: Driver) -> None:
    write(workshop, "#text", CALL)
    wait_level(workshop, "campaign")
    workshop.click("#language")
    wait_for(workshop, "#verdict", "Indicated as taking sides")
    assert shown(workshop, "#waterfall th") == "Reason"
    assert workshop.js("return document.documentElement.lang;") == "en"
    assert workshop.js("return document.title;") == "Rule workshop · Jaga Jempol"
    assert [shown(workshop, part) for part in (".bar nav a:nth-child(2)", "a.skip")] == [
        "Workshop",
        "Skip to the content",
    ]
