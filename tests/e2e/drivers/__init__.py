"""One way to hold two browsers: the same methods on Chromium and on Firefox, so that each test is written once."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.drivers.base import CANCEL, PROCEED, WHY, Driver, Network, Prompt, until
from tests.e2e.drivers.chromium import Chromium
from tests.e2e.drivers.firefox import Firefox

DRIVERS: dict[str, type[Driver]] = {"chromium": Chromium, "firefox": Firefox}

__all__ = ["CANCEL", "DRIVERS", "PROCEED", "WHY", "Driver", "Network", "Prompt", "open_browser", "until"]


def open_browser(name: str, extension: Path, network: Network, folder: Path) -> Driver:
    """Start the browser `name` with an empty profile below `folder` and the unpacked `extension` loaded."""
    return DRIVERS[name](extension, network, folder)
