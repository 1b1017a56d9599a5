"""Forms that the browser itself sends, with no script of the page: asked about, then sent once."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.servers import Served
from tests.e2e.steps import ask, wait_closed

BUTTON = "#click-neutral form button"
REQUEST = "const { form } = document.querySelector(args[0]); form.requestSubmit(form.elements.way);"


def press_key(browser: Driver) -> None:
    browser.focus(BUTTON)
    browser.press("Enter")


SENDING: dict[str, Callable[[Driver], None]] = {
    "mouse": lambda browser: browser.click(BUTTON),
    "key": press_key,
    "script": lambda browser: browser.js(REQUEST, BUTTON),
}


def write_into_form(browser: Driver, button: str, **attributes: str) -> None:
    """Put a form with such a button under a neutral post, and write support into it."""
    browser.js(
        """const [button, attributes] = args;
        const form = Object.assign(document.createElement('form'), { method: 'post', ...attributes });
        form.dataset.part = 'composer';
        form.innerHTML = `<textarea name=comment></textarea>${button}`;
        document.getElementById('click-neutral').append(form);
        form.firstChild.focus();""",
        button,
        attributes,
    )
    browser.type(SUPPORT)


@pytest.mark.parametrize("way", SENDING)
def test_a_form_that_the_browser_itself_sends_is_sent_once_and_after_the_question(
    lab: Driver, lab_server: Served, way: str
) -> None:
    before = len(lab_server.received)
    lab.js("document.body.append(Object.assign(document.createElement('iframe'), { name: 'elsewhere' }));")
    write_into_form(lab, "<button name=way value=button>Kirim</button>", action="/sent", target="elsewhere")
    SENDING[way](lab)
    ask(lab)
    lab.prompt_click(CANCEL)
    wait_closed(lab)
    assert posted(lab_server, before) == []
    assert lab.js("return document.querySelector('[name=comment]').value;") == SUPPORT
    SENDING[way](lab)
    lab.prompt_click(PROCEED)
    until(lambda: posted(lab_server, before), "the browser to send the form")
    assert posted(lab_server, before) == [[("comment", SUPPORT), ("way", "button")]]


def test_nobody_is_told_to_press_again_while_a_slow_form_is_on_its_way(lab: Driver, lab_server: Served) -> None:
    before = len(lab_server.received)
    lab.js(
        """new MutationObserver(() => {
            if (document.querySelector('jaga-jempol-note')) sessionStorage.noted = 'yes';
        }).observe(document, { childList: true, subtree: true });"""
    )
    write_into_form(lab, "<button>Kirim</button>", action="/sent/slowly")
    lab.click(BUTTON)
    proceed = lab.prompt_button(PROCEED)
    lab.click((proceed.x, proceed.y))
    until(lambda: lab.js("return location.pathname;") == "/sent/slowly", "the answer to the form")
    assert lab.js("return sessionStorage.noted ?? null;") is None
    assert posted(lab_server, before) == [[("comment", SUPPORT)]]


def posted(server: Served, before: int) -> list[list[tuple[str, str]]]:
    """The forms that reached the server since."""
    return [parse_qsl(request.body.decode()) for request in server.received[before:] if request.method == "POST"]
