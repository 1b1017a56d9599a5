"""Comment boxes: the post is asked about when the box is opened, what is written in it when it is sent."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, Driver, until
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    see,
    step_back,
    wait_closed,
    write_anyway,
)

pytestmark = pytest.mark.matrix(site="demo", act="comment")

BOXES = ["form", "textarea", "editable"]
THANKS = "Terima kasih resepnya"


def box_of(post: str) -> str:
    return f"#{post} :is(textarea, [contenteditable])"


def write(browser: Driver, post: str, text: str) -> None:
    browser.focus(box_of(post))
    browser.type(text)


def send(browser: Driver, box: str, sample: str) -> None:
    if box == "form":
        browser.click(f"#{box}-{sample} form button")
    else:
        browser.press("Enter")


def written(browser: Driver, post: str) -> str:
    text: str = browser.js(
        "const box = document.querySelector(`#${args[0]} :is(textarea, [contenteditable])`);"
        "return (box.value ?? box.textContent).trim();",
        post,
    )
    return text


@pytest.mark.parametrize("box", BOXES)
def test_a_plain_comment_under_a_neutral_post_is_sent_once(lab: Driver, box: str) -> None:
    write(lab, f"{box}-neutral", THANKS)
    send(lab, box, "neutral")
    assert_free(lab, {f"{box}-neutral": 1})


@pytest.mark.parametrize("box", BOXES)
def test_a_comment_under_a_campaign_post_is_asked_about(lab: Driver, box: str) -> None:
    see(lab, f"#{box}-campaign", "campaign")
    write_anyway(lab, box_of(f"{box}-campaign"), THANKS)
    send(lab, box, "campaign")
    assert_held(lab, {})


@pytest.mark.parametrize("box", BOXES)
def test_a_supporting_comment_is_asked_about_when_it_is_sent_and_batal_keeps_it(lab: Driver, box: str) -> None:
    write(lab, f"{box}-neutral", SUPPORT)
    assert_unasked(lab)
    send(lab, box, "neutral")
    assert_held(lab, {})
    step_back(lab, {})
    assert written(lab, f"{box}-neutral") == SUPPORT


@pytest.mark.parametrize("box", BOXES)
def test_lanjutkan_sends_the_comment_once_and_whole(lab: Driver, box: str) -> None:
    write(lab, f"{box}-neutral", SUPPORT)
    send(lab, box, "neutral")
    go_on(lab, {f"{box}-neutral": 1})
    assert lab.js("return document.getElementById(args[0]).dataset.sent;", f"{box}-neutral") == SUPPORT


def test_shift_enter_only_breaks_the_line(lab: Driver) -> None:
    write(lab, "textarea-neutral", SUPPORT)
    lab.press("Shift+Enter")
    assert_still(lab, {})
    assert_unasked(lab)


def test_enter_in_a_box_that_is_sent_by_a_button_only_breaks_the_line(lab: Driver) -> None:
    see(lab, "#lines-campaign", "campaign")
    write_anyway(lab, box_of("lines-campaign"), SUPPORT)
    lab.press("Enter")
    lab.type(THANKS)
    assert written(lab, "lines-campaign") == f"{SUPPORT}\n{THANKS}"
    assert_still(lab, {})
    assert_unasked(lab)
    lab.click("#lines-campaign form button")
    assert_held(lab, {})


@pytest.mark.parametrize("box", ["textarea", "editable"])
def test_the_enter_that_takes_a_word_of_an_input_method_sends_nothing_and_asks_nothing(lab: Driver, box: str) -> None:
    see(lab, f"#{box}-campaign", "campaign")
    write_anyway(lab, box_of(f"{box}-campaign"), SUPPORT)
    lab.compose(" tetap")
    until(lambda: written(lab, f"{box}-campaign") == f"{SUPPORT} tetap", "the word to be in the box")
    assert_still(lab, {})
    assert_unasked(lab)
    lab.press("Enter")
    assert_held(lab, {})


# A box lets one choose a name after an @: a list hangs on it, of which one is lit, and Enter takes that.
CHOICE = """
    const box = document.querySelector(`${args[0]} :is(textarea, [contenteditable])`);
    const list = document.createElement('ul');
    list.innerHTML = '<li id=lit role=option>Budi Contoh</li>';
    box.after(list);
    box.setAttribute('aria-activedescendant', 'lit');
    box.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || list.hidden) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        list.hidden = true;
        window.act('chosen', event);
    }, true);
"""


@pytest.mark.parametrize("box", ["textarea", "editable"])
def test_the_enter_that_takes_a_name_from_a_list_is_free_and_the_one_that_sends_asks(lab: Driver, box: str) -> None:
    post = f"{box}-campaign"
    see(lab, f"#{post}", "campaign")
    lab.js(CHOICE, f"#{post}")
    write_anyway(lab, box_of(post), SUPPORT)
    lab.press("Enter")
    assert_free(lab, {"chosen": 1})
    lab.press("Enter")
    assert_held(lab, {"chosen": 1})
    go_on(lab, {"chosen": 1, post: 1})


@pytest.mark.parametrize("box", ["textarea", "editable"])
def test_the_box_that_was_asked_about_on_opening_takes_text_after_lanjutkan(lab: Driver, box: str) -> None:
    see(lab, f"#{box}-campaign", "campaign")
    lab.click(f"#{box}-campaign :is(textarea, [contenteditable])")
    ask(lab)
    lab.prompt_click(PROCEED)
    wait_closed(lab)
    lab.type(THANKS)
    until(lambda: written(lab, f"{box}-campaign") == THANKS, "the text to be in the box")


def test_a_plain_comment_is_not_asked_about_a_second_time_when_it_is_sent(lab: Driver) -> None:
    see(lab, "#textarea-campaign", "campaign")
    lab.click("#textarea-campaign textarea")
    lab.prompt_click(PROCEED)
    wait_closed(lab)
    lab.click("#textarea-campaign textarea")
    lab.type(THANKS)
    lab.press("Enter")
    assert_free(lab, {"textarea-campaign": 1})
