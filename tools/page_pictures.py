"""The pictures of the extension's own pages in use: numbers, examples, an office's locks, a bad day, the calendar."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tests.e2e.drivers import Driver, until

if TYPE_CHECKING:
    from tools.screenshots import Camera

# Wide enough for the pages' columns, and no wider; what is cut out needs no edges.
PAGE = (800, 1600)
OFFICE = {
    "employment": "pppk",
    "serverUrl": "https://jagajempol.contoh.go.id/",
    "locked": ["employment", "serverUrl"],
    "setBy": "Dinas Kominfo Kabupaten Contoh",
    "reason": "Supaya nasihatnya sesuai aturan yang berlaku di kantor kita",
}
# A week of numbers: marked, asked, cancelled, went on.
WEEK = [(9, 2, 2, 0), (14, 3, 2, 1), (6, 1, 1, 0), (0, 0, 0, 0), (21, 5, 4, 1), (12, 2, 1, 1), (17, 4, 3, 1)]
DAMAGED = {"region": 7, "sitesOff": ["x", 5]}


def open_own(browser: Driver, path: str, ready: str) -> None:
    """Open a page of the extension and wait for what tells that it is filled."""
    browser.goto(browser.ext_url(path))
    until(lambda: browser.js(f"return {ready};"), f"{path} to be filled")


def take_counts(camera: Camera, served: str) -> None:
    """The numbers of a week, as a chart."""
    browser = camera.browser
    now = datetime.datetime.now().astimezone()
    names = ("marked", "asked", "cancelled", "continued")
    days = {
        (now - datetime.timedelta(days=back)).date().isoformat(): dict(zip(names, numbers, strict=True))
        for back, numbers in enumerate(WEEK)
    }
    browser.extension_js("await api.storage.local.set({ counts: { days: args[0], settled: '' } });", days)
    open_own(browser, "options/options.html", "!document.querySelector('#counts-chart').hidden")
    camera.cut("counts", PAGE, "#counts")
    browser.extension_js("await api.storage.local.remove('counts');")


def take_examples(camera: Camera, served: str) -> None:
    """What each step of sensitivity would do with a few posts."""
    open_own(camera.browser, "options/options.html", "!document.querySelector('#examples').hidden")
    camera.cut("examples", PAGE, "#examples")


def take_locked(camera: Camera, served: str) -> None:
    """What an office holds fast, said with who and why, on the options and in the popup."""
    browser = camera.browser
    browser.set_policy(OFFICE)
    open_own(browser, "options/options.html", "!document.querySelector('#preset').hidden")
    camera.cut("locked", PAGE, "#preset", "section:has(#employment)")
    open_own(browser, "popup/popup.html", "!document.querySelector('#locked').hidden")
    camera.take("popup-locked", None)
    browser.set_policy({})


def take_notice(camera: Camera, served: str) -> None:
    """A bad day: part of what was kept is damaged."""
    browser = camera.browser
    settings = {"language": camera.language}
    browser.extension_js("await api.storage.local.set({ settings: args[0] });", settings | DAMAGED)
    open_own(browser, "popup/popup.html", "document.querySelector('#notices').innerText")
    camera.take("popup-notice", None)
    open_own(browser, "options/options.html", "document.querySelector('#notices button')")
    browser.click("#notices button")
    until(lambda: not browser.js("return document.querySelector('#notices').innerText;"), "the notice to go")


def take_calendar(camera: Camera, served: str) -> None:
    """The stages on the page "Aturan", for somebody in one district during a campaign."""
    browser = camera.browser
    browser.background({"type": "set-settings", "patch": {"region": "Kab. Mesuji"}})
    open_own(browser, "guide/guide.html?date=2024-10-20", "document.querySelector('#calendar').children.length")
    camera.cut("calendar", PAGE, "section:has(#calendar)")
    browser.background({"type": "set-settings", "patch": {"region": ""}})
