"""The extension's modules and pages inside the real browsers: the fixtures of the browser tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.drivers import Driver

Call = Callable[..., Any]


@pytest.fixture
def call(browser: Driver) -> Call:
    """Call a function of one of the extension's modules: `call("background/pause.js", "pauseEnd", "15m", 0)`."""

    def run(module: str, function: str, *args: Any) -> Any:
        return browser.extension_js(
            """const [module, name, ...rest] = args;
            const { [name]: run } = await import(api.runtime.getURL(module));
            return await run(...rest);""",
            module,
            function,
            *args,
        )

    return run
