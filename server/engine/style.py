"""Tell how a text is written, whatever it says (SPEC 6.3)."""

from __future__ import annotations

import re
from typing import Final

HEADLINE: Final = "<headline>"
_WORD: Final = re.compile("[A-Za-z]{4,}")
_CAPITALS_MIN: Final = 2
_SMALL_SHARE: Final = 4


def is_headline(text: str, small_words: frozenset[str]) -> bool:
    """Say whether a text begins nearly all of its longer words with a capital letter, as headlines do.

    ``small_words`` are those that headlines write small; they say nothing.
    """
    words = [word for word in _WORD.findall(text) if word not in small_words]
    capitals = len([1 for word in words if word[0] <= "Z" and word[1:].islower()])
    return capitals >= _CAPITALS_MIN and len([1 for word in words if word[0] > "Z"]) * _SMALL_SHARE <= capitals
