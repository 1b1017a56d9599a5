"""Collect entities and their aliases from the entity and contest files (SPEC 3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from server.engine.fold import FoldTable

from .load import Sources
from .names import handle_tokens, pair_variants, slug, tokens_of
from .problems import Problem

ALWAYS = ("0000-00-00", "9999-99-99")
_INSTITUTION_SLOTS = {"election-body": "E", "media": "M", "government": "O"}
_CLUBS = {"group": "G", "team": "G"}
# A person who stands in two roles on one day is a candidate first, then a leader.
_RANK = {"C": 0, "P": 1, "G": 2, "F": 3, "E": 4, "M": 5, "O": 6}


@dataclass(slots=True)
class Entry:
    """One entity while it is collected; ``place`` is where it stands in the sources."""

    id: str
    kind: str
    name: str
    slot: str
    start: str
    end: str
    resting: str
    place: tuple[str, str]


@dataclass(slots=True)
class Gazetteer:
    """Entities, and the aliases, slogans and hosts that point at them."""

    table: FoldTable
    entries: list[Entry] = field(default_factory=list)
    names: dict[str, set[str]] = field(default_factory=dict)
    slogans: dict[str, set[str]] = field(default_factory=dict)
    domains: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, entry: Entry, data: dict[str, Any], *names: str) -> None:
        """Add an entity with its names, handles, tags, slogans and hosts."""
        self.entries.append(entry)
        for name in (entry.name, *names, *data.get("aliases", ())):
            self.name(entry, name, tokens_of)
        for tag in data.get("hashtags", ()):
            self.name(entry, tag, tokens_of)
        for handle in data.get("handles", ()):
            self.name(entry, handle, handle_tokens)
        for slogan in data.get("slogans", ()):
            self._point(self.slogans, entry, slogan, tokens_of)
        for host in data.get("domains", ()):
            if self.domains.setdefault(host.lower(), entry.id) != entry.id:
                self.problems.append(
                    Problem(*entry.place, f"the domain {host} belongs to {self.domains[host]} already")
                )

    def name(self, entry: Entry, name: str, read: Callable[[FoldTable, str], str]) -> None:
        """Let a name point at an entity."""
        self._point(self.names, entry, name, read)

    def _point(
        self, index: dict[str, set[str]], entry: Entry, text: str, read: Callable[[FoldTable, str], str]
    ) -> None:
        tokens = read(self.table, text)
        if tokens:
            index.setdefault(tokens, set()).add(entry.id)
        else:
            self.problems.append(Problem(*entry.place, f"the name {text!r} has no letter or digit left after folding"))


def collect(sources: Sources, table: FoldTable) -> Gazetteer:
    """Return every entity of the sources; what is wrong stands in its ``problems``."""
    found = Gazetteer(table)
    parties: set[str] = set()
    for file, data in sources.matching("entities/"):
        for number, party in enumerate(data.get("party", ())):
            parties.add(party["id"])
            place = (file, f"party[{number}] {party['id']}")
            found.add(Entry(party["id"], "party", party["name"], "P", *ALWAYS, "P", place), party, party["short"])
            for at, leader in enumerate(party.get("leader", ())):
                dates = (leader.get("from", ALWAYS[0]), leader.get("to", ALWAYS[1]))
                entry = Entry(f"{party['id']}/leader/{at + 1}", "leader", leader["name"], "F", *dates, "F", place)
                found.add(entry, leader)
        for number, wing in enumerate(data.get("wing", ())):
            place = (file, f"wing[{number}] {wing['id']}")
            found.add(Entry(wing["id"], "wing", wing["name"], "P", *ALWAYS, "P", place), wing)
        for number, group in enumerate(data.get("group", ())):
            place = (file, f"group[{number}] {group['id']}")
            dates = (group.get("from", ALWAYS[0]), group.get("to", ALWAYS[1]))
            found.add(Entry(group["id"], "group", group["name"], _CLUBS["group"], *dates, "F", place), group)
        for number, office in enumerate(data.get("institution", ())):
            place = (file, f"institution[{number}] {office['id']}")
            slot = _INSTITUTION_SLOTS[office["kind"]]
            found.add(Entry(office["id"], office["kind"], office["name"], slot, *ALWAYS, slot, place), office)
    for file, contest in sources.matching("contests/"):
        _collect_contest(found, file, contest)
        table_name = contest.get("candidates_csv")
        if table_name:
            _collect_rows(found, sources, file, contest, f"contests/{table_name}")
    _check(found, sources, parties)
    return found


def _collect_contest(found: Gazetteer, file: str, contest: dict[str, Any]) -> None:
    dates = (contest["active"]["from"], contest["active"]["to"])
    for number, pair in enumerate(contest.get("pair", ())):
        place = (file, f"pair[{number}] number {pair['number']}")
        entry = Entry(f"{contest['id']}/{pair['number']}", "pair", pair["name"], "C", *dates, "F", place)
        found.add(entry, pair | {"aliases": _pair_names(pair)}, *pair_variants(pair["name"]))
        for team in pair.get("teams", ()):
            club = Entry(f"{entry.id}/team/{slug(team)}", "team", team, _CLUBS["team"], *dates, "F", place)
            found.add(club, {})
        for at, member in enumerate(pair.get("member", ()), 1):
            found.add(Entry(f"{entry.id}/{at}", "candidate", member["name"], "C", *dates, "F", place), member)


def _pair_names(pair: dict[str, Any]) -> list[str]:
    return [variant for name in pair.get("aliases", ()) for variant in pair_variants(name)]


def _collect_rows(found: Gazetteer, sources: Sources, file: str, contest: dict[str, Any], table_name: str) -> None:
    if table_name not in sources.rows:
        found.problems.append(Problem(file, "candidates_csv", f"there is no file {table_name}"))
        return
    dates = (contest["active"]["from"], contest["active"]["to"])
    for row in sources.rows[table_name]:
        place = (table_name, row["row"])
        members = [name for name in (row["head"], row["deputy"]) if name]
        name = " – ".join(members)
        entry = Entry(f"{contest['id']}/{slug(row['area'])}/{row['number']}", "pair", name, "C", *dates, "F", place)
        pair = {"aliases": _cells(row["pair_aliases"]), "slogans": _cells(row["slogans"])}
        found.add(entry, pair | {"aliases": _pair_names(pair)}, *pair_variants(" - ".join(members)))
        for at, (member, cell) in enumerate(zip(members, ("head_aliases", "deputy_aliases"), strict=False), 1):
            person = Entry(f"{entry.id}/{at}", "candidate", member, "C", *dates, "F", place)
            found.add(person, {"aliases": _cells(row[cell])})


def _cells(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _check(found: Gazetteer, sources: Sources, parties: set[str]) -> None:
    """Note ids used twice and parties that do not exist."""
    seen: dict[str, Entry] = {}
    for entry in found.entries:
        if entry.id in seen:
            file, where = seen[entry.id].place
            found.problems.append(Problem(*entry.place, f"the id {entry.id} stands in {file}, {where} already"))
        seen[entry.id] = entry
    for file, contest in sources.matching("contests/"):
        for number, pair in enumerate(contest.get("pair", ())):
            for party in pair.get("parties", ()):
                if party not in parties:
                    found.problems.append(Problem(file, f"pair[{number}].parties", f"there is no party {party}"))
    for file, rows in sources.rows.items():
        for row in rows if file.startswith("contests/") else ():
            for party in _cells(row["parties"]):
                if party not in parties:
                    found.problems.append(Problem(file, row["row"], f"there is no party {party}"))
    for file, data in sources.matching("entities/"):
        for number, wing in enumerate(data.get("wing", ())):
            if wing["party"] not in parties:
                found.problems.append(Problem(file, f"wing[{number}].party", f"there is no party {wing['party']}"))


def ranked(entries: list[Entry]) -> list[Entry]:
    """Return entities in the order in which an alias stands for them: by role, then id."""
    return sorted(entries, key=lambda entry: (_RANK[entry.slot], entry.id))
