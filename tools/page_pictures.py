"""The pictures of the extension's own pages in use: numbers, examples, an office's locks, a bad day, the calendar."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tests.e2e.drivers import Driver, until
from tests.e2e.pages.news_sites import ELSEWHERE
from tests.e2e.stepping import MARKED, Bar, bar, begin

if TYPE_CHECKING:
    from tools.camera import Camera

# Wide enough for the pages' columns, and no wider; what is cut out needs no edges.
PAGE = (800, 1600)
PHONE = (412, 560)
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


def take_paused(camera: Camera, served: str) -> None:
    """The panel while nothing is guarded for a quarter of an hour, and how to go on."""
    browser = camera.browser
    browser.goto(f"{served}/demo")
    with browser.popup():
        until(lambda: browser.js("return document.querySelector('#rules')?.textContent;"), "the popup to be filled")
        browser.click("[data-pause=site]")
        until(lambda: browser.js("return !document.querySelector('#paused').hidden;"), "the pause to be said")
        camera.take("popup-paused", None)
        browser.click("#resume")
        until(lambda: browser.js("return document.querySelector('#paused').hidden;"), "the pause to end")


def take_unguarded(camera: Camera, served: str) -> None:
    """The panel on a site that nobody has described, which it offers to guard."""
    browser = camera.browser
    browser.goto(f"https://{ELSEWHERE}/")
    with browser.popup():
        until(lambda: not browser.js("return document.querySelector('#unguarded').hidden;"), "the site to be offered")
        camera.take("popup-unguarded", None)


def take_consent(camera: Camera, served: str) -> None:
    """What a person agrees to who switches an office's server on: the exact request."""
    browser = camera.browser
    open_own(browser, "options/options.html", "document.querySelector('#rules').textContent")
    browser.js("document.querySelector('#server-url').value = args[0];", OFFICE["serverUrl"])
    browser.click("#server-on")
    until(lambda: not browser.js("return document.querySelector('#consent').hidden;"), "the consent to be asked for")
    camera.cut("consent", PAGE, "#consent")


def at_first(steps: Bar | None) -> bool:
    """Whether the bar has found its place and says that this is the first of all marks."""
    return steps is not None and steps["shown"] and steps["text"].split()[::2] == ["1", str(len(MARKED))]


def take_steps(camera: Camera, served: str) -> None:
    """Old likes, stepped through from mark to mark. On a low screen: the posts that follow name parties."""
    browser = camera.browser
    browser.look(PAGE, still=True)
    browser.goto(f"{served}/demo/likes")
    until(lambda: browser.js("return !!document.querySelector('jaga-jempol-mark');"), "the first mark to be set")
    browser.look(PHONE, still=True)
    begin(browser)
    until(lambda: at_first(bar(browser)), "the first mark to be led to")
    camera.take("steps", PHONE)
    browser.press("Escape")


def take_calendar(camera: Camera, served: str) -> None:
    """The stages on the page "Aturan", for somebody in one district during a campaign."""
    browser = camera.browser
    browser.background({"type": "set-settings", "patch": {"region": "Kab. Mesuji"}})
    open_own(browser, "guide/guide.html?date=2024-10-20", "document.querySelector('#calendar').children.length")
    camera.cut("calendar", PAGE, "section:has(#calendar)")
    browser.background({"type": "set-settings", "patch": {"region": ""}})
