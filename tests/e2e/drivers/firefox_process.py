"""Firefox's process with the extension in it, and the tabs that it begins with."""

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

from tests.e2e.drivers import policies
from tests.e2e.drivers.base import Driver, until
from tests.e2e.drivers.firefox_settings import PREFERENCES
from tools import browsers

SCREEN = (1000, 900)


class FirefoxProcess(Driver):
    """The process, the extension's own tab and the tab that the test works in."""

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

    def restart(self) -> None:
        with _untidy():
            self._marionette.restart(in_app=True)
        self._set_up()

    def ext_url(self, path: str) -> str:
        return f"moz-extension://{self._host}/{path}"


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
