"""What honest pages do that has broken other guards: layers over layers, focus traps, pages that rewrite themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.steps import (
    ask,
    assert_held,
    assert_still,
    assert_unasked,
    go_on,
    leaks,
    see,
    step_back,
    wait_acts,
    wait_closed,
)

LIKE, PLAIN = "#click-campaign [data-act]", "#click-neutral [data-act]"
GESTURE = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]

# The page counts, on window and before all else, what it gets to see.
SPY = """
    window.seen = [];
    for (const type of args[0]) {
        addEventListener(type, (event) => seen.push([type, event.isTrusted, event.defaultPrevented]), true);
    }
"""


def test_a_press_that_is_let_through_reaches_the_page_whole_and_trusted(lab: Driver) -> None:
    lab.click(PLAIN)
    wait_acts(lab, {"click-neutral": 1})
    lab.js(SPY, GESTURE)
    lab.click(PLAIN)
    wait_acts(lab, {"click-neutral": 2})
    assert lab.js("return seen;") == [[type_, True, False] for type_ in GESTURE]


def test_what_is_no_control_of_a_post_is_never_touched(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(SPY, [*GESTURE, "dblclick", "contextmenu", "keydown", "keyup", "beforeinput", "input"])
    lab.js(
        "document.querySelector('#click-campaign header').innerHTML += '<input id=own><button id=menu>Menu</button>';"
    )
    lab.dblclick("#menu")
    lab.rightclick("#menu")
    lab.focus("#own")
    lab.type("l r")
    lab.press("Enter")
    seen = lab.js("return seen;")
    assert [entry for entry in seen if entry[1:] != [True, False]] == []
    assert [type_ for type_, *_ in seen].count("click") == 2
    assert {type_ for type_, *_ in seen} >= {
        *GESTURE,
        "dblclick",
        "contextmenu",
        "keydown",
        "keyup",
        "beforeinput",
        "input",
    }
    assert lab.js("return document.getElementById('own').value;") == "l r"
    assert_unasked(lab)


@pytest.mark.parametrize(
    "trap",
    [
        "addEventListener('focusin', () => button.focus(), true)",
        "addEventListener('focusout', () => setTimeout(() => button.focus()), true)",
        "setInterval(() => button.focus(), 5)",
    ],
    ids=["focusin", "focusout", "always"],
)
def test_a_focus_trap_pulls_no_focus_out_of_the_dialog(lab: Driver, trap: str) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(f"const button = document.querySelector(args[0]); {trap};", PLAIN)
    lab.click(LIKE)
    assert ask(lab).focused == CANCEL
    lab.press("Tab")
    assert lab.wait_prompt().focused not in ("", CANCEL)
    lab.press("Escape")
    wait_closed(lab)
    assert_still(lab, {})


LAYERS = {
    "dialog": "layer.showModal()",
    "popover": "layer.popover = 'manual'; layer.showPopover()",
    "light": "layer.popover = 'auto'; layer.showPopover()",
}


@pytest.mark.parametrize("layer", LAYERS)
def test_the_question_stands_above_a_layer_of_the_page(lab: Driver, layer: str) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(
        f"""const layer = document.createElement('dialog');
        document.body.append(layer);
        layer.append(document.getElementById('click-campaign'));
        {LAYERS[layer]};"""
    )
    lab.click(LIKE)
    ask(lab)
    lab.prompt_click(CANCEL)
    wait_closed(lab)
    lab.click(LIKE)
    go_on(lab, {"click-campaign": 1})
    assert lab.js("return document.querySelector('dialog').matches(':modal, :popover-open');")


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_that_the_page_opens_later_does_not_bury_the_question(lab: Driver, layer: str, tmp_path: Path) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.click(LIKE)
    ask(lab)
    lab.prompt_button(PROCEED)
    lab.settle()
    lab.shot(tmp_path / "before.png")
    lab.js(
        f"""const layer = document.createElement('dialog');
        layer.style.cssText = 'width: 9px; height: 9px; padding: 0; border: 0; background: red; pointer-events: none';
        const style = document.createElement('style');
        style.textContent = '::backdrop {{ background: none }}';
        document.head.append(style);
        document.body.append(layer);
        {LAYERS[layer]};"""
    )
    until(lambda: hits_us(lab, CANCEL), "the question to be on top again")
    lab.settle()
    lab.shot(tmp_path / "after.png")
    assert (tmp_path / "before.png").read_bytes() == (tmp_path / "after.png").read_bytes()
    step_back(lab, {})


def hits_us(browser: Driver, label: str) -> bool:
    """Whether a press in the middle of our button would reach us."""
    button = browser.wait_prompt().button(label)
    hit: bool = browser.js(
        "return document.elementFromPoint(args[0], args[1])?.localName === 'jaga-jempol-prompt';", button.x, button.y
    )
    return hit


def test_in_fullscreen_the_question_is_seen_and_fullscreen_stays(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(
        """const post = document.getElementById('click-campaign');
        post.querySelector('header').addEventListener('click', () => post.requestFullscreen());"""
    )
    lab.click("#click-campaign header")
    until(lambda: lab.js("return document.fullscreenElement?.id;"), "the post to fill the screen")
    lab.click(LIKE)
    ask(lab)
    assert hits_us(lab, CANCEL)
    go_on(lab, {"click-campaign": 1})
    assert lab.js("const full = document.fullscreenElement?.id; document.exitFullscreen(); return full;")


def write_anew(lab: Driver) -> None:
    """Let the page throw itself away by `document.open()` and write one of its posts again."""
    lab.js(
        """const markup = document.getElementById('inline-campaign').outerHTML;
        document.open();
        document.write(`<!doctype html><script src="/static/acts.js"></script><main>${markup}</main>`);
        document.close();"""
    )
    until(lambda: lab.js("return document.readyState === 'complete' && !!window.acts;"), "the page to be there again")


def test_a_page_that_writes_itself_anew_is_guarded_as_before(lab: Driver) -> None:
    see(lab, "#inline-campaign", "campaign")
    write_anew(lab)
    lab.click("#inline-campaign [data-act]")
    assert_held(lab, {})
    go_on(lab, {"inline-campaign": 1})


def test_a_page_that_wrote_itself_anew_asks_what_holds_when_it_is_seen_again(lab: Driver) -> None:
    see(lab, "#inline-campaign", "campaign")
    write_anew(lab)
    see(lab, "#inline-campaign", "campaign")
    lab.extension_js(
        """delete document.body.dataset.greeted;
        api.runtime.onMessage.addListener(({ type }) => {
            if (type === 'hello') document.body.dataset.greeted = 'yes';
        });"""
    )
    lab.js("document.dispatchEvent(new Event('visibilitychange'));")
    until(lambda: lab.extension_js("return document.body.dataset.greeted;"), "the page to say hello", timeout=5)


def test_two_quick_taps_are_one_question(lab: Driver) -> None:
    see(lab, "#touchend-campaign", "campaign")
    lab.tap("#touchend-campaign [data-act]")
    ask(lab)
    lab.tap("#touchend-campaign [data-act]")
    go_on(lab, {"touchend-campaign": 1})
    assert leaks(lab) == []


INSIDE = {
    "a button": ("<button type=button>Suka</button>", "click"),
    "a role": ("<span role=button tabindex=0>Suka</span>", "keydown"),
}
CLOSED = """const host = document.createElement('div');
    host.className = 'closed';
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = args[0];
    root.firstChild.addEventListener(args[1], (event) => window.act('closed', event));
    document.querySelector('#click-campaign .controls').append(host);
    root.firstChild.focus();"""


@pytest.mark.parametrize("inside", INSIDE)
def test_a_key_inside_a_closed_shadow_tree_is_asked_about_and_given_back(lab: Driver, inside: str) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(CLOSED, *INSIDE[inside])
    lab.press("Enter")
    assert_held(lab, {})
    go_on(lab, {"closed": 1})


@pytest.mark.parametrize("event", ["touchend", "pointerdown"])
def test_a_finger_inside_a_closed_shadow_tree_is_asked_about_and_given_back(lab: Driver, event: str) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.js(CLOSED, "<button type=button>Suka</button>", event)
    # The host is as wide as the post, what is in it is not.
    corner = lab.js(
        "const box = document.querySelector('.closed').getBoundingClientRect(); return [box.x + 20, box.y + 8];"
    )
    lab.tap((corner[0], corner[1]))
    assert_held(lab, {})
    go_on(lab, {"closed": 1})
