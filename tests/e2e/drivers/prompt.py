"""Our dialog, as a person would find it on the screen."""

from __future__ import annotations

from dataclasses import dataclass

CANCEL, PROCEED, WHY, GUIDE, WRONG = "Batal", "Lanjutkan", "Kenapa?", "Buka halaman Aturan", "Salah tandai"

# The dialog ignores keys for 400 ms after it opened; see extension/content.
KEY_REST_SECONDS = 0.45


@dataclass(frozen=True)
class Button:
    """A control of our dialog, with the middle of its box in viewport pixels; not `armed` while it answers nothing."""

    label: str
    x: float
    y: float
    armed: bool


@dataclass(frozen=True)
class Prompt:
    """Our dialog as a person would find it on the screen."""

    text: str
    name: str
    layout: str
    focused: str
    buttons: list[Button]
    marked: list[str]

    @property
    def labels(self) -> list[str]:
        """The labels of the visible controls, in their order."""
        return [button.label for button in self.buttons]

    def button(self, label: str) -> Button:
        """The control that carries `label`."""
        return next(button for button in self.buttons if button.label == label)
