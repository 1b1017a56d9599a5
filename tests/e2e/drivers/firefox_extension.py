"""The extension in Firefox, through a tab of its own and through the browser's privileged scripts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from tests.e2e.drivers import policies
from tests.e2e.drivers.base import until
from tests.e2e.drivers.firefox_process import FirefoxProcess
from tests.e2e.drivers.firefox_settings import (
    ALLOW_PRIVATE,
    COLLECT_GARBAGE,
    DENY_STORAGE,
    EXTENSION_MEMORY,
    HARMLESS,
    SWITCH,
)


class FirefoxExtension(FirefoxProcess):
    """What is done with the extension in Firefox."""

    def background(self, message: dict[str, Any]) -> Any:
        return self.extension_js("return await api.runtime.sendMessage(args[0]);", message)

    def extension_js(self, body: str, *args: Any) -> Any:
        with self._own_tab():
            return self.ajs(f"const api = browser; {body}", *args)

    def extension_memory(self) -> int:
        with self._own_tab():
            self._marionette.execute_script(COLLECT_GARBAGE, sandbox="system")
        with self._marionette.using_context("chrome"):
            return int(self._marionette.execute_async_script(EXTENSION_MEMORY))

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

    def stop_background(self) -> None:
        """Asked again if it did not end: a page that is being looked at may wake it in the same moment."""
        stop = """const { extension } = policy;
            return extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
                .then(() => extension.backgroundState);"""
        until(lambda: self._policy(stop) == "stopped", "the event page to stop")

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

    def switch_off_and_on(self) -> None:
        self._anew(SWITCH)

    def allow_private_windows(self) -> None:
        self._anew(ALLOW_PRIVATE)

    def _anew(self, how: str) -> None:
        """Do to the extension what ends all of its pages."""
        self._close_own()
        with self._marionette.using_context("chrome"):
            self._marionette.execute_async_script(how, script_args=[self._gecko_id])
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
