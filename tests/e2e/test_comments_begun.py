"""A comment box that stands open and is come to by the Tab key: the post is asked about at the first letter."""

from __future__ import annotations

import time

import pytest

from tests.e2e.drivers import PROCEED, Driver, until
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_back_to,
    see,
    step_back,
    wait_closed,
    write_anyway,
)
from tests.e2e.test_comments import BOXES, THANKS, box_of, send, written

pytestmark = pytest.mark.matrix(site="demo", act="comment")

# Longer than our dialog is deaf to keys after it rose.
SPELL_SECONDS = 0.7


def has_focus(browser: Driver, post: str) -> bool:
    focused: bool = browser.js("return document.activeElement === document.querySelector(args[0]);", box_of(post))
    return focused


def tab_to(browser: Driver, post: str) -> None:
    """Come to the box of a post by the Tab key, from the head of the post."""
    browser.arrive()
    browser.js(
        "const post = document.querySelector(args[0]).closest('article'); post.tabIndex = -1; post.focus();",
        box_of(post),
    )
    for _ in range(8):
        browser.press("Tab")
        if has_focus(browser, post):
            return
    raise AssertionError(f"Tab does not lead to the box of {post}")


def begin(browser: Driver, post: str, letters: str = THANKS[0]) -> None:
    """Look at a campaign post, come to its box by the Tab key, and begin to write."""
    see(browser, f"#{post}", "campaign")
    tab_to(browser, post)
    assert_unasked(browser)
    browser.type(letters)


@pytest.mark.parametrize("box", BOXES)
def test_the_first_letter_asks_and_stays(lab: Driver, box: str) -> None:
    begin(lab, f"{box}-campaign")
    assert_held(lab, {})
    assert written(lab, f"{box}-campaign") == THANKS[0]


@pytest.mark.parametrize("box", BOXES)
def test_batal_leaves_the_box_and_keeps_the_letter(lab: Driver, box: str) -> None:
    begin(lab, f"{box}-campaign")
    ask(lab)
    step_back(lab, {})
    assert not has_focus(lab, f"{box}-campaign")
    assert written(lab, f"{box}-campaign") == THANKS[0]


@pytest.mark.parametrize("box", BOXES)
def test_after_lanjutkan_one_writes_on_and_sends_unasked(lab: Driver, box: str) -> None:
    post = f"{box}-campaign"
    begin(lab, post)
    ask(lab)
    lab.prompt_click(PROCEED)
    wait_closed(lab)
    assert has_focus(lab, post)
    lab.type(THANKS[1:])
    send(lab, box, "campaign")
    assert_free(lab, {post: 1})
    assert lab.js("return document.getElementById(args[0]).dataset.sent;", post) == THANKS


@pytest.mark.parametrize("box", BOXES)
def test_who_types_on_at_speed_answers_nothing_by_a_space(lab: Driver, box: str) -> None:
    begin(lab, f"{box}-campaign", THANKS)
    ask(lab)
    end = time.monotonic() + SPELL_SECONDS
    while time.monotonic() < end:
        lab.type("ya ")
    assert_held(lab, {})
    assert THANKS.startswith(written(lab, f"{box}-campaign"))


def test_a_lone_letter_and_a_space_answer_nothing(lab: Driver) -> None:
    begin(lab, "textarea-campaign", "A")
    ask(lab)
    lab.settle()
    lab.press("Space")
    assert_held(lab, {})


def test_who_has_stopped_writing_answers_by_key(lab: Driver) -> None:
    begin(lab, "textarea-campaign")
    ask(lab)
    lab.type("ya ")

    def answered() -> bool:
        lab.press("Enter")
        return lab.prompt() is None

    until(answered, "the key to be taken")
    assert_still(lab, {})


@pytest.mark.parametrize("box", BOXES)
def test_under_a_neutral_post_nothing_is_asked(lab: Driver, box: str) -> None:
    tab_to(lab, f"{box}-neutral")
    lab.type(THANKS)
    send(lab, box, "neutral")
    assert_free(lab, {f"{box}-neutral": 1})


@pytest.mark.parametrize("box", BOXES)
def test_after_batal_no_further_letter_asks_but_sending_does(lab: Driver, box: str) -> None:
    post = f"{box}-campaign"
    see(lab, f"#{post}", "campaign")
    write_anyway(lab, box_of(post), THANKS)
    assert_still(lab, {})
    assert_unasked(lab)
    assert written(lab, post) == THANKS
    send(lab, box, "campaign")
    assert_held(lab, {})


@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_was_emptied_is_begun_anew(lab: Driver, box: str) -> None:
    post = f"{box}-campaign"
    begin(lab, post)
    ask(lab)
    step_back(lab, {})
    go_back_to(lab, box_of(post))
    lab.press("Backspace")
    until(lambda: written(lab, post) == "", "the box to be empty")
    assert_unasked(lab)
    lab.type("S")
    assert_held(lab, {})
    assert written(lab, post) == "S"


@pytest.mark.parametrize("box", BOXES)
def test_a_draft_that_the_page_put_back_is_asked_about_when_one_writes_on(lab: Driver, box: str) -> None:
    post = f"{box}-campaign"
    lab.js(
        "const box = document.querySelector(args[0]); box['value' in box ? 'value' : 'textContent'] = 'A';",
        box_of(post),
    )
    begin(lab, post, "h")
    assert_held(lab, {})


@pytest.mark.parametrize("box", ["textarea", "editable"])
def test_what_is_pasted_is_asked_about_likewise(lab: Driver, box: str) -> None:
    lab.focus(box_of("form-neutral"))
    lab.type(THANKS)
    lab.press("Control+a", "Control+x")
    begin(lab, f"{box}-campaign", "")
    lab.press("Control+v")
    assert_held(lab, {})
    assert written(lab, f"{box}-campaign") == THANKS


def test_one_box_after_the_other_is_asked_about(lab: Driver) -> None:
    for box in BOXES:
        begin(lab, f"{box}-campaign")
        assert_held(lab, {})
        step_back(lab, {})
