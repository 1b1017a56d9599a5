"""Firefox through Marionette, its own test protocol."""

from __future__ import annotations

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

from tests.e2e.drivers.base import LONG_PRESS_MS, READ_PROMPT, Driver, Network, Target, until
from tools import browsers

KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "Space": " ", "Control": "\ue009", "Shift": "\ue008"}

PREFERENCES: dict[str, Any] = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.w3c_touch_events.enabled": 1,
    "extensions.webextOptionalPermissionPrompts": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.http.speculative-parallel-limit": 0,
    "network.prefetch-next": False,
    "network.proxy.allow_hijacking_localhost": True,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.no_proxies_on": "",
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.type": 1,
    "network.trr.mode": 5,
    "security.OCSP.enabled": 0,
    "security.cert_pinning.enforcement_level": 0,
}

# No fault of ours: Firefox reads managed storage without this key and warns of it; and it notes each answer that
# comes for a page which has just been left.
HARMLESS = [
    "processing storage: An unexpected property",
    "Promise rejected after context unloaded",
    "Promise resolved after context unloaded",
    "Promise resolved while context is inactive",
]


class Firefox(Driver):
    """The system's Firefox, headless, with the Indonesian locale."""

    name = "firefox"

    def __init__(self, extension: Path, network: Network, folder: Path) -> None:
        ports = {"network.proxy.http_port": network.gateway.port, "network.proxy.ssl_port": network.gateway.port}
        with _untidy():
            self._marionette = Marionette(
                host="127.0.0.1",
                port=_free_port(),
                bin=str(browsers.require(browsers.FIREFOX)),
                app="fxdesktop",
                headless=True,
                prefs=PREFERENCES | ports,
                gecko_log=str(Path(tempfile.mkdtemp(prefix="firefox-", dir=folder)) / "gecko.log"),
                app_args=["--remote-allow-system-access"],
                workspace=str(folder),
                startup_timeout=120,
            )
            self._marionette.start_session()
        self._marionette.timeout.script = 30
        self._marionette.set_window_rect(width=1000, height=900)
        self._privileged(
            """Services.locale.availableLocales = ['en-US', 'id'];
            Services.locale.requestedLocales = ['id'];
            Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB)
                .addCertFromBase64(arguments[0], 'C,,');""",
            network.certificates.authority_base64,
        )
        self._gecko_id: str = json.loads((extension / "manifest.json").read_text())["browser_specific_settings"][
            "gecko"
        ]["id"]
        Addons(self._marionette).install(str(extension), temp=True)
        self._host: str = until(lambda: self._policy("return policy && policy.mozExtensionHostname;"))
        self._tab = self._marionette.current_window_handle
        self._own = self._marionette.open(type="tab", focus=False)["handle"]
        with self._own_tab():
            self._marionette.navigate(self.ext_url("options/options.html"))

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

    def _pointer(self, kind: str, place: tuple[float, float], times: int) -> None:
        sequence = self._marionette.actions.sequence("pointer", kind, {"pointerType": kind})
        sequence.pointer_move(round(place[0]), round(place[1]))
        for _ in range(times):
            sequence.pointer_down()
            sequence.pointer_up()
        sequence.perform()

    def click(self, target: Target) -> None:
        self._pointer("mouse", self.place(target), 1)

    def dblclick(self, target: Target) -> None:
        self._pointer("mouse", self.place(target), 2)

    def rightclick(self, target: Target) -> None:
        sequence = self._marionette.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        sequence.pointer_move(*map(round, self.place(target))).pointer_down(2).pointer_up(2).perform()

    def hover(self, target: Target) -> None:
        sequence = self._marionette.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        sequence.pointer_move(*map(round, self.place(target))).perform()

    def drag(self, start: Target, end: Target) -> None:
        sequence = self._marionette.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        sequence.pointer_move(*map(round, self.place(start))).pointer_down()
        sequence.pointer_move(*map(round, self.place(end))).pointer_up().perform()

    def tap(self, target: Target) -> None:
        self._pointer("touch", self.place(target), 1)

    def hold(self, target: Target) -> None:
        sequence = self._marionette.actions.sequence("pointer", "touch", {"pointerType": "touch"})
        sequence.pointer_move(*map(round, self.place(target))).pointer_down().pause(
            LONG_PRESS_MS
        ).pointer_up().perform()

    def press(self, *keys: str) -> None:
        for chord in keys:
            codes = [KEYS.get(key, key) for key in chord.split("+")]
            sequence = self._marionette.actions.sequence("key", "keyboard")
            for code in codes:
                sequence.key_down(code)
            for code in reversed(codes):
                sequence.key_up(code)
            sequence.perform()

    def type(self, text: str) -> None:
        self._marionette.actions.sequence("key", "keyboard").send_keys(text).perform()

    def shot(self, path: Path) -> None:
        with path.open("wb") as file:
            self._marionette.save_screenshot(file, full=False)

    def ext_url(self, path: str) -> str:
        return f"moz-extension://{self._host}/{path}"

    def background(self, message: dict[str, Any]) -> Any:
        return self.extension_js("return await api.runtime.sendMessage(args[0]);", message)

    def extension_js(self, body: str, *args: Any) -> Any:
        with self._own_tab():
            return self.ajs(f"const api = browser; {body}", *args)

    def stop_background(self) -> None:
        self._policy(
            """policy.extension.terminateBackground(
                { ignoreDevToolsAttached: true, disableResetIdleForTest: true });"""
        )
        until(lambda: self._policy("return policy.extension.backgroundState") == "stopped", "the event page to stop")

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

    def _read_prompt(self) -> dict[str, Any] | None:
        read: dict[str, Any] | None = self._marionette.execute_script(
            f"""const root = document.querySelector('jaga-jempol-prompt')?.openOrClosedShadowRoot;
            if (!root) return null;
            {READ_PROMPT}""",
            sandbox="system",
        )
        return read


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
