"""What the law says of an act, for an employment, on a day; mirrored in extension/lib/guidance.js (SPEC 10).

``law`` is the section of that name in a bundle. Nothing here knows who asks or what was read.
"""

from __future__ import annotations

from datetime import date as day
from typing import Any

KINDS = ("forbidden", "sanctions", "allowed", "unclear", "ask", "chain")
NATION = "Indonesia"
_NEVER = "9999-99-99"

Part = dict[str, Any]


def guidance(
    law: dict[str, Any],
    date: str,
    employment: str,
    act: str = "",
    contest: str = "",
    area: str = "",
    language: str = "id",
    stage: str = "",
) -> dict[str, Any] | None:
    """Return stage, contests and rules, or None for a day before the law files begin (SPEC 10.2).

    Without ``act`` the rules of every act are told. ``contest`` and ``area`` narrow the calendar; they must be known to
    ``law``, as must ``employment``, ``act`` and ``stage``, which stands in place of the calendar's (SPEC 10.5).
    """
    if date < law["from"]:
        return None
    parts = _select(law, contest, area)
    running = [(part, found) for part, until in parts if (found := _stage_on(part, date, until))]
    order = [name for name, _ in law["stages"]]
    kind = stage or max((found[0] for _, found in running), key=order.index, default="none")
    deciding = [part for part, _ in parts] if stage else [part for part, found in running if found[0] == kind]
    elections = {part["election"] for part in deciding}
    several = not stage and len(deciding) < len(running)
    notes = ["advice", *([] if stage or running else ["none"]), *(["several"] if several else [])]
    titles = {name: title for name, title, *_ in (*law["acts"], *law["employments"], *law["stages"])}

    def named(name: str) -> dict[str, str]:
        return {"id": name, "title": titles[name][language]}

    def holds(rule: dict[str, Any]) -> bool:
        return (
            (not act or act in rule.get("act", (act,)))
            and employment in rule.get("employment", (employment,))
            and kind in rule.get("stage", (kind,))
            and ("election" not in rule or not elections.isdisjoint(rule["election"]))
            and rule.get("from", "") <= date <= rule.get("to", _NEVER)
        )

    chosen = {name: [rule for rule in law["rules"][name] if holds(rule)] for name in KINDS}
    cited = {reference[0] for rules in chosen.values() for rule in rules for reference in rule["law"]}
    return {
        "date": date,
        "language": language,
        "act": named(act) if act else None,
        "employment": named(employment),
        "stage": named(kind),
        "contests": [
            {
                "id": part["contest"],
                "title": part["title"][language],
                "areas": part["areas"],
                "stage": named(found[0]),
                "from": found[1],
                "to": found[2],
                "source": law["sources"][found[3]],
                "decides": found[0] == kind,
            }
            for part, found in running
        ],
        "next_voting": _next_voting(parts, date, language),
        **{name: [_told(law, rule, language) for rule in rules] for name, rules in chosen.items()},
        "instruments": [
            {"id": name, "name": law["instruments"][name]["name"][language], "full": law["instruments"][name]["full"]}
            for name in sorted(cited)
        ],
        "notes": [law["notes"][name][language] for name in notes],
    }


def _select(law: dict[str, Any], contest: str, area: str) -> list[tuple[Part, str]]:
    """Return the parts of the calendar that are asked for, each with the day from which another stands in its place."""
    parts = [part for part in law["calendar"] if contest in ("", part["contest"])]
    if not area:
        return [(part, _NEVER) for part in parts]
    province_of = {name: province for province, names in law["areas"].items() for name in names}
    around = {NATION, area, province_of.get(area, area)}

    def covers(part: Part) -> bool:
        return not around.isdisjoint(part["areas"])

    def concerns(part: Part) -> bool:
        return covers(part) or any(province_of.get(name) == area for name in part["areas"])

    def until(part: Part) -> str:
        if "local" in part:
            return _NEVER
        own = [other for other in parts if "local" in other and other["contest"] == part["contest"] and covers(other)]
        return min((other["stages"][0][1] for other in own), default=_NEVER)

    return [(part, until(part)) for part in parts if concerns(part)]


def _stage_on(part: Part, date: str, until: str) -> list[Any] | None:
    return next((stage for stage in part["stages"] if stage[1] <= date <= stage[2] and date < until), None)


def _next_voting(parts: list[tuple[Part, str]], date: str, language: str) -> dict[str, Any] | None:
    votes = [
        (stage[1], part)
        for part, until in parts
        for stage in part["stages"]
        if stage[0] == "voting" and date <= stage[1] < until
    ]
    if not votes:
        return None
    first = min(start for start, _ in votes)
    return {
        "date": first,
        "days": (day.fromisoformat(first) - day.fromisoformat(date)).days,
        "contests": [
            {"id": part["contest"], "title": part["title"][language], "areas": part["areas"]}
            for start, part in votes
            if start == first
        ],
    }


def _told(law: dict[str, Any], rule: dict[str, Any], language: str) -> dict[str, Any]:
    references = [
        {
            "instrument": name,
            "name": law["instruments"][name]["name"][language],
            "short": law["instruments"][name]["short"][language],
            "article": article if language == "id" else article_en,
        }
        for name, article, article_en in rule["law"]
    ]
    told = {
        "id": rule["id"],
        "text": rule["text"][language],
        "law": references,
        "source": rule["source"],
        "date": rule["date"],
        "sure": rule["sure"],
    }
    return told | ({"range": rule["range"]} if "range" in rule else {})
