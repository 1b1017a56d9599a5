"""What both engines are asked in parts: the form of accounts, their places in a filter, when a list is asked; JSON."""

from __future__ import annotations

from typing import Any

# As written, as compared (SPEC 5.1).
FORMS: list[tuple[str | None, str]] = [
    ("@Rembulan", "rembulan"),
    ("@@dua", "@dua"),
    ("a@b", "a@b"),
    ("a" * 300, "a" * 300),
    ("a" * 301, ""),
    ("dua\nbaris", ""),
    ("rembul\u00e1n", ""),
    ("\u212aaum", ""),
    ("", ""),
    (None, ""),
]
KEYS = ("x:a", "x:ab", "instagram:abc", "tiktok:akun.kampanye_7", f"facebook:{'p' * 300}", "x:\x00\x7f~")
SIZES = (8, 1_000, 2**31 + 8, 2**32 - 8)
# The site, and whether a list that has every account is asked for one of it (SPEC 5.3).
ASKED: list[tuple[str | None, bool]] = [("x", True), (None, False), ("", False), ("wart\u00e1", False)]
EVERYBODY = [{"from": "2024-01-01", "to": "2024-12-31", "probes": 1, "filter": "/w=="}]
EVERYBODY_DAY = "2024-10-20"
# Of every kind, out of order (SPEC 0.6).
JSON: dict[str, Any] = {"b": "\u00e9\u2013\U0001f600\x7f", "a": [1, True, None, {"d": 0, "c": ""}]}
