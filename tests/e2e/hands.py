"""One control, pressed by mouse, by finger or by key: to a person it is the same act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.e2e.drivers import Driver
from tests.e2e.steps import acts, ask, assert_held, forget, go_on, see, step_back, wait_acts, write_anyway

HANDS = ("mouse", "finger", "keyboard")


@dataclass(frozen=True)
class Way:
    """How an act that campaigns is come to: the page, the post to look at, and the control that asks.

    `script` brings the page there. `by` are controls that are pressed before, and only lead on; what is in `text` is
    then written in `box`; `anyway` where its first letter asks already. `key` presses the control.
    """

    address: str
    post: str
    control: str
    script: str = ""
    by: tuple[str, ...] = ()
    box: str = ""
    text: str = ""
    anyway: bool = False
    key: str = "Enter"


def press_by(browser: Driver, hand: str, control: str, key: str = "Enter") -> None:
    """Press a control (a selector) with one of `HANDS`; choices are made by Space or an arrow."""
    if hand == "mouse":
        browser.click(control)
    elif hand == "finger":
        browser.tap(control)
    else:
        browser.focus(control)
        browser.press(key)


def write_answer(browser: Driver, hand: str, control: str, opened: str, text: str) -> None:
    """Open the box for an answer with its control, which the page counts as `opened`, and write."""
    press_by(browser, hand, control)
    wait_acts(browser, {opened: 1})
    browser.type(text)


def asked_and_done_once(
    browser: Driver, act: Callable[[], None], before: dict[str, int], after: dict[str, int]
) -> None:
    """The act is asked about and has not reached the page; Batal leaves it so; after Lanjutkan it is done once."""
    act()
    assert_held(browser, before)
    step_back(browser, before)
    act()
    ask(browser)
    go_on(browser, before | after)


def assert_asks_and_acts_once(browser: Driver, hand: str, control: str, act: str) -> None:
    """The same for one control on a page on which nothing was done yet."""
    asked_and_done_once(browser, lambda: press_by(browser, hand, control), {}, {act: 1})


def stay(browser: Driver, address: str) -> None:
    """Open a page, unless it stands there from the last test and nothing was done on it: Batal leaves it as it was."""
    left = """return window.address === args[0] && Object.keys(window.acts).length === 0
        && !document.querySelector("jaga-jempol-prompt");"""
    if not browser.js(left, address):
        forget(browser)
        browser.goto(address)
        browser.js("window.address = args[0];", address)


def asked_and_left(browser: Driver, hand: str, way: Way) -> None:
    """What leads to an act is free; the act is asked about and has not reached the page, and Batal leaves it so."""
    stay(browser, way.address)
    browser.js(way.script)
    see(browser, way.post, "campaign")
    for control in way.by:
        press_by(browser, hand, control)
    if way.anyway:
        write_anyway(browser, way.box, way.text)
    elif way.box:
        browser.focus(way.box)
        browser.type(way.text)
    before = acts(browser)
    press_by(browser, hand, way.control, way.key)
    assert_held(browser, before)
    step_back(browser, before)
