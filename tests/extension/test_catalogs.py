"""Every text is there in both languages, and every page uses texts that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

EXTENSION = Path(__file__).parents[2] / "extension"
CATALOGS = {
    language: json.loads((EXTENSION / "_locales" / language / "messages.json").read_text(encoding="utf-8"))
    for language in ("id", "en")
}
PLACES = re.compile(r"\$[1-9]")


def test_both_languages_have_the_same_texts() -> None:
    assert CATALOGS["id"].keys() == CATALOGS["en"].keys()


def test_the_texts_are_sorted() -> None:
    for catalog in CATALOGS.values():
        assert list(catalog) == sorted(catalog)


def test_both_languages_fill_in_the_same_places() -> None:
    different = [
        key
        for key, entry in CATALOGS["id"].items()
        if sorted(PLACES.findall(entry["message"])) != sorted(PLACES.findall(CATALOGS["en"][key]["message"]))
    ]
    assert different == []


def test_every_text_of_a_page_is_in_the_catalog() -> None:
    pages = [path.read_text(encoding="utf-8") for path in EXTENSION.glob("*/*.html")]
    used = {key for page in pages for key in re.findall(r'data-i18n(?:-[a-z]+)?="(\w+)"', page)}
    assert used
    assert used - CATALOGS["id"].keys() == set()


def test_no_text_accuses() -> None:
    texts = " ".join(entry["message"] for catalog in CATALOGS.values() for entry in catalog.values()).lower()
    assert "melanggar" not in texts
    assert "violat" not in texts
