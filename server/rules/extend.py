"""Make an office's bundle: the shared one as it is, and what an overlay adds to it (docs/signed-rules.md).

A bundle compiled of both is not the same thing: names that people share become ambiguous in it, shared ones as well.
"""

from __future__ import annotations

from typing import Any

from server.engine import Engine

from .additions import Cover, is_addition, is_below, names_of, parts_of

_CARRIED = ("entities", "aliases", "confusables", "domains", "counts", "law", "accounts")


def extend_bundle(
    base: dict[str, Any], engine: Engine, compiled: dict[str, Any], day: str
) -> tuple[dict[str, Any], list[str]]:
    """Return ``base`` with what ``compiled`` (of the same rules and an overlay) adds, and the places left out.

    ``engine`` is that of ``base``; ``day`` the day (YYYY-MM-DD) from which the bundle is to be used.
    """
    left_out = [name for name in sorted(compiled) if name not in _CARRIED and compiled[name] != base.get(name)]
    shared = {entity[0] for entity in base["entities"]}
    new = [entity for entity in compiled["entities"] if entity[0] not in shared]
    left_out += [f"entities.{entity[0]}" for entity in new if not is_addition(entity)]
    added = [entity for entity in new if is_addition(entity)]
    entities = [*base["entities"], *added]
    numbers = {entity[0]: number for number, entity in enumerate(entities)}
    ours = {entity[0] for entity in added}

    domains = [list(domain) for domain in base["domains"]]
    hosts = {host for host, _ in domains}
    for host, entity in compiled["domains"]:
        owner = compiled["entities"][entity][0]
        if owner in ours and host not in hosts and not is_below(host, hosts):
            domains.append([host, numbers[owner]])
        elif owner in ours:
            left_out.append(f"domains.{host}")

    aliases, confusables, names_out = _names(base, compiled, Cover(base, engine, day), numbers, ours)
    counts = base["counts"] | {
        "contests": compiled["counts"]["contests"],
        "pairs": sum(entity[1] == "pair" for entity in entities),
        "entities": len(entities),
        "aliases": len(aliases),
        "accounts": compiled["counts"]["accounts"],
    }
    bundle = base | {
        "entities": entities,
        "aliases": aliases,
        "confusables": confusables,
        "domains": sorted(domains),
        "counts": counts,
    }
    if "law" in base and "law" in compiled:
        bundle["law"] = _law(base["law"], compiled["law"])
    accounts = base.get("accounts", [])
    accounts = accounts + [entry for entry in compiled.get("accounts", []) if entry not in accounts]
    if accounts:
        bundle["accounts"] = accounts
    return bundle, left_out + names_out


def _names(
    base: dict[str, Any], compiled: dict[str, Any], cover: Cover, numbers: dict[str, int], ours: set[str]
) -> tuple[list[list[Any]], list[dict[str, Any]], list[str]]:
    """Return the aliases and confusables with those of the new entities, and the places of names left out."""
    aliases, confusables = list(base["aliases"]), list(base["confusables"])
    shared, meanings = {alias[0] for alias in aliases}, names_of(compiled)
    left_out = []
    for text, _, _, slogan, anchor in compiled["aliases"]:
        members, near, _ = meanings[text]
        if ours.isdisjoint(members):
            continue
        if text in shared or not ours.issuperset(members) or cover.stands_in_the_way(text, near is None):
            left_out.append(f"aliases.{text}")
            continue
        if near is not None and near not in confusables:
            confusables.append(near)
        place = -1 if near is None else confusables.index(near)
        aliases.append([text, sorted(numbers[member] for member in members), place, slogan, anchor])
    return sorted(aliases), confusables, left_out


def _law(base: dict[str, Any], compiled: dict[str, Any]) -> dict[str, Any]:
    """Return the law with the calendar of further contests and the areas they are held in."""
    contests = {part["contest"] for part in base["calendar"]}
    sources, calendar = list(base["sources"]), list(base["calendar"])
    for part in parts_of(compiled):
        if part["contest"] in contests:
            continue
        sources += [stage[3] for stage in part["stages"] if stage[3] not in sources]
        calendar.append(part | {"stages": [[*stage[:3], sources.index(stage[3])] for stage in part["stages"]]})
    areas = {province: list(names) for province, names in base["areas"].items()}
    known = {name for province, names in areas.items() for name in (province, *names)}
    for province, names in compiled["areas"].items():
        areas.setdefault(province, []).extend(name for name in names if name not in known)
    return base | {"sources": sources, "calendar": calendar, "areas": {name: sorted(areas[name]) for name in areas}}
