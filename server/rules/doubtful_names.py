"""Names on an office's list that many bear: nicknames become ``common``, the rest is told."""

from __future__ import annotations

from collections.abc import Iterator

from server.engine.fold import FoldTable

from .claims import Census, cells, take_census
from .lint_names import why_ambiguous
from .load import Sources
from .names import call_name, is_single_word, tokens_of
from .problems import Problem
from .tables import Row

ALIAS_COLUMNS = ("head_aliases", "deputy_aliases", "pair_aliases")


def mark_ambiguous(name: str, rows: list[Row], sources: Sources, fold: FoldTable) -> list[Problem]:
    """Write doubtful one-word nicknames into ``common``, and return which names count only near a cue."""
    advice: list[Problem] = []
    others = [row for file, listed in sources.rows.items() if file.startswith("contests/") for row in listed]
    census = take_census(fold, [*others, *rows], (row["word"] for row in sources.rows.get("frequency.csv", ())))
    for row in rows:
        own = frozenset(tokens_of(fold, f"{row['head']} {row['deputy']}").split())
        for alias in (alias for column in ALIAS_COLUMNS for alias in cells(row[column])):
            word = tokens_of(fold, alias)
            why = why_ambiguous(census, word, own) if word.isalpha() else ""
            if why and alias not in cells(row["common"]):
                row["common"] = ";".join([*cells(row["common"]), alias])
                message = f"{alias!r} {why}; it was written into common, and counts only near the area or the election"
                advice.append(Problem(name, row["row"], message))
        for written, message in _weak_names(row, fold, census):
            advice.append(Problem(name, row["row"], message))
            # A governor's name counts by itself unless its row calls it common; a regent's or mayor's is weighed.
            if row["level"] == "governor" and written not in cells(row["common"]):
                row["common"] = ";".join([*cells(row["common"]), written])
    return advice


def _weak_names(row: Row, fold: FoldTable, census: Census) -> Iterator[tuple[str, str]]:
    """Yield the names that many bear, each with the advice on it."""
    for written in filter(None, (row["head"], row["deputy"])):
        plain = tokens_of(fold, written)
        if is_single_word(plain):
            of_pair = "the area, the election or the partner"
            near = "the area, the office or the election" if row["level"] == "governor" else of_pair
            so_short = "has but one word of its own" if " " in written.strip() else "is one word"
            yield written, f"{written!r} {so_short}, which many may bear; it counts only near {near}"
        elif not any(census.is_rare(word) for word in plain.split()) and call_name(plain):
            yield (
                written,
                f"{written!r} is made of common words; it counts only near the area, the office or the election",
            )
