"""Check that overlays add and take nothing away, and that their account patterns fit nobody known (SPEC 9.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from server.engine.fold import FoldTable, build_fold_table

from .gazetteer import collect
from .load import Sources
from .names import tokens_of
from .problems import Problem


def lint_overlay(sources: Sources, bundle: dict[str, Any]) -> list[Problem]:
    """Return what the overlays of sources that compile would change for everybody, by file; none without overlays."""
    if not sources.overlaid:
        return []
    shared = sources.shared()
    table = build_fold_table(bundle["fold"])
    return sorted(
        [
            *_lint_sites(sources, shared),
            *_lint_cues(sources, shared, table),
            *_lint_patterns(sources),
        ]
    )


def _own(sources: Sources, folder: str) -> list[tuple[str, dict[str, Any]]]:
    return [(file, data) for file, data in sources.matching(folder) if file in sources.overlaid]


def _lint_sites(sources: Sources, shared: Sources) -> list[Problem]:
    known = {data["id"] for _, data in shared.matching("sites/")}
    message = "is a shared site already, and an overlay replaces none; give the site another id"
    return [Problem(file, "id", message) for file, data in _own(sources, "sites/") if data["id"] in known]


def _lint_cues(sources: Sources, shared: Sources, table: FoldTable) -> list[Problem]:
    """Note cue groups that stand in place of shared ones, and cues and vetoes for names of shared entities."""
    own = _own(sources, "confusables")
    if not own:
        return []
    groups = {group for _, data in shared.matching("confusables") for group in data.get("groups", {})}
    found = collect(shared, table)
    names = found.names.keys() | found.slogans.keys()
    problems = []
    for file, data in own:
        problems += [
            Problem(file, f"groups.{group}", "is a shared group already; give yours another name")
            for group in data.get("groups", {})
            if group in groups
        ]
        problems += [
            Problem(file, f"confusable[{at}] {entry['alias']}", "is a shared name, which would count less; drop this")
            for at, entry in enumerate(data.get("confusable", ()))
            if tokens_of(table, entry["alias"]) in names
        ]
    return problems


def _lint_patterns(sources: Sources) -> list[Problem]:
    """Note account patterns that fit an account of a contestant: those are known by name, each at the same points."""
    files = [*sources.matching("entities/"), *sources.matching("contests/")]
    handles = sorted(handle.removeprefix("@").lower() for _, data in files for handle in _handles(data))
    return [
        Problem(file, f"regexes[{at}]", f"fits @{fits}, an account that the rules know by name; make it narrower")
        for file, data in _own(sources, "signals/")
        for at, pattern in enumerate(data.get("regexes", ()))
        if (fits := next((handle for handle in handles if _fits(pattern, handle)), ""))
    ]


def _handles(data: Any) -> Iterator[str]:
    if isinstance(data, list):
        for part in data:
            yield from _handles(part)
    elif isinstance(data, dict):
        for key, part in data.items():
            yield from part if key == "handles" else _handles(part)


def _fits(pattern: str, handle: str) -> bool:
    try:
        return re.fullmatch(pattern, handle) is not None
    except re.error:
        return False
