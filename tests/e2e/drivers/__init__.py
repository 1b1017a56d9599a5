"""One way to hold two browsers: the same methods on Chromium and on Firefox, so that each test is written once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.drivers.base import Driver, Network, until
from tests.e2e.drivers.chromium import Chromium
from tests.e2e.drivers.firefox import Firefox
from tests.e2e.drivers.prompt import CANCEL, GUIDE, PROCEED, WHY, WRONG, Prompt

DRIVERS: dict[str, type[Driver]] = {"chromium": Chromium, "firefox": Firefox}

__all__ = [
    "CANCEL",
    "DRIVERS",
    "GUIDE",
    "PROCEED",
    "WHY",
    "WRONG",
    "Driver",
    "Network",
    "Prompt",
    "open_browser",
    "opened",
    "until",
]


def open_browser(
    name: str,
    extension: Path,
    network: Network,
    folder: Path,
    allowed: tuple[str, ...] = (),
    keeps_pages: bool = False,
) -> Driver:
    """Start the browser `name` with an empty profile below `folder` and the unpacked `extension` loaded.

    See `Driver.__init__` for `allowed`, optional match patterns that the extension will ask for, and `keeps_pages`.
    """
    return DRIVERS[name](extension, network, folder, allowed, keeps_pages)


@contextmanager
def opened(
    name: str, extension: Path, network: Network, folder: Path, allowed: tuple[str, ...] = ()
) -> Iterator[Driver]:
    """The browser of `open_browser`, which must hold no error against the extension when it is closed."""
    driver = open_browser(name, extension, network, folder, allowed)
    yield driver
    errors = driver.extension_errors()
    driver.close()
    assert errors == []
