"""How several processes share the tests: all of one browser's go to one of them, so that each browser starts once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

# The browser comes first among a test's parameters, as it has the widest scope.
_BROWSER = re.compile(r"\[(chromium|firefox)\b")
# Their tests share servers that take seconds to start, or an engine that takes as long to compile.
_TOGETHER = ("tests/deploy/test_copies.py", "tests/conformance/test_compiled.py")


class ByBrowser(LoadScopeScheduling):  # type: ignore[misc]
    """Keeps each browser's tests together, and those of one such file; every other test goes to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(_TOGETHER):
            return nodeid.partition("::")[0]
        browser = _BROWSER.search(nodeid)
        return browser[1] if browser else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByBrowser:
    """Be asked by pytest-xdist, where `--numprocesses` is given."""
    return ByBrowser(config, log)
