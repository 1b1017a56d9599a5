"""Seeded gazetteers: invented parties and candidates in the shape of the rule sources, as many aliases as asked for."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from server.engine.fold import FoldTable
from server.rules.names import pair_variants, tokens_of

SIZES = (500, 5_000, 20_000)
CONTEST_FROM, CONTEST_TO, DAY = "2024-01-01", "2024-12-31", "2024-10-20"
SOURCE = "invented for the benchmark"
_ONE_WORD = 5_000

_STARTS, _ENDS, _HOUSES, _LINES, _HONORIFICS, _TAILS = (
    line.split()
    for line in """
wira sura jaya darma kusu rati sari bima arga dewa candra gita laksa maha nara panji raka satri tirta yuda
nta wan dra wati ning tama sena jati murti gara lika sana putra yani rini mbara seta dita laya nasa
sim har pan lub sit man nas sil tam git lum par sib hut reg tob mar sag pur bar
anjun tagor edra olon orang ahaan ution aban unan ampul anting apura otang ayan osari opang ulung utra iring
Pak Bu Mas Mbak Bang Kang Gus Cak Bung Ustaz Haji Prof
Juara Bisa Menang Kita Hebat Maju Berkah Bersatu
""".strip().splitlines()
)


@dataclass(frozen=True)
class Gazetteer:
    """Rule sources of that many aliases, and every name as people write it, the oldest first."""

    files: dict[str, dict[str, Any]]
    written: list[str]


def make_gazetteer(table: FoldTable, aliases: int, seed: int = 1) -> Gazetteer:
    """Return invented parties and pairs with about so many aliases; a larger one begins with the smaller one."""
    counted: set[str] = set()
    written: list[str] = []
    parties: list[dict[str, Any]] = []
    pairs: list[dict[str, Any]] = []
    for kind, entry, names in _entries(random.Random(seed)):
        if len(counted) >= aliases:
            break
        (parties if kind == "party" else pairs).append(entry)
        for name in names:
            spellings = [name] if name[0] in "@#" else pair_variants(name)
            counted.update(tokens_of(table, spelling) for spelling in spellings)
            written += spellings
    contest: dict[str, Any] = {
        "id": "bench", "title": {"id": "Uji", "en": "Trial"}, "kind": "regional", "area": "Uji", "source": SOURCE,
        "date": DAY, "active": {"from": CONTEST_FROM, "to": CONTEST_TO}, "pair": pairs,
    }  # fmt: skip
    files = {"entities/parties.toml": {"party": parties}, "contests/bench.toml": contest}
    return Gazetteer(files, written)


def _entries(dice: random.Random) -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """Yield parties and pairs without end, each with its names: one party in twenty entries."""
    number = 0
    taken: set[str] = set()
    while True:
        number += 1
        yield _party(dice, number, taken) if number % 20 == 1 else _pair(dice, number, taken)


def _party(dice: random.Random, number: int, taken: set[str]) -> tuple[str, dict[str, Any], list[str]]:
    # A list as long as a legislative election's needs more parties than there are such words.
    second = [_word(dice, _STARTS, _ENDS)] if number > _ONE_WORD else []
    word = _fresh(taken, lambda: "".join((_word(dice, _STARTS, _LINES), *second)))
    short = _fresh(taken, lambda: "P" + "".join(dice.choices("BDGHKMNRSTWY", k=4)))
    name, tag = f"Partai {word} Rakyat", f"#{word}{dice.choice(_TAILS)}{number}"
    handle = f"partai{word.lower()}{number}"
    entry = {
        "id": f"party-{number}", "name": name, "short": short, "aliases": [f"Partai {word}"], "hashtags": [tag],
        "handles": [handle], "scope": "national", "source": SOURCE, "date": DAY,
    }  # fmt: skip
    return "party", entry, [name, short, f"Partai {word}", tag, f"@{handle}"]


def _pair(dice: random.Random, number: int, taken: set[str]) -> tuple[str, dict[str, Any], list[str]]:
    members = [_member(dice, number, place, taken) for place in (1, 2)]
    nicks = [member["name"].split()[0] for member in members]
    name, tag = "-".join(nicks), f"#{''.join(nicks)}{dice.choice(('', '2024', dice.choice(_TAILS)))}"
    entry = {"number": number, "name": name, "hashtags": [tag], "member": members, "source": SOURCE}
    names = [name, tag]
    for member in members:
        names += [member["name"], *member["aliases"], *(f"@{handle}" for handle in member["handles"])]
    return "pair", entry, names


def _member(dice: random.Random, number: int, place: int, taken: set[str]) -> dict[str, Any]:
    name = _fresh(taken, lambda: f"{_word(dice, _STARTS, _ENDS)} {_word(dice, _HOUSES, _LINES)}")
    first, last = name.split()
    handle = f"{first}{dice.choice(('', '', '.'))}{last}{number}{place}".lower()
    aliases = [_fresh(taken, lambda: f"{dice.choice(_HONORIFICS)} {first} {last[0]}{dice.choice('bdgkmnrst')}")]
    if dice.random() < 0.3:
        aliases.append(_fresh(taken, lambda: "".join(dice.choices("BCDGHJKLMNPRSTWY", k=4))))
    return {"name": name, "aliases": aliases, "handles": [handle]}


def _word(dice: random.Random, beginnings: list[str], ends: list[str]) -> str:
    return (dice.choice(beginnings) + dice.choice(ends)).title()


def _fresh(taken: set[str], draw: Callable[[], str]) -> str:
    """Draw until the name is a new one."""
    while (name := draw()) in taken:
        pass
    taken.add(name)
    return name
