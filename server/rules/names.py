"""Turn written names into token sequences (SPEC 3.1)."""

from __future__ import annotations

import re
import unicodedata

from server.engine.fold import FoldTable, fold

_TOKEN = re.compile("[@#]?[a-z0-9]+")


def tokens_of(table: FoldTable, text: str) -> str:
    """Return the folded tokens of a name, joined by single spaces."""
    return " ".join(_TOKEN.findall(fold(table, text)))


def handle_tokens(table: FoldTable, handle: str) -> str:
    """Return the tokens of an account name as they stand in a text, with the leading @."""
    return tokens_of(table, "@" + handle.removeprefix("@"))


def pair_variants(name: str) -> list[str]:
    """Return the ways a pair's short name is written: ``A-B`` is also ``A dan B``."""
    parts = [part.strip() for part in re.split("[-–—]|&| dan ", name) if part.strip()]
    return [" ".join(parts), " dan ".join(parts)] if len(parts) == 2 else [name]


def slug(text: str) -> str:
    """Return an ASCII kebab-case id for a name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def anchor_places(texts: list[str], frequency: dict[str, int]) -> dict[str, int]:
    """Return for every alias the place of its anchor: its rarest word (SPEC 3.2).

    ``frequency`` says how often a word occurs in a million words; words that are not in it are rare, and of those the
    one that the fewest aliases share is taken.
    """
    uses: dict[str, int] = {}
    for text in texts:
        for word in set(text.split(" ")):
            uses[word] = uses.get(word, 0) + 1
    places: dict[str, int] = {}
    for text in texts:
        words = text.split(" ")
        places[text] = min(
            range(len(words)), key=lambda at: (frequency.get(words[at], 0), uses[words[at]], -len(words[at]), at)
        )
    return places
