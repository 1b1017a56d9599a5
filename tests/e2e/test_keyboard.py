"""The keyboard acts as the mouse does: Enter and Space on controls, and our dialog itself."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, Driver
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    leaks,
    see,
    wait_acts,
    wait_closed,
)

CONTROLS = ["click", "role-button", "keydown", "keyup", "keypress"]
KEYS = ["Enter", "Space"]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("case", CONTROLS)
def test_a_key_on_a_neutral_post_acts_once(lab: Driver, case: str, key: str) -> None:
    lab.focus(f"#{case}-neutral [data-act]")
    lab.press(key)
    assert_free(lab, {f"{case}-neutral": 1})


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("case", CONTROLS)
def test_a_key_on_a_campaign_post_asks_and_lanjutkan_acts_once(lab: Driver, case: str, key: str) -> None:
    see(lab, f"#{case}-campaign", "campaign")
    lab.focus(f"#{case}-campaign [data-act]")
    lab.press(key)
    assert_held(lab, {})
    go_on(lab, {f"{case}-campaign": 1})


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("case", CONTROLS)
def test_escape_after_a_key_leaves_the_page_as_it_was(lab: Driver, case: str, key: str) -> None:
    see(lab, f"#{case}-campaign", "campaign")
    lab.focus(f"#{case}-campaign [data-act]")
    lab.press(key)
    ask(lab)
    lab.press("Escape")
    wait_closed(lab)
    assert_still(lab, {})


def test_enter_on_a_link_follows_it_once_after_lanjutkan(lab: Driver) -> None:
    see(lab, "#link-campaign", "campaign")
    lab.focus("#link-campaign [data-act]")
    lab.press("Enter")
    assert_held(lab, {})
    go_on(lab, {"link-campaign": 1})


@pytest.mark.parametrize("case", CONTROLS)
def test_a_key_that_is_held_asks_once_and_answers_nothing(lab: Driver, case: str) -> None:
    see(lab, f"#{case}-campaign", "campaign")
    lab.focus(f"#{case}-campaign [data-act]")
    lab.keep_down("Enter", 12)
    assert ask(lab).focused == CANCEL
    assert_still(lab, {})
    go_on(lab, {f"{case}-campaign": 1})
    assert_unasked(lab)


def test_the_dialog_opens_with_batal_focused_and_enter_cancels(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.click("#click-campaign [data-act]")
    assert ask(lab).focused == CANCEL
    lab.settle()
    lab.press("Enter")
    wait_closed(lab)
    assert_still(lab, {})


def test_tab_stays_inside_the_dialog(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.click("#click-campaign [data-act]")
    labels = ask(lab).labels
    for _ in range(len(labels) + 2):
        lab.press("Tab")
        assert lab.js("return document.activeElement.localName;") in ("jaga-jempol-prompt", "body")
    assert leaks(lab) == []


def test_the_focus_goes_back_to_the_control_after_the_answer(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.focus("#click-campaign [data-act]")
    lab.press("Enter")
    ask(lab)
    lab.press("Escape")
    wait_closed(lab)
    assert lab.js("return document.activeElement === document.querySelector('#click-campaign [data-act]');")


def test_a_key_let_through_on_one_post_says_nothing_of_the_next_in_its_place(lab: Driver) -> None:
    """A viewer keeps its button and changes what is shown."""
    lab.focus("#click-neutral [data-act]")
    lab.press("Enter")
    wait_acts(lab, {"click-neutral": 1})
    lab.js(
        """const [from, to] = args.map((post) => document.querySelector(`${post} [data-part=text]`));
        to.textContent = from.textContent;
        to.closest('article').querySelector('[data-act]').setAttribute('aria-pressed', 'false');""",
        "#click-campaign",
        "#click-neutral",
    )
    see(lab, "#click-neutral", "campaign")
    lab.press("Enter")
    assert_held(lab, {"click-neutral": 1})
