"""The rule workshop as tests and pictures hold it: opening it, writing, dropping files, and what it says."""

from __future__ import annotations

import base64
import json
from typing import Any

from tests.e2e.drivers import Driver, until

CALL = "Ayo coblos nomor 2, menangkan Damar-Sekar!"
HEADINGS = "No. Urut;Nama Calon Bupati;Nama Calon Wakil Bupati"
ELECTION = {
    "title": "Pemilihan Bupati Teluk Melati 2030",
    "area": "Kab. Teluk Melati",
    "from": "2026-05-01",
    "to": "2030-12-20",
    "source": "KPU (rekaan)",
}


def open_page(browser: Driver, address: str) -> None:
    browser.goto("about:blank")
    browser.goto(address)
    until(lambda: browser.js("return document.documentElement.dataset.ready === 'true';"), "the page to be ready")


def open_case(browser: Driver, served: str, case: dict[str, Any]) -> None:
    """Open the workshop of a server by a link as the page makes them."""
    kept = base64.urlsafe_b64encode(json.dumps(case).encode()).decode().rstrip("=")
    open_page(browser, f"{served}/playground#kasus={kept}")


def shown(browser: Driver, selector: str) -> str:
    text: str = browser.js("return document.querySelector(args[0])?.innerText ?? '';", selector)
    return text


def wait_for(browser: Driver, selector: str, words: str) -> str:
    """Wait until an element says these words; all that it says then. A busy machine takes a while to build rules."""
    until(lambda: words in shown(browser, selector), f"{selector} to say {words!r}", timeout=90)
    return shown(browser, selector)


def write(browser: Driver, selector: str, text: str) -> None:
    """Replace what a field holds at once, as pasting does."""
    browser.js(
        """const field = document.querySelector(args[0]);
        field.value = args[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));""",
        selector,
        text,
    )


def drop(browser: Driver, selector: str, name: str, content: str | bytes) -> None:
    """Drop a file on a place of the page."""
    browser.js(
        """const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([Uint8Array.from(atob(args[2]), (letter) => letter.charCodeAt(0))], args[1]));
        const place = document.querySelector(args[0]);
        for (const kind of ['dragover', 'drop']) {
            place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        selector,
        name,
        base64.b64encode(content.encode() if isinstance(content, str) else content).decode(),
    )


def fill_election(browser: Driver) -> None:
    """Say which election a list of candidates is of."""
    for name, value in ELECTION.items():
        write(browser, f"#sheet-form [name={name}]", value)


def choose_rule(browser: Driver, file: str) -> None:
    """Open a rule file by what stands for it in the list; `own:` before one of the office's."""
    browser.js(
        """const list = document.getElementById('rule-file');
        list.value = args[0];
        list.dispatchEvent(new Event('change'));""",
        file,
    )


def level(browser: Driver) -> str:
    found: str = browser.js("return document.getElementById('verdict').dataset.level;")
    return found


def wait_level(browser: Driver, wanted: str) -> None:
    until(lambda: level(browser) == wanted, f"the verdict to be {wanted!r}, not {level(browser)!r}")
