"""What changes between two bundles: the rows that flip their level, the rules behind it, the figures of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from .figures import figures
from .outcomes import LEVELS, Outcome, Row
from .rule_hits import rule_hits
from .statistics import sign_test

# What matters most to the person who changes a rule comes first.
_ORDER = ("worse", "better", "neither", "unlabelled")

Compared = Sequence[tuple[Row, Outcome, Outcome]]


def diff(compared: Compared, new_bundle: dict[str, Any]) -> dict[str, Any]:
    """Return all differences between the old and the new outcomes of rows; docs/evaluate.md names the keys."""
    flipped = [_flip(*item) for item in compared if item[1].level != item[2].level]
    steps = Counter((flip["from"], flip["to"]) for flip in flipped)
    effects = Counter(flip["effect"] for flip in flipped)
    moves = [new.points - old.points for _, old, new in compared]
    return {
        "rows": {"scored": len(compared), "labelled": sum(row.label is not None for row, *_ in compared)},
        "flips": {
            "total": len(flipped),
            **{effect: effects[effect] for effect in _ORDER},
            "chance": sign_test(effects["better"], effects["worse"]),
            "steps": {old: {new: steps[old, new] for new in LEVELS if new != old} for old in LEVELS},
        },
        "points": {"up": sum(move > 0 for move in moves), "down": sum(move < 0 for move in moves), "sum": sum(moves)},
        "figures": {
            "old": _figures([(row, old) for row, old, _ in compared]),
            "new": _figures([(row, new) for row, _, new in compared]),
        },
        "rules": rule_changes(compared),
        "experimental": experimental(compared, new_bundle),
        "flipped": sorted(flipped, key=lambda flip: (_ORDER.index(flip["effect"]), flip["line"])),
    }


def rule_changes(compared: Compared) -> list[dict[str, Any]]:
    """Return the rules that hit other rows or give other points, the most changed first."""
    gained: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    points: dict[str, list[int]] = {}
    for _, old, new in compared:
        gained.update(new.hits.keys() - old.hits.keys())
        lost.update(old.hits.keys() - new.hits.keys())
        for place, outcome in enumerate((old, new)):
            for rule, given in outcome.hits.items():
                points.setdefault(rule, [0, 0])[place] += given
    told = [
        {"rule": rule, "gained": gained[rule], "lost": lost[rule], "points": {"old": before, "new": after}}
        for rule, (before, after) in points.items()
        if gained[rule] or lost[rule] or before != after
    ]
    return sorted(told, key=lambda entry: (-entry["gained"] - entry["lost"], entry["rule"]))


def experimental(compared: Compared, bundle: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the rules of a bundle that weigh nothing would hit, those that hit nothing too."""
    trials = {signal["id"]: signal for signal in bundle["signals"] if not signal["points"]}
    found = {entry["rule"]: entry for entry in rule_hits([(row, new) for row, _, new in compared], bundle)}
    told = []
    for rule, signal in sorted(trials.items()):
        entry = found.get(rule, {"hits": 0, "labels": dict.fromkeys(LEVELS, 0)})
        lines = [row.line for row, _, new in compared if rule in new.hits]
        title = {"id": signal["why"], "en": signal["why_en"]}
        told.append({"rule": rule, "title": title, "hits": entry["hits"], "labels": entry["labels"], "lines": lines})
    return told


def _figures(judged: Sequence[tuple[Row, Outcome]]) -> dict[str, Any]:
    labelled = [(row.unsure, (row.label, outcome.level)) for row, outcome in judged if row.label is not None]
    return {
        "all": figures([pair for _, pair in labelled]),
        "sure": figures([pair for unsure, pair in labelled if not unsure]),
    }


def _flip(row: Row, old: Outcome, new: Outcome) -> dict[str, Any]:
    told = {"line": row.line, "id": row.id, "kind": row.kind, "label": row.label, "unsure": row.unsure}
    return {
        **told,
        "from": old.level,
        "to": new.level,
        "effect": _effect(row.label, old.level, new.level),
        "points": {"old": old.points, "new": new.points},
        "gained": sorted(new.hits.keys() - old.hits.keys()),
        "lost": sorted(old.hits.keys() - new.hits.keys()),
        "changed": sorted(rule for rule in old.hits.keys() & new.hits.keys() if old.hits[rule] != new.hits[rule]),
    }


def _effect(label: str | None, old: str, new: str) -> str:
    """Say whether the new level is nearer to the label."""
    if label is None:
        return "unlabelled"
    before, after = (abs(LEVELS.index(level) - LEVELS.index(label)) for level in (old, new))
    return "neither" if before == after else ("better" if after < before else "worse")
