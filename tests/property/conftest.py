"""The real rules, compiled from their sources, for statements that must hold whatever is written."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from server.engine import Engine, build_engine, canonical_json, load_bundle
from server.rules import compile_rules

# The same examples on every machine; a machine under load must not fail a test by its clock.
settings.register_profile(
    "repeatable", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine with the real rules."""
    return build_engine(load_bundle(canonical_json(compile_rules())))
