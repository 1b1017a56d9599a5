"""Compile what the law says of acts into the bundle's section `law` (SPEC 10)."""

from __future__ import annotations

from typing import Any

from .guidance import KINDS
from .lint_law import WORDS, check_law, resolve
from .load import Sources
from .problems import Problem
from .stages import areas_of, compile_calendar, expected_contests

FOLDER = "law/"
BACKGROUND = "background"
_CONDITIONS = {"acts": "act", "employments": "employment", "stages": "stage", "elections": "election"}


def compile_law(sources: Sources, problems: list[Problem]) -> dict[str, Any]:
    """Return the section `law`, empty where there are no law files; add what is wrong to ``problems``."""
    if not sources.matching(FOLDER):
        return {}
    found = check_law(sources)
    problems += found
    if found:
        return {}
    words = sources.files[WORDS]
    calendar, stage_sources = compile_calendar(sources, words)
    return {
        "from": words["from"],
        "acts": [[act["id"], act["title"], int(act.get("button", False))] for act in words["act"]],
        "employments": [[word["id"], word["title"]] for word in words["employment"]],
        "stages": [[word["id"], word["title"]] for word in words["stage"]],
        "instruments": {
            entry["id"]: {
                "name": entry["name"],
                "short": entry.get("short", entry["name"]),
                "full": entry.get("full", ""),
            }
            for _, data in sources.matching("law/instruments")
            for entry in data["instrument"]
        },
        "rules": _rules(sources, words["sets"]),
        "notes": words["notes"],
        "areas": areas_of(sources),
        "calendar": calendar,
        "expected": expected_contests(sources, words),
        "sources": stage_sources,
    }


def _rules(sources: Sources, sets: dict[str, list[str]]) -> dict[str, list[dict[str, Any]]]:
    """Return the rules by kind, files by name and rules as they stand in them, without what is background only."""
    rules: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for _, data in sources.matching(FOLDER):
        rules.setdefault(data.get("kind", ""), []).extend(
            _compile_rule(rule, sets) for rule in data.get("rule", ()) if rule["sure"] != BACKGROUND
        )
    return {kind: rules[kind] for kind in KINDS}


def _compile_rule(rule: dict[str, Any], sets: dict[str, list[str]]) -> dict[str, Any]:
    compiled = {key: value for key, value in rule.items() if key not in _CONDITIONS}
    conditions = {name: resolve(rule[key], sets) for key, name in _CONDITIONS.items() if key in rule}
    return compiled | {"law": rule.get("law", [])} | conditions
