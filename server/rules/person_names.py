"""Read people's names off election offices' lists: capitals and titles go, nicknames stand by themselves."""

from __future__ import annotations

import re

_TITLE = (
    r"(?:\([CP]\)|DRS?|DRA|DRG|DRH|IR|H|HJ|HI|KH|PROF|UST|USTADZ|TGK|PNT|ARS|GRA|KOL|CKM|\(PURN\)|TUAN GURU|LL|G)\.?\s"
)
_TITLES = re.compile(rf"^(?:{_TITLE})+(?=\S{{2}})", re.IGNORECASE)
_NICKNAME = re.compile(r"\(([^()]{3,})\)|(?<=[A-Z]{4} )ALIAS\s+(.+?)(?:,|$)", re.IGNORECASE)
_LOWER = {"bin", "binti", "br"}
_RANKS = {"dt", "dg", "hi", "mhd"}
_WORDS_OF_TWO = {"al", "el", "la", "wa", "ua", "do", "da", "de", "di", "ud", "tu"}
_NO_NICKNAME = re.compile(r"(?i)purn|h\.?c|hons|acc|han|pd|k|p|c")


def proper_case(name: str) -> str:
    """Return a name in capitals as people write it: initials stay large, particles small."""
    return " ".join(_proper_word(word, first=place == 0) for place, word in enumerate(name.split()))


def _proper_word(word: str, first: bool) -> str:
    plain = word.strip(".").lower()
    if plain in _LOWER and not first:
        return plain
    if plain in _RANKS:
        return plain.title() + "."
    initials = len(plain) == 1 or not re.search("[aeiouy]", plain)
    if "." in word.strip(".") or initials or (len(plain) == 2 and not first and plain not in _WORDS_OF_TWO):
        return word.upper() if len(plain) < 4 else word.title()
    written = word.rstrip(".") if len(plain) > 3 else word
    return re.sub("(?:^|(?<=[-.]))'?[a-z]", lambda start: start.group().upper(), written.lower())


def plain_name(written: str, cleaned: str) -> tuple[str, list[str]]:
    """Return a person's name in proper case without titles, and the nicknames that stand beside it on the list."""
    nicknames = [" ".join((found[0] or found[1]).split()) for found in _NICKNAME.findall(written)]
    name = _NICKNAME.sub("", cleaned or written.split(",", 1)[0])
    name = _TITLES.sub("", " ".join(name.replace("’", "'").strip(" ,").split()))
    kept = [nickname for nickname in nicknames if not _NO_NICKNAME.fullmatch(nickname.strip("."))]
    return proper_case(name), [proper_case(nickname) for nickname in kept]
