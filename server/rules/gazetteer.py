"""Collect entities and their aliases from the entity and contest files (SPEC 3)."""

from __future__ import annotations

from server.engine.fold import FoldTable

from .claims import cells
from .contests import collect_contests
from .entries import ALWAYS, Entry, Gazetteer
from .load import Sources
from .problems import Problem

__all__ = ["Gazetteer", "collect", "ranked"]

_INSTITUTION_SLOTS = {"election-body": "E", "media": "M", "government": "O"}
# A person who stands in two roles on one day is a candidate first, then a leader.
_RANK = {"C": 0, "P": 1, "G": 2, "F": 3, "E": 4, "M": 5, "O": 6}


def collect(sources: Sources, table: FoldTable) -> Gazetteer:
    """Return every entity of the sources; what is wrong stands in its ``problems``."""
    found = Gazetteer(table)
    for file, data in sources.matching("entities/"):
        for number, party in enumerate(data.get("party", ())):
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
            found.add(Entry(group["id"], "group", group["name"], "G", *dates, "F", place), group)
        for number, office in enumerate(data.get("institution", ())):
            place = (file, f"institution[{number}] {office['id']}")
            slot = _INSTITUTION_SLOTS[office["kind"]]
            found.add(Entry(office["id"], office["kind"], office["name"], slot, *ALWAYS, slot, place), office)
    collect_contests(found, sources)
    _check(found, sources)
    return found


def _check(found: Gazetteer, sources: Sources) -> None:
    """Note ids used twice, and parties, areas and contests that do not exist."""
    seen: dict[str, Entry] = {}
    for entry in found.entries:
        if entry.id in seen:
            file, where = seen[entry.id].place
            found.problems.append(Problem(*entry.place, f"the id {entry.id} stands in {file}, {where} already"))
        seen[entry.id] = entry
    parties = {entry.id for entry in found.entries if entry.kind == "party"}
    named: list[tuple[str, str, str]] = []
    for file, contest in sources.matching("contests/"):
        for number, pair in enumerate(contest.get("pair", ())):
            named += [(file, f"pair[{number}].parties", party) for party in pair.get("parties", ())]
    for file, rows in sources.rows.items():
        for row in rows if file.startswith("contests/") else ():
            named += [(file, row["row"], party) for party in cells(row["parties"])]
    for file, data in sources.matching("entities/"):
        named += [(file, f"wing[{at}].party", wing["party"]) for at, wing in enumerate(data.get("wing", ()))]
    for file, where, party in named:
        if party not in parties:
            found.problems.append(Problem(file, where, f"there is no party {party}"))


def ranked(entries: list[Entry]) -> list[Entry]:
    """Return entities in the order in which an alias stands for them: by role, then id."""
    return sorted(entries, key=lambda entry: (_RANK[entry.slot], entry.id))
