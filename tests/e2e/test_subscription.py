"""A subscription to signed rules: what good ones change, when the next look is, and how a person switches it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Response

from server import create_app
from server.rules.accounts import account_filter
from tests.e2e.drivers import WHY, Driver, until
from tests.e2e.servers import Served
from tests.e2e.steps import ask, mark_level, see
from tests.e2e.subscription import (
    OFFICE,
    PACKAGED,
    Mirror,
    browser,  # noqa: F401
    by,
    by_maker,
    by_office,
    extended,
    mirror,  # noqa: F401
    own_extension,  # noqa: F401
    state,
    subscribe,
    unsubscribe,
)
from tests.signed_files import STRANGER, public

NEUTRAL = "#click-neutral"


def test_rules_of_an_office_change_the_verdict_on_an_open_page(
    fresh: Driver, lab_server: Served, tmp_path: Path
) -> None:
    file = tmp_path / "aturan"
    file.write_bytes(by_office(extended(), age=2))
    office = Served(create_app({"JAGA_SIGNED_RULES": file})).start()
    fresh.goto(f"{lab_server.url}/demo/lab")
    see(fresh, "#click-campaign", "campaign")
    assert mark_level(fresh, NEUTRAL) is None
    try:
        assert subscribe(fresh, office, OFFICE) == (PACKAGED["version"], "")
        see(fresh, NEUTRAL, "mention")
        fresh.background({"type": "check-rules"})
        fresh.stop_background()
        fresh.goto(f"{lab_server.url}/demo/lab")
        see(fresh, NEUTRAL, "mention")
    finally:
        office.stop()
    first, again = office.received
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert [request.path for request in office.received] == ["/v1/rules/signed"] * 2
    assert again.headers["if_none_match"] == f'"{digest}", "{digest}-gzip"'
    assert {"cookie", "referer", "authorization", "if_none_match"} & set(first.headers) == set()
    assert "moz-extension" not in str(first.headers)


def test_an_account_that_an_office_lists_is_known_on_the_device_alone(
    fresh: Driver, lab_server: Served, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    listed = {"from": "2020-01-01", "to": "2099-12-31", **account_filter(["demo:click-neutral", "x:click-campaign"])}
    server.answer = Response(by_office(PACKAGED | {"accounts": [listed]}))
    assert subscribe(fresh, served, OFFICE) == (PACKAGED["version"], "")
    fresh.goto(f"{lab_server.url}/demo/lab")
    see(fresh, NEUTRAL, "campaign")
    fresh.click(f"{NEUTRAL} [data-act]")
    ask(fresh)
    fresh.prompt_click(WHY)
    assert "Akun kampanye terdaftar (akun pengunggah)" in fresh.wait_prompt().text
    assert [request.path for request in served.received] == ["/v1/rules/signed"]


def test_the_next_look_is_in_about_six_hours_and_soon_after_a_late_start(
    fresh: Driver, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    minutes = "return ((await api.alarms.get('rules'))?.scheduledTime - Date.now()) / 60_000;"
    assert 5.3 * 60 < fresh.extension_js(minutes) <= 6.6 * 60
    late = """const { wakeRules } = await import(api.runtime.getURL('background/subscription.js'));
        await wakeRules(Date.now() + 7 * 3_600_000);
        const alarm = await api.alarms.get('rules');
        return (alarm.scheduledTime - Date.now()) / 60_000 - 7 * 60;"""
    assert 0 < fresh.extension_js(late) <= 11
    unsubscribe(fresh, served)
    assert fresh.extension_js("return await api.alarms.get('rules') ?? null;") is None
    assert state(fresh) == (PACKAGED["version"], "")


def test_after_the_extension_was_switched_off_and_on_the_next_look_comes_all_the_same(
    fresh: Driver, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    fresh.switch_off_and_on()
    hours = "return ((await api.alarms.get('rules'))?.scheduledTime - Date.now()) / 3_600_000;"
    until(lambda: 5.3 < (fresh.extension_js(hours) or 0) <= 6.6, "the alarm to be set")


def test_the_file_that_was_in_force_is_taken_again_after_switching_off_and_on(
    fresh: Driver, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    unsubscribe(fresh, served)
    assert subscribe(fresh, served) == (3, "")


def test_deleting_the_data_ends_it(fresh: Driver, mirror: tuple[Mirror, Served]) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    fresh.background({"type": "delete-data"})
    left = fresh.extension_js(
        """const { readFile } = await import(api.runtime.getURL('background/rule-store.js'));
        const { local, session } = api.storage;
        return [await local.get(), await session.get(), await api.alarms.getAll(), await readFile()];"""
    )
    assert left == [{}, {}, [], None]
    assert state(fresh) == (PACKAGED["version"], "")


def test_a_person_subscribes_on_the_options_page_and_is_told_how_it_stands(
    fresh: Driver, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    server.answer = Response(by_office(extended(), age=2))
    fresh.goto(fresh.ext_url("options/options.html"))
    wait_text(fresh, "subscription-state", "Mati")
    fresh.focus("#subscription-url")
    fresh.type(served.url)
    fresh.focus("#subscription-keys")
    fresh.type("ed25519:salah")
    fresh.click("#subscription-on")
    wait_text(fresh, "subscription-problem", "bukan kunci publik")
    assert served.received == []
    fresh.js("document.getElementById('subscription-keys').value = args[0];", public(OFFICE).text)
    fresh.click("#subscription-on")
    wait_text(fresh, "subscription-state", "dengan tambahan kantor, diperbarui 2 hari yang lalu")
    assert fresh.js("return document.getElementById('subscription-problem').hidden;")
    server.answer = Response(by(STRANGER, extended(), 0))
    fresh.click("#subscription-check")
    wait_text(fresh, "subscription-problem", "kunci yang tidak tercatat")
    fresh.goto(fresh.ext_url("popup/popup.html"))
    wait_text(fresh, "rules", "diperbarui 2 hari yang lalu")
    wait_text(fresh, "rules-problem", "kunci yang tidak tercatat")


def wait_text(browser: Driver, element: str, part: str) -> None:
    """Wait until an element of the page says this."""
    read = "return document.getElementById(args[0]).textContent;"
    until(lambda: part in browser.js(read, element), f"#{element} to say {part!r}")
