"""A server that hands out signed rules, a browser that trusts their makers' key, and rules to be signed.

Tests of a subscription import the fixtures that they use, and `browser` and `own_extension` with them.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, Response

from server.engine import canonical_json
from tests.e2e.drivers import Driver, Network, opened
from tests.e2e.drivers.listing import reaching
from tests.e2e.fixtures import EXTENSION
from tests.e2e.servers import Served
from tests.signed_files import DAY, KEY, SECOND, public, signed

NOW = datetime.datetime.now(datetime.UTC)
PACKAGED: dict[str, Any] = json.loads((EXTENSION / "rules" / "bundle.json").read_bytes())
MAKER, OFFICE = KEY, SECOND


def extended(version: int = PACKAGED["version"]) -> dict[str, Any]:
    """The packaged rules and a volunteers' group that the neutral post of the laboratory names."""
    group = ["kantor/1", "group", "Sayur Lodeh", "G", "2020-01-01", "2099-12-31", "F"]
    entities = [*PACKAGED["entities"], group]
    aliases = [*PACKAGED["aliases"], ["sayur lodeh", [len(entities) - 1], -1, 0, 0]]
    return PACKAGED | {"version": version, "entities": entities, "aliases": aliases}


def by(key: Any, bundle: dict[str, Any], age: int, version: int = 0) -> bytes:
    """A bundle, signed so many days ago; the version signed is the bundle's unless another is given."""
    return signed(canonical_json(bundle), key, version=version or bundle["version"], issued=NOW - age * DAY)


def by_maker(bundle: dict[str, Any], age: int = 0) -> bytes:
    """Signed by the makers of the extension, so many days ago."""
    return by(MAKER, bundle, age)


def by_office(bundle: dict[str, Any], age: int = 0) -> bytes:
    """Signed by an office, so many days ago."""
    return by(OFFICE, bundle, age)


@dataclass
class Mirror:
    """A server that hands out whatever a test puts there."""

    answer: Response = field(default_factory=lambda: Response(status=404))

    def app(self) -> Flask:
        app = Flask(__name__)
        app.get("/v1/rules/signed")(lambda: self.answer)
        return app


@pytest.fixture
def mirror() -> Iterator[tuple[Mirror, Served]]:
    mirror = Mirror()
    served = Served(mirror.app()).start()
    yield mirror, served
    served.stop()


@pytest.fixture(scope="module")
def own_extension(workspace: Path) -> Path:
    """A copy of the extension that trusts a maker's key and may reach this machine."""
    extension = reaching(EXTENSION, workspace)
    (extension / "rules" / "keys.json").write_text(json.dumps([public(MAKER).text]), encoding="utf-8")
    return extension


@pytest.fixture(scope="module")
def browser(browser_name: str, own_extension: Path, network: Network, workspace: Path) -> Iterator[Driver]:
    with opened(browser_name, own_extension, network, workspace) as driver:
        yield driver


def state(browser: Driver) -> tuple[int, str]:
    """Which rules are in force, by version, and the reason why no newer ones are."""
    told = browser.background({"type": "get-settings"})
    problem = told["rules"]["problem"]
    return (told["bundle"]["version"], problem["code"] if problem else "")


def unsubscribe(browser: Driver, served: Served) -> None:
    """Switch the subscription off."""
    browser.background({"type": "set-settings", "patch": {"rules": {"on": False, "url": served.url, "keys": []}}})


def subscribe(browser: Driver, served: Served, *keys: Any) -> tuple[int, str]:
    """Switch the subscription on, as the options page does."""
    rules = {"on": True, "url": served.url, "keys": [public(key).text for key in keys]}
    assert browser.background({"type": "set-settings", "patch": {"rules": rules}})["ok"]
    return state(browser)


def offered(browser: Driver, mirror: Mirror, answer: bytes | Response) -> tuple[int, str]:
    """Let the server offer something, and the extension look."""
    mirror.answer = answer if isinstance(answer, Response) else Response(answer)
    assert browser.background({"type": "check-rules"})["ok"]
    return state(browser)
