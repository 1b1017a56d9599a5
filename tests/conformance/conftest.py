"""Engines to compare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.engine import Engine, build_engine, canonical_json, load_bundle
from server.rules.accounts import account_filter
from tests.conformance import vectors
from tests.conformance.stream import LISTED, SITES


@pytest.fixture(scope="session")
def vectors_engine() -> Engine:
    """The engine with the small rules of the vectors."""
    return build_engine(load_bundle(vectors.BUNDLE.read_bytes()))


@pytest.fixture(scope="session")
def packaged_bundle(repository: Path) -> Path:
    """The bundle that the extension carries."""
    return repository / "extension" / "rules" / "bundle.json"


@pytest.fixture(scope="session")
def packaged_engine(packaged_bundle: Path) -> Engine:
    """The engine with the rules that the extension carries."""
    return build_engine(load_bundle(packaged_bundle.read_bytes()))


@pytest.fixture(scope="session")
def listed_bundle(packaged_bundle: Path) -> bytes:
    """The bundle that the extension carries, with a list of accounts as an office brings it."""
    keys = [f"{site}:{account}" for site in SITES for account in LISTED]
    listed = {"from": "2024-01-01", "to": "2024-12-31", **account_filter(keys)}
    return canonical_json(json.loads(packaged_bundle.read_bytes()) | {"accounts": [listed]})


@pytest.fixture(scope="session")
def listed_engine(listed_bundle: bytes) -> Engine:
    """The engine with the rules that the extension carries and a list of accounts."""
    return build_engine(load_bundle(listed_bundle))
