"""What a person does by hand, in any browser."""

from __future__ import annotations

from abc import ABC, abstractmethod

Target = str | tuple[float, float]

LONG_PRESS_MS = 350


class Hands(ABC):
    """Mouse, finger and keys: real input, at a selector's middle or at a place."""

    @abstractmethod
    def click(self, target: Target) -> None:
        """Press and release the mouse at a selector's middle or at a place."""

    @abstractmethod
    def dblclick(self, target: Target) -> None:
        """Two clicks in quick succession."""

    @abstractmethod
    def rightclick(self, target: Target) -> None:
        """Press and release the other button of the mouse."""

    @abstractmethod
    def hover(self, target: Target) -> None:
        """Move the mouse over a selector's middle or to a place."""

    @abstractmethod
    def drag(self, start: Target, end: Target) -> None:
        """Press the mouse at one place and let go at another."""

    @abstractmethod
    def tap(self, target: Target) -> None:
        """Touch with one finger and let go."""

    @abstractmethod
    def swipe(self, target: Target, by: int) -> None:
        """Put a finger on a target, draw it up by so many pixels and let go."""

    @abstractmethod
    def hold(self, target: Target) -> None:
        """Touch with one finger for as long as sites take for a long press, and let go."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other: single characters, Enter, Space, Escape, Tab, or Control+Enter."""

    @abstractmethod
    def keep_down(self, key: str, times: int) -> None:
        """Hold a key for as long as it takes to come so many times, and let go."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type into whatever has the focus."""

    @abstractmethod
    def compose(self, text: str) -> None:
        """Write a word by an input method (as Japanese is written), and take it by Enter."""
