"""One visual language: the question, our pages and the server's share ink, paper and violet, and the mark."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})\b")
PAGES = "extension/lib/style.css"
SHARED = {"paper", "ink", "line", "violet", "on-violet"}
# Red, yellow, green, blue and orange each belong to a party.
NEUTRAL_SPREAD = 40
VIOLET = range(250, 275)


def colours(name: str) -> list[dict[str, str]]:
    """The colours of a file by name: in the light and in the dark."""
    light, dark = (ROOT / name).read_text(encoding="utf-8").split("prefers-color-scheme: dark", 1)
    return [dict(COLOUR.findall(light)), dict(COLOUR.findall(dark))]


@pytest.mark.parametrize("name", ["extension/content/prompt/style.js", "server/static/base.css"])
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_a_colour_of_one_name_is_the_same_everywhere(name: str, scheme: int) -> None:
    here, there = colours(name)[scheme], colours(PAGES)[scheme]
    assert here.keys() >= SHARED
    assert {key: here[key] for key in here.keys() & there.keys()} == {
        key: there[key] for key in here.keys() & there.keys()
    }


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_is_ink_paper_or_violet(scheme: int) -> None:
    for value in colours(PAGES)[scheme].values():
        red, green, blue = (int(value[start : start + 2], 16) for start in (1, 3, 5))
        hue = round(colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)[0] * 360)
        assert max(red, green, blue) - min(red, green, blue) < NEUTRAL_SPREAD or hue in VIOLET


def test_the_server_bears_the_mark_of_the_extension() -> None:
    assert (ROOT / "server/static/mark.svg").read_bytes() == (ROOT / "extension/icons/icon.svg").read_bytes()
