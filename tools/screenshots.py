"""Takes the pictures of docs/pictures: every screen of the real extension and its server, in Chromium.

python -m tools.screenshots        all of them
python -m tools.screenshots popup  those whose name begins so

The browser and what is pressed in it are those of tests/e2e.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from server import create_app
from tests.e2e import pages
from tests.e2e.certificates import make_certificates
from tests.e2e.drivers import Driver, Network, open_browser, until
from tests.e2e.fixtures import EXTENSION, HOSTS
from tests.e2e.gateway import Gateway
from tests.e2e.own_pages import NOTE
from tests.e2e.servers import Served
from tests.e2e.steps import see
from tools.camera import MARGIN, PICTURES, STORE, Camera
from tools.page_pictures import (
    open_own,
    take_calendar,
    take_consent,
    take_counts,
    take_examples,
    take_locked,
    take_notice,
    take_paused,
    take_steps,
    take_unguarded,
)
from tools.question_pictures import POST, take_draft, take_mention, take_note, take_warning, take_window
from tools.workshop_pictures import take_workshop

LANGUAGES = ("id", "en")
# The server's own port: its start page shows how to ask it.
PORT = 8787


def take_popup(camera: Camera, served: str) -> None:
    """The panel below the toolbar button, on a page with a campaign."""
    browser = camera.browser
    browser.goto(f"{served}/demo")
    see(browser, POST, "campaign")
    with browser.popup():
        until(lambda: browser.js("return !document.querySelector('#facts').hidden;"), "the popup to tell of the page")
        camera.both("popup", None)


def take_welcome(camera: Camera, served: str) -> None:
    """The page that opens once."""
    open_own(camera.browser, "welcome/welcome.html", "document.querySelector('jaga-jempol-mark')")
    camera.both("welcome")


def take_options(camera: Camera, served: str) -> None:
    """The settings, from the top to the bottom."""
    open_own(camera.browser, "options/options.html", "document.querySelector('#rules').textContent")
    camera.both("options")
    camera.browser.js("document.querySelector('#counts').scrollIntoView();")
    camera.take("options-data")


def take_guide(camera: Camera, served: str) -> None:
    """The page "Aturan" in a campaign, and the sheet that it prints."""
    browser = camera.browser
    open_own(browser, "guide/guide.html?date=2024-10-20", "document.querySelectorAll('[data-kind]').length")
    camera.both("rules")
    browser.look((794, 1123), still=True)
    browser.js(
        """for (const { cssRules } of document.styleSheets) {
            for (const rule of cssRules) if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
        }
        document.body.style.padding = '8mm';"""
    )
    camera.take("summary", (794, 1123))


def take_report(camera: Camera, served: str) -> None:
    """The note about a wrong mark."""
    browser = camera.browser
    browser.goto("about:blank")
    browser.background({"type": "open-report", "report": NOTE})
    with browser.in_tab("report/report.html"):
        until(lambda: browser.js("return document.querySelector('#form')?.hidden === false;"), "the form to be filled")
        camera.take("report")


def take_server(camera: Camera, served: str) -> None:
    """The server's start page and its demo feed; both are Indonesian first and have their English inside."""
    browser = camera.browser
    for name, path in {"start": "/", "demo": "/demo"}.items():
        browser.look(STORE, still=True)
        browser.goto(served + path)
        if camera.language == "en":
            browser.js("document.querySelector('.second').scrollIntoView(); scrollBy(0, -args[0]);", MARGIN)
        camera.take(name)


SCENES: dict[str, Callable[[Camera, str], None]] = {
    "warning": take_warning,
    "mention": take_mention,
    "draft": take_draft,
    "note": take_note,
    "window": take_window,
    "popup": take_popup,
    "welcome": take_welcome,
    "options": take_options,
    "rules": take_guide,
    "counts": take_counts,
    "examples": take_examples,
    "locked": take_locked,
    "notice": take_notice,
    "paused": take_paused,
    "unguarded": take_unguarded,
    "consent": take_consent,
    "steps": take_steps,
    "calendar": take_calendar,
    "report": take_report,
    "server": take_server,
    "workshop": take_workshop,
}


@contextmanager
def opened() -> Iterator[tuple[Driver, str]]:
    """Chromium with the extension, and the address of the server."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        certificates = make_certificates(folder, HOSTS)
        product = Served(create_app()).start(PORT)
        sites = Served(pages.create_app(), certificates.server_context()).start()
        gateway = Gateway(dict.fromkeys(HOSTS, sites.port))
        gateway.start()
        browser = open_browser("chromium", EXTENSION, Network(gateway, sites, certificates), folder)
        try:
            yield browser, product.url
        finally:
            browser.close()
            gateway.stop()
            sites.stop()
            product.stop()


def main(wanted: list[str]) -> None:
    """Take the pictures of the scenes whose names begin as asked, all without a wish."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with opened() as (browser, served), tempfile.TemporaryDirectory() as folder:
        camera = Camera(browser, Path(folder))
        for camera.language in LANGUAGES:
            browser.background({"type": "set-settings", "patch": {"language": camera.language}})
            for name, scene in SCENES.items():
                if not wanted or name.startswith(tuple(wanted)):
                    scene(camera, served)


if __name__ == "__main__":
    main(sys.argv[1:])
