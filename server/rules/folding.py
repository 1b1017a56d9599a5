"""Make the bundle's table of code points from folding.toml (SPEC 1)."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Any

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def compile_fold(source: dict[str, Any]) -> dict[str, Any]:
    """Return the ``fold`` section: ``ignore`` ranges, ``runs`` of one letter a code point, ``map`` for the rest."""
    look = {char: letter for chars, letter in source["lookalikes"].items() for char in chars}
    table = {ord(char): letter for char, letter in look.items()}
    # The other case of a look-alike looks alike as well; a letter whose other case is ASCII is left out.
    for char, letter in look.items():
        upper = char.upper()
        if len(upper) == 1 and not upper.isascii():
            table.setdefault(ord(upper), letter)
    for first, last in source["decompose"]:
        for point in range(int(first, 16), int(last, 16) + 1):
            plain = _plain(chr(point), look)
            if plain:
                table[point] = plain
    for entry in source["enclosed"]:
        table.update({int(entry["first"], 16) + step: letter for step, letter in enumerate(_ALPHABET)})
    table.update({ord(sign): f" {word} " for sign, word in source["signs"].items()})
    ignore = [[int(first, 16), int(last, 16)] for first, last in source["ignore"]]
    for first, last in ignore:
        for point in range(first, last + 1):
            table.pop(point, None)
    singles = sorted(point for point, text in table.items() if len(text) == 1)
    runs: list[list[Any]] = []
    for point, before in zip(singles, [None, *singles], strict=False):
        if before is not None and point == before + 1:
            runs[-1][1] += table[point]
        else:
            runs.append([point, table[point]])
    return {
        "ignore": sorted(ignore),
        "runs": runs,
        "map": [[point, table[point]] for point in sorted(table) if len(table[point]) > 1],
    }


def _plain(char: str, look: dict[str, str]) -> str:
    """Return the ASCII reading of one character, or an empty text where it has none."""
    if unicodedata.category(char) == "Cn":
        return ""
    parts = [part for part in unicodedata.normalize("NFKD", char) if not unicodedata.category(part).startswith("M")]
    text = "".join(look.get(part.lower(), part.lower()) for part in parts)
    text = re.sub("[().]", " ", text)
    return text if re.fullmatch("[a-z0-9 ]+", text) else ""


def check_fold(source: dict[str, Any]) -> list[str]:
    """Return what is wrong in folding.toml beyond its schema."""
    ranges = sorted((int(first, 16), int(last, 16)) for first, last in source["ignore"])
    wrong = [f"ignore: {low[1]:04X} overlaps {high[0]:04X}" for low, high in pairwise(ranges) if low[1] >= high[0]]
    wrong += [
        f"{key}: {first}-{last} ends before it begins"
        for key in ("ignore", "decompose")
        for first, last in source[key]
        if int(first, 16) > int(last, 16)
    ]
    wrong += [f"signs: {sign!r} must be one code point" for sign in source["signs"] if len(sign) != 1]
    return wrong
