"""Pages that mean harm: they are let to work, they confirm nothing, and nothing of ours hangs or breaks with them."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.hands import assert_asks_and_acts_once
from tests.e2e.hostile import LIKE, still_works
from tests.e2e.pages.posts import CAMPAIGN, SUPPORT
from tests.e2e.steps import (
    ask,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    mark_level,
    see,
    step_back,
)

# Names of what the guard and the reader ask of an element; a form gives its fields for them instead.
NAMES = [
    "closest",
    "matches",
    "querySelector",
    "querySelectorAll",
    "parentElement",
    "parentNode",
    "isConnected",
    "contains",
    "getAttribute",
    "getRootNode",
    "getBoundingClientRect",
    "localName",
    "nodeName",
    "nodeType",
    "children",
    "childNodes",
    "firstChild",
    "textContent",
    "append",
    "remove",
    "dispatchEvent",
    "requestSubmit",
    "submit",
    "click",
    "elements",
    "focus",
    "isContentEditable",
    "hasAttribute",
]


@pytest.mark.parametrize("around", ["", "form"])
def test_a_form_whose_fields_bear_the_names_of_methods_is_guarded(lab: Driver, around: str) -> None:
    lab.js(
        """const article = document.getElementById('click-campaign');
        const form = document.createElement('form');
        if (args[0]) article.before(form);
        else form.append(...article.childNodes);
        (args[0] ? form : article).append(args[0] ? article : form);
        for (const name of args[1]) {
            const field = document.createElement('input');
            field.type = 'hidden';
            field.name = name;
            HTMLFormElement.prototype.appendChild.call(form, field);
        }
        HTMLElement.prototype.setAttribute.call(form, 'tabindex', '0');
        HTMLElement.prototype.focus.call(form);""",
        around,
        NAMES,
    )
    see(lab, "#click-campaign", "campaign")
    assert_asks_and_acts_once(lab, "mouse", "#click-campaign [data-act]", "click-campaign")


@pytest.mark.parametrize("box", ["form", "textarea"])
def test_a_comment_form_whose_fields_bear_the_names_of_methods_is_guarded(lab: Driver, box: str) -> None:
    lab.js(
        """const form = document.querySelector(`#${args[0]}-neutral form`);
        const fields = args[1].map((name) => Object.assign(document.createElement('input'), { type: 'hidden', name }));
        form.append(...fields);""",
        box,
        NAMES,
    )
    lab.focus(f"#{box}-neutral textarea")
    lab.type(SUPPORT)
    if box == "form":
        lab.click("#form-neutral form button")
    else:
        lab.press("Enter")
    assert_held(lab, {})
    go_on(lab, {f"{box}-neutral": 1})


def test_a_page_that_has_defined_our_elements_itself_confirms_nothing(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(
        """for (const part of ['prompt', 'mark', 'note']) {
            customElements.define(`jaga-jempol-${part}`, class extends HTMLElement {
                static disabledFeatures = ['shadow'];
                connectedCallback() { this.remove(); }
            });
        }"""
    )
    lab.click(LIKE)
    last = "return document.documentElement.lastElementChild.localName;"
    until(lambda: lab.js(last).startswith("jaga-jempol-prompt-"), "the question under another name")
    assert_still(lab, {})
    lab.press("Escape")
    until(lambda: lab.js(last) == "body", "the question to go")
    assert_still(lab, {})
    still_works(lab)


def test_elements_named_like_ours_hide_no_post_and_answer_nothing(lab: Driver) -> None:
    lab.js(
        """const text = document.querySelector('#click-neutral [data-part=text]');
        text.innerHTML = `<jaga-jempol-text>${args[0]}</jaga-jempol-text>`;
        const fake = document.createElement('jaga-jempol-prompt-2');
        fake.innerHTML = '<dialog open><form method=dialog><button value=proceed>Lanjutkan</button></form></dialog>';
        document.documentElement.append(fake);
        fake.querySelector('button').click();""",
        CAMPAIGN,
    )
    see(lab, "#click-neutral", "campaign")
    assert_asks_and_acts_once(lab, "mouse", "#click-neutral [data-act]", "click-neutral")


# What is drawn would keep the browser busy, not us: it is read wherever it stands, so it stands in what is not drawn.
HUGE = {
    "10 MB of text": "hidden.append('lorem ipsum '.repeat(900_000))",
    "10 MB of text without a space": "hidden.append('x'.repeat(10_000_000))",
    "10 MB of space before it": "text.prepend(' '.repeat(10_000_000))",
    "100,000 nodes": "for (let n = 0; n < 100_000; n += 1) hidden.append(document.createElement('p'))",
    "100,000 controls": """for (let n = 0; n < 100_000; n += 1) {
        hidden.append(Object.assign(document.createElement('button'), { textContent: 'Suka' }));
    }""",
    "10 MB in a name": "article.querySelector('[data-act]').setAttribute('aria-label', 'x'.repeat(10_000_000))",
}


@pytest.mark.parametrize("size", HUGE)
def test_a_post_of_any_size_is_guarded(lab: Driver, size: str) -> None:
    lab.js(
        f"""const article = document.getElementById('click-campaign');
        const text = article.querySelector('[data-part=text]');
        const hidden = document.createElement('span');
        hidden.hidden = true;
        {HUGE[size]};
        text.append(hidden);"""
    )
    see(lab, "#click-campaign", "campaign")
    assert_asks_and_acts_once(lab, "mouse", "#click-campaign [data-act]", "click-campaign")


def test_a_draft_of_10_megabytes_is_judged_and_sent_whole(lab: Driver) -> None:
    lab.js(
        """const box = document.querySelector('#form-neutral textarea');
        box.style.display = 'none';
        box.value = args[0] + ' x'.repeat(5_000_000);""",
        SUPPORT,
    )
    lab.click("#form-neutral form button")
    ask(lab)
    go_on(lab, {"form-neutral": 1})
    assert lab.js("return document.getElementById('form-neutral').dataset.sent.length;") == len(SUPPORT) + 10_000_000


def test_a_flood_of_forged_events_is_one_question_and_no_act(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(
        """const init = { bubbles: true, cancelable: true, composed: true };
        for (const control of document.querySelectorAll('[id$=-campaign] [data-act]')) {
            for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick']) {
                const make = type.startsWith('pointer') ? PointerEvent : MouseEvent;
                control.dispatchEvent(new make(type, init));
            }
            for (const type of ['keydown', 'keypress', 'keyup']) {
                control.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', ...init }));
            }
        }"""
    )
    ask(lab)
    step_back(lab, {})
    assert_unasked(lab)
    still_works(lab)


def test_a_page_that_tears_out_each_mark_goes_on_working(lab: Driver) -> None:
    lab.js(
        """window.torn = [];
        new MutationObserver(() => document.querySelectorAll('jaga-jempol-mark').forEach((mark) => {
            window.torn.push(mark.closest('article').id);
            mark.remove();
        })).observe(document, { childList: true, subtree: true });"""
    )
    lab.js("document.querySelector('#click-campaign').scrollIntoView();")
    until(lambda: "click-campaign" in lab.js("return window.torn;"), "the mark to be torn out")
    assert_asks_and_acts_once(lab, "mouse", "#click-campaign [data-act]", "click-campaign")
    assert mark_level(lab, "#click-campaign") is None
