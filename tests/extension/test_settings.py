"""Settings survive damage, take presets, and change one at a time."""

from __future__ import annotations

from typing import Any

import pytest

from tests.e2e.drivers import Driver

from .conftest import Call

DEFAULTS = {
    "version": 1,
    "language": "auto",
    "employment": "",
    "region": "",
    "sensitivity": "normal",
    "counting": True,
    "pausedUntil": 0,
    "sitesOff": [],
    "sitesAdded": [],
    "serverMode": {"on": False, "url": ""},
    "rules": {"on": False, "url": "", "keys": [], "office": []},
}


def store(browser: Driver, **values: Any) -> None:
    browser.extension_js("await api.storage.local.set(args[0]);", values)


def settings(browser: Driver) -> dict[str, Any]:
    answer = browser.background({"type": "get-settings"})
    assert answer["ok"], answer
    held: dict[str, Any] = answer["settings"]
    return held


@pytest.mark.parametrize(
    "damage",
    [None, "garbage", 7, [], {}, {"version": 99, "language": "xx", "sitesOff": [1], "pausedUntil": "soon"}],
    ids=["null", "text", "number", "list", "empty", "wrong keys"],
)
def test_damaged_settings_are_the_defaults(fresh: Driver, damage: Any) -> None:
    store(fresh, settings=damage)
    assert settings(fresh) == DEFAULTS


def test_one_damaged_key_leaves_the_others(fresh: Driver) -> None:
    store(fresh, settings={"language": "en", "sensitivity": "broken", "employment": "pppk"})
    assert settings(fresh) == DEFAULTS | {"language": "en", "employment": "pppk"}


def test_damaged_settings_can_be_changed(fresh: Driver) -> None:
    store(fresh, settings="garbage")
    assert fresh.background({"type": "set-settings", "patch": {"sensitivity": "high"}})["ok"]
    assert settings(fresh)["sensitivity"] == "high"


def test_damaged_accounts_are_forgotten(fresh: Driver) -> None:
    store(fresh, accounts=[{"site": 1}])
    assert fresh.background({"type": "get-settings"})["accounts"] == []


def test_an_account_kept_longer_than_seven_days_is_not_believed(fresh: Driver) -> None:
    store(fresh, accounts=[{"site": "x", "account": "budi", "until": 9_000_000_000_000}])
    assert fresh.background({"type": "get-settings"})["accounts"] == []


def test_two_changes_at_once_both_hold(fresh: Driver) -> None:
    fresh.extension_js(
        """await Promise.all(args.map((patch) => api.runtime.sendMessage({ type: 'set-settings', patch })));""",
        {"language": "en"},
        {"employment": "tni"},
        {"sensitivity": "low"},
    )
    held = settings(fresh)
    assert (held["language"], held["employment"], held["sensitivity"]) == ("en", "tni", "low")


def test_a_damaged_item_leaves_the_others_of_its_list(fresh: Driver) -> None:
    store(fresh, settings={"sitesAdded": ["forum.contoh.id", "*://*"], "sitesOff": [5, "x", None]})
    held = settings(fresh)
    assert (held["sitesAdded"], held["sitesOff"]) == (["forum.contoh.id"], ["x"])


def test_no_site_is_added_without_the_browsers_permission(fresh: Driver) -> None:
    assert fresh.background({"type": "add-site", "host": "forum.contoh.id"}) == {"ok": True, "added": False}
    assert settings(fresh)["sitesAdded"] == []


def test_a_page_whose_site_nobody_added_is_not_guarded(fresh: Driver) -> None:
    assert fresh.background({"type": "hello", "host": "www.facebook.com"})["guarded"]
    assert not fresh.background({"type": "hello", "host": "forum.contoh.id"})["guarded"]


def test_server_mode_cannot_be_switched_on_without_the_browsers_permission(fresh: Driver) -> None:
    before = settings(fresh)
    patch = {"serverMode": {"on": True, "url": "https://skor.contoh.id"}}
    answer = fresh.background({"type": "set-settings", "patch": patch})
    assert answer == {"ok": False, "error": "serverMode: permission missing"}
    assert settings(fresh) == before


@pytest.mark.parametrize(("length", "minutes"), [("15m", 15)])
def test_a_short_pause_lasts_as_long_as_it_says(call: Call, length: str, minutes: int) -> None:
    assert call("background/pause.js", "pauseEnd", length, 1_000) == 1_000 + minutes * 60_000


def test_a_pause_for_today_ends_at_the_next_local_midnight(browser: Driver) -> None:
    ends = browser.extension_js(
        """const { pauseEnd } = await import(api.runtime.getURL('background/pause.js'));
        const end = new Date(pauseEnd('today', new Date(2024, 9, 31, 23, 59).getTime()));
        return [end.getFullYear(), end.getMonth(), end.getDate(), end.getHours(), end.getMinutes()];"""
    )
    assert ends == [2024, 10, 1, 0, 0]


def test_a_paused_site_is_paused_under_all_its_names(fresh: Driver) -> None:
    fresh.background({"type": "pause", "for": "site", "host": "www.facebook.com"})
    assert fresh.background({"type": "hello", "host": "web.facebook.com"})["settings"]["paused"]
    assert not fresh.background({"type": "hello", "host": "x.com"})["settings"]["paused"]
    fresh.background({"type": "resume", "host": "m.facebook.com"})
    assert not fresh.background({"type": "hello", "host": "www.facebook.com"})["settings"]["paused"]


def test_deleting_the_data_leaves_nothing(fresh: Driver) -> None:
    fresh.background({"type": "set-settings", "patch": {"employment": "pns", "language": "en"}})
    fresh.background({"type": "pause", "for": "today"})
    fresh.background({"type": "delete-data"})
    left = fresh.extension_js(
        "return [await api.storage.local.get(), await api.storage.session.get(), await api.alarms.getAll()];"
    )
    assert left == [{}, {}, []]


EVERY_KEY = [*DEFAULTS, "serverUrl", "pause", "accounts", "counts", "delete-data"]


def test_an_office_can_lock_three_things_and_no_more(call: Call) -> None:
    """Not the pause, the sites, the language, the counts, the data, nor whether server mode is on."""
    values = {
        "employment": "pns",
        "region": "Kab. Sleman",
        "serverUrl": "a.contoh.id",
        "language": "id",
        "sitesOff": ["x"],
    }
    locks = call("background/preset.js", "locksOf", values | {"locked": EVERY_KEY})
    assert locks["keys"] == ["employment", "region", "serverUrl"]


@pytest.mark.parametrize(
    "preset",
    [
        {"locked": ["region"]},
        {"locked": ["serverUrl"], "serverUrl": "http://a.contoh.id"},
        {"employment": "pns"},
    ],
    ids=["nothing to hold", "no address", "not locked"],
)
def test_a_lock_that_holds_nothing_is_none(call: Call, preset: dict[str, Any]) -> None:
    assert call("background/preset.js", "locksOf", preset) == {"keys": [], "by": "", "why": ""}
