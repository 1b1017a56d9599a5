"""Who decides on a subscription: the person, and an office by a preset; and what of both is believed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.e2e.drivers import Driver
from tests.signed_files import KEY, public

from .conftest import Call

URL = "https://aturan.contoh.id"
PUBLIC = public(KEY).text
OFF = {"on": False, "url": "", "keys": [], "office": []}


@pytest.mark.parametrize(
    ("preset", "chosen", "held"),
    [
        ({}, None, OFF),
        ({"rulesUrl": URL, "rulesKeys": [PUBLIC]}, None, {"on": True, "url": URL, "keys": [], "office": [PUBLIC]}),
        ({"rulesUrl": URL}, {"on": False, "url": "", "keys": []}, OFF | {"url": URL}),
        (
            {"rulesUrl": URL},
            {"on": True, "url": "https://lain.id", "keys": []},
            OFF | {"on": True, "url": "https://lain.id"},
        ),
        ({"rulesKeys": [PUBLIC]}, None, OFF | {"office": [PUBLIC]}),
    ],
    ids=["nobody", "the office", "the person says no", "the person's own", "keys alone"],
)
def test_the_persons_choice_goes_before_the_offices_preset(
    call: Call, preset: dict[str, Any], chosen: dict[str, Any] | None, held: dict[str, Any]
) -> None:
    assert call("background/rules-settings.js", "combineRules", preset, *([chosen] if chosen else [])) == held


@pytest.mark.parametrize(
    "rules",
    [
        {"on": True, "url": "", "keys": []},
        {"on": True, "url": "http://aturan.contoh.id", "keys": []},
        {"on": False, "url": "", "keys": ["kunci"]},
        {"on": False, "url": "", "keys": [PUBLIC[:-1]]},
        {"on": False, "url": "", "keys": [PUBLIC] * 5},
        {"on": False, "url": "", "keys": [], "office": [PUBLIC]},
        {"on": False, "url": ""},
    ],
    ids=["no address", "plain http", "no key", "cut key", "too many keys", "as if by the office", "incomplete"],
)
def test_what_cannot_be_a_subscription_is_refused(fresh: Driver, rules: dict[str, Any]) -> None:
    assert fresh.background({"type": "set-settings", "patch": {"rules": rules}})["ok"] is False
    assert fresh.background({"type": "get-settings"})["settings"]["rules"] == OFF


def test_it_cannot_be_switched_on_without_the_browsers_permission(fresh: Driver) -> None:
    patch = {"rules": {"on": True, "url": URL, "keys": []}}
    answer = fresh.background({"type": "set-settings", "patch": patch})
    assert answer == {"ok": False, "error": "rules: permission missing"}


def test_a_damaged_choice_is_told_as_lost_and_leaves_it_off(fresh: Driver) -> None:
    fresh.extension_js(
        "await api.storage.local.set({ settings: { language: 'en', rules: { on: 'ya', url: args[0] } } });", URL
    )
    told = fresh.background({"type": "get-settings"})
    assert (told["settings"]["language"], told["settings"]["rules"]) == ("en", OFF)
    assert told["notices"] == [{"code": "lost", "parts": ["rules"]}]


def test_of_an_offices_preset_the_sound_parts_hold(fresh: Driver) -> None:
    preset = fresh.extension_js(
        """const { readPreset } = await import(api.runtime.getURL('background/preset.js'));
        const { managed } = api.storage;
        const get = managed.get;
        managed.get = async () => ({ rulesUrl: 'http://aturan.contoh.id', rulesKeys: ['kunci', args[0]] });
        try {
          return await readPreset();
        } finally {
          managed.get = get;
        }""",
        PUBLIC,
    )
    assert preset == {"rulesKeys": [PUBLIC]}


def test_a_storage_that_cannot_be_read_hides_no_page_and_takes_no_file(fresh: Driver) -> None:
    told = fresh.extension_js(
        """const { describeRules } = await import(api.runtime.getURL('background/subscription.js'));
        const { readStateToChange } = await import(api.runtime.getURL('background/subscription-state.js'));
        const { local } = api.storage;
        const get = local.get;
        local.get = () => Promise.reject(new Error('Corruption: bad block'));
        try {
          return [await describeRules(), await readStateToChange().catch(({ code }) => code)];
        } finally {
          local.get = get;
        }"""
    )
    assert told == [{"subscribed": None, "checked": 0, "fetched": 0, "problem": None}, "storage"]


def test_a_damaged_memory_of_it_is_as_if_there_were_none(fresh: Driver) -> None:
    fresh.extension_js("await api.storage.local.set({ subscription: { seen: 'all' } });")
    nothing = {"subscribed": None, "checked": 0, "fetched": 0, "problem": None}
    assert fresh.background({"type": "get-settings"})["rules"] == nothing


@pytest.mark.parametrize(
    ("passed", "told"),
    [(0, "1 menit yang lalu"), (3_600_000, "1 jam yang lalu"), (2 * 86_400_000 + 5, "2 hari yang lalu")],
)
def test_how_long_ago_is_told_in_words(call: Call, passed: int, told: str) -> None:
    assert call("lib/rules-state.js", "ago", 1_000, "id", 1_000 + passed) == told


@pytest.mark.parametrize(("language", "places"), [("en", ["en-GB", "id"]), ("abl", ["abl", "id"])])
def test_english_puts_the_day_first_and_a_language_that_the_browser_lacks_dates_as_indonesian_does(
    call: Call, language: str, places: list[str]
) -> None:
    assert call("lib/days.js", "localesOf", language) == places


def test_every_refusal_has_words_in_both_languages(browser: Driver) -> None:
    missing = browser.extension_js(
        """const codes = ['absent', 'bundle', 'changes', 'contract', 'digest', 'expired', 'format', 'future', 'jump',
            'key', 'mismatch', 'permission', 'rollback', 'signature', 'status', 'storage', 'timeout', 'too_large',
            'truncated', 'unreachable'];
        const { loadCatalog } = await import(api.runtime.getURL('lib/i18n.js'));
        const catalogs = await Promise.all([loadCatalog('id'), loadCatalog('en')]);
        return codes.filter((code) => catalogs.some((catalog) => !catalog[`rulesProblem_${code}`]));"""
    )
    assert missing == []
