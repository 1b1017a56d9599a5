"""The rule workshop on a phone, in the dark, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.drivers.chromium import Chromium
from tests.e2e.drivers.firefox import Firefox
from tests.e2e.servers import Served
from tests.e2e.workshop import CALL, ELECTION, HEADINGS, drop, fill_election, open_page, wait_for, wait_level, write

pytestmark = pytest.mark.matrix(site="")

PHONE = (360, 740)
# Firefox makes no window as narrow as a phone, so there the page is zoomed.
ZOOM = 2
STOPS = [
    "language", "text", "clear", "date", "contest", "slide", "today", "share", "share-rule", "rule-file", "rule-path",
    "editor", "rule-download", "texts-file", "sheet-file",
]  # fmt: skip


@pytest.fixture
def phone(fresh: Driver, product: Served) -> Iterator[Driver]:
    """The page 360 CSS pixels wide, in dark colours, and the browser afterwards as it was."""
    open_page(fresh, f"{product.url}/playground")
    size = (fresh.js("return [window.outerWidth, window.outerHeight];"), fresh.js("return [innerWidth, innerHeight];"))
    _look(fresh, PHONE, 1, "dark")
    yield fresh
    _look(fresh, tuple(size[0] if isinstance(fresh, Firefox) else size[1]), 0, "light")


def _look(browser: Driver, size: tuple[int, int], zoomed: int, colours: str) -> None:
    if isinstance(browser, Chromium):
        browser._page.set_viewport_size({"width": size[0], "height": size[1]})
        browser._page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    if isinstance(browser, Firefox):
        factor = ZOOM if zoomed else 1
        browser._marionette.set_window_rect(width=factor * size[0], height=factor * size[1])
        browser._privileged(
            """const { browsingContext } = window.gBrowser.selectedBrowser;
            [browsingContext.fullZoom, browsingContext.prefersColorSchemeOverride] = arguments;""",
            factor,
            colours,
        )


def test_a_phone_in_the_dark_shows_all_of_it_without_scrolling_sideways(phone: Driver) -> None:
    until(lambda: phone.js("return innerWidth === args[0];", PHONE[0]), "the page to be as narrow as a phone")
    write(phone, "#text", f"{CALL} {'panjang' * 60}")
    wait_level(phone, "campaign")
    drop(phone, "#sheet-drop", "calon.csv", "No. Urut;Nama Calon Bupati\n1;Ratnaningtyas Prabangsa\n")
    wait_for(phone, "#sheet-status", "terbaca")
    phone.js("document.querySelectorAll('details').forEach((part) => { part.open = true; });")
    assert phone.js("return document.documentElement.scrollWidth;") <= PHONE[0]
    cut = """return [...document.querySelectorAll('#main :is(button, input, select, textarea, summary)')]
        .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > args[0] + 1)
        .map((part) => part.id || part.textContent);"""
    assert phone.js(cut, PHONE[0]) == []
    dark = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every((part) => Number(part) < 64);"
    assert phone.js(dark)


def make_list(browser: Driver) -> None:
    """Make the files of a list in which many names are doubtful."""
    rows = "1;WASTUKENCANA ADIWANGSA;YUMNARINI SEKARTAJI\n2;M. SURYAKANTA;WULANDARI\n"
    drop(browser, "#sheet-drop", "calon.csv", f"{HEADINGS}\n{rows}")
    wait_for(browser, "#sheet-status", "terbaca")
    fill_election(browser)
    browser.click("#sheet-form [type=submit]")
    wait_for(browser, "#sheet-status", "siap: 2")


CUT = "return [...document.querySelectorAll('.scroll')].some((part) => part.scrollWidth > part.clientWidth);"


def test_the_preview_of_a_list_fits_a_phone_and_names_its_columns(phone: Driver) -> None:
    make_list(phone)
    assert not phone.js(CUT)
    # Chromium tells the words, Firefox where they are from.
    named, shown_above = phone.js(
        """const cell = document.querySelector('.preview td');
        return [cell.dataset.head, getComputedStyle(cell, '::before').content];"""
    )
    assert named == "Langsung dihitung"
    assert shown_above in (f'"{named}"', "attr(data-head)")


def test_the_preview_of_a_list_fits_beside_the_post(fresh: Driver, product: Served) -> None:
    open_page(fresh, f"{product.url}/playground")
    make_list(fresh)
    fresh.click("#language")
    wait_for(fresh, ".preview", "which many may bear")
    fresh.look((1280, 800))
    cut = fresh.js(CUT)
    fresh.look()
    assert not cut


def test_no_heading_of_a_table_is_broken_inside_a_word_on_a_phone(phone: Driver) -> None:
    drop(phone, "#texts-drop", "teks.txt", "Kopdar relawan PKB\nSelamat pagi\n")
    wait_for(phone, "#texts-summary", "dari 2")
    lines = """return [...document.querySelectorAll('#texts-result thead th')].map((head) => {
            const range = document.createRange();
            range.selectNodeContents(head);
            return range.getClientRects().length;
        });"""
    assert set(phone.js(lines)) == {1}


def test_every_part_is_reached_by_tab_alone(fresh: Driver, product: Served) -> None:
    open_page(fresh, f"{product.url}/playground")
    fresh.focus("a.skip")
    reached: list[str] = []
    while len(reached) < 90 and "sheet-file" not in reached:
        fresh.press("Tab")
        reached.append(fresh.js("return document.activeElement.id;"))
    assert [stop for stop in dict.fromkeys(reached) if stop in STOPS] == STOPS


def test_a_list_of_candidates_is_made_and_tried_by_keys_alone(fresh: Driver, product: Served) -> None:
    open_page(fresh, f"{product.url}/playground")
    write(fresh, "#text", "Menangkan Ratnaningtyas Prabangsa")
    drop(fresh, "#sheet-drop", "calon.csv", f"{HEADINGS}\n2;RATNANINGTYAS PRABANGSA, S.E.;YUDHAWIRA ALAMSYAHRUL\n")
    wait_for(fresh, "#sheet-status", "terbaca")
    fill_election(fresh)
    fresh.focus("#sheet-file")
    tab_to(fresh, "#sheet-form [type=submit]", passing=len(ELECTION))
    fresh.press("Enter")
    wait_for(fresh, "#sheet-status", "siap: 1")
    tab_to(fresh, "#sheet-try", passing=2)
    fresh.press("Enter")
    wait_for(fresh, "#effect", "Terindikasi memihak")


def tab_to(browser: Driver, selector: str, passing: int) -> None:
    """Press Tab until an element has the focus; there are at least so many stops before it."""
    for stop in range(90):
        if browser.js("return document.activeElement.matches(args[0]);", selector):
            assert stop >= passing
            return
        browser.press("Tab")
    raise AssertionError(f"Tab does not reach {selector}")


def test_marked_words_are_read_as_others_in_colours_that_the_person_chose(fresh: Driver, product: Served) -> None:
    open_page(fresh, f"{product.url}/playground")
    write(fresh, "#text", CALL)
    wait_level(fresh, "campaign")
    fresh.look(dark=True, forced=True)
    looks = """const plain = document.body.appendChild(document.createElement('i'));
        plain.style.cssText = 'color: CanvasText; background: Canvas';
        const look = (part) => ['color', 'backgroundColor'].map((name) => getComputedStyle(part)[name]).join();
        const marks = [...document.querySelectorAll('#seen mark, #legend mark')];
        return [look(plain), ...new Set(marks.map(look))];"""
    plain, *marked = fresh.js(looks)
    fresh.look()
    assert marked == [plain]
