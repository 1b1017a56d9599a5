"""Every text is there in both languages, further languages fit them, and every page uses texts that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parents[2] / "extension"
CATALOGS = {
    language: json.loads((EXTENSION / "_locales" / language / "messages.json").read_text(encoding="utf-8"))
    for language in ("id", "en")
}
FURTHER = sorted(path.parent.name for path in (EXTENSION / "_locales").glob("*/messages.json"))
CODES = set(re.findall(r'"([a-z]{2,3})"', (EXTENSION / "lib" / "languages.js").read_text(encoding="utf-8")))
# "Nama Calon Bupati - Nama Calon Wakil", which takes the place of $1.
WORDS_OF_A_PAIR = 7
LONGEST_QUESTION = 30
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


def faults(code: str, catalog: dict[str, dict[str, str]]) -> list[str]:
    """What is wrong with the texts of a further language, which may be any of the Indonesian ones."""
    texts = {key: entry["message"] for key, entry in catalog.items()}
    known = {key: entry["message"] for key, entry in CATALOGS["id"].items()}
    same = {
        key: sorted(PLACES.findall(text)) == sorted(PLACES.findall(known.get(key, text))) for key, text in texts.items()
    }
    return [
        *([] if code in CODES else [f"{code}: not in LANGUAGES of lib/languages.js"]),
        *([] if texts.get("localeCode") == code else ["localeCode: not the name of the folder"]),
        *([] if texts.get("localeName") else ["localeName: how the language calls itself is missing"]),
        *([] if list(texts) == sorted(texts) else ["not sorted"]),
        *(f"{key}: no such text" for key in texts if key not in known),
        *(f"{key}: other places than in Indonesian" for key, fits in same.items() if not fits),
        *(f"the question has {words} words" for words in [question_words(known | texts)] if words > LONGEST_QUESTION),
    ]


@pytest.mark.parametrize("code", FURTHER)
def test_a_language_fits_the_indonesian_texts(code: str) -> None:
    path = EXTENSION / "_locales" / code / "messages.json"
    assert faults(code, json.loads(path.read_text(encoding="utf-8"))) == []


def test_a_few_texts_are_enough_for_a_language() -> None:
    texts = {"localeCode": "jv", "localeName": "Basa Jawa", "popupPausedSite": "... $1 ..."}
    assert faults("jv", {key: {"message": text} for key, text in texts.items()}) == []


def test_what_is_wrong_with_a_language_is_named() -> None:
    texts = {"popupPausedSite": "...", "popupNever": "...", "promptActLike": "kata " * 30}
    assert faults("xx", {key: {"message": text} for key, text in texts.items()}) == [
        "xx: not in LANGUAGES of lib/languages.js",
        "localeCode: not the name of the folder",
        "localeName: how the language calls itself is missing",
        "not sorted",
        "popupNever: no such text",
        "popupPausedSite: other places than in Indonesian",
        "the question has 55 words",
    ]


def test_every_text_of_a_page_is_in_the_catalog() -> None:
    pages = [path.read_text(encoding="utf-8") for path in EXTENSION.glob("*/*.html")]
    used = {key for page in pages for key in re.findall(r'data-i18n(?:-[a-z]+)?="(\w+)"', page)}
    assert used
    assert used - CATALOGS["id"].keys() == set()


def test_the_question_is_short_whatever_is_asked() -> None:
    for catalog in CATALOGS.values():
        assert question_words({key: entry["message"] for key, entry in catalog.items()}) <= LONGEST_QUESTION


def question_words(texts: dict[str, str]) -> int:
    """How many words the longest question has, with the longest name in it."""
    parts = ("promptAct[A-Z]", "promptSeen", "promptRule", "prompt(Support|Oppose|Neutral|Mention)")
    longest = [max(len(text.split()) for key, text in texts.items() if re.match(part, key)) for part in parts]
    return sum(longest) - 1 + WORDS_OF_A_PAIR


def test_every_link_of_a_page_leads_to_a_page() -> None:
    for path in EXTENSION.glob("*/*.html"):
        links = re.findall(r'(?:href|src)="([^"#]+)"', path.read_text(encoding="utf-8"))
        assert [link for link in links if not (path.parent / link).is_file()] == []


def test_the_rules_are_one_press_away_from_popup_and_options() -> None:
    for page in ("popup/popup.html", "options/options.html"):
        assert "../guide/guide.html" in (EXTENSION / page).read_text(encoding="utf-8")


def test_no_text_accuses() -> None:
    paths = (EXTENSION / "_locales").glob("*/messages.json")
    texts = " ".join(path.read_text(encoding="utf-8") for path in paths).lower()
    assert "melanggar" not in texts
    assert "violat" not in texts
