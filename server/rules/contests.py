"""Collect pairs, candidates and their dates from the contest files (SPEC 3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .claims import (
    Census,
    Claim,
    CueGroups,
    area_cues,
    cells,
    claims_of,
    common_names,
    hand_made,
    own_names,
    settle,
    take_census,
)
from .entries import Entry, Gazetteer
from .load import Sources
from .names import pair_variants, slug, tokens_of
from .problems import Problem
from .tables import LEVELS


def collect_contests(found: Gazetteer, sources: Sources) -> None:
    """Add the pairs, candidates, teams and other choices of every contest."""
    lists = [
        (file, contest, table)
        for file, contest in sources.matching("contests/")
        for table in tables_of(contest)
        if table in sources.rows
    ]
    census = take_census(
        found.table,
        (row for _, _, table in lists for row in sources.rows[table]),
        (row["word"] for row in sources.rows.get("frequency.csv", ())),
    )
    for file, contest in sources.matching("contests/"):
        _collect_pairs(found, file, contest)
        for table in tables_of(contest):
            if table not in sources.rows:
                found.problems.append(Problem(file, "candidates_csv", f"there is no file {table}"))
    found.problems += _unnamed(sources)
    groups = _cue_groups(found, sources)
    claims = [claim for _, contest, table in lists for claim in _rows(found, sources, contest, table, groups, census)]
    settle(found, claims, _ambiguous(found, sources))


def tables_of(contest: dict[str, Any]) -> list[str]:
    """Return the paths of a contest's candidate lists."""
    named = contest.get("candidates_csv", [])
    return [f"contests/{name}" for name in ([named] if isinstance(named, str) else named)]


def _unnamed(sources: Sources) -> list[Problem]:
    """Return a problem for every list that no contest names: its candidates would count for nothing."""
    named = {table for _, contest in sources.matching("contests/") for table in tables_of(contest)}
    lists = [file for file in sources.rows if file.startswith("contests/") and file not in named]
    return [
        Problem(file, "", "belongs to no contest; name it as candidates_csv in a file contests/<id>.toml")
        for file in lists
    ]


def _cue_groups(found: Gazetteer, sources: Sources) -> dict[str, CueGroups]:
    """Return the cues of every level: the groups ``regent-election``, ``regent-office`` and so on."""
    words: dict[str, list[str]] = {}
    for _, data in sources.matching("confusables"):
        words.update(data.get("groups", {}))
    folded = {name: frozenset(tokens_of(found.table, word) for word in words[name]) for name in words}
    none: frozenset[str] = frozenset()
    return {
        level: CueGroups(folded.get(f"{level}-election", none), folded.get(f"{level}-office", none)) for level in LEVELS
    }


def _ambiguous(found: Gazetteer, sources: Sources) -> set[str]:
    """Return the aliases that have cues already: in a confusables file, or as common names of a governors' list."""
    entries = [entry for _, data in sources.matching("confusables") for entry in data.get("confusable", ())]
    return {tokens_of(found.table, entry["alias"]) for entry in entries} | found.near.keys()


def dates_of(contest: dict[str, Any], area: str) -> tuple[str, str]:
    """Return the first and the last day on which the candidates of an area are contestants."""
    own: dict[str, Any] = next((part for part in contest.get("local", ()) if part["area"] == area), {})
    return own.get("from", contest["active"]["from"]), own.get("to", contest["active"]["to"])


def _collect_pairs(found: Gazetteer, file: str, contest: dict[str, Any]) -> None:
    dates = (contest["active"]["from"], contest["active"]["to"])
    for number, pair in enumerate(contest.get("pair", ())):
        place = (file, f"pair[{number}] number {pair['number']}")
        entry = Entry(f"{contest['id']}/{pair['number']}", "pair", pair["name"], "C", *dates, "F", place)
        names = [variant for name in pair.get("aliases", ()) for variant in pair_variants(name)]
        found.add(entry, pair | {"aliases": names}, *pair_variants(pair["name"]))
        for team in pair.get("teams", ()):
            club = Entry(f"{entry.id}/team/{slug(team)}", "team", team, "G", *dates, "F", place)
            found.add(club, {})
        for at, member in enumerate(pair.get("member", ()), 1):
            person = Entry(f"{entry.id}/{at}", "candidate", member["name"], "C", *dates, "F", place)
            found.add(person, member, *member.get("known_as", ()))
    for number, choice in enumerate(contest.get("choice", ())):
        place = (file, f"choice[{number}] {choice['id']}")
        found.add(Entry(f"{contest['id']}/{choice['id']}", "pair", choice["name"], "C", *dates, "F", place), choice)


def _rows(
    found: Gazetteer,
    sources: Sources,
    contest: dict[str, Any],
    table: str,
    groups: dict[str, CueGroups],
    census: Census,
) -> Iterator[Claim]:
    for row in sources.rows[table]:
        members = [name for name in (row["head"], row["deputy"]) if name]
        identity = f"{contest['id']}/{slug(row['area'])}/{row['number']}"
        dates = dates_of(contest, row["area"])
        entry = Entry(identity, "pair", " – ".join(members), "C", *dates, "F", (table, row["row"]))
        _check_common(found, row, entry)
        common = common_names(found.table, row)
        if row["level"] == "governor":
            _collect_governors(found, row, entry, members)
            cues = area_cues(found.table, row["area"]) | groups["governor"].election | groups["governor"].office
            found.near |= dict.fromkeys(common, cues)
            continue
        # One entity a pair, without its members: the bundle stays small, and a partner vouches for an ambiguous name.
        found.entries.append(entry)
        for text in sorted(hand_made(found.table, row) - common):
            found.name(entry, text, lambda _, name: name)
        found.slogan(entry, cells(row["slogans"]))
        yield from claims_of(found.table, row, entry.id, groups[row["level"]], census)


def _collect_governors(found: Gazetteer, row: dict[str, str], entry: Entry, members: list[str]) -> None:
    names = [variant for name in cells(row["pair_aliases"]) for variant in pair_variants(name)]
    data = {"aliases": names, "slogans": cells(row["slogans"])}
    found.add(entry, data, *pair_variants(" - ".join(members)))
    for at, (member, column) in enumerate(zip(members, ("head_aliases", "deputy_aliases"), strict=False), 1):
        person = Entry(f"{entry.id}/{at}", "candidate", member, "C", entry.start, entry.end, "F", entry.place)
        found.add(person, {"aliases": cells(row[column])})


def _check_common(found: Gazetteer, row: dict[str, str], entry: Entry) -> None:
    own = own_names(found.table, row)
    for name in cells(row["common"]):
        if tokens_of(found.table, name) not in own:
            message = f"the column common lists {name!r}, which is no name in this row; write it as it stands there"
            found.problems.append(Problem(*entry.place, message))
