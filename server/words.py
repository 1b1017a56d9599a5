"""The words of the playground page, which server and page read from the same files."""

from __future__ import annotations

import json
from pathlib import Path

_FOLDER = Path(__file__).with_name("static") / "playground" / "words"


def page_words(language: str) -> dict[str, str]:
    """Return the words of a language, ``id`` or ``en``, by their keys."""
    words: dict[str, str] = json.loads((_FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return words
