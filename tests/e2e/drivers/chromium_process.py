"""Chromium's process with the extension in it, and the tabs that it begins with."""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from collections.abc import Iterator

from playwright.sync_api import CDPSession, Error, Frame, Page, Playwright, ViewportSize, sync_playwright

from tests.e2e.drivers.base import Driver, until
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

RELOAD = "(id) => chrome.developerPrivate.reload(id, { failQuietly: true })"


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


class ChromiumProcess(Driver):
    """The process, the extension's own tab and the tab that the test works in."""

    _page: Page
    _frame: Frame
    _cdp: CDPSession

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

    def _collect_errors(self) -> None:
        """Chromium keeps an extension's errors in developer mode only, and the manifest's since it was last loaded."""
        self._extensions_page: Page = self._context.pages[0]
        self._extensions_page.goto("chrome://extensions")
        self._extensions_page.evaluate(
            "() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })"
        )
        self._extensions_page.evaluate(RELOAD, self._id)

    def close(self) -> None:
        self._context.close()
        _shared.give_back()

    def restart(self) -> None:
        self._context.close()
        self._launch()
        self._open_tabs()

    def ext_url(self, path: str) -> str:
        return f"chrome-extension://{self._id}/{path}"

    @contextlib.contextmanager
    def _working(self, page: Page, frame: Frame, session: CDPSession) -> Iterator[None]:
        before = self._page, self._frame, self._cdp
        self._page, self._frame, self._cdp = page, frame, session
        try:
            yield
        finally:
            self._page, self._frame, self._cdp = before
