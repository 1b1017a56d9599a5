"""Pages that draw over the question: what a person can't see they don't confirm."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver, until
from tests.e2e.steps import ask, assert_still, go_on, see, step_back, wait_closed

LIKE = "#click-campaign [data-act]"
# A change of the page's look that never ends, drawn over everything, and presses go through it.
MOVE = """
    const style = document.createElement('style');
    style.textContent = `::view-transition, ::view-transition-group(*), ::view-transition-image-pair(*),
        ::view-transition-old(*), ::view-transition-new(*) {
            pointer-events: none; animation-duration: 100s !important;
        }`;
    document.head.append(style);
    window.move = document.startViewTransition(() => {});
    window.move.ready.then(() => { window.moving = true; });
"""


@pytest.fixture
def covered(lab: Driver) -> Driver:
    """The dialog is open, and the page has drawn a picture over it."""
    see(lab, "#click-campaign", "campaign")
    lab.click(LIKE)
    ask(lab)
    lab.prompt_button(PROCEED)
    lab.settle()
    lab.js(MOVE)
    until(lambda: lab.js("return window.moving === true;"), "the page to have drawn over the question")
    return lab


def test_a_press_through_a_picture_over_the_question_is_no_answer(covered: Driver) -> None:
    covered.prompt_click(PROCEED)
    assert_still(covered, {})
    covered.js("window.move.skipTransition();")
    until(lambda: covered.js("return !document.activeViewTransition;"), "the picture to go")
    ask(covered)
    go_on(covered, {"click-campaign": 1})


def test_escape_answers_no_under_a_picture(covered: Driver) -> None:
    covered.press("Escape")
    wait_closed(covered)
    assert_still(covered, {})


def test_batal_is_pressed_again_once_the_picture_is_gone(covered: Driver) -> None:
    covered.js("window.move.skipTransition();")
    until(lambda: covered.js("return !document.activeViewTransition;"), "the picture to go")
    step_back(covered, {})
