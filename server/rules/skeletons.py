"""Filled-in first versions of rule files, with invented names, for the person who writes rules to change."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .tables import CANDIDATE_COLUMNS

KINDS = {"regent": ("Bupati", "regent", "Kab. "), "mayor": ("Wali Kota", "mayor", "Kota "),
         "governor": ("Gubernur", "governor", "")}  # fmt: skip
_KIND_WORDS = {"pilbup": "regent", "pilwalkot": "mayor", "pilwali": "mayor", "pilkot": "mayor", "pilgub": "governor"}
# Days from the voting day on which the stages of the regional elections of 2024 began and ended (PKPU 2/2024).
_STAGES = (
    ("before-nomination", -207, -67), ("nominated", -66, -64), ("campaign", -63, -4), ("quiet", -3, -1),
    ("voting", 0, 0), ("counting", 1, 19), ("closed", 20, None),
)  # fmt: skip

Files = dict[str, str]


def signal_skeleton(name: str, day: str) -> Files:
    """Return a signal that weighs nothing yet; its phrase is made of the words of its id."""
    words = " ".join(re.findall("[a-z]{2,}", name)) or "kata contoh"
    title = words.capitalize()
    text = f'''# Ubah kalimat-kalimat ini, lalu jalankan: rules test. Cara menulisnya: docs/menulis-aturan.md
id = "{name}"
title = {{ id = "{title}", en = "{title}" }}
# "experimental" belum berbobot; tulis "stable" bila contohnya sudah sesuai.
status = "experimental"
stance = "support"
points = 25
fields = ["text", "draft", "image_alt", "quoted.text"]
phrases = ["{words} ...3 <contestant>"]
hits = [
  "{title} bareng Damar-Sekar malam ini",
  "Ayo {words} untuk Wirasena-Kartika",
]
misses = [
  "{title} bareng tetangga malam ini",
  "Damar-Sekar hadir di pasar",
]
source = "ganti: dari mana Anda tahu kata-kata ini"
date = "{day}"
'''
    return {f"signals/{name}.toml": text}


def party_skeleton(name: str, day: str) -> Files:
    """Return a party; its names are made of its id, so they are to be corrected."""
    words = [word for word in re.findall("[a-z0-9]+", name) if word != "partai"] or [name]
    full = "Partai " + " ".join(word.capitalize() for word in words)
    # One word may be an everyday one, and two letters too short: neither can be a name by itself.
    joined = "".join(words).upper()
    short = joined if len(words) > 1 and re.search("[A-Z].*[A-Z].*[A-Z]", joined) else f"PARTAI{joined}"
    text = f'''# Ubah nama dan singkatannya; keduanya dihitung sebagai sebutan. Yang rancu perlu penanda di confusables.
[[party]]
id = "{name}"
name = "{full}"
short = "{short}"
aliases = []
handles = ["{"".join(words)}.resmi"]
hashtags = ["#Partai{"".join(word.capitalize() for word in words)}"]
slogans = []
scope = "national"
source = "ganti: keputusan KPU yang menetapkannya"
date = "{day}"
'''
    return {f"entities/parties-{name.removeprefix('partai-')}.toml": text}


def contest_skeleton(name: str, day: str, kind: str = "", area: str = "", voting: str = "") -> Files:
    """Return a contest with its stages and a candidate list of one invented pair.

    What is not given is told by the id, ``pilbup-teluk-melati-2030``. The stages are those of 2024 moved to the voting
    day, and marked tentative.
    """
    first, *rest = name.split("-")
    kind = kind or _KIND_WORDS.get(first, "regent")
    office, level, prefix = KINDS[kind]
    year = next((word for word in rest if re.fullmatch("20[0-9]{2}", word)), str(int(day[:4]) + 1))
    place = " ".join(word.capitalize() for word in rest if word != year) or "Teluk Melati"
    area = area or f"{prefix}{place}"
    voted = date.fromisoformat(voting or f"{year}-11-27")
    days = {stage: [_day(voted, start), _day(voted, end)] for stage, start, end in _STAGES}
    told = area.removeprefix(prefix)
    text = f'''# Ganti tanggal dan sumbernya dengan keputusan KPU daerah, lalu hapus baris tentative.
id = "{name}"
title = {{ id = "Pemilihan {office} {told} {voted.year}", en = "{told} {level} election {voted.year}" }}
kind = "{kind}"
area = "{area}"
active = {{ from = "{days["before-nomination"][0]}", to = "{days["counting"][1]}" }}
candidates_csv = "{name}.csv"
tentative = true
source = "ganti: keputusan KPU daerah"
date = "{day}"
'''
    for stage, (start, end) in days.items():
        last = f'to = "{end}"\n' if end else ""
        text += f'\n[[stage]]\nkind = "{stage}"\nfrom = "{start}"\n{last}source = "ganti: keputusan KPU daerah"\n'
    return {f"contests/{name}.toml": text, f"contests/{name}.csv": list_skeleton(level, area, day)}


def list_skeleton(level: str, area: str, day: str) -> str:
    """Return a candidate list of one invented pair, to be replaced."""
    filled = {
        "level": level, "area": area, "number": "1", "head": "Ratnaningtyas Prabangsa",
        "deputy": "Yudhawira Alamsyahrul", "source": "rekaan: ganti", "date": day,
    }  # fmt: skip
    return ",".join(CANDIDATE_COLUMNS) + "\n" + ",".join(filled.get(key, "") for key in CANDIDATE_COLUMNS) + "\n"


def is_list_skeleton(text: str) -> bool:
    """Say whether a candidate list is still the invented one."""
    return text.count("\n") == 2 and ",Ratnaningtyas Prabangsa,Yudhawira Alamsyahrul," in text


def _day(voted: date, shift: int | None) -> str:
    return "" if shift is None else (voted + timedelta(days=shift)).isoformat()
