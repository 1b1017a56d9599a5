"""The calendar of guidance: on which days which contest is in which stage, and where (SPEC 10.3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from .contests import tables_of
from .guidance import NATION
from .load import Sources

Stage = list[Any]

OPEN = "9999-12-31"
# How the contest files mark a day that was seen in no source; such days are for matching names only.
UNVERIFIED = ("background, unverified", "latar belakang, belum diperiksa")
_ELECTIONS = {"president": "pemilu", "legislature": "pemilu"}


def compile_calendar(sources: Sources, words: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the parts of the calendar and the sources that their stages point at.

    A part is one contest in one or more areas with the same stages. Contests with tentative dates or left out by the
    law files are not in it, nor stages that are unverified, closed, or over before the law files begin.
    """
    texts: list[str] = []
    parts: list[dict[str, Any]] = []
    for _, contest in sources.matching("contests/"):
        if contest.get("tentative") or contest["id"] in words["leave_out"]:
            continue
        every = _stages(contest.get("stage", ()))
        parts += _part(contest, _where(sources, contest), every, words["from"], texts)
        shared: dict[tuple[tuple[str, ...], ...], list[str]] = {}
        for local in contest.get("local", ()):
            stages = _after(every, _stages(local.get("stage", ())))
            shared.setdefault(tuple(map(tuple, stages)), []).append(local["area"])
        for own, areas in shared.items():
            found = _part(contest, sorted(areas), [list(stage) for stage in own], words["from"], texts)
            parts += [part | {"local": True} for part in found]
    return parts, texts


def expected_contests(sources: Sources, words: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the contests whose days are tentative, without the days: what is expected and who says so (SPEC 10.10)."""
    return [
        {key: contest[key] for key in ("title", "source", "date")}
        for _, contest in sources.matching("contests/")
        if contest.get("tentative") and contest["id"] not in words["leave_out"]
    ]


def areas_of(sources: Sources) -> dict[str, list[str]]:
    """Return the regencies and cities of every province, as the candidate lists name them."""
    provinces: dict[str, set[str]] = {}
    for row in (row for name, rows in sources.rows.items() if name.startswith("contests/") for row in rows):
        if row["level"] == "governor":
            provinces.setdefault(row["area"], set())
        elif row["province"]:
            provinces.setdefault(row["province"], set()).add(row["area"])
    return {province: sorted(areas) for province, areas in provinces.items()}


def _where(sources: Sources, contest: dict[str, Any]) -> list[str]:
    if contest["area"] == NATION:
        return [NATION]
    listed = {row["area"] for table in tables_of(contest) for row in sources.rows.get(table, ())}
    return sorted(listed) or [contest["area"]]


def _stages(stages: Any) -> list[Stage]:
    return [[stage["kind"], stage["from"], stage.get("to", OPEN), stage["source"]] for stage in stages]


def _after(every: list[Stage], local: list[Stage]) -> list[Stage]:
    """Return an area's own stages without the days at their beginning that say what holds everywhere."""
    trimmed = [list(stage) for stage in local]
    while trimmed:
        first = trimmed[0]
        same = next((stage for stage in every if stage[0] == first[0] and stage[1] <= first[1] <= stage[2]), None)
        if same is None:
            break
        if same[2] < first[2]:
            first[1] = (date.fromisoformat(same[2]) + timedelta(days=1)).isoformat()
            break
        trimmed.pop(0)
    return trimmed


def _part(
    contest: dict[str, Any], areas: list[str], stages: list[Stage], first_day: str, texts: list[str]
) -> list[dict[str, Any]]:
    kept = []
    for kind, start, end, source in stages:
        if kind == "closed" or end < first_day or any(mark in source for mark in UNVERIFIED):
            continue
        if source not in texts:
            texts.append(source)
        kept.append([kind, start, end, texts.index(source)])
    if not kept:
        return []
    election = _ELECTIONS.get(contest["kind"], "pilkada")
    return [{"contest": contest["id"], "title": contest["title"], "election": election, "areas": areas, "stages": kept}]
