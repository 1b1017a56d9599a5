"""A private window: the posts in it are marked as everywhere, and nothing of it is counted or kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.demo import POSTS
from tests.e2e.drivers import Driver, Network, opened, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.servers import Served
from tests.e2e.steps import see

pytestmark = pytest.mark.matrix(site="")

CAMPAIGN = next(f'[data-post-id="{post.id}"]' for post in POSTS if post.level == "campaign")
# How many posts are marked in private windows.
MARKED = """
    const tabs = (await api.tabs.query({})).filter(({ incognito }) => incognito);
    const told = await Promise.all(tabs.map(({ id }) =>
        api.tabs.sendMessage(id, { type: 'page-state' }, { frameId: 0 }).catch(() => null)));
    return told.reduce((sum, state) => sum + (state?.marked ?? 0), 0);
"""


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser whose person lets the extension work in private windows."""
    with opened(browser_name, EXTENSION, network, workspace) as driver:
        driver.allow_private_windows()
        yield driver


def test_it_is_guarded_and_not_counted(fresh: Driver, product: Served) -> None:
    window = fresh.extension_js(
        "return (await api.windows.create({ incognito: true, url: args[0] })).id;", f"{product.url}/demo"
    )
    until(lambda: fresh.extension_js(MARKED), "the posts to be marked")
    fresh.extension_js("await api.windows.remove(args[0]);", window)
    assert fresh.background({"type": "get-counts"})["days"] == []
    assert fresh.extension_js("return Object.keys(await api.storage.local.get());") == ["settings"]
    fresh.goto(f"{product.url}/demo")
    see(fresh, CAMPAIGN, "campaign")
    until(lambda: fresh.background({"type": "get-counts"})["days"], "an ordinary window to be counted")
