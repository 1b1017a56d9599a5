"""Takes pictures of what a browser shows, few colours and small files."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tests.e2e.drivers import Driver

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
# What the Chrome Web Store shows.
STORE = (1280, 800)
# As wide as the panel below the toolbar button.
PANEL = 360
COLOURS = 48
# Around what is cut out of a screen, in pixels.
MARGIN = 8


class Camera:
    """Takes pictures of what the browser shows, into files named after the screen, the language and the look."""

    def __init__(self, browser: Driver, folder: Path) -> None:
        self.browser, self._folder = browser, folder
        self.language = ""

    def take(self, name: str, size: tuple[int, int] | None = STORE, dark: bool = False) -> None:
        """The screen; without a size the panel is as high as what stands in it."""
        width, height = size or (PANEL, self._height(PANEL))
        self.browser.look((width, height), dark=dark, still=True)
        self._keep(f"{name}-{self.language}{'-dark' if dark else ''}")

    def both(self, name: str, size: tuple[int, int] | None = STORE) -> None:
        """The screen in the light and in the dark."""
        self.take(name, size)
        self.take(name, size, dark=True)

    def cut(self, name: str, size: tuple[int, int], *ends: str) -> None:
        """The part of the screen that holds these elements, the topmost first, with a margin."""
        self.browser.look(size, still=True)
        found = self.browser.js(
            """const [margin, ...ends] = args;
            document.querySelector(ends[0]).scrollIntoView();
            scrollBy(0, -margin);
            const boxes = ends.map((one) => document.querySelector(one).getBoundingClientRect());
            const side = (name, most) => Math[most](...boxes.map((box) => box[name]));
            return [side('left', 'min'), side('top', 'min'), side('right', 'max'), side('bottom', 'max')];""",
            MARGIN,
            *ends,
        )
        left, top, right, bottom = (round(edge) for edge in found)
        self._keep(f"{name}-{self.language}", (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN))

    def _height(self, width: int) -> int:
        self.browser.look((width, 200))
        height: int = self.browser.js("return document.documentElement.scrollHeight;")
        return height

    def _keep(self, name: str, box: tuple[int, int, int, int] | None = None) -> None:
        """Few colours make a small file, and these screens have few."""
        raw = self._folder / f"{name}.png"
        self.browser.shot(raw)
        buffer = io.BytesIO()
        Image.open(raw).convert("RGB").crop(box).quantize(COLOURS, dither=Image.Dither.NONE).save(
            buffer, "PNG", optimize=True
        )
        (PICTURES / raw.name).write_bytes(buffer.getvalue())
