"""GET /v1/guidance: what the law says of an act, for an employment, on a day. Knows and keeps nothing of who asks."""

from __future__ import annotations

import datetime
from difflib import get_close_matches
from typing import Any, NoReturn

from flask import Blueprint, Response, request

from ..contexts import GuidanceQuery
from ..errors import ApiError, FieldError
from ..rulebook import current_rules, today
from ..rules import guidance, slug
from .wire import answer

LANGUAGES = ("id", "en")

bp = Blueprint("guidance", __name__, url_prefix="/v1")


@bp.get("/guidance")
def show() -> Response:
    """Tell stage, contests and rules; without ``act`` the one-page summary, without ``employment`` that of PNS."""
    rules = current_rules()
    law = rules.law
    if law is None:
        raise ApiError("no-bundle", "The rule bundle holds no law; build it again with 'rules build'.")
    wanted = _read_query()
    date = wanted.get("date", today())
    _check_date(date, law["from"])
    words = {key: _one_of(key, wanted.get(key, ""), allowed) for key, allowed in _choices(law).items()}
    told = guidance(
        law,
        date,
        words["employment"] or "pns",
        words["act"],
        words["contest"],
        _area(law, wanted["area"]) if "area" in wanted else "",
        words["language"] or "id",
        words["stage"],
    )
    return answer({"bundle": rules.identity, **(told or {})})


def _read_query() -> dict[str, str]:
    """Return the query's keys and values; raise ApiError (422) for an unknown or doubled key or an empty value."""
    known = GuidanceQuery.__struct_fields__
    for key in request.args:
        if key not in known:
            _refuse("$", f"Unknown key; remove it. The keys are {', '.join(known)}.")
        values = request.args.getlist(key)
        if len(values) > 1:
            _refuse(f"$.{key}", "Given twice; give it once.")
        if not values[0]:
            _refuse(f"$.{key}", "Empty; give a value or leave the key out.")
    return request.args.to_dict()


def choices(law: dict[str, Any]) -> dict[str, list[str]]:
    """Return what may stand in the query, by key; areas may also be written in other ways."""
    return {**_choices(law), "area": sorted(_areas(law).values())}


def _choices(law: dict[str, Any]) -> dict[str, list[str]]:
    return {
        "act": [name for name, *_ in law["acts"]],
        "employment": [name for name, _ in law["employments"]],
        "contest": sorted({part["contest"] for part in law["calendar"]}),
        "stage": [name for name, _ in law["stages"]],
        "language": list(LANGUAGES),
    }


def _one_of(key: str, value: str, allowed: list[str]) -> str:
    if value and value not in allowed:
        _refuse(f"$.{key}", f"Must be one of {', '.join(allowed)}.")
    return value


def _check_date(date: str, first: str) -> None:
    try:
        exists = datetime.date.fromisoformat(date).isoformat() == date
    except ValueError:
        exists = False
    if not exists:
        _refuse("$.date", "Must be a date that exists, written YYYY-MM-DD.")
    if date < first:
        _refuse("$.date", f"Must be {first} or later; the rules of earlier days are not held here.")


def _areas(law: dict[str, Any]) -> dict[str, str]:
    """Return the names of all areas as the candidate lists write them, by what is left without marks and capitals."""
    parts = (name for part in law["calendar"] for name in part["areas"])
    lists = (name for province, areas in law["areas"].items() for name in (province, *areas))
    return {slug(name): name for name in (*parts, *lists)}


def _area(law: dict[str, Any], value: str) -> str:
    """Return the name of an area as the candidate lists write it; marks and capitals do not matter."""
    names = _areas(law)
    wanted = slug(value[:100])
    if wanted not in names:
        hint = "give a province, or write it like 'Kab. Bangka' or 'Kota Bandung'"
        near = ", ".join(names[name] for name in get_close_matches(wanted, names, 5))
        _refuse("$.area", f"Unknown area; {f'names like it are {near}' if near else hint}.")
    return names[wanted]


def _refuse(path: str, message: str) -> NoReturn:
    raise ApiError("bad-field", f"{path}: {message}", [FieldError(path, message)])
