"""Check rule sources beyond their schemas: what compiles but would be wrong, slow or unfair."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from server.engine.style import HEADLINE

from .compile import compile_sources
from .lint_names import lint_names
from .lint_overlay import lint_overlay
from .lint_phrases import lint_phrases
from .load import RULES, Sources, load_sources
from .problems import Problem, RuleErrors

_ACCOUNT_FIELDS = {"author.handle", "link.url"}
# An account pattern holds plain letters, ASCII classes, plain groups, bounded repeats and both anchors (SPEC 5.2).
_ATOM = r"(?:[a-z0-9_:/@-]|\\[.?/+]|\[[a-z0-9._-]+\])"
_REPEAT = r"(?:\?|\{[0-9]{1,2}(?:,[0-9]{1,2})?\})?"
_FLAT = rf"(?:{_ATOM}{_REPEAT})+"
_DIALECT = re.compile(rf"\^(?:{_FLAT}|\(\?:{_FLAT}(?:\|{_FLAT})*\)\??)+\$")
_LOOSE_MAX = 3


def lint(root: Path = RULES, overlays: Iterable[Path] = ()) -> list[Problem]:
    """Return every problem of a rules folder, by file; empty where it is fit to be built."""
    try:
        sources = load_sources(root, overlays)
        bundle = compile_sources(sources)
    except RuleErrors as error:
        return error.problems
    return lint_sources(sources, bundle)


def lint_sources(sources: Sources, bundle: dict[str, Any]) -> list[Problem]:
    """Return the problems of sources that compile."""
    problems: list[Problem] = []
    for file, data in sources.matching(""):
        problems += [
            Problem(file, where, f"{value} is no day of the calendar") for where, value in _bad_dates(data, "")
        ]
    for file, rows in sources.rows.items():
        dated = [{"row": row["row"], "date": row["date"]} for row in rows if "date" in row]
        problems += [
            Problem(file, row["row"], f"{value} is no day of the calendar")
            for row in dated
            for _, value in _bad_dates(row, "")
        ]
    for file, data in sources.matching("signals/"):
        problems += _lint_signal(file, data)
    for file, data in sources.matching("accounts/"):
        problems += _lint_name(file, data)
        if data["active"]["from"] > data["active"]["to"]:
            problems.append(Problem(file, "active", "ends before it begins"))
    for file, data in sources.matching("contests/"):
        problems += _lint_stages(file, "stage", data.get("stage", []))
        dates = [("active", data["active"])]
        for number, part in enumerate(data.get("local", ())):
            problems += _lint_stages(file, f"local[{number}].stage", part.get("stage", []))
            dates.append((f"local[{number}]", data["active"] | part))
        problems += [
            Problem(file, where, "ends before it begins") for where, days in dates if days["from"] > days["to"]
        ]
    phrases, blamed = lint_phrases(sources, bundle)
    problems += phrases + lint_names(sources, bundle, blamed)
    return sorted(problems + _lint_weights(sources, bundle) + lint_overlay(sources, bundle))


def _bad_dates(value: Any, where: str) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [bad for key, part in value.items() for bad in _bad_dates(part, f"{where}.{key}".lstrip("."))]
    if isinstance(value, list):
        return [bad for number, part in enumerate(value) for bad in _bad_dates(part, f"{where}[{number}]")]
    if isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            date.fromisoformat(value)
        except ValueError:
            return [(where, value)]
    return []


def _lint_name(file: str, data: dict[str, Any]) -> list[Problem]:
    if Path(file).stem == data["id"]:
        return []
    return [Problem(file, "id", f"{data['id']} and the file's name differ; give both the same name")]


def _lint_signal(file: str, data: dict[str, Any]) -> list[Problem]:
    if "macros" in data:
        return []
    problems = _lint_name(file, data)
    if data["points"] < 0 and data["stance"] != "neutral":
        problems.append(Problem(file, "stance", "a guard takes no side; write neutral"))
    if data.get("report") and data["points"] > 0:
        problems.append(Problem(file, "report", "is for guards; give the signal negative points or drop the line"))
    for number, source in enumerate(data.get("regexes", ())):
        where = f"regexes[{number}]"
        if not _DIALECT.fullmatch(source):
            hint = "^...$ of letters, [a-z0-9._-] classes, (?:a|b) groups and {m,n} repeats"
            problems.append(Problem(file, where, f"is outside the dialect: {hint}"))
        elif wrong := _pattern_error(source):
            problems.append(Problem(file, where, f"is no pattern: {wrong}"))
        elif len(re.findall(r"\{[0-9]+,|\?(?!:)", source)) > _LOOSE_MAX:
            problems.append(Problem(file, where, f"has more than {_LOOSE_MAX} open repeats; write two patterns"))
    if data.get("regexes") and not set(data["fields"]) <= _ACCOUNT_FIELDS:
        problems.append(Problem(file, "fields", "account patterns are for author.handle and link.url only"))
    if data.get("listed") and (data["fields"] != ["author.handle"] or data.get("phrases")):
        problems.append(Problem(file, "listed", "is for a signal that looks at author.handle alone, without phrases"))
    return problems


def _pattern_error(source: str) -> str:
    try:
        re.compile(source)
    except re.error as error:
        return str(error)
    return ""


def _lint_stages(file: str, where: str, stages: list[dict[str, Any]]) -> list[Problem]:
    problems = []
    for number, stage in enumerate(stages):
        if stage["from"] > stage.get("to", stage["from"]):
            problems.append(Problem(file, f"{where}[{number}]", "ends before it begins"))
    for number, (first, second) in enumerate(pairwise(stages), 1):
        if "to" not in first:
            problems.append(Problem(file, f"{where}[{number - 1}].to", "is missing; only the last stage may stay open"))
        elif second["from"] <= first["to"]:
            problems.append(
                Problem(file, f"{where}[{number}]", "begins before the stage above it ends; order stages by day")
            )
    return problems


def _lint_weights(sources: Sources, bundle: dict[str, Any]) -> list[Problem]:
    """Note n-grams that can never count."""
    problems = []
    word = rf"(?:[@#]?[a-z0-9]+|{'|'.join(map(re.escape, bundle['slots'].values()))})"
    seen: set[str] = set()
    for place, row in enumerate(sources.rows.get("weights.csv", ()), 2):
        ngram = row["ngram"]
        if ngram in seen:
            problems.append(Problem("weights.csv", f"row {place}", f"{ngram!r} stands here twice"))
        elif ngram != HEADLINE and not re.fullmatch(f"{word}( {word})?", ngram):
            problems.append(Problem("weights.csv", f"row {place}", f"{ngram!r} is not one or two masked tokens"))
        seen.add(ngram)
    return problems
