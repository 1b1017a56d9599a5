"""Fixtures for tests that ask a server on this machine: their modules import both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, opened
from tests.e2e.drivers.listing import reaching
from tests.e2e.fixtures import EXTENSION


@pytest.fixture(scope="module")
def reachable(browser_name: str, workspace: Path) -> Path:
    """The extension with loopback allowed beforehand where the browser's own question is out of a test's reach.

    Firefox answers permission questions by a preference; Chromium's native dialog cannot be pressed.
    """
    return EXTENSION if browser_name == "firefox" else reaching(EXTENSION, workspace)


@pytest.fixture(scope="module")
def browser(browser_name: str, reachable: Path, network: Network, workspace: Path) -> Iterator[Driver]:
    with opened(browser_name, reachable, network, workspace) as driver:
        yield driver
