"""Our own pages by the keyboard: Tab reaches every control in its order, is seen there, and gets out again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.demo import POSTS
from tests.e2e.drivers import CANCEL, PROCEED, WHY, Driver, until
from tests.e2e.own_pages import NOTE, open_options, text
from tests.e2e.servers import Served
from tests.e2e.steps import ask, see, wait_closed

pytestmark = pytest.mark.matrix(site="")

# Of a group of radio buttons only the chosen one is a stop; what is scrolled is one too, in both browsers.
STOPS = """
    const stops = [...document.querySelectorAll(
        'a[href], button, input, select, summary, textarea, [tabindex="0"], [contenteditable], jaga-jempol-mark')]
        .filter((one) => one.localName === 'jaga-jempol-mark' || one.checkVisibility())
        .filter((one) => !one.disabled && !(one.type === 'radio' && !one.checked));
"""
# Where the focus is among them, whether a ring is drawn around it, and whether the middle of what the screen shows of
# it lies under something else.
FOCUSED = f"""{STOPS}
    const at = document.activeElement;
    const {{ x, y, right, bottom }} = at.getBoundingClientRect();
    const middle = document.elementFromPoint(
        (Math.max(x, 0) + Math.min(right, innerWidth)) / 2, (Math.max(y, 0) + Math.min(bottom, innerHeight)) / 2);
    const ring = getComputedStyle(at.shadowRoot?.activeElement?.querySelector('svg') ?? at);
    return {{
        stop: stops.indexOf(at),
        ringed: ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2,
        hidden: !at.shadowRoot && !at.contains(middle) && !middle?.contains(at),
    }};
"""
# Of the mark in a post (a selector).
MARK = """
    const mark = document.querySelector(`${args[0]} jaga-jempol-mark`);
    mark.scrollIntoView({ block: 'center', behavior: 'instant' });
"""
PLACE = f"""{MARK}
    const {{ x, y, width, height }} = (mark.shadowRoot?.querySelector('button') ?? mark).getBoundingClientRect();
    return {{ x: x + width / 2, y: y + height / 2 }};
"""
SAID = """
    const mark = document.querySelector(`${args[0]} jaga-jempol-mark`);
    const words = mark.shadowRoot.querySelector('[popover]');
    const { x, y, width, height } = words.getBoundingClientRect();
    return words.matches(':popover-open') ? { x: x + width / 2, y: y + height / 2 } : null;
"""
OWN = {
    "welcome/welcome.html": "document.querySelector('jaga-jempol-mark')",
    "options/options.html": "document.querySelector('#rules').textContent",
    "guide/guide.html?date=2024-10-20": "document.querySelectorAll('[data-kind]').length",
    "popup/popup.html": "document.querySelector('#rules').textContent",
}


def tab_through(browser: Driver) -> list[dict[str, Any]]:
    """Press Tab as often as there are stops; where each led."""
    browser.open_roots()
    count = browser.js(f"{STOPS} return stops.length;")
    led = []
    for _ in range(count):
        browser.press("Tab")
        led.append(browser.js(FOCUSED))
    return led


def to_stop(browser: Driver, selector: str) -> None:
    """Press Tab until the control has the focus; at most once around the page."""
    there = "return document.activeElement.matches(args[0]);"
    for _ in range(browser.js(f"{STOPS} return stops.length + 2;")):
        if browser.js(there, selector):
            return
        browser.press("Tab")
    raise AssertionError(f"Tab never led to {selector}")


def kept(browser: Driver) -> dict[str, Any]:
    """The settings as they are kept."""
    settings: dict[str, Any] = browser.background({"type": "get-settings"})["settings"]
    return settings


def in_order(count: int) -> list[dict[str, Any]]:
    """What Tab should lead to."""
    return [{"stop": stop, "ringed": True, "hidden": False} for stop in range(count)]


@pytest.mark.parametrize("path", OWN)
def test_tab_goes_through_a_page_of_the_extension_and_out_again(fresh: Driver, path: str) -> None:
    fresh.goto(fresh.ext_url(path))
    until(lambda: fresh.js(f"return !!({OWN[path]});"), f"{path} to be filled")
    led = tab_through(fresh)
    assert len(led) > 2
    assert led == in_order(len(led))
    fresh.press("Tab")
    assert fresh.js(FOCUSED)["stop"] != len(led) - 1


def test_the_popup_is_used_by_keys_alone(lab: Driver) -> None:
    see(lab, "#click-strong", "campaign")
    with lab.popup():
        until(lambda: text(lab, "rules"), "the popup to be filled")
        to_stop(lab, "[data-pause='15m']")
        lab.press("Enter")
        until(lambda: "Dijeda" in text(lab, "paused-text"), "the pause")
        to_stop(lab, "#resume")
        lab.press("Space")
        until(lambda: not text(lab, "paused-text"), "the pause to end")
        to_stop(lab, "[data-pause=site]")


def test_the_options_are_used_by_keys_alone(fresh: Driver) -> None:
    open_options(fresh)
    to_stop(fresh, "#employment")
    fresh.press("ArrowDown")
    until(lambda: kept(fresh)["employment"] == "pns", "the choice to be kept")
    to_stop(fresh, "[name=sensitivity]:checked")
    fresh.press("ArrowDown")
    until(lambda: kept(fresh)["sensitivity"] == "high", "the step to be kept")
    to_stop(fresh, "#counting")
    fresh.press("Space")
    until(lambda: not kept(fresh)["counting"], "the counting to end")
    to_stop(fresh, "#delete")
    fresh.press("Enter")
    to_stop(fresh, "#delete-not")
    fresh.press("Enter")
    until(lambda: text(fresh, "delete"), "the first question to be back")


def test_the_page_that_welcomes_is_used_by_keys_alone(fresh: Driver) -> None:
    fresh.goto(fresh.ext_url("welcome/welcome.html"))
    see(fresh, "#example", "campaign")
    to_stop(fresh, "#like")
    fresh.press("Enter")
    fresh.wait_prompt()
    fresh.settle()
    fresh.press("Escape")
    wait_closed(fresh)
    assert fresh.js("return document.activeElement.id;") == "like"
    to_stop(fresh, "#employment")
    fresh.press("ArrowDown")
    until(lambda: kept(fresh)["employment"] == "pns", "the choice to be kept")


def test_the_note_on_a_wrong_mark_is_changed_and_copied_by_keys_alone(fresh: Driver) -> None:
    fresh.goto("about:blank")
    fresh.background({"type": "open-report", "report": NOTE})
    with fresh.in_tab("report/report.html"):
        until(lambda: fresh.js("return document.querySelector('#form')?.hidden === false;"), "the form to be filled")
        to_stop(fresh, "#empty")
        fresh.press("Enter")
        fresh.type("Lomba burung")
        to_stop(fresh, "#note")
        fresh.type("Bukan pemilu")
        to_stop(fresh, "#copy")
        fresh.press("Enter")
        until(lambda: text(fresh, "done"), "the copy to be made")
        whole = json.loads(text(fresh, "whole"))
    assert (whole["snippet"], whole["note"]) == ("Lomba burung", "Bukan pemilu")


def test_tab_goes_through_the_servers_start_page(fresh: Driver, product: Served) -> None:
    fresh.goto(f"{product.url}/")
    led = tab_through(fresh)
    assert len(led) > 2
    assert led == in_order(len(led))


def test_the_way_past_the_head_of_the_servers_pages_leads_to_what_they_are_about(
    fresh: Driver, product: Served
) -> None:
    fresh.goto(f"{product.url}/demo")
    fresh.press("Tab", "Enter")
    until(lambda: fresh.js("return location.hash === '#main';"), "the way to be taken")
    fresh.press("Tab")
    first = "main :is(a[href], button, input, select, textarea)"
    assert fresh.js("return document.activeElement === document.querySelector(args[0]);", first)


def test_escape_closes_what_a_mark_says(lab: Driver) -> None:
    see(lab, "#click-strong", "campaign")
    lab.focus("#click-strong [data-act]")
    lab.press("Tab")
    lab.open_roots()
    until(lambda: lab.js(SAID, "#click-strong"), "the mark to say what it is")
    lab.press("Escape")
    until(lambda: not lab.js(SAID, "#click-strong"), "it to be closed")


@pytest.mark.parametrize("way", ["hover", "focus", "tap"])
def test_a_mark_says_what_it_is_and_escape_closes_it_wherever_the_focus_is(
    fresh: Driver, product: Served, way: str
) -> None:
    fresh.goto(f"{product.url}/demo")
    mentioned = next(post.id for post in POSTS if post.level == "mention")
    post = f'[data-post-id="{mentioned}"]'
    see(fresh, post, "mention")
    fresh.open_roots()
    place = fresh.js(PLACE, post)
    if way == "hover":
        fresh.hover((place["x"], place["y"]))
    elif way == "tap":
        fresh.tap((place["x"], place["y"]))
    else:
        fresh.js(f"{MARK} mark.shadowRoot.querySelector('button').focus();", post)
    until(lambda: fresh.js(SAID, post), "the mark to say what it is")
    if way == "hover":
        words = fresh.js(SAID, post)
        fresh.hover((words["x"], words["y"]))
        fresh.settle()
        assert fresh.js(SAID, post)
    fresh.press("Escape")
    until(lambda: not fresh.js(SAID, post), "it to be closed")


def test_tab_goes_round_in_the_question_through_everything_that_kenapa_opened(lab: Driver) -> None:
    see(lab, "#click-strong", "campaign")
    lab.click("#click-strong [data-act]")
    ask(lab)
    lab.prompt_click(WHY)
    until(lambda: "Sumber: " in lab.wait_prompt().text, "the law to come")
    reached = [lab.wait_prompt().focused]
    for _ in range(5):
        lab.press("Tab")
        reached.append(lab.wait_prompt().focused)
    assert reached[0] == WHY
    assert reached[-2:] == [CANCEL, PROCEED]
    assert len(set(reached)) == len(reached)
    lab.press("Escape")
    wait_closed(lab)
