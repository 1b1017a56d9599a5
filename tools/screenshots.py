"""Takes the pictures of docs/pictures: every screen of the real extension and its server, in Chromium.

python -m tools.screenshots        all of them
python -m tools.screenshots popup  those whose name begins so

The browser and what is pressed in it are those of tests/e2e.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from server import create_app
from tests.e2e.certificates import make_certificates
from tests.e2e.drivers import WHY, Driver, Network, open_browser, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.gateway import Gateway
from tests.e2e.servers import Served
from tests.e2e.steps import see, wait_closed
from tools.page_pictures import open_own, take_calendar, take_counts, take_examples, take_locked, take_notice
from tools.workshop_pictures import take_workshop

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
LANGUAGES = ("id", "en")
# What the Chrome Web Store shows.
STORE = (1280, 800)
# As wide as the panel below the toolbar button.
PANEL = 360
COLOURS = 64
# Around what is cut out of a screen, in pixels.
MARGIN = 8
# The server's own port: its start page shows how to ask it.
PORT = 8787
POST = '[data-post-id="grup-relawan"]'
LIKE = f"{POST} [data-act=like]"
MARK = f"{POST} jaga-jempol-mark"
NEWS = '[data-post-id="berita-delapan"]'
NEUTRAL = '[data-post-id="imbauan-netral"]'
DRAFT = "Saya setuju. Ayo coblos nomor 1, menangkan Damar-Sekar!"
NOTE = {
    "site": "demo", "act": "like", "level": "campaign", "snippet": "Ayo coblos nomor 1 Damar-Sekar!",
    "rules": {"version": 1, "digest": "sha256:" + "0" * 64}, "evidence": [{"rule": "call-to-vote", "points": 45}],
}  # fmt: skip


class Camera:
    """Takes pictures of what the browser shows, into files named after the screen, the language and the look."""

    def __init__(self, browser: Driver, folder: Path) -> None:
        self.browser, self._folder = browser, folder
        self.language = ""

    def take(self, name: str, size: tuple[int, int] | None = STORE, dark: bool = False) -> None:
        """The screen; without a size the panel is as high as what stands in it."""
        width, height = size or (PANEL, self._height(PANEL))
        self.browser.look((width, height), dark=dark, still=True)
        self._keep(f"{name}-{self.language}{'-dark' if dark else ''}")

    def both(self, name: str, size: tuple[int, int] | None = STORE) -> None:
        """The screen in the light and in the dark."""
        self.take(name, size)
        self.take(name, size, dark=True)

    def cut(self, name: str, size: tuple[int, int], *ends: str) -> None:
        """The part of the screen that holds these elements, the topmost first, with a margin."""
        self.browser.look(size, still=True)
        found = self.browser.js(
            """const [margin, ...ends] = args;
            document.querySelector(ends[0]).scrollIntoView();
            scrollBy(0, -margin);
            const boxes = ends.map((one) => document.querySelector(one).getBoundingClientRect());
            const side = (name, most) => Math[most](...boxes.map((box) => box[name]));
            return [side('left', 'min'), side('top', 'min'), side('right', 'max'), side('bottom', 'max')];""",
            MARGIN,
            *ends,
        )
        left, top, right, bottom = (round(edge) for edge in found)
        self._keep(f"{name}-{self.language}", (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN))

    def _height(self, width: int) -> int:
        self.browser.look((width, 200))
        height: int = self.browser.js("return document.documentElement.scrollHeight;")
        return height

    def _keep(self, name: str, box: tuple[int, int, int, int] | None = None) -> None:
        """Few colours make a small file, and these screens have few."""
        raw = self._folder / f"{name}.png"
        self.browser.shot(raw)
        buffer = io.BytesIO()
        Image.open(raw).convert("RGB").crop(box).quantize(COLOURS, dither=Image.Dither.NONE).save(
            buffer, "PNG", optimize=True
        )
        (PICTURES / raw.name).write_bytes(buffer.getvalue())


def middle(browser: Driver, element: str, selector: str) -> tuple[float, float]:
    """Where to press what is already in view, without scrolling to it."""
    box = browser.js(
        f"const {{ x, y, width, height }} = {element}.getBoundingClientRect(); return [x, y, width, height];", selector
    )
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def take_warning(camera: Camera, served: str) -> None:
    """The mark, the question in its three layouts, and what "Kenapa?" opens."""
    browser = camera.browser
    browser.look(STORE, still=True)
    browser.goto(f"{served}/demo")
    see(browser, POST, "campaign")
    # Low on the screen: the posts that follow name parties.
    browser.js("document.querySelector(args[0]).scrollIntoView({ block: 'end' }); scrollBy(0, 90);", POST)
    browser.open_roots()
    browser.hover(middle(browser, "document.querySelector(args[0]).shadowRoot.querySelector('button')", MARK))
    camera.take("mark")
    for turn in range(3):
        browser.click(middle(browser, "document.querySelector(args[0])", LIKE))
        browser.prompt_button("Lanjutkan" if camera.language == "id" else "Continue")
        camera.take(f"warning-{browser.wait_prompt().layout}")
        if turn == 0:
            camera.take("warning", dark=True)
            browser.prompt_click(WHY if camera.language == "id" else "Why?")
            until(lambda: len(browser.wait_prompt().buttons) > 3, "the law to come")
            camera.take("why")
        browser.settle()
        browser.press("Escape")
        wait_closed(browser)


def take_mention(camera: Camera, served: str) -> None:
    """What the small mark says of a post that only names parties."""
    browser = camera.browser
    browser.look(STORE, still=True)
    browser.goto(f"{served}/demo")
    see(browser, NEWS, "mention")
    browser.js("document.querySelector(args[0]).scrollIntoView({ block: 'center' });", NEWS)
    browser.open_roots()
    mark = f"{NEWS} jaga-jempol-mark"
    browser.hover(middle(browser, "document.querySelector(args[0]).shadowRoot.querySelector('button')", mark))
    camera.take("mention")


def take_draft(camera: Camera, served: str) -> None:
    """The question about the person's own words, with the words marked."""
    browser = camera.browser
    browser.look(STORE, still=True)
    browser.goto(f"{served}/demo")
    browser.click(f"{NEUTRAL} [data-act=comment]")
    box = f"{NEUTRAL} form textarea"
    until(lambda: browser.js("return document.querySelector(args[0]).checkVisibility();", box), "the box to open")
    browser.focus(box)
    browser.type(DRAFT)
    # High on the screen: the post before it names one party alone.
    browser.js("document.querySelector(args[0]).scrollIntoView(); scrollBy(0, -50);", NEUTRAL)
    browser.press("Control+Enter")
    browser.prompt_button("Lanjutkan" if camera.language == "id" else "Continue")
    camera.take("draft")
    browser.settle()
    browser.press("Escape")
    wait_closed(browser)


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
    "popup": take_popup,
    "welcome": take_welcome,
    "options": take_options,
    "rules": take_guide,
    "counts": take_counts,
    "examples": take_examples,
    "locked": take_locked,
    "notice": take_notice,
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
        certificates = make_certificates(folder, ["contoh.example"])
        product = Served(create_app()).start(PORT)
        gateway = Gateway({})
        gateway.start()
        browser = open_browser("chromium", EXTENSION, Network(gateway, product, certificates), folder)
        try:
            yield browser, product.url
        finally:
            browser.close()
            gateway.stop()
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
