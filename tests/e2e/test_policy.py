"""An office holds some settings fast by a policy: shown, explained, never the pause or the person's own data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.e2e.drivers import Driver, Network, opened, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.own_pages import open_options, text
from tests.e2e.screens import faults_in_every_look
from tests.e2e.servers import Served
from tests.e2e.steps import ask, assert_free, see

OFFICE = "Dinas Kominfo <b>Contoh</b>"
REASON = "Supaya aturannya tepat & sama $1"
POLICY = {
    "employment": "pppk",
    "region": "Kab. Mesuji",
    "serverUrl": "https://jagajempol.contoh.id/",
    "locked": ["employment", "serverUrl"],
    "setBy": OFFICE,
    "reason": REASON,
}


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser of its own: Firefox keeps a policy until it is closed."""
    with opened(browser_name, EXTENSION, network, workspace) as driver:
        driver.set_policy(POLICY)
        yield driver


@pytest.fixture
def options(fresh: Driver) -> Driver:
    open_options(fresh)
    return fresh


def settings(browser: Driver) -> dict[str, Any]:
    held: dict[str, Any] = browser.background({"type": "get-settings"})["settings"]
    return held


def controls(browser: Driver) -> dict[str, bool]:
    """Each control of the options page by its id, and whether a person can use it."""
    usable: dict[str, bool] = browser.js(
        """return Object.fromEntries([...document.querySelectorAll('select, input, button')]
            .filter((one) => one.checkVisibility() && one.id)
            .map((one) => [one.id, !one.disabled && !one.readOnly]));"""
    )
    return usable


def test_what_is_locked_says_by_whom_and_why_in_the_policys_own_characters(options: Driver) -> None:
    for name in ("employment-lock", "server-url-lock"):
        assert OFFICE in text(options, name)
        assert f"“{REASON}”" in text(options, name)
    assert options.js("return document.querySelectorAll('.lock b').length;") == 0
    assert text(options, "region-lock") == ""
    assert OFFICE in text(options, "preset")


def test_locked_controls_are_disabled_and_hold_the_offices_value(options: Driver) -> None:
    usable = controls(options)
    assert [name for name, can in usable.items() if not can] == ["employment", "server-url"]
    assert options.js("return document.getElementById('employment').value;") == "pppk"
    assert options.js("return document.getElementById('server-url').value;") == "https://jagajempol.contoh.id"


def test_what_is_only_preset_can_be_changed(options: Driver) -> None:
    assert settings(options)["region"] == "Kab. Mesuji"
    assert options.background({"type": "set-settings", "patch": {"region": "Kab. Sleman"}})["ok"]
    assert settings(options)["region"] == "Kab. Sleman"


@pytest.mark.parametrize("patch", [{"employment": ""}, {"serverMode": {"on": False, "url": "https://lain.contoh.id"}}])
def test_what_is_locked_cannot_be_changed_past_the_page(fresh: Driver, patch: dict[str, Any]) -> None:
    before = settings(fresh)
    answer = fresh.background({"type": "set-settings", "patch": patch})
    assert (answer["ok"], answer["code"]) == (False, "locked")
    assert settings(fresh) == before


def test_consent_for_another_address_is_none_for_the_offices(fresh: Driver) -> None:
    fresh.extension_js(
        "await api.storage.local.set({ settings: { serverMode: { on: true, url: 'https://lain.contoh.id' } } });"
    )
    assert settings(fresh)["serverMode"] == {"on": False, "url": "https://jagajempol.contoh.id"}


def test_the_policy_is_one_that_the_schema_allows() -> None:
    schema = json.loads((EXTENSION / "managed_schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(POLICY, schema | {"additionalProperties": False})


def test_the_welcome_page_says_it_too(fresh: Driver) -> None:
    fresh.goto(fresh.ext_url("welcome/welcome.html"))
    until(lambda: OFFICE in text(fresh, "employment-lock"), "the lock to be told")
    assert fresh.js("return document.getElementById('employment').disabled;")


@pytest.mark.parametrize(("path", "language"), [
    ("options/options.html", "id"),
    ("options/options.html", "en"),
    ("welcome/welcome.html", "id"),
    ("popup/popup.html", "en"),
])  # fmt: skip
def test_what_is_locked_is_shown_by_the_rules_of_wcag(fresh: Driver, path: str, language: str) -> None:
    fresh.background({"type": "set-settings", "patch": {"language": language}})
    fresh.goto(fresh.ext_url(path))
    until(lambda: OFFICE in fresh.js("return document.body.innerText;"), "the office to be named")
    assert faults_in_every_look(fresh) == {}


@pytest.mark.parametrize("path", ["options/options.html", "welcome/welcome.html"])
def test_a_locked_choice_is_heard_with_who_and_why(fresh: Driver, path: str) -> None:
    fresh.goto(fresh.ext_url(path))
    until(lambda: text(fresh, "employment-lock"), "the lock to be told")
    said = until(
        lambda: [one.description for one in fresh.heard().all("combobox") if "Status" in one.name],
        "the choice to be told",
    )
    assert [(OFFICE in each, REASON in each) for each in said] == [(True, True)]


def test_the_popup_says_it_and_pauses_all_the_same(lab: Driver, lab_server: Served) -> None:
    see(lab, "#click-campaign", "campaign")
    with lab.popup():
        until(lambda: text(lab, "locked"), "the popup to say so")
        assert text(lab, "locked") == (
            f"Ditetapkan oleh {OFFICE}: status kepegawaian, alamat server. Jeda dan data tetap milik Anda."
        )
        lab.click("[data-pause='15m']")
        until(lambda: "Dijeda" in text(lab, "paused"), "the pause to hold")
    lab.click("#click-campaign [data-act]")
    assert_free(lab, {"click-campaign": 1})
    lab.background({"type": "resume"})
    lab.goto(f"{lab_server.url}/demo/lab")
    see(lab, "#click-campaign", "campaign")
    lab.click("#click-campaign [data-act]")
    ask(lab)


def test_deleting_everything_deletes_everything_of_the_person(options: Driver) -> None:
    options.background({"type": "set-settings", "patch": {"region": "Kab. Sleman"}})
    options.click("#delete")
    options.click("#delete-sure")
    until(lambda: text(options, "deleted"), "the page to say so")
    assert options.extension_js("return api.storage.local.get();") == {}
    assert settings(options)["employment"] == "pppk"
