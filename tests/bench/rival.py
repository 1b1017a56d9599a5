"""The obvious design, for comparison: a named list of `regex`, then a loop over 300 patterns with a time limit.

It is the straight way to write this product. Names are looked for in a normalised text without case, and masked, so
that every pattern sees a placeholder. Disguises are not undone and cues are not asked for: it has less to do than we.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

import regex

from .wording import NAME_WORD

_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Rival:
    """The named list, and each rule's points and patterns."""

    names: Any
    rules: list[tuple[int, list[Any]]]


def build_rival(names: list[str], regexes: list[list[str]], points: list[int]) -> Rival:
    """Compile the named list and the patterns."""
    listed = regex.compile(r"(?<![\w@#])\L<names>(?!\w)", names=names)
    rules = [(weight, [regex.compile(source) for source in rule]) for weight, rule in zip(points, regexes, strict=True)]
    return Rival(listed, rules)


def score_rival(rival: Rival, text: str) -> dict[str, Any]:
    """Return the points with the spans of names and of each rule's first hit, in the normalised text."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    names = [match.span() for match in rival.names.finditer(plain, timeout=_SECONDS * 20)]
    pieces: list[str] = []
    at = 0
    for start, end in names:
        pieces += (plain[at:start], NAME_WORD)
        at = end
    masked = "".join((*pieces, plain[at:]))
    hits: list[tuple[int, int, int]] = []
    total = 30 if names else 0
    for number, (points, patterns) in enumerate(rival.rules):
        found = None
        for pattern in patterns:
            match = pattern.search(masked, timeout=_SECONDS)
            if match is not None and (found is None or match.start() < found[0]):
                found = match.span()
        if found is not None:
            hits.append((number, *found))
            total += points
    return {"points": max(0, min(200, total)), "names": names, "hits": hits}
