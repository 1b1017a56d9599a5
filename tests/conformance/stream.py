"""One seeded stream of contexts for both engines: plausible posts, hostile Unicode, extremes of length, odd shapes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

EVERYDAY = [
    "yang",
    "di",
    "dan",
    "ini",
    "itu",
    "dengan",
    "untuk",
    "dari",
    "pada",
    "juga",
    "sudah",
    "akan",
    "bisa",
    "ada",
    "saya",
    "kami",
    "kita",
    "mereka",
    "hari",
    "pagi",
    "malam",
    "makan",
    "minum",
    "kopi",
    "kerja",
    "kantor",
    "sekolah",
    "anak",
    "ibu",
    "bapak",
    "harga",
    "pasar",
    "hujan",
    "jalan",
    "rumah",
    "motor",
    "bola",
    "musik",
    "film",
    "kucing",
    "bayar",
    "pajak",
    "nomor",
    "1",
    "2",
    "10",
    "2024",
    "2029",
    "07",
    "terima",
    "kasih",
    "semoga",
    "amin",
    "selamat",
    "datang",
    "pulang",
    "cepat",
    "lambat",
    "baru",
    "lama",
    "mantap",
]
HOSTILE = (
    "\u0000", "\t", "\n", "\u00a0", "\u00ad", "\u0300", "\u0308", "\u200b", "\u200d", "\u202e", "\u2028", "\u2029",
    "\u2060", "\ufe0f", "\ufeff", "\ufffd", "\ud800", "\udfff", "\U0001f3fd", "\U000e0061", "\u0130", "\u0131",
    "\u017f", "\u1e9e", "\u212a", "\u0903", "\u0e33", "\u3000", "\uff26", "\uac00", "\u0628", "\u05d0",
    "\U0001d5e3", "\U0001f17f", "\U0001f1ee", "\u24df", "\u2460", "1\ufe0f\u20e3", "\u270c\ufe0f", "\U0001f91f",
    "\U0001faf0", "\U0010ffff", "\u0440", "\u043e", "\u0441", "\u03bf", "\u00e9", "\u1d2c", "\ufb01", "\u1d400",
)  # fmt: skip
DATES = ("2017-02-10", "2019-04-01", "2024-01-20", "2024-10-20", "2024-11-25", "2026-11-22", "0000-00-00", "9999-12-31")
# Accounts that a list has, and strangers beside them.
SITES = ("instagram", "x")
LISTED = tuple(f"akun{number}.contoh" for number in range(300))
_NEAR = (*LISTED, *(f"Akun{number}_contoh" for number in range(300)))
LEET = str.maketrans("oieast", "013457")


def stream(bundle: dict[str, Any], examples: list[str], count: int, seed: int) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield ``count`` pairs of context and date, the same for the same arguments.

    ``examples`` are sentences known to fire rules; names and rule words come from ``bundle``.
    """
    dice = random.Random(seed)
    names = [alias[0] for alias in bundle["aliases"]]
    writer = _Writer(dice, names, bundle["words"], examples)
    for number in range(count):
        yield (_wide(writer) if number % 4 == 0 else {"text": writer.text()}), dice.choice(DATES)


def _wide(writer: _Writer) -> dict[str, Any]:
    """A context with several fields, some of them missing or empty."""
    dice = writer.dice
    context: dict[str, Any] = {"site": dice.choice(("facebook", *SITES)), "surface": "post", "act": "like"}
    parts: dict[str, Any] = {
        "text": writer.text(),
        "draft": writer.text(),
        "author": {"name": writer.phrase(3), "handle": dice.choice(("@", "")) + writer.handle()},
        "container": {"kind": "group", "name": writer.phrase(4)},
        "quoted": {"author": writer.phrase(2), "text": writer.text()},
        "image_alt": [writer.phrase(8) for _ in range(dice.randrange(3))],
        "link": {"title": writer.phrase(6), "url": writer.url()},
        "date": dice.choice(DATES),
    }
    for key, value in parts.items():
        if dice.random() < 0.6:
            context[key] = "" if isinstance(value, str) and dice.random() < 0.05 else value
    return context


class _Writer:
    def __init__(self, dice: random.Random, names: list[str], words: list[str], examples: list[str]) -> None:
        self.dice, self.names, self.words, self.examples = dice, names, words, examples

    def text(self) -> str:
        kind = self.dice.random()
        if kind < 0.02:
            return ""
        if kind < 0.03:
            return self.phrase(self.dice.choice((800, 3000))) + "e" * self.dice.randrange(3000)
        if kind < 0.15:
            return "".join(self.dice.choice(HOSTILE) for _ in range(self.dice.randrange(1, 40)))
        if kind < 0.30:
            return self._mangled(self.dice.choice(self.examples))
        if kind < 0.45:
            return self.dice.choice(self.examples)
        return self.phrase(self.dice.randrange(2, 40))

    def phrase(self, size: int) -> str:
        dice = self.dice
        chosen = (
            dice.choice(self.names)
            if (roll := dice.random()) < 0.15
            else dice.choice(self.words)
            if roll < 0.45
            else self._tag()
            if roll < 0.5
            else dice.choice(EVERYDAY)
            for _ in range(size)
        )
        joined = " ".join(self._disguised(word) if dice.random() < 0.1 else word for word in chosen)
        return self._mangled(joined) if dice.random() < 0.2 else joined

    def handle(self) -> str:
        return self.dice.choice(_NEAR) if self.dice.random() < 0.2 else self.phrase(2).replace(" ", "_")

    def url(self) -> str:
        host = self.dice.choice(("pks.id", "www.golkar.id", "kpu.go.id", "contoh.example", self.phrase(1)))
        return self.dice.choice(("https://", "http://u@", "", "//")) + host + self.dice.choice(("/a?b#c", ":80/x", ""))

    def _tag(self) -> str:
        parts = [self.dice.choice((*self.names[:50], *EVERYDAY, *self.words)).replace(" ", "") for _ in range(2)]
        return self.dice.choice("#@") + "".join(parts) + self.dice.choice(("", "2024", "2"))

    def _disguised(self, word: str) -> str:
        dice = self.dice
        way = dice.randrange(5)
        if way == 0:
            return word.translate(LEET)
        if way == 1:
            return dice.choice((" ", ".", "-", "_")).join(word)
        if way == 2 and word:
            at = dice.randrange(len(word))
            return word[:at] + word[at] * dice.randrange(2, 6) + word[at + 1 :]
        if way == 3:
            return "".join(chr(0x1D5D4 + ord(letter) - 97) if "a" <= letter <= "z" else letter for letter in word)
        return word.upper()

    def _mangled(self, text: str) -> str:
        places = sorted(self.dice.randrange(len(text) + 1) for _ in range(self.dice.randrange(1, 5)))
        for place in reversed(places):
            text = text[:place] + self.dice.choice(HOSTILE) + text[place:]
        return text
