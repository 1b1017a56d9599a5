"""How often every rule fires, and how often it is right to: by what its points say of a post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from .outcomes import LEVELS, Outcome, Row
from .statistics import share

_RIGHT: dict[str, Callable[[str], bool]] = {
    "campaign": lambda label: label == "campaign",
    "not-campaign": lambda label: label != "campaign",
    "affiliated": lambda label: label != "none",
}


def rule_hits(judged: Iterable[tuple[Row, Outcome]], bundle: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every rule that fired, the most frequent first.

    ``says`` is what its points say of a post: campaign, affiliated or not-campaign; None where it weighs nothing.
    ``precision`` is the share of the labelled posts it hit for which that is so.
    """
    hits: Counter[str] = Counter()
    labels: Counter[tuple[str, str]] = Counter()
    for row, outcome in judged:
        hits.update(outcome.hits.keys())
        if row.label is not None:
            labels.update((rule, row.label) for rule in outcome.hits)
    said = {signal["id"]: _says(signal["points"], signal["stance"]) for signal in bundle["signals"]}
    titles = _titles(bundle)
    return [
        {
            "rule": rule,
            "title": titles.get(rule) or titles["weight"],
            "hits": hits[rule],
            "labels": {label: labels[rule, label] for label in LEVELS},
            "says": (says := said[rule] if rule in said else _says_built_in(rule, bundle)),
            "precision": _precision(says, {label: labels[rule, label] for label in LEVELS}),
        }
        for rule in sorted(hits, key=lambda rule: (-hits[rule], rule))
    ]


def _titles(bundle: dict[str, Any]) -> dict[str, dict[str, str]]:
    signals = {signal["id"]: {"id": signal["why"], "en": signal["why_en"]} for signal in bundle["signals"]}
    return {**bundle["scoring"]["titles"], **signals}


def _says(points: int, stance: str) -> str | None:
    if points <= 0:
        return "not-campaign" if points else None
    return "affiliated" if stance == "neutral" else "campaign"


def _says_built_in(rule: str, bundle: dict[str, Any]) -> str | None:
    """Return what mentions, learned weights and limits say."""
    if rule.startswith("weight:"):
        return _says(bundle["weights"][rule.removeprefix("weight:")], "support")
    slots = {f"mention-{name[1:-1]}": slot for slot, name in bundle["slots"].items()}
    if rule in slots:
        return _says(bundle["scoring"]["mentions"][slots[rule]], "support" if slots[rule] == "S" else "neutral")
    return "not-campaign" if rule == "neutral-source" else None


def _precision(says: str | None, labels: dict[str, int]) -> dict[str, Any] | None:
    if says is None:
        return None
    return share(sum(number for label, number in labels.items() if _RIGHT[says](label)), sum(labels.values()))
