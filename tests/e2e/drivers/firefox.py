"""Firefox through Marionette, its own test protocol."""

from __future__ import annotations

import base64
import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.e2e.drivers import heard
from tests.e2e.drivers.base import OURS, until
from tests.e2e.drivers.firefox_extension import FirefoxExtension
from tests.e2e.drivers.firefox_hands import FirefoxHands
from tests.e2e.drivers.firefox_process import SCREEN
from tests.e2e.drivers.hands import Target

# For pages as narrow as a phone: Firefox makes no window as narrow.
ZOOM = 2


class Firefox(FirefoxHands, FirefoxExtension):
    """The system's Firefox, headless, with the Indonesian locale."""

    name = "firefox"

    def goto(self, url: str) -> None:
        self._marionette.navigate(url)
        self.unread = True

    def back(self) -> None:
        self._marionette.go_back()
        self.unread = True

    def js(self, body: str, *args: Any) -> Any:
        return self._marionette.execute_script(f"const args = [...arguments]; {body}", script_args=args, sandbox=None)

    def ajs(self, body: str, *args: Any) -> Any:
        answer = self._marionette.execute_async_script(
            f"""const done = arguments[arguments.length - 1];
            (async (args) => {{ {body} }})([...arguments].slice(0, -1))
                .then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));""",
            script_args=args,
            sandbox=None,
        )
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    @contextlib.contextmanager
    def inside(self, frame: str) -> Iterator[None]:
        self.arrive()
        self._marionette.switch_to_frame(self._marionette.find_element("css selector", frame))
        until(lambda: self.js("return document.readyState === 'complete';"), f"{frame} to be loaded")
        try:
            yield
        finally:
            self._marionette.switch_to_window(self._tab, focus=False)
            self._marionette.switch_to_frame()

    def look(
        self, size: tuple[int, int] | None = None, dark: bool = False, still: bool = False, forced: bool = False
    ) -> None:
        around = self._privileged("return window.outerHeight - window.gBrowser.selectedBrowser.clientHeight;")
        width, height = (ZOOM * size[0], ZOOM * size[1] + around) if size else SCREEN
        self._marionette.set_window_rect(width=width, height=height)
        self._privileged(
            """const { browsingContext } = window.gBrowser.selectedBrowser;
            [browsingContext.fullZoom, browsingContext.prefersColorSchemeOverride,
                browsingContext.prefersReducedMotionOverride, browsingContext.forcedColorsOverride] = arguments;""",
            ZOOM if size else 1,
            "dark" if dark else "light",
            "reduce" if still else "no-preference",
            "active" if forced else "none",
        )

    def open_roots(self) -> None:
        self._marionette.execute_script(
            """const { cloneInto, waiveXrays } = Components.utils;
            for (const host of document.querySelectorAll(arguments[0])) {
                const open = waiveXrays(cloneInto({ configurable: true }, window));
                open.value = waiveXrays(host.openOrClosedShadowRoot);
                waiveXrays(window).Object.defineProperty(waiveXrays(host), 'shadowRoot', open);
            }""",
            script_args=[OURS],
            sandbox="system",
        )

    def shot(self, path: Path) -> None:
        with path.open("wb") as file:
            self._marionette.save_screenshot(file, full=False)

    def pdf(self) -> bytes:
        margin = dict.fromkeys(("top", "bottom", "left", "right"), 1.0)
        paper = {"page": {"width": 21.0, "height": 29.7}, "margin": margin}
        printed: str = self._marionette._send_message("WebDriver:Print", paper, key="value")
        return base64.b64decode(printed)

    def download(self, target: Target) -> tuple[str, str]:
        folder = Path(tempfile.mkdtemp(prefix="downloads-", dir=self._folder))
        self._privileged(
            """Services.prefs.setIntPref('browser.download.folderList', 2);
            Services.prefs.setStringPref('browser.download.dir', arguments[0]);""",
            str(folder),
        )
        self.click(target)
        saved = until(lambda: self._saved(folder), "the file to be saved")
        return saved.name, saved.read_text(encoding="utf-8")

    @staticmethod
    def _saved(folder: Path) -> Path | None:
        """While it comes, an empty file holds the name and another the bytes, in no certain order."""
        files = list(folder.iterdir())
        return files[0] if len(files) == 1 and files[0].suffix != ".part" and files[0].stat().st_size else None

    def _read_tree(self) -> dict[str, Any] | None:
        tree: dict[str, Any] | None = self._marionette.execute_script(heard.IN_FIREFOX, sandbox="system")
        return tree

    def closed(self, host: str, body: str) -> Any:
        return self._marionette.execute_script(
            f"""const root = document.querySelector(arguments[0])?.openOrClosedShadowRoot;
            if (!root) return null;
            {body}""",
            [host],
            sandbox="system",
        )
