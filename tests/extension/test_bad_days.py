"""Bad days: damaged, unreadable or newer data, a clock wrong by years. What is good is kept, what is lost is said."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.e2e.drivers import Driver

from .conftest import Call

DAY = 86_400_000
NONE = {"marked": 0, "asked": 0, "cancelled": 0, "continued": 0}
DIGEST = "0" * 64


def store(browser: Driver, **values: Any) -> None:
    browser.extension_js("await api.storage.local.set(args[0]);", values)


def stored(browser: Driver) -> dict[str, Any]:
    values: dict[str, Any] = browser.extension_js("return api.storage.local.get();")
    return values


def state(browser: Driver) -> dict[str, Any]:
    answer: dict[str, Any] = browser.background({"type": "get-settings"})
    assert answer["ok"], answer
    return answer


def notices(browser: Driver) -> list[tuple[str, list[str]]]:
    """The code and the parts of each notice."""
    return [(one["code"], one["parts"]) for one in state(browser)["notices"]]


def now(browser: Driver) -> int:
    time: int = browser.extension_js("return Date.now();")
    return time


def account(browser: Driver, name: str, days: float = 1) -> dict[str, Any]:
    """A remembered account with so many days to go."""
    return {"site": "x", "account": name, "until": now(browser) + round(days * DAY)}


def today() -> str:
    return datetime.datetime.now().astimezone().date().isoformat()


def test_what_is_good_is_kept_what_is_damaged_is_told_until_it_was_read(fresh: Driver) -> None:
    good = account(fresh, "warga")
    store(
        fresh,
        settings={
            "language": "en",
            "region": 7,
            "sitesOff": ["x", 5],
            "serverMode": {"on": "ya", "url": "https://a.id"},
        },
        accounts=[{"site": 1}, good, "garbage"],
        counts={"days": {today(): NONE | {"asked": 3}, "kemarin": NONE}, "settled": ""},
    )
    lost = ["accounts", "counts", "region", "serverMode", "sitesOff"]
    held = state(fresh)
    assert (held["settings"]["language"], held["settings"]["sitesOff"]) == ("en", ["x"])
    assert held["settings"]["serverMode"] == {"on": False, "url": "https://a.id"}
    assert held["accounts"] == [good]
    assert fresh.background({"type": "get-counts"})["days"] == [{"day": today(), **NONE, "asked": 3}]
    assert notices(fresh) == [("lost", lost)]
    fresh.background({"type": "set-settings", "patch": {"employment": "tni"}})
    assert notices(fresh) == [("lost", lost)]
    fresh.background({"type": "forget-lost"})
    assert notices(fresh) == []
    assert stored(fresh)["accounts"] == [good]


@pytest.mark.parametrize("damage", [None, "garbage", 7, [1]], ids=["null", "text", "number", "list"])
def test_settings_that_are_none_are_told_as_lost_whole(fresh: Driver, damage: Any) -> None:
    store(fresh, settings=damage)
    assert notices(fresh) == [("lost", ["settings"])]


def test_damage_that_a_change_finds_first_is_told_as_well(fresh: Driver) -> None:
    store(fresh, settings={"employment": "raja"})
    fresh.background({"type": "pause", "for": "15m"})
    assert notices(fresh) == [("lost", ["employment"])]


def test_a_damaged_note_of_what_was_lost_breaks_nothing(fresh: Driver) -> None:
    store(fresh, lost={"a": 1})
    assert notices(fresh) == []


def test_damaged_allowances_of_a_session_leave_the_good_ones(fresh: Driver) -> None:
    fresh.extension_js("await api.storage.session.set({ posts: [5, args[0]] });", DIGEST)
    fresh.background({"type": "score", "contexts": [{"text": "Damar-Sekar"}], "posts": ["satu"]})
    fresh.extension_js(
        """const { allowForSession } = await import(api.runtime.getURL('background/allows.js'));
        await allowForSession('dua');"""
    )
    posts = fresh.extension_js("return (await api.storage.session.get('posts')).posts;")
    assert posts[0] == DIGEST
    assert len(posts) == 2


NEWER = {"version": 2, "language": "en", "sensitivity": "lembut", "theme": {"dark": True}, "sitesOff": [{"host": "x"}]}


def test_a_newer_versions_settings_are_used_as_far_as_known_and_told(fresh: Driver) -> None:
    store(fresh, settings=NEWER)
    assert state(fresh)["settings"]["language"] == "en"
    assert state(fresh)["settings"]["sensitivity"] == "normal"
    assert notices(fresh) == [("newer", [])]
    assert stored(fresh) == {"settings": NEWER}


def test_a_change_leaves_what_a_newer_version_wrote_beside_it(fresh: Driver) -> None:
    store(fresh, settings=NEWER)
    assert fresh.background({"type": "set-settings", "patch": {"employment": "pns"}})["ok"]
    assert stored(fresh)["settings"] == NEWER | {"employment": "pns"}


@pytest.mark.parametrize("patch", [{"sensitivity": "high"}, {"sitesOff": []}])
def test_what_only_a_newer_version_understands_is_not_written_over(fresh: Driver, patch: dict[str, Any]) -> None:
    store(fresh, settings=NEWER)
    answer = fresh.background({"type": "set-settings", "patch": patch})
    assert (answer["ok"], answer["code"]) == (False, "newer")
    assert stored(fresh)["settings"] == NEWER


def test_accounts_and_counts_of_a_newer_version_are_left_alone_and_still_deleted_by_the_person(fresh: Driver) -> None:
    newer = {
        "settings": NEWER,
        "accounts": [account(fresh, "warga") | {"why": "baru"}],
        "counts": {"days": {today(): NONE | {"looked": 1}}, "settled": ""},
    }
    store(fresh, **newer)
    fresh.background({"type": "count", "event": "asked"})
    state(fresh)
    assert stored(fresh) == newer
    assert fresh.background({"type": "delete-data"})["ok"]
    assert stored(fresh) == {}


def test_unreadable_storage_leaves_the_warnings_at_work_and_says_so(fresh: Driver) -> None:
    """No browser can be made to lose its storage, so here reading is made to fail."""
    held, change = fresh.extension_js(
        """const { handlers } = await import(api.runtime.getURL('background/handlers.js'));
        const { local } = api.storage;
        const { get } = local;
        local.get = () => Promise.reject(new Error('Corruption: bad block'));
        try {
            const held = await handlers['get-settings']({});
            const change = await handlers['set-settings']({ patch: { employment: 'pns' } }).catch(({ code }) => code);
            return [{ settings: held.settings, notices: held.notices }, change];
        } finally {
            local.get = get;
        }"""
    )
    assert held["settings"]["sensitivity"] == "normal"
    assert [one["code"] for one in held["notices"]] == ["unreadable"]
    assert change == "storage"
    assert state(fresh)["settings"]["language"] == "id"


def test_a_pause_set_while_the_clock_ran_ahead_ends_with_the_mistake(fresh: Driver) -> None:
    store(fresh, settings={"pausedUntil": now(fresh) + 3650 * DAY})
    held = state(fresh)
    assert (held["paused"], held["settings"]["pausedUntil"]) == (False, 0)
    assert not fresh.background({"type": "hello", "host": "x.com"})["settings"]["paused"]
    fresh.background({"type": "pause", "for": "today"})
    assert fresh.background({"type": "hello", "host": "x.com"})["settings"]["paused"]


def test_counts_and_advice_of_a_clock_that_ran_ahead_hold_nothing_back(fresh: Driver, call: Call) -> None:
    store(
        fresh,
        counts={"days": {"2036-01-01": NONE | {"asked": 9}, today(): NONE | {"asked": 1}}, "settled": "2036-01-01"},
    )
    call("background/counts.js", "countOne", "asked", now(fresh))
    assert stored(fresh)["counts"] == {"days": {today(): NONE | {"asked": 2}}, "settled": ""}
    assert notices(fresh) == []


def test_a_server_that_asked_for_rest_is_asked_again_once_the_clock_is_set_right(fresh: Driver) -> None:
    reasons = fresh.extension_js(
        """const { scoreContexts } = await import(api.runtime.getURL('background/scoring.js'));
        const serverMode = { on: true, url: 'https://skor.contoh.id' };
        const ask = async (now) =>
            (await scoreContexts([{ text: 'a' }], { serverMode, privateWindow: false, now })).fallback;
        const { getAll, contains } = api.permissions;
        Object.assign(api.permissions, {
            contains: async () => true,
            getAll: async () => ({ data_collection: ['websiteContent', 'personalCommunications'] }),
        });
        try {
            const ahead = await ask(Date.now() + 3650 * 86400000);
            Object.assign(api.permissions, { contains: async () => false, getAll });
            return [ahead, await ask(Date.now())];
        } finally {
            Object.assign(api.permissions, { contains, getAll });
        }"""
    )
    assert reasons == ["unreachable", "permission"]


@pytest.mark.parametrize(
    ("date", "odd"),
    [("1970-01-01", "clock"), ("2025-06-30", None), ("2025-07-01", None), ("2026-07-01", None), ("2036-01-01", "old")],
)
def test_a_clock_before_the_rules_and_rules_long_past_are_told_apart(call: Call, date: str, odd: str | None) -> None:
    noon = datetime.datetime.fromisoformat(f"{date}T12:00").astimezone().timestamp() * 1000
    assert call("background/calendar.js", "oddDays", noon, "2025-07-01") == odd


@pytest.mark.parametrize(("now_", "code"), [(0, "clock"), (4_102_444_800_000, "old")], ids=["1970", "2100"])
def test_a_wrong_clock_is_said(fresh: Driver, call: Call, now_: int, code: str) -> None:
    assert [one["code"] for one in call("background/notices.js", "tellNotices", now_)["notices"]] == [code]


@pytest.mark.parametrize(("year", "day"), [(1970, "2026-11-22"), (2036, "2036-03-01")])
def test_posts_and_law_are_judged_by_no_day_before_the_rules(browser: Driver, year: int, day: str) -> None:
    data = {"law": {"rules": {"forbidden": [{"date": "2026-11-21"}, {"date": "2026-11-22"}]}, "expected": []}}
    judged = browser.extension_js(
        """const { trustedDay } = await import(api.runtime.getURL('background/calendar.js'));
        return trustedDay(new Date(args[0], 2, 1, 12).getTime(), args[1]);""",
        year,
        data,
    )
    assert judged == day


@pytest.mark.parametrize("now_", [0, 4_102_444_800_000], ids=["1970", "2100"])
def test_a_post_and_the_law_are_told_whatever_the_clock_says(browser: Driver, now_: int) -> None:
    level, told = browser.extension_js(
        """const { scoreContexts } = await import(api.runtime.getURL('background/scoring.js'));
        const { guidanceFor } = await import(api.runtime.getURL('background/law.js'));
        const settings = { region: '', employment: 'pns', language: 'id', serverMode: { on: false, url: '' } };
        const scored = await scoreContexts([{ text: 'Ayo coblos nomor 2, menangkan Damar-Sekar!' }],
            { ...settings, privateWindow: false, now: args[0] });
        const { guidance } = await guidanceFor('like', settings, args[0]);
        return [scored.verdicts[0].level, guidance.forbidden.length > 0];""",
        now_,
    )
    assert (level, told) == ("campaign", True)
