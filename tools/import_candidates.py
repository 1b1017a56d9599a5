"""Turn an election office's list of pairs into a candidate list for shared_rules/contests.

    python -m tools.import_candidates LIST.csv TARGET.csv --source "KPU Sirekap, 28 November 2024" --date 2026-11-22

The list has a row a pair with the columns tingkat (bupati or walikota; others are left out), provinsi, kode, daerah,
nomor_urut, calon, wakil, kolom_kosong (1 for the empty box, which is nobody) and, where somebody made them,
calon_bersih and wakil_bersih (names without titles) and ambigu_calon and ambigu_wakil (why a name is common).
``--words`` names a file with a dictionary word a line: parts of names that are such words are marked as common too.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable
from pathlib import Path

from server.rules.names import call_name
from server.rules.tables import CANDIDATE_COLUMNS

LEVELS = {"bupati": ("regent", "Kab."), "walikota": ("mayor", "Kota")}
# In the ministry's codes cities are counted from 71 on; by its name a list may take Kotabaru for a city.
_FIRST_CITY = 71
# What makes a name common wherever it stands; a single word and two pairs of one name the compiler sees by itself.
COMMON_FLAGS = {"banyak_di_dct", "semua_kata_umum"}
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


def candidate_row(row: dict[str, str], words: set[str], source: str, date: str) -> dict[str, str]:
    """Return one pair in the columns of a candidate list."""
    code = row.get("kode", "")[2:]
    office = row["tingkat"] if not code else "walikota" if int(code) >= _FIRST_CITY else "bupati"
    level, prefix = LEVELS[office]
    area = re.sub(r"^(?:KOTA|KABUPATEN|KAB\.?)\s", "", row["daerah"])
    result = dict.fromkeys(CANDIDATE_COLUMNS, "") | {
        "level": level, "province": proper_case(row["provinsi"]), "area": f"{prefix} {proper_case(area)}",
        "number": row["nomor_urut"], "source": source, "date": date,
    }  # fmt: skip
    common: list[str] = []
    for role, column in (("head", "calon"), ("deputy", "wakil")):
        name, nicknames = plain_name(row[column], row.get(f"{column}_bersih", ""))
        result[role], result[f"{role}_aliases"] = name, ";".join(nicknames)
        if COMMON_FLAGS & set(row.get(f"ambigu_{column}", "").split("|")):
            common.append(name)
        called = call_name(name.lower())
        if called in words and called.title() not in common:
            common.append(called.title())
        common += [nickname for nickname in nicknames if " " not in nickname or set(nickname.lower().split()) <= words]
    return result | {"common": ";".join(dict.fromkeys(common))}


def convert(rows: Iterable[dict[str, str]], words: set[str], source: str, date: str) -> list[dict[str, str]]:
    """Return the pairs of regents and mayors in the order of the list, empty boxes left out."""
    return [
        candidate_row(row, words, source, date)
        for row in rows
        if row["tingkat"] in LEVELS and row.get("kolom_kosong") != "1"
    ]


def main() -> None:
    """Read the list and write the candidate list."""
    parser = argparse.ArgumentParser(description="Turn an election office's list of pairs into a candidate list.")
    parser.add_argument("list", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--source", required=True, help="where the list is from and of which day")
    parser.add_argument("--date", required=True, help="the day it was seen, YYYY-MM-DD")
    parser.add_argument("--words", type=Path, help="a dictionary, one word a line")
    given = parser.parse_args()
    words = set(given.words.read_text(encoding="utf-8").lower().split()) if given.words else set()
    with given.list.open(newline="", encoding="utf-8-sig") as file:
        pairs = convert(csv.DictReader(file), words, given.source, given.date)
    with given.target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, CANDIDATE_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(pairs)
    print(f"{len(pairs)} pairs in {len({pair['area'] for pair in pairs})} areas")


if __name__ == "__main__":
    main()
