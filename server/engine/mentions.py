"""Find the names of parties, candidates, groups and institutions in tokens (SPEC 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from .tokenize import Tokens

MENTION_SLOTS: Final = "PCFGSEMO"
CONTESTANT_SLOTS: Final = "PCGS"
INSTITUTION_SLOTS: Final = "EMO"
_NAMING_FIELDS: Final = ("author.name", "author.handle", "container.name")


@dataclass(frozen=True, slots=True)
class Entity:
    """One party, wing, candidate, pair, group or institution with the dates it is a contestant."""

    id: str
    kind: str
    name: str
    slot: str
    start: str
    end: str
    resting: str


@dataclass(frozen=True, slots=True)
class Confusable:
    """What must stand near an ambiguous alias (cues) and what must not (vetoes)."""

    cue_words: frozenset[str]
    cue_phrases: tuple[str, ...]
    veto_words: frozenset[str]
    veto_phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A token sequence that names entities; ``slogan`` if it takes their side by itself."""

    text: str
    entities: tuple[int, ...]
    confusable: int
    slogan: bool


@dataclass(frozen=True, slots=True)
class MentionIndex:
    """Everything needed to find mentions; the cost does not grow with the number of aliases."""

    entities: tuple[Entity, ...]
    aliases: dict[str, Alias]
    anchors: dict[str, tuple[tuple[int, int], ...]]
    confusables: tuple[Confusable, ...]
    domains: dict[str, int]
    cue_window: int
    veto_window: int


class Mention:
    """An alias found in tokens ``start`` to ``end`` (half-open) of a field."""

    __slots__ = ("alias", "end", "start")

    def __init__(self, start: int, end: int, alias: Alias) -> None:
        self.start = start
        self.end = end
        self.alias = alias


def build_mention_index(bundle: dict[str, Any]) -> MentionIndex:
    """Index every alias by its anchor token (SPEC 3.2)."""
    aliases: dict[str, Alias] = {}
    shapes: dict[str, set[tuple[int, int]]] = {}
    for text, entities, confusable, slogan, anchor in bundle["aliases"]:
        words = text.split(" ")
        aliases[text] = Alias(text, tuple(entities), confusable, bool(slogan))
        shapes.setdefault(words[anchor], set()).add((anchor, len(words)))
    scoring = bundle["scoring"]
    return MentionIndex(
        entities=tuple(Entity(*entry) for entry in bundle["entities"]),
        aliases=aliases,
        anchors={word: tuple(sorted(found)) for word, found in shapes.items()},
        confusables=tuple(_confusable(entry) for entry in bundle["confusables"]),
        domains=dict(bundle["domains"]),
        cue_window=scoring["cue_window"],
        veto_window=scoring["veto_window"],
    )


def _confusable(entry: dict[str, list[str]]) -> Confusable:
    words = {key: frozenset(cue for cue in entry[key] if " " not in cue) for key in ("cues", "vetoes")}
    phrases = {key: tuple(f" {cue} " for cue in entry[key] if " " in cue) for key in ("cues", "vetoes")}
    return Confusable(words["cues"], phrases["cues"], words["vetoes"], phrases["vetoes"])


def find_mentions(index: MentionIndex, words: list[str]) -> list[Mention]:
    """Return the leftmost-longest aliases in ``words``, in order, ambiguous ones included (SPEC 3.3)."""
    anchors, aliases = index.anchors, index.aliases
    found: list[Mention] = []
    for at, word in enumerate(words):
        if word not in anchors:
            continue
        for offset, length in anchors[word]:
            start = at - offset
            if start < 0:
                continue
            alias = aliases.get(word if length == 1 else " ".join(words[start : start + length]))
            if alias is not None and start + length <= len(words):
                found.append(Mention(start, start + length, alias))
    if len(found) < 2:
        return found
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept = [found[0]]
    for mention in found[1:]:
        if mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


class Named(Protocol):
    """A field as far as its mentions go."""

    base: str
    tokens: Tokens
    mentions: list[Mention]


def resolve_confusables(index: MentionIndex, fields: Sequence[Named]) -> bool:
    """Drop ambiguous mentions that no cue supports or a veto denies, in place; say whether any was (SPEC 3.4).

    An unambiguous mention of the same entity anywhere in the context is a cue.
    """
    certain: set[int] | None = None
    dropped = False
    for field in fields:
        if not [1 for mention in field.mentions if mention.alias.confusable >= 0]:
            continue
        if certain is None:
            certain = {
                entity
                for other in fields
                for mention in other.mentions
                if mention.alias.confusable < 0
                for entity in mention.alias.entities
            }
        words, known, named = field.tokens.words, certain, field.base in _NAMING_FIELDS
        kept = [mention for mention in field.mentions if _counts(index, words, mention, known, named)]
        dropped = dropped or len(kept) < len(field.mentions)
        field.mentions = kept
    return dropped


def _counts(index: MentionIndex, words: list[str], mention: Mention, certain: set[int], named: bool) -> bool:
    alias = mention.alias
    if alias.confusable < 0:
        return True
    confusable = index.confusables[alias.confusable]
    near = _window(words, mention, index.veto_window)
    if not confusable.veto_words.isdisjoint(near) or _holds(near, confusable.veto_phrases):
        return False
    if not certain.isdisjoint(alias.entities) or (named and index.entities[alias.entities[0]].slot == "P"):
        return True
    wide = _window(words, mention, index.cue_window)
    return not confusable.cue_words.isdisjoint(wide) or _holds(wide, confusable.cue_phrases)


def _window(words: list[str], mention: Mention, size: int) -> list[str]:
    """Return the words around a mention; the mention itself is one bar."""
    return [*words[max(0, mention.start - size) : mention.start], "|", *words[mention.end : mention.end + size]]


def _holds(window: list[str], phrases: tuple[str, ...]) -> bool:
    if not phrases:
        return False
    text = f" {' '.join(window)} "
    return any(phrase in text for phrase in phrases)


def find_domain(index: MentionIndex, url: str) -> int:
    """Return the entity that owns the host of ``url`` or a parent of it, or -1 (SPEC 3.6)."""
    _, separator, rest = url.partition("://")
    host = (rest if separator else url).split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    host = host.rpartition("@")[2].split(":", 1)[0]
    if not host.isascii():
        return -1
    host = host.lower()
    while "." in host:
        entity = index.domains.get(host)
        if entity is not None:
            return entity
        host = host.partition(".")[2]
    return -1


def slot_of(index: MentionIndex, alias: Alias, date: str) -> tuple[str, tuple[int, ...]]:
    """Return the slot of an alias on a date and the entities it then stands for (SPEC 3.5)."""
    entities, named = index.entities, alias.entities
    if len(named) == 1:
        only = entities[named[0]]
        if only.start <= date <= only.end:
            return ("S" if alias.slogan else only.slot), named
        return only.resting, named
    active = [number for number in named if entities[number].start <= date <= entities[number].end]
    if active:
        slot = entities[active[0]].slot
        return ("S" if alias.slogan else slot), tuple(number for number in active if entities[number].slot == slot)
    return entities[named[0]].resting, named[:1]
