"""What both drivers share: a page in a browser with the extension in it, our dialog on it, and the way to wait."""

from __future__ import annotations

import contextlib
import math
import time
from abc import abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tests.e2e.certificates import Certificates
from tests.e2e.drivers.extension import Extension
from tests.e2e.drivers.hands import Hands, Target
from tests.e2e.drivers.heard import Heard
from tests.e2e.drivers.prompt import KEY_REST_SECONDS, Button, Prompt
from tests.e2e.drivers.scripts import GUARDED, MIDDLE, READ_PROMPT, STATES
from tests.e2e.gateway import Gateway
from tests.e2e.servers import Served

T = TypeVar("T")

# Some pages are not guarded, and some tests leave the extension without rules.
ARRIVAL_SECONDS = 2.0

# Our dialog opens under the hand now and then; a press there is taken for the second half of the one that opened it. In
# CSS pixels, with the few by which the dialog rises.
SAME_PLACE = 16

OURS = "jaga-jempol-prompt, jaga-jempol-mark, jaga-jempol-note"


@dataclass(frozen=True)
class Network:
    """Where a browser may go: through the gateway, which plays the sites with our certificates."""

    gateway: Gateway
    sites: Served
    certificates: Certificates


def until(condition: Callable[[], T | None], what: str = "", timeout: float = 20.0) -> T:
    """Poll until `condition` answers something true, and return that; fail naming `what` after `timeout` seconds."""
    end = time.monotonic() + timeout
    pause = 0.01
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"not within {timeout} s: {what or condition}; last answer: {value!r}")
        time.sleep(pause)
        pause = min(pause * 1.3, 0.1)  # Each look costs the browser as much as us.


class Driver(Hands, Extension):
    """A browser with the extension in it and one tab that the test works in."""

    name: str
    # A page was opened, and nobody looked at it yet.
    unread = False
    # Where something was last looked for in order to press it.
    hand = (-SAME_PLACE, -SAME_PLACE)

    def __init__(
        self,
        extension: Path,
        network: Network,
        folder: Path,
        allowed: tuple[str, ...] = (),
        keeps_pages: bool = False,
    ) -> None:
        """Start with an empty profile; return when the extension answers.

        No test can press the question in which Chromium asks for an optional permission, so there the patterns in
        `allowed` are held from the start, and asking for one answers yes; once given back they are gone. Firefox
        answers every such question by a preference.

        With `keeps_pages` one comes back to a page as it was left, as everybody does. Chromium then starts a process
        for every page, a fifth of all its work in the tests; Firefox always keeps them.
        """
        self._extension, self._network, self._folder = extension, network, folder
        self._allowed, self._keeps_pages = allowed, keeps_pages
        self._start()

    @abstractmethod
    def _start(self) -> None:
        """What `__init__` says, with what it was given."""

    @abstractmethod
    def close(self) -> None:
        """End the browser that we started, and wait until it is gone."""

    @abstractmethod
    def restart(self) -> None:
        """Close the browser in the middle of whatever it shows, and start it again with what it keeps on the disk."""

    @abstractmethod
    def goto(self, url: str) -> None:
        """Open `url` and wait for its load event."""

    @abstractmethod
    def back(self) -> None:
        """Go back in the history, to a page as it was left where the browser kept it."""

    @abstractmethod
    def js(self, body: str, *args: Any) -> Any:
        """Run a function body in the page's own world; `args` is its array of arguments."""

    @abstractmethod
    def ajs(self, body: str, *args: Any) -> Any:
        """Like `js` for an asynchronous body; a rejection is raised here."""

    def heap_bytes(self) -> int | None:
        """The heap of the tab after collecting garbage; None where the browser doesn't tell."""
        return None

    @abstractmethod
    def inside(self, frame: str) -> AbstractContextManager[None]:
        """Work in a frame (a selector) of another site: scripts, places and our dialog are then those of the frame."""

    @abstractmethod
    def look(
        self, size: tuple[int, int] | None = None, dark: bool = False, still: bool = False, forced: bool = False
    ) -> None:
        """Show the page in so many CSS pixels, in dark colours, to whoever wants nothing to move or chose the colours.

        Without arguments as after the start. Pages zoomed to 200 % have half as many pixels.
        """

    @abstractmethod
    def open_roots(self) -> None:
        """Let the page's scripts, as no page ever is, into the closed roots of our elements that are on it now."""

    @abstractmethod
    def shot(self, path: Path) -> None:
        """Write what is visible to a PNG file."""

    @abstractmethod
    def pdf(self) -> bytes:
        """Print the page on A4, as the person's printer would."""

    @abstractmethod
    def download(self, target: Target) -> tuple[str, str]:
        """Press what saves a file; the file's name and text."""

    @abstractmethod
    def _read_tree(self) -> dict[str, Any] | None:
        """The browser's own accessibility tree of the page; None while it is being made."""

    @abstractmethod
    def closed(self, host: str, body: str) -> Any:
        """Run a function body on `root`, the closed shadow root of our first element of that name; None without one."""

    def heard(self) -> Heard:
        """The page and our dialog as the browser tells them to a screen reader."""
        return Heard.of(until(self._read_tree, "the accessibility tree to be made"))

    def place(self, target: Target) -> tuple[float, float]:
        """The viewport pixel of a target; a selector is scrolled into view first, and must lie still."""
        self.arrive()
        if not isinstance(target, str):
            return target
        at = until(lambda: self.ajs(MIDDLE, target), f"{target} to be on the page and to lie still")
        self.hand = at[0], at[1]
        return self.hand

    def arrive(self) -> None:
        """Wait until a page that was just opened is guarded and the rules are read, if they are: a person is no faster.

        On a busy machine a test would press before, and then the act may pass.
        """
        if not self.unread:
            return
        self.unread = False
        with contextlib.suppress(AssertionError):
            until(lambda: self.extension_js(GUARDED), timeout=ARRIVAL_SECONDS)

    def focus(self, selector: str) -> None:
        """Give an element the keyboard focus."""
        self.arrive()
        self.js("document.querySelector(args[0]).focus();", selector)

    def prompt(self) -> Prompt | None:
        """Our dialog, or None while it is not open."""
        read = self.closed("jaga-jempol-prompt", READ_PROMPT)
        if read is None:
            return None
        buttons = [Button(**button) for button in read.pop("buttons")]
        return Prompt(**read, buttons=buttons)

    def wait_prompt(self) -> Prompt:
        """Our dialog, as soon as it is open."""
        try:
            return until(self.prompt, "our dialog to open")
        except AssertionError as error:
            error.add_note(f"The page did {self.js('return window.acts;')}; it is read so: {self.extension_js(STATES)}")
            raise

    def settle(self) -> None:
        """Wait as long as our dialog, fresh on the screen, takes no key: the one that opened it may still be down."""
        time.sleep(KEY_REST_SECONDS)

    def prompt_button(self, label: str) -> Button:
        """A control of our dialog, as soon as it answers: where the evidence is strong, Lanjutkan waits a second."""
        until(lambda: self.wait_prompt().button(label).armed, f"{label} to be armed")
        return self.wait_prompt().button(label)

    def prompt_click(self, label: str) -> None:
        """Press a control of our dialog with real input at its place, and wait until the dialog has changed."""
        button = self.prompt_button(label)
        before = self.wait_prompt()
        if math.dist(self.hand, (button.x, button.y)) < SAME_PLACE:
            self.settle()
        self.click((button.x, button.y))
        until(lambda: self.prompt() != before, f"our dialog to answer {label}")
