"""What is stored belongs to the person, who can save a copy of it and delete all of it."""

from __future__ import annotations

import json

import pytest

from tests.e2e.drivers import Driver, until

POST = {"type": "allow", "site": "x", "post": "kiriman"}
ACCOUNT = {"type": "allow", "site": "x", "account": "@warga"}


@pytest.fixture
def options(fresh: Driver) -> Driver:
    """The options of a person of whom everything is stored that can be."""
    fresh.extension_js(
        """const { handlers } = await import(api.runtime.getURL('background/handlers.js'));
        for (const message of args) await handlers[message.type](message, {});""",
        POST,
        ACCOUNT,
        {"type": "count", "event": "asked"},
    )
    fresh.goto(fresh.ext_url("options/options.html"))
    until(lambda: fresh.js("return document.querySelector('#rules').textContent;"), "the options to be filled")
    return fresh


def test_the_copy_holds_everything_that_is_stored(options: Driver) -> None:
    name, text = options.download("#export")
    assert name == "jaga-jempol.json"
    copy = json.loads(text)
    local, session = options.extension_js("return [await api.storage.local.get(), await api.storage.session.get()];")
    assert copy == {**local, "session": session}
    assert set(copy) == {"settings", "accounts", "counts", "session"}
    assert set(copy["session"]) == {"posts"}


def test_deleting_everything_deletes_the_counts_too(options: Driver) -> None:
    options.click("#delete")
    options.click("#delete-sure")
    until(lambda: options.js("return document.querySelector('#deleted').textContent;"), "the page to say so")
    left = options.extension_js("return [await api.storage.local.get(), await api.storage.session.get()];")
    assert left == [{}, {}]
    until(lambda: options.js("return document.querySelector('#counts-chart').hidden;"), "the chart to go")


def test_what_is_underway_when_everything_is_deleted_does_not_come_back(options: Driver) -> None:
    left = options.extension_js(
        """const { handlers } = await import(api.runtime.getURL('background/handlers.js'));
        const underway = args.map((message) => handlers[message.type](message, {}));
        await handlers['delete-data']({ type: 'delete-data' }, {});
        await Promise.all(underway);
        return [await api.storage.local.get(), await api.storage.session.get()];""",
        *[POST | {"post": f"kiriman {number}"} for number in range(20)],
        *[ACCOUNT | {"account": f"@warga{number}"} for number in range(20)],
        *[{"type": "count", "event": "asked"}] * 20,
    )
    assert left == [{}, {}]


def test_a_change_underway_may_note_damage_while_the_deletion_waits_for_it(options: Driver) -> None:
    left = options.extension_js(
        """const { alone, noteLost, oneAtATime } = await import(api.runtime.getURL('background/store.js'));
        let go;
        const told = new Promise((done) => { go = done; });
        const underway = oneAtATime()(async () => { await told; await noteLost(['counts']); });
        const deleted = alone(() => api.storage.local.clear());
        go();
        await Promise.all([underway, deleted]);
        return await api.storage.local.get();"""
    )
    assert left == {}
