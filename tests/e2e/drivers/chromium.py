"""Chromium through Playwright and the DevTools protocol."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Error

from tests.e2e.drivers import heard
from tests.e2e.drivers.base import OURS, until
from tests.e2e.drivers.chromium_extension import ChromiumExtension
from tests.e2e.drivers.chromium_hands import ChromiumHands
from tests.e2e.drivers.chromium_process import SCREEN
from tests.e2e.drivers.hands import Target

OPEN_ROOT = "function (value) { Object.defineProperty(this, 'shadowRoot', { value, configurable: true }); }"


class Chromium(ChromiumHands, ChromiumExtension):
    """The system's Chromium, headless, with the Indonesian locale."""

    name = "chromium"

    def goto(self, url: str) -> None:
        self._page.goto(url)
        self.unread = True

    def back(self) -> None:
        # A page that was kept loads nothing.
        self._page.go_back(wait_until="commit")
        self.unread = True

    def js(self, body: str, *args: Any) -> Any:
        def ask() -> tuple[Any] | None:
            try:
                return (self._frame.evaluate(f"(args) => {{ {body} }}", list(args)),)
            except Error as error:
                if "Execution context was destroyed" not in str(error):
                    raise
            # The page went on to another while it was asked, and that one may be about to go on as well.
            self._frame.wait_for_load_state()
            return None

        (value,) = until(ask, "a page that stays for an answer")
        return value

    def ajs(self, body: str, *args: Any) -> Any:
        return self._frame.evaluate(f"async (args) => {{ {body} }}", list(args))

    def heap_bytes(self) -> int | None:
        self._cdp.send("HeapProfiler.collectGarbage")
        return int(self._cdp.send("Runtime.getHeapUsage")["usedSize"])

    @contextlib.contextmanager
    def inside(self, frame: str) -> Iterator[None]:
        self.arrive()
        inner = until(lambda: self._page.query_selector(frame).content_frame(), f"{frame} to be a frame")  # type: ignore[union-attr]
        inner.wait_for_load_state()
        with self._working(self._page, inner, self._context.new_cdp_session(inner)):
            yield

    def look(
        self, size: tuple[int, int] | None = None, dark: bool = False, still: bool = False, forced: bool = False
    ) -> None:
        self._page.set_viewport_size({"width": size[0], "height": size[1]} if size else SCREEN)
        self._page.emulate_media(
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
            forced_colors="active" if forced else "none",
        )

    def open_roots(self) -> None:
        for host, root in self._closed_roots():
            self._cdp.send(
                "Runtime.callFunctionOn",
                {
                    "objectId": host,
                    "functionDeclaration": OPEN_ROOT,
                    "arguments": [{"objectId": root}],
                },
            )

    def shot(self, path: Path) -> None:
        self._page.screenshot(path=path)

    def pdf(self) -> bytes:
        return self._page.pdf(prefer_css_page_size=True)

    def download(self, target: Target) -> tuple[str, str]:
        with self._page.expect_download() as saved:
            self.click(target)
        return saved.value.suggested_filename, Path(saved.value.path()).read_text(encoding="utf-8")

    def _read_tree(self) -> dict[str, Any]:
        return heard.of_chromium(self._cdp.send("Accessibility.getFullAXTree")["nodes"])

    def _closed_roots(self, selector: str = OURS) -> Iterator[tuple[str, str]]:
        """The elements of ours that a selector finds, each with its closed root, as objects of the page's world."""
        found = self._cdp.send("Runtime.evaluate", {"expression": f"[...document.querySelectorAll({selector!r})]"})
        hosts = self._cdp.send(
            "Runtime.getProperties", {"objectId": found["result"]["objectId"], "ownProperties": True}
        )
        for host in (one["value"]["objectId"] for one in hosts["result"] if one["name"].isdigit()):
            described = self._cdp.send("DOM.describeNode", {"objectId": host, "pierce": True})
            for root in described["node"].get("shadowRoots", []):
                resolved = self._cdp.send("DOM.resolveNode", {"backendNodeId": root["backendNodeId"]})
                yield host, resolved["object"]["objectId"]

    def closed(self, host: str, body: str) -> Any:
        for _, root in self._closed_roots(host):
            answer = self._cdp.send(
                "Runtime.callFunctionOn",
                {
                    "objectId": root,
                    "functionDeclaration": f"function () {{ const root = this; {body} }}",
                    "returnByValue": True,
                },
            )
            return answer["result"].get("value")
        return None
