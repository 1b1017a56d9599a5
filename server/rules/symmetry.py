"""Is everybody treated alike? False alarms and misses by the party, candidate or pair that a post names.

Only posts in which the rules found a name can be told apart by it. A post with several names counts for each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from .outcomes import Outcome, Row
from .statistics import differences, share

ENOUGH_ROWS = 20
SURE_DIFFERENCE = 0.05
_GROUPS = {"parties": ("party",), "contestants": ("candidate", "pair")}

Judged = Iterable[tuple[Row, Outcome]]
Entities = dict[str, tuple[str, str]]


def symmetry(judged: Judged, entities: Entities) -> dict[str, Any]:
    """Return for ``parties`` and ``contestants`` the rates of everyone with enough labelled rows.

    ``entities`` gives kind and name by id. ``false_alarms`` is campaign said of posts that are not, ``misses`` campaign
    not said of posts that are; ``rest`` is the rate of all the others, ``differs`` the corrected chance of so large a
    difference from it, ``apart`` whether that is small. ``unnamed`` holds the misses among posts without a name.
    """
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for row, outcome in judged:
        if row.label is not None:
            pair = (row.label == "campaign", outcome.level == "campaign")
            counts.update((name, *pair) for name in outcome.affiliations or ("",))
    found = {name for name, *_ in counts} - {""}
    groups = {
        group: _table(counts, {name: entities[name][1] for name in found if entities[name][0] in kinds})
        for group, kinds in _GROUPS.items()
    }
    missed, caught = counts["", True, False], counts["", True, True]
    return {"enough_rows": ENOUGH_ROWS, **groups, "unnamed": {"misses": share(missed, missed + caught)}}


def _table(counts: Counter[tuple[str, bool, bool]], names: dict[str, str]) -> dict[str, Any]:
    """Return ``{"rates", "too_few"}``: a table for each rate, and how many names have too few rows for any."""
    rates = {
        rate: _rate({name: (counts[name, label, wrong], counts[name, label, not wrong]) for name in names}, names)
        for rate, label, wrong in (("false_alarms", False, True), ("misses", True, False))
    }
    shown = {entry["id"] for table in rates.values() for entry in table}
    return {**rates, "too_few": len(names) - len(shown)}


def _rate(counts: dict[str, tuple[int, int]], names: dict[str, str]) -> list[dict[str, Any]]:
    enough = sorted(name for name, (wrong, right) in counts.items() if wrong + right >= ENOUGH_ROWS)
    pairs = [(counts[name][0], sum(counts[name])) for name in enough]
    all_hits, all_rows = sum(hits for hits, _ in pairs), sum(rows for _, rows in pairs)
    table = [
        {
            "id": name,
            "name": names[name],
            **share(hits, rows),
            "rest": share(all_hits - hits, all_rows - rows)["value"],
            "differs": differs,
            "apart": differs < SURE_DIFFERENCE,
        }
        for name, (hits, rows), differs in zip(enough, pairs, differences(pairs), strict=True)
    ]
    return sorted(table, key=lambda entry: (-entry["of"], entry["id"]))
