"""What stands on the sites' own pages, by the rules of WCAG 2.2 AA: the question, its window, the mark and the note."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import PROCEED, WHY, Driver, until
from tests.e2e.frames import press_embedded
from tests.e2e.screens import NARROW, TALL, faults, faults_in_every_look
from tests.e2e.servers import Served
from tests.e2e.stepping import MARKED, begin, wait_bar
from tests.e2e.steps import ask, reload, see, wait_closed

pytestmark = pytest.mark.matrix(site="")

CONTROL = "#click-strong [data-act]"
PROMPT, MARK, NOTE, BAR = "jaga-jempol-prompt", "jaga-jempol-mark", "jaga-jempol-note", "jaga-jempol-steps"


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_question_in_every_layout(lab: Driver, language: str) -> None:
    lab.background({"type": "set-settings", "patch": {"language": language}})
    reload(lab)
    see(lab, "#click-strong", "campaign")
    found = {}
    for _ in range(3):
        lab.click(CONTROL)
        found[ask(lab).layout] = faults_in_every_look(lab, PROMPT)
        lab.settle()
        lab.press("Escape")
        wait_closed(lab)
    assert found == {"letter": {}, "band": {}, "audience": {}}


def test_what_kenapa_opens(lab: Driver) -> None:
    see(lab, "#click-strong", "campaign")
    lab.click(CONTROL)
    lab.prompt_click(WHY)
    until(lambda: "Sumber: " in lab.wait_prompt().text, "the law to come")
    assert faults_in_every_look(lab, PROMPT, TALL | NARROW) == {}


def test_the_question_has_an_edge_in_colours_that_the_person_chose(lab: Driver) -> None:
    see(lab, "#click-strong", "campaign")
    lab.click(CONTROL)
    lab.wait_prompt()
    lab.look(forced=True)
    edge = lab.closed(PROMPT, "return getComputedStyle(root.querySelector('dialog')).borderTopStyle;")
    lab.look()
    assert edge == "solid"


def test_the_window_that_asks_for_a_small_frame(fresh: Driver) -> None:
    press_embedded(fresh, "facebook-like", "form", "#like")
    with fresh.apart():
        fresh.wait_prompt()
        found = faults_in_every_look(fresh)
        fresh.settle()
        fresh.press("Escape")
    assert found == {}


def test_the_mark_and_what_it_says(lab: Driver) -> None:
    see(lab, "#click-strong", "campaign")
    lab.focus(CONTROL)
    lab.press("Tab")
    assert lab.js("return document.activeElement.localName;") == MARK
    assert faults_in_every_look(lab, f"#click-strong {MARK}") == {}


def test_the_mark_leaves_the_middle_of_the_next_control_free(lab: Driver) -> None:
    lab.js(
        """const post = document.querySelector('#click-neutral');
        const { right, top } = post.querySelector('[data-act]').getBoundingClientRect();
        const next = Object.assign(document.createElement('button'), { type: 'button', id: 'next' });
        next.style.cssText = `position: absolute; inline-size: 40px; block-size: 40px; padding: 0;
            left: ${right - 31 + scrollX}px; top: ${top - 34 + scrollY}px;`;
        post.append(next);
        const text = (post) => document.querySelector(`${post} [data-part=text]`);
        text('#click-neutral').textContent = text('#click-strong').textContent;
        """
    )
    see(lab, "#click-neutral", "campaign")
    lab.click("#next")
    assert lab.js("return document.activeElement.id;") == "next"
    lab.open_roots()
    assert (
        lab.js(
            f"return document.querySelector('#click-neutral {MARK}').shadowRoot.querySelector('button').offsetWidth;"
        )
        == 18
    )


def test_the_bar_that_leads_through_marks(fresh: Driver, product: Served) -> None:
    fresh.goto(f"{product.url}/demo/likes")
    until(lambda: fresh.js("return !!document.querySelector(args[0]);", MARK), "the first mark to be set")
    begin(fresh)
    wait_bar(fresh, f"1 dari {len(MARKED)}")
    assert faults_in_every_look(fresh, BAR) == {}


def test_what_stands_on_a_page_of_another_language_says_its_own(lab: Driver) -> None:
    lab.background({"type": "set-settings", "patch": {"language": "en"}})
    reload(lab)
    see(lab, "#trusted-campaign", "campaign")
    words = "return [...root.querySelectorAll('button, [popover], dialog, p[role]')].map(({ lang }) => lang);"
    assert lab.js("return document.documentElement.lang;") == "id"
    assert lab.closed(MARK, words) == ["en", "en"]
    lab.click("#trusted-campaign [data-act]")
    lab.prompt_click("Continue")
    until(lambda: lab.js("return !!document.querySelector(args[0]);", NOTE), "the note")
    assert lab.closed(NOTE, words) == ["en"]


def test_the_note_that_asks_to_press_again(lab: Driver) -> None:
    see(lab, "#trusted-campaign", "campaign")
    lab.click("#trusted-campaign [data-act]")
    lab.prompt_click(PROCEED)
    until(lambda: lab.js("return !!document.querySelector(args[0]);", NOTE), "the note")
    assert faults(lab, NOTE) == []
