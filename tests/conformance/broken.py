"""Bundles that no engine may take, each with one fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.conformance import vectors

Change = Callable[[dict[str, Any]], object]

CHANGES: dict[str, Change] = {
    "another contract": lambda data: data.update(contract=2),
    "a contract that is true": lambda data: data.update(contract=True),
    "no version": lambda data: data.pop("version"),
    "a version in words": lambda data: data.update(version="satu"),
    "no words": lambda data: data.pop("words"),
    "aliases that are an object": lambda data: data.update(aliases={}),
    "an alias of nobody": lambda data: data["aliases"][2].__setitem__(1, []),
    "an alias of an entity that is not there": lambda data: data["aliases"][2].__setitem__(1, [999]),
    "an alias with an anchor beyond it": lambda data: data["aliases"][2].__setitem__(4, 7),
    "an alias with a confusable that is not there": lambda data: data["aliases"][2].__setitem__(2, 99),
    "a host of nobody": lambda data: data["domains"][0].__setitem__(1, 999),
    "an anchor that is no word": lambda data: data["signals"][0]["phrases"][0][1].append("tidakada"),
    "a phrase that is no pattern": lambda data: data["signals"][0]["phrases"][0].__setitem__(0, "("),
    "an account pattern that is none": lambda data: data["signals"][1].update(regexes=["^(a"]),
    "no threshold": lambda data: data["scoring"]["thresholds"].pop("campaign"),
    "no percent of a field": lambda data: data["scoring"]["fields"].pop("draft"),
    "no reason": lambda data: data["scoring"]["whys"].pop("scale-end"),
    "a calibration table that falls": lambda data: data["scoring"].update(calibration=[[-20, 0], [60, 70], [20, 80]]),
}


def broken(fault: str) -> str:
    """The bundle of the vectors with one fault."""
    data: dict[str, Any] = json.loads(vectors.BUNDLE.read_bytes())
    CHANGES[fault](data)
    return json.dumps(data)
