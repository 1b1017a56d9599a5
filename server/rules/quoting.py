"""The texts of a context, and the words of it that a piece of evidence points at."""

from __future__ import annotations

from typing import Any

_PASSED_OVER = ("site", "surface", "act", "date", "kind")


def fields_of(context: dict[str, Any]) -> list[tuple[str, str]]:
    """Return every text of a context by the name of its field, ``text`` first."""
    found: list[tuple[str, str]] = []
    for key, part in sorted(context.items(), key=lambda item: item[0] != "text"):
        if key in _PASSED_OVER:
            continue
        if isinstance(part, str):
            found.append((key, part))
        else:
            inner = enumerate(part) if isinstance(part, list) else part.items()
            found += [(f"{key}.{name}", text) for name, text in inner if name not in _PASSED_OVER]
    return [(name, text) for name, text in found if text]


def words_at(context: dict[str, Any], item: dict[str, Any]) -> str:
    """Return the words that an entry of the evidence stands on; empty where it stands on none (limits, addresses)."""
    texts = dict(fields_of(context))
    return " ".join(texts.get(item["field"], "")[item["start"] : item["end"]].split())
