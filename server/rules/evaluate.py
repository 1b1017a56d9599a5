"""Measure rules on rows: figures, calibration, dialogs, rules, even-handedness, and the worst mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from server.engine import Engine, score

from .figures import figures, grouped
from .outcomes import LEVELS, Outcome, Row
from .rule_hits import rule_hits
from .statistics import share
from .symmetry import symmetry

BINS = 10
MOST_MISTAKES = 20
NO_NAME = "-"

Judged = Sequence[tuple[Row, Outcome]]


def evaluate(judged: Judged, bundle: dict[str, Any]) -> dict[str, Any]:
    """Return everything that is measured on rows and their outcomes; docs/evaluate.md names the keys."""
    labelled = [(row, outcome, (row.label, outcome.level)) for row, outcome in judged if row.label is not None]
    entities = {entity[0]: (entity[1], entity[2]) for entity in bundle["entities"]}
    return {
        "rows": {
            "scored": len(judged),
            "labelled": len(labelled),
            "sure": sum(not row.unsure for row, *_ in labelled),
            "partial": sum(outcome.partial for _, outcome in judged),
        },
        "all": figures([pair for *_, pair in labelled]),
        "sure": figures([pair for row, _, pair in labelled if not row.unsure]),
        "kinds": grouped((row.kind or NO_NAME, pair) for row, _, pair in labelled),
        "sources": grouped((row.source or NO_NAME, pair) for row, _, pair in labelled),
        "calibration": calibration([(outcome.score, row.label == "campaign") for row, outcome, _ in labelled]),
        "unlabelled": dialogs(judged),
        "symmetry": symmetry(judged, entities),
        "rules": rule_hits(judged, bundle),
    }


def calibration(scored: Sequence[tuple[float, bool]]) -> list[dict[str, Any]]:
    """Return the mean score and the share of campaign in every tenth of the scale, from ``(score, is campaign)``."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for said, campaign in scored:
        bins[min(BINS - 1, int(said * BINS))].append((said, campaign))
    return [
        {
            "from": place / BINS,
            "to": (place + 1) / BINS,
            "mean_score": sum(said for said, _ in held) / len(held) if held else None,
            **share(sum(campaign for _, campaign in held), len(held)),
        }
        for place, held in enumerate(bins)
    ]


def dialogs(judged: Judged) -> list[dict[str, Any]]:
    """Return by kind how many rows without a label would get a dialog, and how many a mark."""
    counts = Counter((row.kind or NO_NAME, outcome.level) for row, outcome in judged if row.label is None)
    told = []
    for kind in sorted({kind for kind, _ in counts}):
        rows = sum(counts[kind, level] for level in LEVELS)
        told.append({"kind": kind, "rows": rows, "mentions": counts[kind, "mention"]})
        told[-1]["dialogs"] = share(counts[kind, "campaign"], rows)
    return told


def mistakes(judged: Judged, engine: Engine, most: int = MOST_MISTAKES) -> dict[str, list[dict[str, Any]]]:
    """Return the worst mistakes, ``too_much`` and ``too_little``, with the evidence for them, the weightiest first.

    The worst is the farthest in points from the level that people gave; sure rows come first.
    """
    lowest = {"mention": engine.scale.mention, "campaign": engine.scale.campaign}
    highest = {"none": engine.scale.mention, "mention": engine.scale.campaign}
    far: dict[str, list[tuple[bool, int, Row]]] = {"too_much": [], "too_little": []}
    for row, outcome in judged:
        if row.label is None or row.label == outcome.level:
            continue
        if LEVELS.index(outcome.level) > LEVELS.index(row.label):
            far["too_much"].append((row.unsure, highest[row.label] - outcome.points, row))
        else:
            far["too_little"].append((row.unsure, outcome.points - lowest[row.label], row))
    return {
        side: [
            _explained(row, engine)
            for *_, row in sorted(found, key=lambda item: (item[0], item[1], item[2].line))[:most]
        ]
        for side, found in far.items()
    }


def _explained(row: Row, engine: Engine) -> dict[str, Any]:
    verdict = score(engine, row.context, row.date)
    told = {"line": row.line, "id": row.id, "kind": row.kind, "source": row.source, "unsure": row.unsure}
    kept = {key: verdict[key] for key in ("level", "score", "points", "nearly")}
    weightiest = sorted(verdict["evidence"], key=lambda item: -abs(item["points"]))
    return {**told, "label": row.label, **kept, "evidence": weightiest}
