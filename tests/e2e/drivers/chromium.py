"""Chromium through Playwright and the DevTools protocol."""

from __future__ import annotations

import os
import tempfile
import threading
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, Playwright, sync_playwright

from tests.e2e.drivers.base import LONG_PRESS_MS, READ_PROMPT, Driver, Network, Target, until
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

# One manifest for both browsers: this key is Firefox's, and Chromium says so to developers.
OTHER_BROWSERS_KEY = "'background.scripts' requires manifest version of 2 or lower."


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


class Chromium(Driver):
    """The system's Chromium, headless, with the Indonesian locale."""

    name = "chromium"

    def __init__(self, extension: Path, network: Network, folder: Path) -> None:
        self._context = _shared.take().chromium.launch_persistent_context(
            tempfile.mkdtemp(prefix="chromium-", dir=folder),
            executable_path=browsers.require(browsers.CHROMIUM),
            headless=True,
            # Chromium refuses to start its sandbox as root, and nobody else should go without.
            chromium_sandbox=os.geteuid() != 0,
            has_touch=True,
            locale="id-ID",
            viewport={"width": 1000, "height": 800},
            args=[
                *QUIET,
                "--lang=id",
                f"--proxy-server=http://127.0.0.1:{network.gateway.port}",
                "--proxy-bypass-list=<-loopback>",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                f"--ignore-certificate-errors-spki-list={network.certificates.leaf_spki_sha256}",
                f"--disable-extensions-except={extension}",
                f"--load-extension={extension}",
            ],
        )
        self._context.set_default_timeout(15_000)
        self._id = self._extension_id()
        self._collect_errors()
        self._own = self._context.new_page()
        self._own.goto(self.ext_url("options/options.html"))
        self._page = self._context.new_page()
        self._cdp: CDPSession = self._context.new_cdp_session(self._page)

    def _extension_id(self) -> str:
        if not self._context.service_workers:
            self._context.wait_for_event("serviceworker")
        return self._context.service_workers[0].url.split("/")[2]

    def close(self) -> None:
        self._context.close()
        _shared.give_back()

    def goto(self, url: str) -> None:
        self._page.goto(url)

    def js(self, body: str, *args: Any) -> Any:
        return self._page.evaluate(f"(args) => {{ {body} }}", list(args))

    def ajs(self, body: str, *args: Any) -> Any:
        return self._page.evaluate(f"async (args) => {{ {body} }}", list(args))

    def click(self, target: Target) -> None:
        self._page.mouse.click(*self.place(target))

    def dblclick(self, target: Target) -> None:
        self._page.mouse.dblclick(*self.place(target))

    def rightclick(self, target: Target) -> None:
        self._page.mouse.click(*self.place(target), button="right")

    def hover(self, target: Target) -> None:
        self._page.mouse.move(*self.place(target))

    def drag(self, start: Target, end: Target) -> None:
        self._page.mouse.move(*self.place(start))
        self._page.mouse.down()
        self._page.mouse.move(*self.place(end))
        self._page.mouse.up()

    def tap(self, target: Target) -> None:
        self._page.touchscreen.tap(*self.place(target))

    def hold(self, target: Target) -> None:
        x, y = self.place(target)
        self._cdp.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        self._page.wait_for_timeout(LONG_PRESS_MS)
        self._cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def shot(self, path: Path) -> None:
        self._page.screenshot(path=path)

    def ext_url(self, path: str) -> str:
        return f"chrome-extension://{self._id}/{path}"

    def background(self, message: dict[str, Any]) -> Any:
        return self.extension_js("return await api.runtime.sendMessage(args[0]);", message)

    def extension_js(self, body: str, *args: Any) -> Any:
        return self._own.evaluate(f"async (args) => {{ const api = chrome; {body} }}", list(args))

    def stop_background(self) -> None:
        session = self._context.new_cdp_session(self._own)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        until(lambda: not self._worker_targets(session), "the service worker to stop")
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
            """async (id) => {
                await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
                await chrome.developerPrivate.reload(id, { failQuietly: true });
            }""",
            self._id,
        )

    def extension_errors(self) -> list[str]:
        info = self._extensions_page.evaluate("(id) => chrome.developerPrivate.getExtensionInfo(id)", self._id)
        messages = [error["message"] for error in info["manifestErrors"] + info["runtimeErrors"]]
        return [message for message in messages if message != OTHER_BROWSERS_KEY]

    def _read_prompt(self) -> dict[str, Any] | None:
        host = self._cdp.send("Runtime.evaluate", {"expression": "document.querySelector('jaga-jempol-prompt')"})
        if "objectId" not in host["result"]:
            return None
        described = self._cdp.send("DOM.describeNode", {"objectId": host["result"]["objectId"], "pierce": True})
        roots = described["node"].get("shadowRoots")
        if not roots:
            return None
        root = self._cdp.send("DOM.resolveNode", {"backendNodeId": roots[0]["backendNodeId"]})
        answer = self._cdp.send(
            "Runtime.callFunctionOn",
            {
                "objectId": root["object"]["objectId"],
                "functionDeclaration": f"function () {{ const root = this; {READ_PROMPT} }}",
                "returnByValue": True,
            },
        )
        read: dict[str, Any] | None = answer["result"].get("value")
        return read
