"""Engines to compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.engine import Engine, build_engine, load_bundle
from tests.conformance import vectors


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
