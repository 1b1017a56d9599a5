"""The extension in Chromium, through a page of its own and through the browser's page of extensions."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import CDPSession, Page

from tests.e2e.drivers import chromium_memory as memory
from tests.e2e.drivers import policies
from tests.e2e.drivers.base import until
from tests.e2e.drivers.chromium_process import RELOAD, ChromiumProcess

# One manifest for both browsers: this key is Firefox's, and Chromium says so to developers.
# And it notes each module of a service worker that a test stopped while it was still starting.
HARMLESS = ["'background.scripts' requires manifest version of 2 or lower.", "Failed to load the script unexpectedly"]

ALLOW_PRIVATE = (
    "(extensionId) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true })"
)

SWITCH = "(id) => chrome.management.setEnabled(id, false).then(() => chrome.management.setEnabled(id, true))"

FILL_STORAGE = """
    for (const size of [1 << 18, 1 << 14, 1 << 10, 1 << 6, 1]) {
        for (let count = 0; ; count += 1) {
            const full = await api.storage.local.set({ [`fill-${size}-${count}`]: 'x'.repeat(size) })
                .then(() => false, () => true);
            if (full) break;
        }
    }
"""


class ChromiumExtension(ChromiumProcess):
    """What is done with the extension in Chromium."""

    def background(self, message: dict[str, Any]) -> Any:
        return self.extension_js("return await api.runtime.sendMessage(args[0]);", message)

    def extension_js(self, body: str, *args: Any) -> Any:
        return self._own.evaluate(f"async (args) => {{ const api = chrome; {body} }}", list(args))

    def extension_memory(self) -> int:
        session = self._context.new_cdp_session(self._own)
        memory.collect_garbage(session, self._worker_targets(session))
        session.detach()
        return memory.of_the_extension()

    def _asking(self) -> list[Page]:
        self._own.evaluate("() => 0")  # Playwright hears of new windows only while it is being asked something.
        return [page for page in self._context.pages if page.url.startswith(self.ext_url("prompt/"))]

    @contextlib.contextmanager
    def apart(self) -> Iterator[None]:
        page = until(self._asking, "the window that asks to open")[0]
        with self._working(page, page.main_frame, self._context.new_cdp_session(page)):
            yield
        self._page.bring_to_front()

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

    def press_and_allow(self, button: str, pattern: str) -> None:
        assert self.place(button)
        self._extensions_page.evaluate(
            "([id, pattern]) => chrome.developerPrivate.addHostPermission(id, pattern)", [self._id, pattern]
        )

    def withdraw(self, pattern: str) -> None:
        self._extensions_page.evaluate(
            "([id, pattern]) => chrome.developerPrivate.removeHostPermission(id, pattern)", [self._id, pattern]
        )

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

    def switch_off_and_on(self) -> None:
        self._anew(SWITCH)

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
