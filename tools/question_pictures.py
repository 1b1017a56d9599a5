"""The pictures of what stands on a site's own page: the mark, the question in its layouts, and what "Kenapa?" opens."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.drivers import PROCEED, WHY, Driver, until
from tests.e2e.frames import press_embedded
from tests.e2e.steps import see, wait_closed, wait_note
from tools.camera import STORE, Camera

POST = '[data-post-id="grup-relawan"]'
LIKE = f"{POST} [data-act=like]"
# Of the question; of the first there are more pictures.
LAYOUTS = ("letter", "band", "audience")
NEWS = '[data-post-id="berita-delapan"]'
CORNER = (760, 480)
SECOND = (480, 280)
# A page that takes a press from nobody but the person.
TRUSTED_ONLY = """addEventListener('click', (event) => {
    if (!event.isTrusted) { event.preventDefault(); event.stopImmediatePropagation(); }
}, true);"""
NEUTRAL = '[data-post-id="imbauan-netral"]'
DRAFT = "Saya setuju. Ayo coblos nomor 1, menangkan Damar-Sekar!"


def open_demo(camera: Camera, served: str, post: str, level: str, size: tuple[int, int] = STORE) -> None:
    """The demo feed, with a post in view that bears its mark."""
    browser = camera.browser
    browser.look(size, still=True)
    browser.goto(f"{served}/demo")
    see(browser, post, level)


def hover_mark(browser: Driver, post: str) -> None:
    """Let the mark of a post in view say what it means."""
    browser.open_roots()
    button = "document.querySelector(args[0]).shadowRoot.querySelector('button')"
    browser.hover(middle(browser, button, f"{post} jaga-jempol-mark"))


def proceed(camera: Camera) -> str:
    """What stands on the button that goes on."""
    return PROCEED if camera.language == "id" else "Continue"


def middle(browser: Driver, element: str, selector: str) -> tuple[float, float]:
    """Where to press what is already in view, without scrolling to it."""
    box = browser.js(
        f"const {{ x, y, width, height }} = {element}.getBoundingClientRect(); return [x, y, width, height];", selector
    )
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def ask_in(camera: Camera, layout: str, act: Callable[[], None]) -> None:
    """Act, and step back, until the question comes in this layout: they take turns, from any of them on."""
    browser = camera.browser
    act()
    browser.prompt_button(proceed(camera))
    if browser.wait_prompt().layout != layout:
        step_back(browser)
        ask_in(camera, layout, act)


def step_back(browser: Driver) -> None:
    """Answer the question by Esc."""
    browser.settle()
    browser.press("Escape")
    wait_closed(browser)


def take_warning(camera: Camera, served: str) -> None:
    """The mark, the question in its three layouts, and what "Kenapa?" opens."""
    browser = camera.browser
    open_demo(camera, served, POST, "campaign")
    # Low on the screen: the posts that follow name parties.
    browser.js("document.querySelector(args[0]).scrollIntoView({ block: 'end' }); scrollBy(0, 90);", POST)
    hover_mark(browser, POST)
    camera.take("mark")
    like = middle(browser, "document.querySelector(args[0])", LIKE)
    for layout in LAYOUTS:
        ask_in(camera, layout, lambda: browser.click(like))
        camera.take(f"warning-{layout}")
        if layout == LAYOUTS[0]:
            camera.take("warning", dark=True)
            browser.prompt_click(WHY if camera.language == "id" else "Why?")
            until(lambda: len(browser.wait_prompt().buttons) > 3, "the law to come")
            camera.take("why")
        step_back(browser)


def take_mention(camera: Camera, served: str) -> None:
    """What the small mark says of a post that only names parties."""
    browser = camera.browser
    open_demo(camera, served, NEWS, "mention")
    browser.js("document.querySelector(args[0]).scrollIntoView({ block: 'center' });", NEWS)
    hover_mark(browser, NEWS)
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
    ask_in(camera, LAYOUTS[0], lambda: browser.press("Control+Enter"))
    camera.take("draft")
    step_back(browser)


def take_note(camera: Camera, served: str) -> None:
    """The line in a corner: this page wants the person's own press."""
    browser = camera.browser
    # "Lanjutkan" of the pictures in another language is forgotten.
    browser.background({"type": "delete-data"})
    browser.background({"type": "set-settings", "patch": {"language": camera.language}})
    open_demo(camera, served, POST, "campaign", CORNER)
    browser.js(TRUSTED_ONLY)
    browser.js("document.querySelector(args[0]).scrollIntoView({ block: 'end' }); scrollBy(0, 90);", POST)
    browser.click(middle(browser, "document.querySelector(args[0])", LIKE))
    browser.prompt_click(proceed(camera))
    wait_note(browser)
    camera.cut("note", CORNER, "jaga-jempol-note")


def take_window(camera: Camera, served: str) -> None:
    """The window that asks for a button in a frame too small for the question."""
    browser = camera.browser
    press_embedded(browser, "facebook-like", "form", "#like")
    with browser.apart():
        browser.wait_prompt()
        camera.take("window", SECOND)
        browser.press("Escape")
    until(lambda: browser.windows() == 0, "the window to close")
