"""Whatever event a page listens for: a campaign post asks first, a neutral one never, and nothing acts twice."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.pages.posts import CAMPAIGN
from tests.e2e.steps import (
    acts,
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    leaks,
    reload,
    see,
    step_back,
    wait_acts,
    wait_closed,
)

# Ways of listening, as the laboratory page has them (tests/e2e/pages/static/lab.js).
MOUSE = [
    "click",
    "inline",
    "delegated",
    "window-capture",
    "pointerdown",
    "mousedown",
    "pointerup",
    "role-button",
    "link",
    "checkbox",
    "label",
    "closed-root",
    "follow",
]
TOUCH = ["touchend", "click", "pointerup"]


AT_REST = """
    const before = scrollY;
    await new Promise((done) => setTimeout(done, 150));
    return scrollY === before;
"""


def control(case: str, sample: str) -> str:
    """What is pressed: of a box with a label beside it the label."""
    return f"#{case}-{sample} {'label' if case == 'label' else '[data-act]'}"


@pytest.mark.parametrize("case", MOUSE)
def test_a_neutral_post_is_acted_on_once_and_nobody_is_asked(lab: Driver, case: str) -> None:
    lab.click(control(case, "neutral"))
    assert_free(lab, {f"{case}-neutral": 1})


@pytest.mark.parametrize("case", MOUSE)
def test_a_campaign_post_asks_before_the_page_knows_and_batal_leaves_it_so(lab: Driver, case: str) -> None:
    see(lab, f"#{case}-campaign", "campaign")
    lab.click(control(case, "campaign"))
    assert_held(lab, {})
    step_back(lab, {})


@pytest.mark.parametrize("case", MOUSE)
def test_lanjutkan_lets_the_page_act_exactly_once(lab: Driver, case: str) -> None:
    see(lab, f"#{case}-campaign", "campaign")
    lab.click(control(case, "campaign"))
    go_on(lab, {f"{case}-campaign": 1})
    assert leaks(lab) == []


def test_a_double_click_asks_once_and_acts_once(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.dblclick(control("click", "campaign"))
    assert_held(lab, {})
    go_on(lab, {"click-campaign": 1})
    assert_unasked(lab)


@pytest.mark.parametrize("case", TOUCH)
def test_a_finger_on_a_neutral_post_acts_once(lab: Driver, case: str) -> None:
    lab.tap(control(case, "neutral"))
    assert_free(lab, {f"{case}-neutral": 1})


@pytest.mark.parametrize("case", TOUCH)
def test_a_finger_on_a_campaign_post_is_asked_and_then_acts_once(lab: Driver, case: str) -> None:
    see(lab, f"#{case}-campaign", "campaign")
    lab.tap(control(case, "campaign"))
    assert_held(lab, {})
    go_on(lab, {f"{case}-campaign": 1})


def test_a_finger_can_cancel(lab: Driver) -> None:
    see(lab, "#touchend-campaign", "campaign")
    lab.tap(control("touchend", "campaign"))
    place = ask(lab).button(CANCEL)
    lab.tap((place.x, place.y))
    wait_closed(lab)
    assert_still(lab, {})


def test_a_page_that_wants_a_trusted_press_gets_the_next_real_one(lab: Driver) -> None:
    see(lab, "#trusted-campaign", "campaign")
    lab.click(control("trusted", "campaign"))
    lab.prompt_click(PROCEED)
    wait_closed(lab)
    assert_still(lab, {})
    lab.click(control("trusted", "campaign"))
    assert_free(lab, {"trusted-campaign": 1})


def test_a_click_made_by_the_page_is_asked_about_too(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js("document.querySelector(args[0]).click();", control("click", "campaign"))
    assert_held(lab, {})


def test_an_act_at_once_after_the_page_has_loaded_is_asked_about(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    reload(lab)
    lab.click(control("click", "campaign"))
    assert_held(lab, {})


def test_the_press_that_takes_a_like_back_is_free(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.click(control("click", "campaign"))
    go_on(lab, {"click-campaign": 1})
    lab.background({"type": "delete-data"})
    lab.click(control("click", "campaign"))
    assert_free(lab, {"click-campaign": 2})


def test_a_press_that_slides_off_the_control_is_no_act(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.drag(control("click", "campaign"), "#click-campaign [data-part=text]")
    assert_still(lab, {})
    assert_unasked(lab)
    lab.click(control("click", "neutral"))
    wait_acts(lab, {"click-neutral": 1})


@pytest.mark.parametrize("sample", ["neutral", "campaign"])
def test_a_finger_that_scrolls_from_the_control_does_nothing(lab: Driver, sample: str) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.swipe(control("click", sample), 60)
    assert_still(lab, {})
    assert_unasked(lab)
    until(lambda: lab.ajs(AT_REST), "the page to scroll no more")
    lab.tap(control("click", "neutral"))
    wait_acts(lab, {"click-neutral": 1})


def test_the_other_controls_of_a_campaign_post_are_left_alone(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.click("#click-campaign [data-part=text]")
    assert_unasked(lab)
    assert acts(lab) == {}


def test_a_post_that_comes_while_its_control_is_pressed_is_asked_about(lab: Driver) -> None:
    lab.js(
        """const words = document.querySelector('#click-neutral [data-part=text]');
        words.style.cssText = 'height: 1lh; overflow: hidden';
        document.querySelector(args[0]).addEventListener('pointerdown', () => { words.textContent = args[1]; });""",
        control("click", "neutral"),
        CAMPAIGN,
    )
    see(lab, "#click-campaign", "campaign")
    lab.click(control("click", "neutral"))
    assert_held(lab, {})


def test_a_page_that_presses_its_own_buttons_all_the_time_takes_no_held_press_out_of_our_hands(lab: Driver) -> None:
    see(lab, "#pointerup-campaign", "campaign")
    lab.js(
        """const other = document.createElement('button');
        document.body.append(other);
        setInterval(() => other.click(), 2);"""
    )
    lab.hold(control("pointerup", "campaign"))
    assert_held(lab, {})
    go_on(lab, {"pointerup-campaign": 1})
