"""Ask the shipped rules about wording, without the learned weights unless told: these are fitted again and again."""

from __future__ import annotations

from functools import cache
from typing import Any

from server.engine import Engine, build_engine, canonical_json, load_bundle, score
from server.rules import compile_rules

REGIONAL_CAMPAIGN = "2024-10-20"
PRESIDENTIAL_CAMPAIGN = "2024-01-20"
NO_ELECTION = "2026-03-01"


@cache
def _engine(weighted: bool) -> Engine:
    bundle = compile_rules()
    return build_engine(load_bundle(canonical_json(bundle if weighted else bundle | {"weights": {}})))


def verdict(post: str | dict[str, Any], date: str = REGIONAL_CAMPAIGN, weighted: bool = False) -> dict[str, Any]:
    """The verdict on a text or a whole context."""
    return score(_engine(weighted), {"text": post} if isinstance(post, str) else post, date)


def level(post: str | dict[str, Any], date: str = REGIONAL_CAMPAIGN, weighted: bool = False) -> str:
    """The level of a text or a whole context."""
    return str(verdict(post, date, weighted)["level"])


def rules(post: str | dict[str, Any], date: str = REGIONAL_CAMPAIGN) -> set[str]:
    """The rules in the evidence."""
    return {entry["rule"] for entry in verdict(post, date)["evidence"]}


def named(text: str, date: str = REGIONAL_CAMPAIGN) -> list[str]:
    """The contestants that a text is taken to name."""
    return [entity["id"] for entity in verdict(text, date)["affiliations"]]
