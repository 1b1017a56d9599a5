"""Which tests run in which browser: each test in both; variants of one, and tests of one site or page, in turns.

Two browsers share two cores, and everything in both takes longer than a change may wait. `--every` runs it all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.e2e.drivers import DRIVERS

_ADAPTERS = Path(__file__).parents[1] / "shared_rules" / "sites"
# The demo is no site but our own page.
SITES = {path.stem.replace("-", "_") for path in _ADAPTERS.glob("*.toml")} - {"demo"}
# Pages that ask nothing of the browser but what every page does.
PLAIN_PAGES = {"comment_frames", "counts", "languages", "news", "playground", "report", "unseen"}
# A file of tests of one site or page: tests/e2e/test_facebook.py, tests/e2e/test_facebook_hosts.py.
OF_ONE_PAGE = re.compile(rf"tests/e2e/test_(?:{'|'.join(sorted(SITES | PLAIN_PAGES))})(?:_\w+)?\.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let everything be asked for."""
    parser.addoption("--every", action="store_true", help="run every variant of every test in both browsers")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what the other browser runs, unless all is asked for or tests are named one by one."""
    if config.getoption("--every") or any("::" in argument for argument in config.args):
        return
    left_out = set(left_to_the_other([item.nodeid for item in items]))
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left_out])
    items[:] = [item for item in items if item.nodeid not in left_out]


def left_to_the_other(nodeids: list[str]) -> list[str]:
    """Return the variants that another browser runs: those of a test take turns; a test without others runs in all.

    The tests in a file of one site or page are taken for variants of one.
    """
    browsers = sorted(DRIVERS)
    variants: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for nodeid in nodeids:
        test, _, given = nodeid.partition("[")
        browser, _, variant = given.rstrip("]").partition("-")
        if browser in browsers:
            file, _, name = test.partition("::")
            of_one_page = OF_ONE_PAGE.fullmatch(file)
            variants[file if of_one_page else test][f"{name} {variant}"][browser] = nodeid
    return [
        nodeid
        for number, test in enumerate(variants.values())
        for place, runs in enumerate(test.values())
        for browser, nodeid in runs.items()
        if len(test) > 1 and len(runs) == len(browsers) and browsers[(number + place) % len(browsers)] != browser
    ]
