"""Fold a text to lower-case ASCII (SPEC 1), keeping the way back to the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

_NON_ASCII: Final = re.compile("[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class FoldTable:
    """What every code point beyond ASCII becomes; what is not listed becomes a space (SPEC 1.2)."""

    text: dict[str, str]

    def replace(self, match: re.Match[str]) -> str:
        """Fold one run of characters beyond ASCII."""
        text = self.text
        return "".join([text.get(char, " ") for char in match[0]])


def build_fold_table(spec: dict[str, Any]) -> FoldTable:
    """Expand the bundle's ``fold`` section: ``ignore`` ranges, ``runs`` and ``map`` (SPEC 1.3)."""
    text: dict[str, str] = {}
    for first, last in spec["ignore"]:
        for point in range(first, last + 1):
            text[chr(point)] = ""
    for first, letters in spec["runs"]:
        for step, letter in enumerate(letters):
            text[chr(first + step)] = letter
    for point, word in spec["map"]:
        text[chr(point)] = word
    return FoldTable(text)


def fold(table: FoldTable, text: str) -> str:
    """Return ``text`` in lower-case ASCII; its length may differ from the original's."""
    if text.isascii():
        return text.lower()
    return _NON_ASCII.sub(table.replace, text).lower()


def original_offsets(table: FoldTable, text: str) -> list[int]:
    """Return for every folded offset the code point it came from.

    The list has one entry a folded character. Only asked for when evidence is reported.
    """
    offsets: list[int] = []
    folded, at = table.text, 0
    for run in _NON_ASCII.finditer(text):
        start, end = run.span()
        offsets += range(at, start)
        for position in range(start, end):
            offsets += [position] * len(folded.get(text[position], " "))
        at = end
    offsets += range(at, len(text))
    return offsets
