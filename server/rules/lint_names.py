"""Check the names in rule sources: what would fire on ordinary words, and what two sides share."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from server.engine.fold import FoldTable, build_fold_table

from .claims import Census, cells, take_census
from .contests import tables_of
from .gazetteer import collect
from .load import Sources
from .names import tokens_of
from .problems import Problem

# A name that more people of the lists bear than this is nobody's nickname.
_BEARERS_MOST = 2
_IN_LIST = "write it into the column common as well, then it counts only near its area or an election word"
_IN_FILE = "add it with its cues to a confusables file"


class Written(NamedTuple):
    """An alias or slogan as somebody wrote it, and the pair that it is to stand for."""

    text: str
    alias: str
    contest: str
    area: str
    number: str
    own: frozenset[str]
    place: tuple[str, str]
    remedy: str


def lint_names(sources: Sources, bundle: dict[str, Any], blamed: Collection[str] = ()) -> list[Problem]:
    """Return the problems of names in sources that compile; ``blamed`` are names that a phrase should not hold."""
    table = build_fold_table(bundle["fold"])
    ambiguous = {text for text, _, confusable, _, _ in bundle["aliases"] if confusable >= 0}
    written = [*_in_files(sources, table), *_in_lists(sources, table)]
    rows = [row for name, rows in sources.rows.items() if name.startswith("contests/") for row in rows]
    census = take_census(table, rows, (row["word"] for row in sources.rows.get("frequency.csv", ())))
    problems = _lint_everyday(written, ambiguous, _known(sources, table), census) + _lint_twice(written, ambiguous)
    return problems + _lint_aliases(sources, bundle, table, blamed) + _lint_local(sources)


def _in_files(sources: Sources, table: FoldTable) -> Iterator[Written]:
    for file, contest in sources.matching("contests/"):
        for at, pair in enumerate(contest.get("pair", ())):
            members = [member["name"] for member in pair.get("member", ())]
            own = frozenset(word for name in (pair["name"], *members) for word in tokens_of(table, name).split())
            place = (file, f"pair[{at}] number {pair['number']}")
            nicknames = [alias for member in pair.get("member", ()) for alias in member.get("aliases", ())]
            for alias in (*pair.get("aliases", ()), *nicknames, *pair.get("slogans", ())):
                number = str(pair["number"])
                yield Written(tokens_of(table, alias), alias, contest["id"], "", number, own, place, _IN_FILE)


def _in_lists(sources: Sources, table: FoldTable) -> Iterator[Written]:
    for _, contest in sources.matching("contests/"):
        for name in tables_of(contest):
            for row in sources.rows.get(name, ()):
                own = frozenset(tokens_of(table, f"{row['head']} {row['deputy']}").split())
                for column in ("head_aliases", "deputy_aliases", "pair_aliases"):
                    for alias in cells(row[column]):
                        yield _in_row(table, contest, name, row, own, alias, _IN_LIST)
                for slogan in cells(row["slogans"]):
                    yield _in_row(table, contest, name, row, own, slogan, _IN_FILE)


def _in_row(
    table: FoldTable,
    contest: dict[str, Any],
    name: str,
    row: dict[str, str],
    own: frozenset[str],
    alias: str,
    remedy: str,
) -> Written:
    place = (name, row["row"])
    return Written(tokens_of(table, alias), alias, contest["id"], row["area"], row["number"], own, place, remedy)


def _known(sources: Sources, table: FoldTable) -> set[str]:
    """Return the names that are frequent because of their bearer, as the contest files say."""
    members = [
        member
        for _, contest in sources.matching("contests/")
        for pair in contest.get("pair", ())
        for member in pair.get("member", ())
    ]
    return {tokens_of(table, name) for member in members for name in member.get("known_as", ())}


def _lint_everyday(written: list[Written], ambiguous: set[str], known: set[str], census: Census) -> list[Problem]:
    problems = []
    for entry in written:
        if " " in entry.text or not entry.text.isalpha() or entry.text in ambiguous | known:
            continue
        if why := why_ambiguous(census, entry.text, entry.own):
            problems.append(Problem(*entry.place, f"the alias {entry.alias!r} {why}; {entry.remedy}"))
    return problems


def why_ambiguous(census: Census, word: str, own: frozenset[str]) -> str:
    """Return why a one-word alias cannot stand alone, or the empty text; ``own`` are the words of the pair's names."""
    if word in census.frequency and word not in own:
        return "is an everyday word"
    if census.bearers[word] > _BEARERS_MOST:
        return f"is part of the names of {census.bearers[word]} candidates"
    return ""


def _lint_twice(written: list[Written], ambiguous: set[str]) -> list[Problem]:
    problems = []
    first: dict[tuple[str, str], Written] = {}
    for entry in written:
        other = first.setdefault((entry.contest, entry.text), entry)
        where = other.place[1] if other.place[0] == entry.place[0] else ", ".join(other.place)
        if (other.area, other.number) == (entry.area, entry.number):
            continue
        if other.area == entry.area:
            remedy = "an alias belongs to one pair, keep it there or here"
            problems.append(Problem(*entry.place, f"the alias {entry.alias!r} stands in {where} already; {remedy}"))
        elif entry.text not in ambiguous:
            message = f"the alias {entry.alias!r} stands in {where} already, for another area; {entry.remedy}, in both"
            problems.append(Problem(*entry.place, message))
    return problems


def _lint_aliases(sources: Sources, bundle: dict[str, Any], table: FoldTable, blamed: Collection[str]) -> list[Problem]:
    """Note aliases of any entity that are too short, words of the rules, numbers, or names of two parties."""
    problems = []
    entities = bundle["entities"]
    words = set(bundle["words"]).difference(blamed)
    places = {entry.id: entry.place for entry in collect(sources, table).entries}
    for text, members, confusable, _, _ in bundle["aliases"]:
        parties = {
            entities[member][0].split("/leader/")[0] for member in members if entities[member][1] in ("party", "wing")
        }
        if len(parties) > 1:
            named = " and ".join(sorted(parties))
            problems.append(Problem("entities/", text, f"names {named}; an alias belongs to one of them"))
        wrong = ""
        if confusable < 0 and " " not in text and text.isalpha() and (len(text) < 3 or text in words):
            wrong = f"the alias {text!r} is a short or ordinary word; {_IN_FILE}"
        if text.isdigit():
            wrong = f"the alias {text!r} is only a number; drop it"
        if wrong:
            problems += [Problem(*places[entities[member][0]], wrong) for member in members]
    return problems


def _lint_local(sources: Sources) -> list[Problem]:
    """Note local dates of areas that no candidate list has."""
    problems = []
    for file, contest in sources.matching("contests/"):
        areas = {row["area"] for name in tables_of(contest) for row in sources.rows.get(name, ())}
        for at, part in enumerate(contest.get("local", ())):
            if part["area"] not in areas:
                message = (
                    f"no candidate list of this contest has the area {part['area']!r}; write it as it stands there"
                )
                problems.append(Problem(file, f"local[{at}].area", message))
    return problems
