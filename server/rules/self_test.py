"""What rules must do before they judge anybody: be silent on an everyday sentence, find parties, say whom to ask."""

from __future__ import annotations

from typing import Any

from server.engine import BundleError, Engine, score

from .guidance import guidance

_SILENT = "Selamat pagi, jangan lupa sarapan."
_DAY = "2024-10-20"


def self_test(engine: Engine, data: dict[str, Any]) -> None:
    """Raise BundleError where the rules of a bundle, and the law in it, fail."""
    if score(engine, {"text": _SILENT}, _DAY)["points"] != 0:
        raise BundleError("bundle: self-test failed: an everyday sentence gets points")
    parties = [name for _, kind, name, *_ in data["entities"] if kind == "party"]
    if parties and not any(score(engine, {"text": name}, _DAY)["affiliations"] for name in parties):
        raise BundleError("bundle: self-test failed: no party is found by its own name")
    if "law" in data:
        _test_law(data["law"])


def _test_law(law: dict[str, Any]) -> None:
    """Ask for all that is told in every stage, so that a broken section fails here and not at a request."""
    days = sorted({stage[1] for part in law["calendar"] for stage in part["stages"]} | {law["from"]})
    for employment, _ in law["employments"]:
        for language in ("id", "en"):
            told = [guidance(law, max(day, law["from"]), employment, language=language) for day in days]
            if not all(each and each["ask"] for each in told):
                raise BundleError("bundle.law: self-test failed: nobody is named who can be asked")
