"""Firefox through Marionette, its own test protocol."""

from __future__ import annotations

import base64
import contextlib
import gc
import json
import socket
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marionette_driver.addons import Addons
from marionette_driver.marionette import Marionette

from tests.e2e.drivers import heard, policies
from tests.e2e.drivers.base import OURS, Target, until
from tests.e2e.drivers.firefox_hands import FirefoxHands
from tests.e2e.drivers.firefox_settings import (
    ALLOW_PRIVATE,
    COLLECT_GARBAGE,
    DENY_STORAGE,
    EXTENSION_MEMORY,
    HARMLESS,
    PREFERENCES,
)
from tools import browsers

SCREEN = (1000, 900)
# For pages as narrow as a phone: Firefox makes no window as narrow.
ZOOM = 2


class Firefox(FirefoxHands):
    """The system's Firefox, headless, with the Indonesian locale."""

    name = "firefox"

    def _start(self) -> None:
        port = self._network.gateway.port
        ports = {"network.proxy.http_port": port, "network.proxy.ssl_port": port}
        with _untidy():
            self._marionette = Marionette(
                host="127.0.0.1",
                port=_free_port(),
                bin=str(browsers.require(browsers.FIREFOX)),
                app="fxdesktop",
                headless=True,
                prefs=PREFERENCES | ports,
                gecko_log=str(Path(tempfile.mkdtemp(prefix="firefox-", dir=self._folder)) / "gecko.log"),
                app_args=["--remote-allow-system-access"],
                workspace=str(self._folder),
                startup_timeout=120,
            )
            self._marionette.start_session()
        manifest = json.loads((self._extension / "manifest.json").read_text(encoding="utf-8"))
        self._gecko_id: str = manifest["browser_specific_settings"]["gecko"]["id"]
        self._set_up()

    def _set_up(self) -> None:
        self._marionette.timeout.script = 30
        self._marionette.set_window_rect(width=SCREEN[0], height=SCREEN[1])
        self._privileged(
            """Services.locale.availableLocales = ['en-US', 'id'];
            Services.locale.requestedLocales = ['id'];
            Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB)
                .addCertFromBase64(arguments[0], 'C,,');""",
            self._network.certificates.authority_base64,
        )
        self._policies = Path(tempfile.mkdtemp(prefix="policies-", dir=self._folder))
        self._privileged(policies.FOLDER_IN_FIREFOX, str(self._policies))
        self._tab = self._marionette.current_window_handle
        self._install()
        self._close_welcome()

    def _install(self) -> None:
        Addons(self._marionette).install(str(self._extension), temp=True)
        self._meet()

    def _meet(self) -> None:
        """Open the extension's own tab, once it is there."""
        self._host: str = until(lambda: self._policy("return policy && policy.mozExtensionHostname;"))
        self._own = self._marionette.open(type="tab", focus=False)["handle"]
        with self._own_tab():
            self._marionette.navigate(self.ext_url("options/options.html"))

    def _close_welcome(self) -> None:
        """The page that opens once must not stand in front of the tests' own."""
        ours = (self._tab, self._own)
        opened = until(lambda: [one for one in self._marionette.window_handles if one not in ours], "the welcome page")
        self._marionette.switch_to_window(opened[0])
        self._marionette.close()
        self._marionette.switch_to_window(self._tab)

    def _privileged(self, script: str, *args: Any) -> Any:
        with self._marionette.using_context("chrome"):
            return self._marionette.execute_script(script, script_args=args)

    def _policy(self, script: str, *args: Any) -> Any:
        """Run a privileged script on `policy`, which is our extension in the browser's eyes."""
        finding = "const policy = WebExtensionPolicy.getByID(arguments[0]);"
        return self._privileged(f"{finding} {script}", self._gecko_id, *args)

    @contextlib.contextmanager
    def _own_tab(self) -> Iterator[None]:
        """Work in the extension's own tab, which never comes to the front."""
        self._marionette.switch_to_window(self._own, focus=False)
        try:
            yield
        finally:
            self._marionette.switch_to_window(self._tab, focus=False)

    def close(self) -> None:
        with _untidy():
            self._marionette.quit()
            self._marionette.cleanup()
            del self._marionette
            # mozprofile removes its folder in a finaliser that fails once the interpreter is on its way out.
            gc.collect()

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

    def extension_memory(self) -> int:
        with self._own_tab():
            self._marionette.execute_script(COLLECT_GARBAGE, sandbox="system")
        with self._marionette.using_context("chrome"):
            return int(self._marionette.execute_async_script(EXTENSION_MEMORY))

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

    def ext_url(self, path: str) -> str:
        return f"moz-extension://{self._host}/{path}"

    def background(self, message: dict[str, Any]) -> Any:
        return self.extension_js("return await api.runtime.sendMessage(args[0]);", message)

    def extension_js(self, body: str, *args: Any) -> Any:
        with self._own_tab():
            return self.ajs(f"const api = browser; {body}", *args)

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

    def _asking(self) -> list[str]:
        return [handle for handle in self._marionette.window_handles if handle not in (self._tab, self._own)]

    @contextlib.contextmanager
    def apart(self) -> Iterator[None]:
        self._marionette.switch_to_window(until(self._asking, "the window that asks to open")[0])
        try:
            yield
        finally:
            self._marionette.switch_to_window(self._tab)

    def windows(self) -> int:
        return len(self._asking())

    @contextlib.contextmanager
    def in_tab(self, path: str) -> Iterator[None]:
        front = self._tab
        self._tab = until(lambda: self._tab_at(self.ext_url(path)), f"{path} to open")
        try:
            self._marionette.switch_to_window(self._tab)
            yield
        finally:
            self._marionette.close()
            self._tab = front
            self._marionette.switch_to_window(front)

    def _tab_at(self, address: str) -> str | None:
        for handle in set(self._marionette.window_handles) - {self._own, self._tab}:
            self._marionette.switch_to_window(handle, focus=False)
            found = self._marionette.get_url() == address
            self._marionette.switch_to_window(self._tab, focus=False)
            if found:
                return str(handle)
        return None

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

    def stop_background(self) -> None:
        """Asked again if it did not end: a page that is being looked at may wake it in the same moment."""
        stop = """const { extension } = policy;
            return extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
                .then(() => extension.backgroundState);"""
        until(lambda: self._policy(stop) == "stopped", "the event page to stop")

    def restart(self) -> None:
        with _untidy():
            self._marionette.restart(in_app=True)
        self._set_up()

    def deny_storage(self) -> None:
        self.stop_background()
        with self._own_tab():
            self._marionette.navigate("about:blank")
            with self._marionette.using_context("chrome"):
                self._marionette.execute_async_script(DENY_STORAGE)
            self._marionette.navigate(self.ext_url("options/options.html"))

    def set_policy(self, values: dict[str, Any]) -> None:
        policies.write_for_firefox(self._policies, self._gecko_id, values)
        assert self.extension_js("return api.storage.managed.get(null);") == values

    def update_extension(self) -> None:
        self._close_own()
        self._install()

    def allow_private_windows(self) -> None:
        self._close_own()
        with self._marionette.using_context("chrome"):
            self._marionette.execute_async_script(ALLOW_PRIVATE, script_args=[self._gecko_id])
        self._meet()

    def _close_own(self) -> None:
        self._marionette.switch_to_window(self._own, focus=False)
        self._marionette.close()
        self._marionette.switch_to_window(self._tab)

    def extension_errors(self) -> list[str]:
        errors: list[str] = self._policy(
            """const own = `moz-extension://${policy.mozExtensionHostname}/`;
            const logged = Services.console.getMessageArray()
                .filter((entry) => entry instanceof Ci.nsIScriptError && entry.sourceName.startsWith(own))
                .filter((entry) => !(entry.flags & Ci.nsIScriptError.warningFlag));
            return [...policy.extension.errors, ...policy.extension.warnings, ...logged].map(String)
                .filter((message) => !arguments[1].some((known) => message.includes(known)));""",
            HARMLESS,
        )
        return errors

    @contextlib.contextmanager
    def popup(self) -> Iterator[None]:
        subject = self._tab
        self._press_toolbar_button()
        self._tab = self._marionette.open(type="tab", focus=True)["handle"]
        self._marionette.switch_to_window(self._tab)
        self._marionette.navigate(self.ext_url("popup/popup.html"))
        try:
            yield
        finally:
            self._marionette.close()
            self._tab = subject
            self._marionette.switch_to_window(subject)

    def _press_toolbar_button(self) -> None:
        """As a person does: it lets the extension read the address of the tab in front."""
        self._policy(
            """const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
            const button = ExtensionParent.apiManager.global.browserActionFor(policy.extension);
            button.action.triggerClickOrPopup(window.gBrowser.selectedTab, { button: 0, modifiers: [] });"""
        )

    def press_and_allow(self, button: str, pattern: str) -> None:
        self.click(button)
        until(
            lambda: self._policy(
                "return policy.allowedOrigins.patterns.some((one) => one.pattern === arguments[1]);", pattern
            )
        )

    def withdraw(self, pattern: str) -> None:
        """What the switch in about:addons does."""
        self._policy(
            """const { ExtensionPermissions } =
                ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
            ExtensionPermissions.remove(
                policy.id, { permissions: [], origins: [arguments[1]], data_collection: [] }, policy.extension);""",
            pattern,
        )

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


@contextlib.contextmanager
def _untidy() -> Iterator[None]:
    """Marionette knocks at the port until Firefox answers, and leaves each socket to the garbage collector."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
