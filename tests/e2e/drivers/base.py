"""What both drivers share: the words of the interface, the way to wait, and the script that reads our own dialog."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tests.e2e.certificates import Certificates
from tests.e2e.gateway import Gateway
from tests.e2e.servers import Served

T = TypeVar("T")
Target = str | tuple[float, float]

CANCEL, PROCEED, WHY = "Batal", "Lanjutkan", "Kenapa?"

# The dialog ignores keys for 400 ms after it opened; see extension/content.
KEY_REST_SECONDS = 0.45

LONG_PRESS_MS = 350

# Run with `this` (Chromium) or `root` (Firefox) bound to the closed shadow root; answers null while no dialog is open.
READ_PROMPT = """
    const dialog = root.querySelector('dialog[open]');
    if (!dialog) return null;
    const label = (button) => (button.innerText || button.textContent).trim().replace(/\\s+/g, ' ');
    const shown = [...dialog.querySelectorAll('button, summary')].filter((button) => button.getClientRects().length);
    return {
        text: dialog.innerText,
        name: dialog.getAttribute('aria-labelledby')
            ? root.getElementById(dialog.getAttribute('aria-labelledby'))?.textContent.trim() ?? ''
            : dialog.getAttribute('aria-label') ?? '',
        layout: dialog.dataset.layout ?? '',
        focused: root.activeElement ? label(root.activeElement) : '',
        buttons: shown.map((button) => {
            const box = button.getBoundingClientRect();
            return { label: label(button), x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }),
    };
"""


@dataclass(frozen=True)
class Network:
    """Where a browser may go: through the gateway, which plays the sites with our certificates."""

    gateway: Gateway
    sites: Served
    certificates: Certificates


@dataclass(frozen=True)
class Button:
    """A control of our dialog, with the middle of its box in viewport pixels."""

    label: str
    x: float
    y: float


@dataclass(frozen=True)
class Prompt:
    """Our dialog as a person would find it on the screen."""

    text: str
    name: str
    layout: str
    focused: str
    buttons: list[Button]

    @property
    def labels(self) -> list[str]:
        """The labels of the visible controls, in their order."""
        return [button.label for button in self.buttons]

    def button(self, label: str) -> Button:
        """The control that carries `label`."""
        return next(button for button in self.buttons if button.label == label)


def until(condition: Callable[[], T | None], what: str = "", timeout: float = 8.0) -> T:
    """Poll until `condition` answers something true, and return that; fail naming `what` after `timeout` seconds."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"not within {timeout} s: {what or condition}; last answer: {value!r}")
        time.sleep(0.02)


class Driver(ABC):
    """A browser with the extension in it and one tab that the test works in."""

    name: str

    @abstractmethod
    def __init__(self, extension: Path, network: Network, folder: Path) -> None:
        """Start with an empty profile; return when the extension answers."""

    @abstractmethod
    def close(self) -> None:
        """End the browser that we started, and wait until it is gone."""

    @abstractmethod
    def goto(self, url: str) -> None:
        """Open `url` and wait for its load event."""

    @abstractmethod
    def js(self, body: str, *args: Any) -> Any:
        """Run a function body in the page's own world; `args` is its array of arguments."""

    @abstractmethod
    def ajs(self, body: str, *args: Any) -> Any:
        """Like `js` for an asynchronous body; a rejection is raised here."""

    @abstractmethod
    def click(self, target: Target) -> None:
        """Press and release the mouse at a selector's middle or at a place."""

    @abstractmethod
    def dblclick(self, target: Target) -> None:
        """Two clicks in quick succession."""

    @abstractmethod
    def rightclick(self, target: Target) -> None:
        """Press and release the other button of the mouse."""

    @abstractmethod
    def hover(self, target: Target) -> None:
        """Move the mouse over a selector's middle or to a place."""

    @abstractmethod
    def drag(self, start: Target, end: Target) -> None:
        """Press the mouse at one place and let go at another."""

    @abstractmethod
    def tap(self, target: Target) -> None:
        """Touch with one finger and let go."""

    @abstractmethod
    def hold(self, target: Target) -> None:
        """Touch with one finger for as long as sites take for a long press, and let go."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other: single characters, Enter, Space, Escape, Tab, or Control+Enter."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type into whatever has the focus."""

    @abstractmethod
    def shot(self, path: Path) -> None:
        """Write what is visible to a PNG file."""

    @abstractmethod
    def ext_url(self, path: str) -> str:
        """The address of a file of the extension in this browser."""

    @abstractmethod
    def background(self, message: dict[str, Any]) -> Any:
        """Send a message to the background from a page of the extension; the answer."""

    @abstractmethod
    def extension_js(self, body: str, *args: Any) -> Any:
        """Run an asynchronous body in a page of the extension, where `api` is the extension API."""

    @abstractmethod
    def stop_background(self) -> None:
        """Stop the service worker or event page, as the browser does when it is idle."""

    @abstractmethod
    def extension_errors(self) -> list[str]:
        """What the browser holds against the extension: manifest and run-time errors."""

    @abstractmethod
    def _read_prompt(self) -> dict[str, Any] | None:
        """Run READ_PROMPT in our closed shadow root."""

    def place(self, target: Target) -> tuple[float, float]:
        """The viewport pixel of a target; a selector is scrolled into view first."""
        if not isinstance(target, str):
            return target
        box = until(
            lambda: self.js(
                """const element = document.querySelector(args[0]);
                if (!element) return null;
                element.scrollIntoView({ block: 'center', behavior: 'instant' });
                const box = element.getBoundingClientRect();
                return box.width && [box.x + box.width / 2, box.y + box.height / 2];""",
                target,
            ),
            f"{target} to be on the page",
        )
        return box[0], box[1]

    def focus(self, selector: str) -> None:
        """Give an element the keyboard focus."""
        self.js("document.querySelector(args[0]).focus();", selector)

    def prompt(self) -> Prompt | None:
        """Our dialog, or None while it is not open."""
        read = self._read_prompt()
        if read is None:
            return None
        buttons = [Button(**button) for button in read.pop("buttons")]
        return Prompt(**read, buttons=buttons)

    def wait_prompt(self) -> Prompt:
        """Our dialog, as soon as it is open."""
        return until(self.prompt, "our dialog to open")

    def settle(self) -> None:
        """Wait as long as our dialog, fresh on the screen, takes no key: the one that opened it may still be down."""
        time.sleep(KEY_REST_SECONDS)

    def prompt_click(self, label: str) -> None:
        """Press a control of our dialog with real input at its place, and wait until the dialog has changed."""
        before = self.wait_prompt()
        button = before.button(label)
        self.click((button.x, button.y))
        until(lambda: self.prompt() != before, f"our dialog to answer {label}")
