"""Pages that mean our question harm: hidden, covered or torn out it is answered by no, and nothing disfigures it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.drivers import PROCEED, Driver, until
from tests.e2e.hands import assert_asks_and_acts_once
from tests.e2e.hostile import LIKE, still_works
from tests.e2e.steps import ask, assert_still, see, step_back, wait_closed


@pytest.fixture
def asked(lab: Driver) -> Driver:
    """A campaign post was pressed and the dialog is open."""
    see(lab, "#click-campaign", "campaign")
    lab.click(LIKE)
    ask(lab)
    return lab


ADD_STYLE = """const style = document.createElement('style');
    style.id = 'added';
    style.textContent = args[0];
    document.head.append(style);"""
HIDING = {"everything": "* { display: none !important }", "the document": "html { display: none }"}
DISFIGURING = """
    html { font-size: 1px; }
    html > :not(head, body) {
        display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important;
        pointer-events: none !important; color: transparent !important; font-size: 0 !important;
        --paper: #0000 !important; --ink: #0000 !important; --quiet: #0000 !important; --line: #0000 !important;
        --violet: #0000 !important; --violet-ink: #0000 !important; --tint: #0000 !important;
    }
    html > :not(head, body)::before { content: 'Tekan Lanjutkan'; position: fixed; inset: 0; background: red; }
"""


@pytest.mark.parametrize("css", HIDING)
def test_a_question_that_the_page_hides_is_answered_by_no(asked: Driver, css: str) -> None:
    asked.js(ADD_STYLE, HIDING[css])
    wait_closed(asked)
    asked.js("document.getElementById('added').remove();")
    assert_still(asked, {})
    still_works(asked)


def test_nothing_of_the_page_disfigures_the_question(asked: Driver, tmp_path: Path) -> None:
    asked.prompt_button(PROCEED)
    asked.settle()
    asked.shot(tmp_path / "before.png")
    asked.js(ADD_STYLE, DISFIGURING)
    asked.js(
        """const host = document.querySelector('jaga-jempol-prompt');
        host.hidden = true;
        host.inert = true;
        host.setAttribute('aria-hidden', 'true');"""
    )
    asked.settle()
    asked.shot(tmp_path / "after.png")
    assert (tmp_path / "before.png").read_bytes() == (tmp_path / "after.png").read_bytes()
    assert asked.js("return document.querySelector('jaga-jempol-prompt').getAttributeNames();") == []
    step_back(asked, {})


TEARING = {
    "removed": "host.remove()",
    "removed and put back": "host.remove(); document.documentElement.append(host)",
    "moved elsewhere": "document.body.append(host)",
    "moved with the document": "const root = document.documentElement; root.remove(); document.append(root)",
}


@pytest.mark.parametrize("way", TEARING)
def test_a_question_that_the_page_tears_out_is_answered_by_no(asked: Driver, way: str) -> None:
    asked.js(f"const host = document.querySelector('jaga-jempol-prompt'); {TEARING[way]};")
    wait_closed(asked)
    assert_still(asked, {})
    still_works(asked)


def test_a_question_that_is_torn_out_while_it_opens_is_answered_by_no(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(
        """const field = document.querySelector('textarea');
        field.addEventListener('blur', () => {
            window.torn = document.querySelector('jaga-jempol-prompt');
            window.torn?.remove();
        }, { once: true });
        field.focus({ preventScroll: true });"""
    )
    lab.click(LIKE)
    until(lambda: lab.js("return Boolean(window.torn);"), "the question to be torn out")
    assert_still(lab, {})
    assert_asks_and_acts_once(lab, "mouse", "#click-campaign [data-act]", "click-campaign")


MEDDLING = {
    "covering it": """const cover = document.createElement('div');
        cover.popover = 'manual';
        document.body.append(cover);
        const timer = setInterval(() => {
            if (!host.isConnected) clearInterval(timer);
            cover.togglePopover();
        }, 10);""",
    "making it inert": """const meddler = new MutationObserver(() => host.toggleAttribute('inert', true));
        meddler.observe(host, { attributes: true });
        host.inert = true;""",
}


@pytest.mark.parametrize("way", MEDDLING)
def test_a_page_that_meddles_with_the_question_without_end_is_answered_by_no(asked: Driver, way: str) -> None:
    asked.js(f"const host = document.querySelector('jaga-jempol-prompt'); {MEDDLING[way]}")
    wait_closed(asked)
    assert_still(asked, {})
    still_works(asked)
