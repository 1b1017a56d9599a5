"""Adapters of sites: what their schema lets pass, and that their addresses are their own."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

RULES = Path(__file__).parents[2] / "shared_rules"
SCHEMA = json.loads((RULES / "schema" / "site.schema.json").read_text(encoding="utf-8"))
SITES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((RULES / "sites").glob("*.toml"))
}


@pytest.mark.parametrize("path", ["/favourites", "/playlist?list=LL", "/demo/likes", "/"])
def test_a_list_of_likes_is_a_path_of_the_site(path: str) -> None:
    assert refused(likes=path) == []


@pytest.mark.parametrize(
    "path", ["https://x.example/", "//x.example/", "likes", "/a b", "javascript:alert(1)", "/<me>"]
)
def test_a_list_of_likes_is_nothing_else(path: str) -> None:
    assert refused(likes=path) != []


@pytest.mark.parametrize("site", SITES)
def test_the_adapter_speaks_for_its_own_list_of_likes(site: str) -> None:
    likes, paths = SITES[site].get("likes"), SITES[site].get("paths", ["/"])
    assert likes is None or any(likes.startswith(path) for path in paths)


def refused(**changes: Any) -> list[str]:
    """What the schema has against the demo's adapter with these keys."""
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors({**SITES["demo"], **changes})]
