"""Which names a pair of a candidate list is known by, and which of them count only near a cue (SPEC 3.4).

A regent's or mayor's name is not checked by hand, and many thousands bear names like it. So:

- a full name of two words or more counts by itself where one word is rare and the name is not known to be common;
- a common name, and every shorter form made here, counts only near the area, the office or an election word;
- a single word, and a name behind an initial or ``Muhammad``, only near the area, an election word or the partner;
- what the pair is called by, ``Budi-Ani``, counts by itself only where both are rare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from server.engine.fold import FoldTable

from .entries import Gazetteer
from .names import call_name, is_single_word, pair_variants, short_names, tokens_of, without_initials

# A name that so many people of a list are called by, or bear, is no sign of one of them.
_RARE_MOST, _RARE_LEAST = 2, 4
_JOINED_LEAST = 8
_UNMISTAKABLE = 4
_PLACES = frozenset({"kab", "kabupaten", "kota", "provinsi", "prov", "kepulauan", "kep"})

Row = dict[str, str]


class Claim(NamedTuple):
    """A name that a list brings: whose it is, its cues, whether it counts without one, and whether it was made here."""

    text: str
    entity: str
    cues: frozenset[str]
    certain: bool
    made: bool = False


@dataclass(frozen=True, slots=True)
class Census:
    """How many people of the lists bear a word in their names, and how often it stands in everyday text."""

    bearers: Counter[str]
    frequency: frozenset[str]

    def is_rare(self, word: str) -> bool:
        """Say whether a word can hardly stand for anything but one person."""
        return len(word) >= _RARE_LEAST and word not in self.frequency and self.bearers[word] <= _RARE_MOST


class CueGroups(NamedTuple):
    """The words of an election and of the office it is for, near which ambiguous names count."""

    election: frozenset[str]
    office: frozenset[str]


def take_census(table: FoldTable, rows: Iterable[Row], frequency: Iterable[str]) -> Census:
    """Count the words of all names on the lists."""
    names = [tokens_of(table, row[role]) for row in rows for role in ("head", "deputy")]
    return Census(Counter(word for name in names for word in set(name.split())), frozenset(frequency))


def cells(cell: str) -> list[str]:
    """Return the entries of a cell, which semicolons separate."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def area_cues(table: FoldTable, area: str) -> frozenset[str]:
    """Return an area's name without its rank, in one word too: ``Kota Pangkal Pinang`` is ``pangkalpinang`` as well."""
    words = tokens_of(table, area).split()
    while len(words) > 1 and words[0] in _PLACES:
        words = words[1:]
    return frozenset({" ".join(words), "".join(words)})


def claims_of(table: FoldTable, row: Row, entity: str, groups: CueGroups, census: Census) -> Iterator[Claim]:
    """Return the names of a regent's or mayor's pair."""
    common = common_names(table, row)
    area = area_cues(table, row["area"])
    wide = area | groups.election | groups.office
    people = [_spellings(table, row[role]) for role in ("head", "deputy")]
    full: list[list[Claim]] = []
    for names, partner in zip(people, reversed(people), strict=True):
        narrow = area | groups.election | _partner_cues(partner, census)
        full.append([claim for name in names for claim in _full_names(name, entity, wide, narrow, common, census)])
        yield from full[-1]
        for name in names:
            yield from (Claim(form, entity, wide, certain=False, made=True) for form in short_names(name))
    for text in hand_made(table, row) & common:
        yield Claim(text, entity, wide, certain=False)
    yield from _pair_forms(people, entity, wide, common, census)
    if not any(claim.certain for claims in full for claim in claims):
        for head, deputy in zip(full[0][:1], full[1][:1], strict=False):
            if len(f"{head.text} {deputy.text}".split()) >= _UNMISTAKABLE:
                for text in pair_variants(f"{head.text} - {deputy.text}"):
                    yield Claim(text, entity, wide, certain=True, made=True)


def hand_made(table: FoldTable, row: Row) -> set[str]:
    """Return the folded aliases that somebody wrote into a row."""
    written = [alias for column in ("head_aliases", "deputy_aliases") for alias in cells(row[column])]
    written += [form for alias in cells(row["pair_aliases"]) for form in pair_variants(alias)]
    return {tokens_of(table, alias) for alias in written}


def common_names(table: FoldTable, row: Row) -> set[str]:
    """Return the folded names that a row itself calls common; a pair's in both its forms."""
    names = [form for name in cells(row["common"]) for form in pair_variants(name)]
    return {spelled for name in names for spelled in _spellings(table, name)}


def own_names(table: FoldTable, row: Row) -> set[str]:
    """Return every folded name and call name that the cell ``common`` of a row may list."""
    names = {spelled for role in ("head", "deputy") for spelled in _spellings(table, row[role])}
    return names | {call_name(name) for name in names} | hand_made(table, row)


def settle(found: Gazetteer, claims: Iterable[Claim], ambiguous: set[str]) -> None:
    """Enter the claims: what is written stands before what is made here, and a name of two areas counts near a cue.

    A word under which somebody is known already stays with that person, unless it is among the ``ambiguous`` ones.
    """
    by_text: dict[str, list[Claim]] = {}
    for claim in claims:
        by_text.setdefault(claim.text, []).append(claim)
    for text, claimed in by_text.items():
        full = [claim for claim in claimed if not claim.made]
        taken = text in found.names
        kept = full if taken else full or claimed
        entities = {claim.entity for claim in kept}
        rivals = len({entity.rpartition("/")[0] for entity in entities}) < len(entities)
        known = taken and " " not in text and text not in ambiguous
        if not kept or (rivals and not full) or known or text in found.slogans:
            continue
        found.names.setdefault(text, set()).update(entities)
        if taken and text not in ambiguous:
            continue
        if taken or len({claim.cues for claim in kept}) > 1 or not all(claim.certain for claim in kept):
            found.near[text] = found.near.get(text, frozenset()).union(*(claim.cues for claim in kept))


def _spellings(table: FoldTable, name: str) -> list[str]:
    """Return a folded name, and the same where an apostrophe does not separate: ``Mas'ud`` is ``masud`` as well."""
    return [text for text in (tokens_of(table, name.replace("'", "")), tokens_of(table, name)) if text]


def _partner_cues(partner: list[str], census: Census) -> frozenset[str]:
    """Return the partner's full name, and what the partner is called by where few are called so."""
    called = {call_name(name) for name in partner}
    return frozenset(
        {name for name in partner if not is_single_word(name)} | {word for word in called if census.is_rare(word)}
    )


def _full_names(
    name: str, entity: str, wide: frozenset[str], narrow: frozenset[str], common: set[str], census: Census
) -> Iterator[Claim]:
    plain = without_initials(name)
    if " " not in plain:
        if call_name(plain) and plain not in census.frequency:
            yield Claim(plain, entity, narrow, certain=False)
        # ``m farhan`` is written out as well.
        texts = [name, *([f"muhammad {plain}"] if name.startswith("m ") else [])] if " " in name else []
    else:
        texts = [plain] if name.endswith(plain) else [plain, name]
    single = is_single_word(plain)
    certain = not single and name not in common and any(census.is_rare(word) for word in plain.split())
    yield from (Claim(text, entity, narrow if single or name in common else wide, certain) for text in texts)


def _pair_forms(
    people: list[list[str]], entity: str, cues: frozenset[str], common: set[str], census: Census
) -> Iterator[Claim]:
    """Return what a pair is called: ``budi ani``, ``budi dan ani`` and ``budiani``."""
    head, deputy = (next((call_name(name) for name in names), "") for names in people)
    if not head or not deputy or head == deputy:
        return
    certain = census.is_rare(head) and census.is_rare(deputy) and not {head, deputy} & common
    forms = [*pair_variants(f"{head}-{deputy}"), *([head + deputy] if len(head + deputy) >= _JOINED_LEAST else [])]
    yield from (Claim(form, entity, cues, certain, made=True) for form in forms)
