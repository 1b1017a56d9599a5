"""What an office's bundle may differ in from the shared one: further contestants, their names, accounts and contests.

An office's key may only add. Whatever the shared bundle holds must be in the office's unchanged, and no name that
the office adds may stand in the way of a shared one. Mirrored by ``extension/background/additions.js``, which says
the same places; docs/signed-rules.md has the reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from server.engine import Engine, canonical_json
from server.engine.fields import read_fields

# Who may be added: candidates, pairs, teams and groups, which become public figures when their contest is over.
# No party, as those are the same for everybody, and no neutral voice, which would lower what is shared.
ADDED_SLOTS = ("C", "G")
ADDED_RESTING = "F"
_COVERED_SLOTS = ("C", "F")
_MAY_GROW = ("entities", "aliases", "confusables", "domains", "counts", "law")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN = re.compile(r"[0-9]+|(?!.*(.)\1\1)[a-z]+")

Names = dict[str, tuple[list[str], Any, int]]


class Cover:
    """Tells which names would stand in the way of those of a shared bundle on a day (YYYY-MM-DD) or later."""

    def __init__(self, base: dict[str, Any], engine: Engine, day: str) -> None:
        self._slots = {entity[0]: (entity[3], entity[5]) for entity in base["entities"]}
        self._names = names_of(base)
        self._reader, self._day = engine.reader, day
        self._heads: dict[str, list[str]] = {}
        for text in self._names:
            words = text.split(" ")
            for end in range(1, len(words)):
                self._heads.setdefault(" ".join(words[:end]), []).append(text)

    def stands_in_the_way(self, text: str, certain: bool) -> bool:
        """Say whether a new name could take the place of a shared one that still counts for more than a figure.

        Of overlapping names the leftmost counts, then the longest (SPEC 3.3): so a new name takes the place of those
        it holds, and of those that begin with its end. That is harmless where it counts by itself and the others are
        people whose contest is over.
        """
        words = text.split(" ")
        places = range(len(words))
        taken = [" ".join(words[start : end + 1]) for start in places for end in places[start:]]
        covered = [name for name in taken if name in self._names]
        covered += [name for start in places[1:] for name in self._heads.get(" ".join(words[start:]), ())]
        if covered and not (certain and all(map(self._is_over, covered))):
            return True
        return any(self._hides(word) for word in words)

    def _is_over(self, name: str) -> bool:
        members, _, slogan = self._names[name]
        slots = [self._slots[member] for member in members]
        return not slogan and all(slot in _COVERED_SLOTS and (slot != "C" or end < self._day) for slot, end in slots)

    def _hides(self, word: str) -> bool:
        """Say whether a shared name would no longer be found in a word, as disguises of known words are not undone."""
        if word[0] in "@#" or word in self._reader.lexicon.known:
            return False
        fields, _ = read_fields(self._reader, {"text": f"#{word}"})
        return not _PLAIN.fullmatch(word) or any(field.mentions for field in fields)


def names_of(bundle: dict[str, Any]) -> Names:
    """Return the aliases of a bundle by text: the ids they stand for, cues and vetoes or None, whether a slogan."""
    ids = [entity[0] for entity in bundle["entities"]]
    return {
        text: ([ids[member] for member in members], bundle["confusables"][near] if near >= 0 else None, slogan)
        for text, members, near, slogan, _ in bundle["aliases"]
    }


def changed_places(base: dict[str, Any], engine: Engine, office: dict[str, Any], day: str) -> list[str]:
    """Return where a loaded office bundle does more than add to the shared ``base``, whose engine is ``engine``.

    ``day`` is the day on which the file was issued. The list is empty where all is well.
    """
    return [
        *_changed_sections(base, office),
        *_changed_entities(base["entities"], office["entities"]),
        *_changed_names(base, office, Cover(base, engine, day)),
        *_changed_domains(base, office),
        *(_changed_law(base["law"], office.get("law", {})) if "law" in base else []),
    ]


def _differ(one: Any, other: Any) -> bool:
    return canonical_json(one) != canonical_json(other)


def _changed_sections(base: dict[str, Any], office: dict[str, Any]) -> Iterator[str]:
    for name in sorted(base.keys() | office.keys()):
        if name in _MAY_GROW and (name in base or name not in office):
            continue
        if name == "accounts":
            yield from _changed_accounts(base.get(name, []), office.get(name, []))
        elif name == "signals":
            yield from _changed_signals(base[name], office[name])
        elif name not in base or name not in office or _differ(base[name], office[name]):
            yield name


def _changed_accounts(base: list[dict[str, Any]], office: list[dict[str, Any]]) -> Iterator[str]:
    """A list more can only raise points: an account is listed where any list has it."""
    given = [canonical_json(entry) for entry in office]
    yield from (f"accounts[{at}]" for at, entry in enumerate(base) if canonical_json(entry) not in given)


def _changed_signals(base: list[dict[str, Any]], office: list[dict[str, Any]]) -> Iterator[str]:
    given = {signal.get("id"): signal for signal in office}
    changed = [signal["id"] for signal in base if _differ(signal, given.get(signal["id"]))]
    yield from (f"signals.{name}" for name in changed)
    if not changed and _differ(base, office):
        yield "signals"


def _changed_entities(base: list[list[Any]], office: list[list[Any]]) -> Iterator[str]:
    shared = {entity[0] for entity in base}
    kept = [entity for entity in office if entity[0] in shared]
    given = {entity[0]: entity for entity in kept}
    changed = [entity[0] for entity in base if _differ(entity, given.get(entity[0]))]
    yield from (f"entities.{name}" for name in changed)
    if not changed and _differ(base, kept):
        yield "entities"
    seen: set[Any] = set()
    for entity in office:
        if entity[0] not in shared and (entity[0] in seen or not is_addition(entity)):
            yield f"entities.{entity[0]}"
        seen.add(entity[0])


def is_addition(entity: list[Any]) -> bool:
    """Say whether an office may add this entity."""
    if len(entity) != 7 or not all(isinstance(part, str) for part in entity):
        return False
    _, _, _, slot, start, end, resting = entity
    return slot in ADDED_SLOTS and resting == ADDED_RESTING and bool(_DAY.fullmatch(start) and _DAY.fullmatch(end))


def _changed_names(base: dict[str, Any], office: dict[str, Any], cover: Cover) -> Iterator[str]:
    shared, given = names_of(base), names_of(office)
    ours = {entity[0] for entity in base["entities"]}
    yield from (f"aliases.{text}" for text, meaning in shared.items() if _differ(meaning, given.get(text)))
    if len(given) < len(office["aliases"]):
        yield "aliases"
    for text, (members, near, _) in given.items():
        if text in shared:
            continue
        if any(member in ours for member in members) or cover.stands_in_the_way(text, near is None):
            yield f"aliases.{text}"


def _changed_domains(base: dict[str, Any], office: dict[str, Any]) -> Iterator[str]:
    shared, given = (
        {host: bundle["entities"][entity][0] for host, entity in bundle["domains"]} for bundle in (base, office)
    )
    ours = {entity[0] for entity in base["entities"]}
    yield from (f"domains.{host}" for host, entity in shared.items() if given.get(host) != entity)
    for host, entity in given.items():
        if host not in shared and (entity in ours or is_below(host, shared)):
            yield f"domains.{host}"


def is_below(host: str, hosts: Iterable[str]) -> bool:
    """Say whether a host lies below one of others, and would take over its own pages."""
    return any(host.endswith(f".{other}") for other in hosts)


def parts_of(law: dict[str, Any]) -> list[Any]:
    """Return the parts of a calendar with the sources of their stages in full."""
    return [
        part | {"stages": [[*stage[:3], law["sources"][stage[3]]] for stage in part["stages"]]}
        for part in law["calendar"]
    ]


def _changed_law(base: dict[str, Any], office: dict[str, Any]) -> Iterator[str]:
    for name in sorted(base.keys() | office.keys()):
        if name not in ("areas", "calendar", "sources") and _differ(base.get(name), office.get(name)):
            yield f"law.{name}"
    if not {"areas", "calendar", "sources"} <= office.keys():
        yield "law"
        return
    contests = {part["contest"] for part in base["calendar"]}
    # A part of a contest of its own can only make the day's stage stricter (SPEC 10.3).
    if _differ(parts_of(base), [part for part in parts_of(office) if part["contest"] in contests]):
        yield "law.calendar"
    known = {name for province, areas in base["areas"].items() for name in (province, *areas)}
    kept = {
        province: [area for area in areas if area in known]
        for province, areas in office["areas"].items()
        if province in known or known.intersection(areas)
    }
    if _differ(base["areas"], kept):
        yield "law.areas"
