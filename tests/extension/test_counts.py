"""Counts are numbers a day: thirty days at most, never from a private window, off and gone when the person says so."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.drivers import Driver

from .conftest import Call

Noon = Callable[[int], float]
COUNTS = "background/counts.js"
SETTINGS = {"counting": True, "sensitivity": "high"}
NONE = {"marked": 0, "asked": 0, "cancelled": 0, "continued": 0}


@pytest.fixture
def noon() -> Noon:
    """Noon of so many days from now, in epoch milliseconds: what lies behind us, the background would sweep."""
    first = datetime.datetime.now().astimezone().replace(hour=12)
    return lambda days: (first + datetime.timedelta(days=days)).timestamp() * 1000


def date(days: int) -> str:
    """The day that lies so many days ahead."""
    return (datetime.datetime.now().astimezone().date() + datetime.timedelta(days=days)).isoformat()


def told(call: Call, now: float, **settings: Any) -> dict[str, Any]:
    answer: dict[str, Any] = call(COUNTS, "toldCounts", SETTINGS | settings, now)
    return answer


def fill(browser: Driver, days: dict[str, dict[str, int]], settled: str = "") -> None:
    browser.extension_js(
        "await api.storage.local.set({ counts: { days: args[0], settled: args[1] } });",
        {day: NONE | numbers for day, numbers in days.items()},
        settled,
    )


def stored(browser: Driver) -> Any:
    return browser.extension_js("return (await api.storage.local.get('counts')).counts ?? null;")


def test_each_event_is_one_more_on_its_day(fresh: Driver, call: Call, noon: Noon) -> None:
    for event, day in (("marked", 0), ("marked", 0), ("asked", 0), ("cancelled", 0), ("continued", 1)):
        call(COUNTS, "countOne", event, noon(day))
    assert stored(fresh) == {
        "days": {
            date(0): NONE | {"marked": 2, "asked": 1, "cancelled": 1},
            date(1): NONE | {"continued": 1},
        },
        "settled": "",
    }


def test_events_at_once_are_all_counted(fresh: Driver) -> None:
    fresh.extension_js(
        """const { countOne } = await import(api.runtime.getURL('background/counts.js'));
        await Promise.all(Array.from({ length: 20 }, () => countOne('marked', Date.now())));"""
    )
    assert [day["marked"] for day in fresh.background({"type": "get-counts"})["days"]] == [20]


def test_the_thirty_first_day_is_forgotten_also_on_the_disk(fresh: Driver, call: Call, noon: Noon) -> None:
    fill(fresh, {date(0): {"marked": 1}, date(1): {"marked": 1}})
    assert len(told(call, noon(29))["days"]) == 2
    assert [day["day"] for day in told(call, noon(30))["days"]] == [date(1)]
    call(COUNTS, "sweepCounts", noon(30))
    assert list(stored(fresh)["days"]) == [date(1)]
    call(COUNTS, "sweepCounts", noon(31))
    assert stored(fresh) is None


def test_it_wakes_up_to_forget(fresh: Driver, call: Call) -> None:
    call(COUNTS, "countOne", "marked", fresh.extension_js("return Date.now();"))
    wakes, midnight = fresh.extension_js(
        """const today = new Date();
        const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 30).getTime();
        return [(await api.alarms.get('forget-counts')).scheduledTime, midnight];"""
    )
    assert wakes == midnight


@pytest.mark.parametrize(
    "damage",
    [
        None,
        "garbage",
        {"days": None},
        {"days": {date(0): {"marked": -1}, "yesterday": NONE, date(1): NONE | {"site": 1}}, "settled": 5},
    ],
    ids=["null", "text", "no days", "wrong days"],
)
def test_damaged_counts_are_no_counts(fresh: Driver, call: Call, noon: Noon, damage: Any) -> None:
    fresh.extension_js("await api.storage.local.set({ counts: args[0] });", damage)
    assert told(call, noon(2)) == {"days": [], "advice": None}


@pytest.mark.parametrize(("incognito", "counted"), [(False, 1), (True, 0)], ids=["ordinary", "private"])
def test_a_private_window_is_not_counted(fresh: Driver, incognito: bool, counted: int) -> None:
    fresh.extension_js(
        """const { handlers } = await import(api.runtime.getURL('background/handlers.js'));
        await handlers.count({ type: 'count', event: 'asked' }, { tab: { incognito: args[0] } });""",
        incognito,
    )
    assert len(fresh.background({"type": "get-counts"})["days"]) == counted


@pytest.mark.parametrize(
    ("message", "accepted"),
    [
        ({"event": "asked"}, True),
        ({"event": "liked"}, False),
        ({"event": "asked", "site": "x"}, False),
        ({"event": "asked", "times": 9}, False),
        ({}, False),
    ],
)
def test_a_page_may_say_one_of_four_words_and_no_more(browser: Driver, message: dict[str, Any], accepted: bool) -> None:
    parsed = browser.extension_js(
        """const { parseMessage } = await import(api.runtime.getURL('background/messages.js'));
        try { return Boolean(parseMessage(args[0], 'content')); } catch { return false; }""",
        {"type": "count", **message},
    )
    assert parsed is accepted


@pytest.mark.parametrize("kind", ["get-counts", "delete-counts", "settle-advice", "take-report"])
def test_a_page_may_not_ask_for_what_was_counted_or_noted(browser: Driver, kind: str) -> None:
    refused = browser.extension_js(
        """const { parseMessage } = await import(api.runtime.getURL('background/messages.js'));
        try { return parseMessage({ type: args[0] }, 'content'); } catch (error) { return error.message; }""",
        kind,
    )
    assert refused == "message.type: unknown"


@pytest.mark.parametrize(
    ("cancelled", "continued", "sensitivity", "advice"),
    [
        (1, 29, "high", "normal"),
        (1, 29, "normal", "low"),
        (1, 29, "low", None),
        (2, 28, "high", None),
        (0, 29, "high", None),
        (5, 95, "high", "normal"),
        (6, 94, "high", None),
    ],
)
def test_it_advises_the_calmer_choice_where_nearly_all_went_on(
    fresh: Driver, call: Call, noon: Noon, cancelled: int, continued: int, sensitivity: str, advice: str | None
) -> None:
    fill(fresh, {date(0): {"cancelled": cancelled}, date(13): {"continued": continued}})
    assert told(call, noon(13), sensitivity=sensitivity)["advice"] == advice


def test_advice_looks_at_fourteen_days(fresh: Driver, call: Call, noon: Noon) -> None:
    fill(fresh, {date(0): {"continued": 30}})
    assert told(call, noon(13))["advice"] == "normal"
    assert told(call, noon(14))["advice"] is None


def test_advice_is_silent_while_nothing_is_counted(fresh: Driver, call: Call, noon: Noon) -> None:
    fill(fresh, {date(0): {"continued": 30}})
    assert told(call, noon(1), counting=False)["advice"] is None


def test_advice_begins_anew_after_the_person_chose(fresh: Driver, call: Call, noon: Noon) -> None:
    fill(fresh, {date(0): {"continued": 40}})
    call(COUNTS, "settleAdvice", noon(0))
    assert told(call, noon(1))["advice"] is None
    fill(fresh, {date(0): {"continued": 40}, date(1): {"continued": 30}}, settled=date(0))
    assert told(call, noon(1))["advice"] == "normal"


def test_switched_off_nothing_is_counted(fresh: Driver) -> None:
    assert fresh.background({"type": "set-settings", "patch": {"counting": False}})["ok"]
    fresh.extension_js(
        """const { handlers } = await import(api.runtime.getURL('background/handlers.js'));
        await handlers.count({ type: 'count', event: 'asked' }, { tab: { incognito: false } });"""
    )
    assert stored(fresh) is None


@pytest.mark.parametrize("kind", ["delete-counts", "delete-data"])
def test_they_can_be_deleted(fresh: Driver, call: Call, kind: str) -> None:
    call(COUNTS, "countOne", "marked", fresh.extension_js("return Date.now();"))
    assert stored(fresh) is not None
    assert fresh.background({"type": kind})["ok"]
    assert stored(fresh) is None
