"""Our dialog as a screen reader gets it: read off the accessibility tree of each browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.e2e.drivers import CANCEL, GUIDE, PROCEED, WHY, WRONG, Driver, until
from tests.e2e.drivers.heard import Heard
from tests.e2e.steps import ask, see, wait_closed

CONTROL = "#click-strong [data-act]"
HEADING = "Menyukai unggahan ini?"
SENTENCES = [
    "Isinya terindikasi mendukung Damar Panuluh - Sekar Jatmika.",
    "Suka Anda mungkin terlihat oleh orang lain.",
    "Lihat SKB Netralitas ASN 2022.",
]
LAYOUTS = {"letter", "band", "audience"}


@pytest.fixture
def asked(lab: Driver) -> Driver:
    """A campaign post was pressed and the dialog is open."""
    see(lab, "#click-strong", "campaign")
    lab.click(CONTROL)
    ask(lab)
    return lab


def dialog(browser: Driver, ready: Callable[[Heard], object] = bool) -> Heard:
    """Our dialog in the tree, as soon as it is as expected: a browser brings its tree up to date a little later."""

    def read() -> Heard | None:
        return next((one for one in browser.heard().all("dialog") if ready(one)), None)

    return until(read, "the dialog to be told so")


def names(heard: Heard, role: str) -> list[str]:
    return [one.name for one in heard.all(role)]


def states(heard: Heard, role: str, name: str) -> frozenset[str]:
    return next((one.states for one in heard.all(role) if one.name == name), frozenset())


def test_in_every_layout_it_is_a_modal_dialog_named_by_its_heading_and_described_by_its_sentences(
    asked: Driver,
) -> None:
    layouts = set()
    for _ in LAYOUTS:
        layouts.add(ask(asked).layout)
        told = dialog(asked)
        assert "modal" in told.states
        assert told.name == HEADING
        assert names(told, "heading") == [HEADING]
        assert told.description == " ".join(SENTENCES)
        asked.prompt_click(CANCEL)
        wait_closed(asked)
        asked.click(CONTROL)
    assert layouts == LAYOUTS


def test_batal_has_the_focus_and_every_control_a_name(asked: Driver) -> None:
    told = dialog(asked, lambda one: "focused" in states(one, "button", CANCEL))
    assert names(told, "button") == [CANCEL, PROCEED]
    assert names(told, "summary") == [WHY]


def test_nothing_of_the_page_behind_it_is_told(asked: Driver) -> None:
    dialog(asked)
    assert names(asked.heard(), "button") == [CANCEL, PROCEED]
    assert names(asked.heard(), "heading") == [HEADING]
    asked.prompt_click(CANCEL)
    wait_closed(asked)
    until(lambda: len(names(asked.heard(), "button")) > 2, "the page to be told again")


def test_kenapa_is_told_as_closed_and_then_as_open_with_what_it_opened(asked: Driver) -> None:
    told = dialog(asked)
    assert "collapsed" in states(told, "summary", WHY)
    assert names(told, "listitem") == names(told, "checkbox") == []
    asked.prompt_click(WHY)
    told = dialog(asked, lambda one: "expanded" in states(one, "summary", WHY) and names(one, "checkbox"))
    assert "collapsed" not in states(told, "summary", WHY)
    assert names(told, "button") == [GUIDE, WRONG, CANCEL, PROCEED]
    assert len(list(told.all("listitem"))) == 1
    assert len(list(told.all("mark"))) == 1
    assert names(told, "checkbox") == ["Jangan tanya lagi tentang Warga click-strong selama 7 hari"]
