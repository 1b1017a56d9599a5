"""Read a compiled bundle and refuse a broken one, naming the place (SPEC 8)."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

CONTRACT = 1
SIZE_MAX = 2 * 1024 * 1024

_SECTIONS: dict[str, type] = {
    "fold": dict,
    "slots": dict,
    "words": list,
    "prefixes": list,
    "segments": list,
    "acronyms": list,
    "entities": list,
    "aliases": list,
    "domains": list,
    "confusables": list,
    "signals": list,
    "weights": dict,
    "scoring": dict,
    "sites": dict,
    "counts": dict,
}
# Sections that hold nothing but texts.
_TEXTS = ("slots", "words", "prefixes", "segments", "acronyms")
_SCORING = {
    "mentions": ("P", "C", "G", "S", "F"),
    "fields": (
        "text", "draft", "image_alt", "quoted.text", "quoted.author",
        "link.title", "link.url", "author.name", "author.handle", "container.name",
    ),
    "thresholds": ("mention", "campaign"),
    "points": ("lowest", "highest", "weights_cap"),
    "limits": ("characters", "tokens"),
}  # fmt: skip


_PROBES_MAX = 32
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BASE64 = re.compile("[A-Za-z0-9+/]+={0,2}")


class BundleError(ValueError):
    """A bundle that cannot be used; the message names the place and the remedy."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A parsed bundle, its version and the SHA-256 digest of its exact bytes."""

    data: dict[str, Any]
    version: int
    digest: str


def load_bundle(raw: bytes) -> Bundle:
    """Parse and check a bundle; raise BundleError where it is too large, not JSON, newer or incomplete."""
    if len(raw) > SIZE_MAX:
        raise BundleError(f"bundle: {len(raw)} bytes is over the limit of {SIZE_MAX}; build it from fewer entries")
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BundleError(f"bundle: not JSON ({error}); build it again with 'rules build'") from error
    if not isinstance(data, dict):
        raise BundleError("bundle: the top level is not an object; build it again with 'rules build'")
    if data.get("contract") != CONTRACT or isinstance(data["contract"], bool):
        raise BundleError(
            f"bundle.contract: {data.get('contract')!r} is not {CONTRACT}; use a bundle made for this release"
        )
    if not isinstance(data.get("version"), int) or isinstance(data["version"], bool) or data["version"] < 1:
        raise BundleError("bundle.version: must be a whole number from 1")
    for name, kind in _SECTIONS.items():
        if not isinstance(data.get(name), kind):
            raise BundleError(f"bundle.{name}: missing or not {'an object' if kind is dict else 'a list'}")
    for name in _TEXTS:
        part = data[name]
        if not all(isinstance(text, str) for text in (part.values() if isinstance(part, dict) else part)):
            raise BundleError(f"bundle.{name}: holds what is not a text")
    _check_scoring(data)
    _check_references(data)
    _check_accounts(data)
    return Bundle(data, data["version"], f"sha256:{hashlib.sha256(raw).hexdigest()}")


def _check_scoring(data: dict[str, Any]) -> None:
    """Check that every number and text that weighing looks up is there."""
    scoring = data["scoring"]
    whole = [(name, scoring.get(name)) for name in ("cue_window", "veto_window")]
    for section, names in _SCORING.items():
        part = scoring.get(section)
        if not isinstance(part, dict):
            raise BundleError(f"bundle.scoring.{section}: missing or not an object")
        whole += [(f"{section}.{name}", part.get(name)) for name in names]
    for name, value in whole:
        if not isinstance(value, int) or isinstance(value, bool):
            raise BundleError(f"bundle.scoring.{name}: missing or not a whole number")
    small = scoring.get("small_words")
    if not isinstance(small, list) or not all(isinstance(word, str) for word in small):
        raise BundleError("bundle.scoring.small_words: missing or not a list of words")
    whys = scoring.get("whys")
    rules = [f"mention-{data['slots'].get(slot, '<>')[1:-1]}" for slot in scoring["mentions"]]
    for rule in (*rules, "neutral-source", "report-kept", "scale-end", "headline", "weight", "weights-cap"):
        if not isinstance(whys, dict) or not isinstance(whys.get(rule), str):
            raise BundleError(f"bundle.scoring.whys.{rule}: missing or not a text")
    table = scoring.get("calibration")
    points = [row[0] for row in table] if isinstance(table, list) and all(_is_pair(row) for row in table) else []
    if len(points) < 2 or points != sorted(set(points)) or points[0] > scoring["points"]["lowest"] or table[0][1] != 0:
        raise BundleError("bundle.scoring.calibration: must rise from [lowest, 0] in pairs of points and percent")


def _is_pair(row: Any) -> bool:
    return isinstance(row, list) and len(row) == 2 and all(type(value) is int for value in row)


def _is_place(value: Any, size: int) -> bool:
    """Say whether a value counts one of so many things."""
    return type(value) is int and 0 <= value < size


def _check_references(data: dict[str, Any]) -> None:
    """Check that aliases, domains and phrases point at what exists, so that scoring can never fail on them."""
    entities, confusables = len(data["entities"]), len(data["confusables"])
    words = set(data["words"])
    place = ""
    try:
        for number, entry in enumerate(data["aliases"]):
            place = f"aliases[{number}]"
            text, members, confusable, _, anchor = entry
            inside = members and all(_is_place(member, entities) for member in members)
            known = confusable == -1 or _is_place(confusable, confusables)
            if not (inside and known and _is_place(anchor, len(text.split(" ")))):
                raise BundleError(f"bundle.{place}: points at what is not in the bundle")
        for number, entry in enumerate(data["domains"]):
            place = f"domains[{number}]"
            host, entity = entry
            if not (isinstance(host, str) and _is_place(entity, entities)):
                raise BundleError(f"bundle.{place}: points at what is not in the bundle")
        for number, rule in enumerate(data["signals"]):
            place = f"signals[{number}]"
            if not set(_SCORING["fields"]).issuperset(rule["fields"]):
                raise BundleError(f"bundle.{place}.fields: names a field that is not in the contract")
            for _, anchor_words, _, _ in rule["phrases"]:
                if not words.issuperset(anchor_words):
                    raise BundleError(f"bundle.{place}: an anchor is not among the words")
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        if isinstance(error, BundleError):
            raise
        raise BundleError(f"bundle.{place}: not in the shape of the contract") from error


def _check_accounts(data: dict[str, Any]) -> None:
    """Check that lists of accounts can be asked, and that one signal is for them (SPEC 5.3, 8.4)."""
    marked = [number for number, rule in enumerate(data["signals"]) if rule.get("listed", False) is not False]
    for number in marked:
        rule = data["signals"][number]
        if rule["listed"] is not True or "author.handle" not in rule["fields"] or number != marked[0]:
            raise BundleError(f"bundle.signals[{number}].listed: must be true, for author.handle, in one signal only")
    lists = data.get("accounts", [])
    if not isinstance(lists, list):
        raise BundleError("bundle.accounts: not a list")
    if lists and not marked:
        raise BundleError("bundle.accounts: no signal is for listed accounts")
    for number, entry in enumerate(lists):
        if not (isinstance(entry, dict) and _is_account_list(entry)):
            raise BundleError(f"bundle.accounts[{number}]: not in the shape of the contract")


def _is_account_list(entry: dict[str, Any]) -> bool:
    days, bits, probes = [entry.get("from"), entry.get("to")], entry.get("filter"), entry.get("probes")
    dated = all(isinstance(day, str) and _DAY.fullmatch(day) for day in days)
    packed = isinstance(bits, str) and len(bits) % 4 == 0 and _BASE64.fullmatch(bits) is not None
    return dated and packed and type(probes) is int and 1 <= probes <= _PROBES_MAX
