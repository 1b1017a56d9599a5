"""Where the dialog stands in frames higher than the screen, low ones, and ones too small for it."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, Network, until
from tests.e2e.frames import FRAME, answer_apart, embed, press_embedded, write
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import ask, assert_still, forms, leaks, wait_acts, wait_forms

TOP_OF_FRAME = "return document.querySelector(args[0]).getBoundingClientRect().top;"
DISQUS = "[role=textbox]"


@pytest.mark.matrix(act="comment")
def test_in_a_frame_higher_than_the_screen_the_dialog_stands_where_it_is_seen(fresh: Driver) -> None:
    embed(fresh, "disqus", "neutral")
    with fresh.inside(FRAME):
        write(fresh, DISQUS, SUPPORT)
    fresh.js("scrollTo({ top: 0, behavior: 'instant' });")
    before = fresh.js(TOP_OF_FRAME, FRAME)
    with fresh.inside(FRAME):
        fresh.press("Control+Enter")
        prompt = ask(fresh)
    assert fresh.js(TOP_OF_FRAME, FRAME) == before
    height = fresh.js("return innerHeight;")
    assert all(0 < before + button.y < height for button in prompt.buttons)


def test_in_a_low_frame_the_buttons_of_the_dialog_are_in_sight(fresh: Driver) -> None:
    embed(fresh, "facebook-page", "campaign")
    with fresh.inside(FRAME):
        fresh.click("#like")
        prompt = ask(fresh)
        height = fresh.js("return innerHeight;")
    assert all(0 < prompt.button(label).y < height for label in (CANCEL, PROCEED))


def test_a_frame_too_small_to_ask_in_asks_in_a_window_and_batal_does_nothing(fresh: Driver, network: Network) -> None:
    before = forms(network)
    press_embedded(fresh, "facebook-like", "form", "#like")
    prompt = answer_apart(fresh, CANCEL)
    assert "terindikasi" in prompt.text
    assert prompt.focused == CANCEL
    with fresh.inside(FRAME):
        assert_still(fresh, {})
        assert leaks(fresh) == []
    assert forms(network) == before


def test_lanjutkan_in_the_window_presses_the_small_button_once(fresh: Driver, network: Network) -> None:
    before = forms(network)
    press_embedded(fresh, "facebook-like", "form", "#like")
    answer_apart(fresh, PROCEED)
    wait_forms(network, [*before, ""])


def test_a_small_button_that_is_no_campaigns_is_pressed_at_once(fresh: Driver, network: Network) -> None:
    embed(fresh, "facebook-like", "neutral")
    before = forms(network)
    with fresh.inside(FRAME):
        fresh.click("#like")
    wait_forms(network, [*before, ""])
    assert fresh.windows() == 0


@pytest.mark.parametrize("end", ["escape", "closed"])
def test_the_window_left_without_an_answer_is_a_no(fresh: Driver, end: str) -> None:
    press_embedded(fresh, "x-follow", "body", "#follow")
    with fresh.apart():
        fresh.wait_prompt()
        fresh.settle()
        if end == "escape":
            fresh.press("Escape")
        else:
            fresh.js(
                "const { tabs } = globalThis.browser ?? chrome; tabs.getCurrent().then(({ id }) => tabs.remove(id));"
            )
    until(lambda: fresh.windows() == 0, "the window to close")
    with fresh.inside(FRAME):
        assert_still(fresh, {})
        fresh.tap("#follow")
    answer_apart(fresh, PROCEED)
    with fresh.inside(FRAME):
        wait_acts(fresh, {"follow": 1})


def test_a_frame_that_presses_its_own_button_opens_no_window(fresh: Driver, network: Network) -> None:
    before = forms(network)
    embed(fresh, "facebook-restless", "campaign")
    wait_forms(network, [*before, ""])
    assert fresh.windows() == 0


def test_what_a_frame_pressed_itself_allows_nothing_for_the_persons_own_press(fresh: Driver, network: Network) -> None:
    before = forms(network)
    embed(fresh, "facebook-restless", "campaign")
    wait_forms(network, [*before, ""])
    press_embedded(fresh, "facebook-like", "form", "#like")
    answer_apart(fresh, CANCEL)
    assert forms(network) == [*before, ""]


def test_whoever_is_still_writing_does_not_answer_the_window_by_a_space(fresh: Driver) -> None:
    press_embedded(fresh, "x-follow", "body", "#follow")
    with fresh.apart():
        fresh.wait_prompt()
        fresh.settle()
        fresh.press("y", "a", "Space")
        assert fresh.prompt() is not None
        fresh.press("Escape")
    until(lambda: fresh.windows() == 0, "the window to close")
