"""Three hundred phrases in five classes, written once: for our compiler, and as regular expressions."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from server.rules.phrases import Element, parse_phrase

from .gazetteer import DAY, SOURCE

# The rival puts this word where it found a name, as our engine puts a slot.
NAME_WORD = "xqnama"
PHRASES_A_SIGNAL = 10

# Class -> points, stance, how a phrase begins, how it goes on: every beginning with every end.
CLASSES: dict[str, tuple[int, str, list[str], list[str]]] = {
    "support": (
        25, "support",
        ["dukung|mendukung", "bela|membela", "kawal|mengawal", "percaya|yakin", "bangga", "setia ...1 bersama",
         "bersama", "salam", "harapan ...1 kami|kita", "cinta|sayang"],
        ["<contestant>", "...2 <contestant>", "(penuh|terus|selalu){0,2} <contestant>",
         "perjuangan|kemenangan ...1 <contestant>", "sampai|hingga menang",
         "(pak|bu|bang|mas){0,1} <contestant> ...3 hebat|jujur|amanah"],
    ),
    "call": (
        45, "support",
        ["coblos|nyoblos", "tusuk|contreng", "pilih|milih", "menangkan|menangin", "jangan lupa ...1 pilih|coblos",
         "ayo|yuk ...1 pilih|coblos", "mari ...2 menangkan", "ajak keluarga ...2 pilih", "vote", "suara ...1 untuk"],
        ["<contestant>", "(nomor|no|urut){0,2} <number>", "...2 <contestant>", "pasangan|paslon ...2 <number>",
         "(pak|bu|bang|mas){0,1} <contestant>", "gambar|kolom ...1 <number>"],
    ),
    "attack": (
        30, "oppose",
        ["tolak|menolak", "lawan|melawan", "jangan percaya", "bohong|pembohong", "gagal", "ganti|turunkan",
         "muak|bosan|capek ...1 dengan|sama", "malu ...1 punya", "boneka|antek", "ingkar ...1 janji"],
        ["<contestant>", "...2 <contestant>", "janji|omongan ...1 <contestant>",
         "<contestant> ...2 korupsi|curang|licik", "kubu|tim ...1 <contestant>", "semua|terus ...2 <contestant>"],
    ),
    "news": (
        -30, "neutral",
        ["menurut", "kata|ujar|ucap", "jelas|terang|papar", "dilansir|dikutip", "wartawan ...2 melaporkan",
         "survei|jajak ...2 pendapat", "kpu|bawaslu ...2 mengumumkan|menetapkan", "debat ...2 kandidat",
         "jadwal ...1 kampanye", "hitung cepat"],
        ["<contestant>", "...2 wartawan|media", "(juru|bicara){0,2} <contestant>", "kepada ...1 wartawan|pers",
         "...3 senin|selasa|rabu|kamis|jumat", "dalam|pada ...2 keterangan|rilis"],
    ),
    "negation": (
        -25, "neutral",
        ["tidak|tak", "bukan", "belum ...1 tentu", "nggak|gak|ga", "jangan ...1 bawa", "tanpa", "netral ...2 soal",
         "asn|pns ...2 dilarang", "enggan", "batal"],
        ["dukung|mendukung", "pilih|memilih ...1 <contestant>", "ikut ...1 kampanye", "urusan ...1 politik",
         "kenal ...2 <contestant>", "memihak|berpihak ...2 <contestant>"],
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """One signal: ten phrases of one class."""

    id: str
    points: int
    stance: str
    phrases: list[str]


def make_rules() -> list[Rule]:
    """Return thirty signals, 300 phrases."""
    rules: list[Rule] = []
    for name, (points, stance, beginnings, ends) in CLASSES.items():
        phrases = [f"{beginning} {end}" for end, beginning in itertools.product(ends, beginnings)]
        for start in range(0, len(phrases), PHRASES_A_SIGNAL):
            chosen = phrases[start : start + PHRASES_A_SIGNAL]
            rules.append(Rule(f"{name}-{start // PHRASES_A_SIGNAL + 1}", points, stance, chosen))
    return rules


def as_sources(rules: list[Rule]) -> dict[str, dict[str, Any]]:
    """Return the rules as signal files."""
    return {
        f"signals/{rule.id}.toml": {
            "id": rule.id, "title": {"id": rule.id, "en": rule.id}, "status": "stable", "stance": rule.stance,
            "points": rule.points, "fields": ["text", "draft", "quoted.text", "image_alt"], "phrases": rule.phrases,
            "source": SOURCE, "date": DAY,
        }
        for rule in rules
    }  # fmt: skip


def as_regexes(rules: list[Rule]) -> list[list[str]]:
    """Return the regular expressions of every rule, over a text with names masked; Python's and JavaScript's alike."""
    return [[as_regex(parse_phrase(phrase, {})) for phrase in rule.phrases] for rule in rules]


def as_regex(elements: list[Element], name: str = NAME_WORD) -> str:
    """Return one phrase as a regular expression; `name` is what stands for a name of any kind."""
    return "".join(_part(element, name, first=place == 0) for place, element in enumerate(elements))


def _part(element: Element, name: str, first: bool) -> str:
    if element.edge:
        return r"^\W*" if element.edge == "^" else r"\W*$"
    if element.is_gap:
        return rf"(?:\W+\w+){{0,{element.most}}}?"
    choices = sorted(element.words, key=lambda word: (-len(word), word))
    choices += [rf"{prefix}\w*" for prefix in sorted(element.prefixes)]
    if "N" in element.slots:
        choices.append("[0-9]{1,2}")
    if "Y" in element.slots:
        choices.append("(?:19|20)[0-9]{2}")
    if set(element.slots) - set("NY"):
        choices.append(name)
    one = rf"(?:{'|'.join(choices)})\b"
    once = element.least == element.most == 1
    if first:
        return rf"\b{one}" if once else rf"(?:\b{one}\W*){{{element.least},{element.most}}}"
    return rf"\W+{one}" if once else rf"(?:\W+{one}){{{element.least},{element.most}}}"
