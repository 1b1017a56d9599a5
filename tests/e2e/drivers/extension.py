"""The extension in a browser, whichever it is: its pages, its background, and what the browser grants and denies it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Any


class Extension(ABC):
    """What is done with the extension itself, and what the browser says of it."""

    @abstractmethod
    def ext_url(self, path: str) -> str:
        """The address of a file of the extension in this browser."""

    @abstractmethod
    def background(self, message: dict[str, Any]) -> Any:
        """Send a message to the background from a page of the extension; the answer."""

    @abstractmethod
    def extension_js(self, body: str, *args: Any) -> Any:
        """Run an asynchronous body in a page of the extension, where `api` is the extension API."""

    @abstractmethod
    def extension_memory(self) -> int:
        """The bytes that the process of our pages and our background has for itself, garbage collected."""

    @abstractmethod
    def apart(self) -> AbstractContextManager[None]:
        """Work in the window in which the extension asks for a frame too small to show the dialog, once it is open."""

    @abstractmethod
    def windows(self) -> int:
        """How many such windows are open."""

    @abstractmethod
    def in_tab(self, path: str) -> AbstractContextManager[None]:
        """Work in the tab that shows this page of the extension, as soon as it is open, and close it in the end."""

    @abstractmethod
    def popup(self) -> AbstractContextManager[None]:
        """Press the toolbar button on the page; inside the block the tab is the popup, drawn in one of its own."""

    @abstractmethod
    def press_and_allow(self, button: str, pattern: str) -> None:
        """Press a button of ours that asks for a listed site, and let the browser say yes.

        Firefox does by a preference. Chromium's question can't be pressed: there its own page gives the permission.
        """

    @abstractmethod
    def withdraw(self, pattern: str) -> None:
        """Take the permission for a match pattern back on the browser's own pages."""

    @abstractmethod
    def stop_background(self) -> None:
        """Stop the service worker or event page, as the browser does when it is idle."""

    @abstractmethod
    def deny_storage(self) -> None:
        """Leave no room for anything more that is stored. Firefox then can't even open what is there."""

    @abstractmethod
    def set_policy(self, values: dict[str, Any]) -> None:
        """Preset the extension by a policy of the browser, as an office does. Firefox heeds the first one only."""

    @abstractmethod
    def update_extension(self) -> None:
        """Put the extension in its own place, as an update does: open pages stay as they are."""

    @abstractmethod
    def switch_off_and_on(self) -> None:
        """Switch the extension off and on again, as a person does on the browser's own page."""

    @abstractmethod
    def allow_private_windows(self) -> None:
        """Let the extension work in private windows too, as a person does on the browser's own page. It starts anew."""

    @abstractmethod
    def extension_errors(self) -> list[str]:
        """What the browser holds against the extension: manifest and run-time errors."""
