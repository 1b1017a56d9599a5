"""Chromium through Playwright and the DevTools protocol."""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Error, Frame, Page, Playwright, ViewportSize, sync_playwright

from tests.e2e.drivers import chromium_memory as memory
from tests.e2e.drivers import heard, policies
from tests.e2e.drivers.base import OURS, Target, until
from tests.e2e.drivers.chromium_hands import ChromiumHands
from tests.e2e.drivers.listing import listing
from tools import browsers

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
]

SCREEN: ViewportSize = {"width": 1000, "height": 800}

# One manifest for both browsers: this key is Firefox's, and Chromium says so to developers.
# And it notes each module of a service worker that a test stopped while it was still starting.
HARMLESS = ["'background.scripts' requires manifest version of 2 or lower.", "Failed to load the script unexpectedly"]

OPEN_ROOT = "function (value) { Object.defineProperty(this, 'shadowRoot', { value, configurable: true }); }"


RELOAD = "(id) => chrome.developerPrivate.reload(id, { failQuietly: true })"
ALLOW_PRIVATE = (
    "(extensionId) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true })"
)

FILL_STORAGE = """
    for (const size of [1 << 18, 1 << 14, 1 << 10, 1 << 6, 1]) {
        for (let count = 0; ; count += 1) {
            const full = await api.storage.local.set({ [`fill-${size}-${count}`]: 'x'.repeat(size) })
                .then(() => false, () => true);
            if (full) break;
        }
    }
"""


class _Shared(threading.local):
    """Playwright allows one of itself a thread, however many browsers hang on it."""

    playwright: Playwright | None = None
    users = 0

    def take(self) -> Playwright:
        self.playwright = self.playwright or sync_playwright().start()
        self.users += 1
        return self.playwright

    def give_back(self) -> None:
        self.users -= 1
        if self.playwright is not None and self.users == 0:
            self.playwright.stop()
            self.playwright = None


_shared = _Shared()


class Chromium(ChromiumHands):
    """The system's Chromium, headless, with the Indonesian locale."""

    name = "chromium"

    def _start(self) -> None:
        manifest = (self._extension / "manifest.json").read_text(encoding="utf-8")
        if self._allowed:
            self._extension = listing(self._extension, self._allowed, self._folder)
        self._profile = tempfile.mkdtemp(prefix="chromium-", dir=self._folder)
        self._playwright = _shared.take()
        self._launch()
        self._close_welcome()
        if self._allowed:
            (self._extension / "manifest.json").write_text(manifest, encoding="utf-8")
        self._open_tabs()

    def _launch(self) -> None:
        self._context = self._playwright.chromium.launch_persistent_context(
            self._profile,
            executable_path=browsers.require(browsers.CHROMIUM),
            headless=True,
            # Chromium refuses to start its sandbox as root, and nobody else should go without.
            chromium_sandbox=os.geteuid() != 0,
            has_touch=True,
            locale="id-ID",
            viewport=SCREEN,
            ignore_default_args=["--disable-back-forward-cache"] if self._keeps_pages else [],
            args=[
                *QUIET,
                "--lang=id",
                "--enable-unsafe-extension-debugging",
                f"--proxy-server=http://127.0.0.1:{self._network.gateway.port}",
                "--proxy-bypass-list=<-loopback>",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                f"--ignore-certificate-errors-spki-list={self._network.certificates.leaf_spki_sha256}",
                f"--disable-extensions-except={self._extension}",
                f"--load-extension={self._extension}",
            ],
        )
        self._context.set_default_timeout(15_000)
        self._id = self._extension_id()

    def _open_tabs(self) -> None:
        self._collect_errors()
        self._own: Page = until(self._own_page, "the extension to show its pages")
        self._page = self._context.new_page()
        self._cdp = self._context.new_cdp_session(self._page)
        self._frame = self._page.main_frame

    def _own_page(self) -> Page | None:
        """A tab with a page of the extension; right after the start Chromium may still refuse to show one."""
        page = self._context.new_page()
        try:
            page.goto(self.ext_url("options/options.html"))
        except Error as error:
            page.close()
            if "ERR_BLOCKED_BY_CLIENT" not in str(error):
                raise
            return None
        return page

    def _extension_id(self) -> str:
        if not self._context.service_workers:
            self._context.wait_for_event("serviceworker")
        return self._context.service_workers[0].url.split("/")[2]

    def _close_welcome(self) -> None:
        """The page that opens once must not stand in front of the tests' own."""
        address = self.ext_url("welcome/welcome.html")
        opened = [page for page in self._context.pages if page.url == address]
        page = opened[0] if opened else self._context.wait_for_event("page", lambda page: page.url == address)
        page.close()

    def close(self) -> None:
        self._context.close()
        _shared.give_back()

    def goto(self, url: str) -> None:
        self._page.goto(url)
        self.unread = True

    def back(self) -> None:
        # A page that was kept loads nothing.
        self._page.go_back(wait_until="commit")
        self.unread = True

    def js(self, body: str, *args: Any) -> Any:
        try:
            return self._frame.evaluate(f"(args) => {{ {body} }}", list(args))
        except Error as error:
            if "Execution context was destroyed" not in str(error):
                raise
        # The page went on to another while it was asked.
        self._frame.wait_for_load_state()
        return self._frame.evaluate(f"(args) => {{ {body} }}", list(args))

    def ajs(self, body: str, *args: Any) -> Any:
        return self._frame.evaluate(f"async (args) => {{ {body} }}", list(args))

    def heap_bytes(self) -> int | None:
        self._cdp.send("HeapProfiler.collectGarbage")
        return int(self._cdp.send("Runtime.getHeapUsage")["usedSize"])

    def extension_memory(self) -> int:
        session = self._context.new_cdp_session(self._own)
        memory.collect_garbage(session, self._worker_targets(session))
        session.detach()
        return memory.of_the_extension()

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

    def ext_url(self, path: str) -> str:
        return f"chrome-extension://{self._id}/{path}"

    def background(self, message: dict[str, Any]) -> Any:
        return self.extension_js("return await api.runtime.sendMessage(args[0]);", message)

    def extension_js(self, body: str, *args: Any) -> Any:
        return self._own.evaluate(f"async (args) => {{ const api = chrome; {body} }}", list(args))

    @contextlib.contextmanager
    def inside(self, frame: str) -> Iterator[None]:
        self.arrive()
        inner = until(lambda: self._page.query_selector(frame).content_frame(), f"{frame} to be a frame")  # type: ignore[union-attr]
        inner.wait_for_load_state()
        with self._working(self._page, inner, self._context.new_cdp_session(inner)):
            yield

    def _asking(self) -> list[Page]:
        self._own.evaluate("() => 0")  # Playwright hears of new windows only while it is being asked something.
        return [page for page in self._context.pages if page.url.startswith(self.ext_url("prompt/"))]

    @contextlib.contextmanager
    def apart(self) -> Iterator[None]:
        page = until(self._asking, "the window that asks to open")[0]
        with self._working(page, page.main_frame, self._context.new_cdp_session(page)):
            yield
        self._page.bring_to_front()

    @contextlib.contextmanager
    def _working(self, page: Page, frame: Frame, session: CDPSession) -> Iterator[None]:
        before = self._page, self._frame, self._cdp
        self._page, self._frame, self._cdp = page, frame, session
        try:
            yield
        finally:
            self._page, self._frame, self._cdp = before

    def windows(self) -> int:
        return len(self._asking())

    @contextlib.contextmanager
    def in_tab(self, path: str) -> Iterator[None]:
        address = self.ext_url(path)
        # Asking the first page anything lets Playwright hear of new ones.
        page = until(
            lambda: (
                self._own.evaluate("1") and next((page for page in self._context.pages if page.url == address), None)
            ),
            f"{path} to open",
        )
        try:
            with self._working(page, page.main_frame, self._context.new_cdp_session(page)):
                yield
        finally:
            page.close()
            self._page.bring_to_front()

    def download(self, target: Target) -> tuple[str, str]:
        with self._page.expect_download() as saved:
            self.click(target)
        return saved.value.suggested_filename, Path(saved.value.path()).read_text(encoding="utf-8")

    def stop_background(self) -> None:
        session = self._context.new_cdp_session(self._own)
        session.send("ServiceWorker.enable")

        def stopped() -> bool:
            """Asked again if it did not end: a page that is being looked at may wake it in the same moment."""
            session.send("ServiceWorker.stopAllWorkers")
            return not self._worker_targets(session)

        until(stopped, "the service worker to stop")
        session.detach()

    @staticmethod
    def _worker_targets(session: CDPSession) -> list[Any]:
        targets = session.send("Target.getTargets")["targetInfos"]
        return [target for target in targets if target["type"] == "service_worker"]

    def _collect_errors(self) -> None:
        """Chromium keeps an extension's errors in developer mode only, and the manifest's since it was last loaded."""
        self._extensions_page: Page = self._context.pages[0]
        self._extensions_page.goto("chrome://extensions")
        self._extensions_page.evaluate(
            "() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })"
        )
        self._extensions_page.evaluate(RELOAD, self._id)

    def restart(self) -> None:
        self._context.close()
        self._launch()
        self._open_tabs()

    def deny_storage(self) -> None:
        self.extension_js(FILL_STORAGE)

    def set_policy(self, values: dict[str, Any]) -> None:
        page = self._context.new_page()
        page.goto(policies.CHROMIUM_PAGE)
        page.evaluate(policies.SET_IN_CHROMIUM, [self._id, values])
        page.close()
        self._page.bring_to_front()
        until(lambda: self.extension_js("return api.storage.managed.get(null);") == values, "the policy to hold")

    def update_extension(self) -> None:
        self._anew(RELOAD)

    def allow_private_windows(self) -> None:
        self._anew(ALLOW_PRIVATE)
        until(lambda: self.extension_js("return api.extension.isAllowedIncognitoAccess();"), "private windows")

    def _anew(self, how: str) -> None:
        """Do to the extension what ends all of its pages."""
        self._own.close()
        self._extensions_page.evaluate(how, self._id)
        self._own = until(self._own_page, "the extension to show its pages")
        self._page.bring_to_front()

    def extension_errors(self) -> list[str]:
        info = self._extensions_page.evaluate("(id) => chrome.developerPrivate.getExtensionInfo(id)", self._id)
        messages = [error["message"] for error in info["manifestErrors"] + info["runtimeErrors"]]
        return [message for message in messages if message not in HARMLESS]

    @contextlib.contextmanager
    def popup(self) -> Iterator[None]:
        self._press_toolbar_button()
        page = self._context.new_page()
        page.goto(self.ext_url("popup/popup.html"))
        try:
            with self._working(page, page.main_frame, self._context.new_cdp_session(page)):
                yield
        finally:
            page.close()
            self._page.bring_to_front()

    def _press_toolbar_button(self) -> None:
        """As a person does: it lets the extension read the address of the tab in front."""
        browser = self._context.browser
        assert browser is not None
        session = browser.new_browser_cdp_session()

        def in_front() -> dict[str, Any] | None:
            """A tab that has just been made has no such data yet."""
            tabs = session.send("Target.getTargets", {"filter": [{"type": "tab"}]})["targetInfos"]
            return next((tab for tab in tabs if tab.get("embedderData", {}).get("tabActive")), None)

        front = until(in_front, "a tab to be in front")
        session.send("Extensions.triggerAction", {"id": self._id, "targetId": front["targetId"]})
        session.detach()

    def withdraw(self, pattern: str) -> None:
        self._extensions_page.evaluate(
            "([id, pattern]) => chrome.developerPrivate.removeHostPermission(id, pattern)", [self._id, pattern]
        )

    def press_and_allow(self, button: str, pattern: str) -> None:
        assert self.place(button)
        self._extensions_page.evaluate(
            "([id, pattern]) => chrome.developerPrivate.addHostPermission(id, pattern)", [self._id, pattern]
        )

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
