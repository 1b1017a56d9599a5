"""Check that no phrase holds a name: rules cannot know who is meant (SPEC 9.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .load import Sources
from .phrases import SLOTS, Element, PhraseError, parse_phrase
from .problems import Problem

_CONTESTANT_SLOTS = frozenset("PCGS")
_CLASS_OF = {char: f"<{name}>" for name, char in SLOTS.items()}


class Name(NamedTuple):
    """An alias by its words: whether it counts by itself, what it stands for, and whether the shared rules have it."""

    words: list[str]
    certain: bool
    slots: frozenset[str]
    shared: bool


class Held(NamedTuple):
    """A phrase that holds a name."""

    place: tuple[str, str]
    text: str
    name: Name


def lint_phrases(sources: Sources, bundle: dict[str, Any]) -> tuple[list[Problem], set[str]]:
    """Return the phrases that hold a name, and the names for which the phrases are to blame, not who bears them."""
    names = _names(sources, bundle)
    shared = {held.text for held in _held(sources.shared().matching("signals/"), sources, names)}
    everyday = {row["word"] for row in sources.rows.get("frequency.csv", ())}
    own = [(file, data) for file, data in sources.matching("signals/") if file in sources.own]
    # Shared rules may use an everyday word that somebody is called by, and then the name has cues.
    found = [
        held
        for held in _held(own, sources, names)
        if held.text not in shared and not (held.text in everyday and not held.name.shared)
    ]
    problems = {_problem(held) for held in found if not _is_part(held, found)}
    return sorted(problems), {held.text for held in found if held.name.certain}


def _is_part(held: Held, found: list[Held]) -> bool:
    """Say whether a longer name of the same phrase holds this one."""
    longer = (other.text for other in found if other.place == held.place and other.text != held.text)
    return any(f" {held.text} " in f" {text} " for text in longer)


def _problem(held: Held) -> Problem:
    slots = [_CLASS_OF[slot] for slot in sorted(held.name.slots)]
    slots += ["<contestant>"] if held.name.slots & _CONTESTANT_SLOTS else []
    message = f"holds the name {held.text!r}, and rules know no names; write {' or '.join(slots)} in its place"
    return Problem(*held.place, message)


def _names(sources: Sources, bundle: dict[str, Any]) -> dict[str, list[Name]]:
    """Return the names that no phrase may hold, by their first word; ambiguous ones where a contestant bears them."""
    entities = bundle["entities"]
    contests = {data["id"] for file, data in sources.matching("contests/") if file in sources.overlaid}
    local = {
        entry["id"]
        for file, data in sources.matching("entities/")
        if file in sources.overlaid
        for entries in data.values()
        for entry in entries
    }
    names: dict[str, list[Name]] = {}
    for text, members, confusable, slogan, _ in bundle["aliases"]:
        slots = frozenset("S" if slogan else entities[member][3] for member in members)
        if confusable >= 0 and not slots & _CONTESTANT_SLOTS:
            continue
        bearers = {entities[member][0] for member in members}
        shared = any(bearer.split("/")[0] not in contests | local for bearer in bearers)
        words = text.split(" ")
        names.setdefault(words[0], []).append(Name(words, confusable < 0, slots, shared))
    return names


def _held(
    files: Iterable[tuple[str, dict[str, Any]]], sources: Sources, names: dict[str, list[Name]]
) -> Iterator[Held]:
    macros = {key: words for _, data in sources.matching("signals/") for key, words in data.get("macros", {}).items()}
    for file, data in files:
        for number, text in enumerate(data.get("phrases", ())):
            try:
                elements = parse_phrase(text, macros)
            except PhraseError:
                continue
            for name in _names_in(elements, names):
                yield Held((file, f"phrases[{number}] {text!r}"), " ".join(name.words), name)


def _names_in(elements: list[Element], names: dict[str, list[Name]]) -> Iterator[Name]:
    for at, element in enumerate(elements):
        for name in (name for word in element.words for name in names.get(word, ())):
            places = elements[at : at + len(name.words)]
            if len(places) == len(name.words) and all(
                word in place.words for word, place in zip(name.words, places, strict=True)
            ):
                yield name
