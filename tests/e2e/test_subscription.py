"""Signed rules from a server: taken when they are good, refused for a reason that is told, gone when they run out."""

from __future__ import annotations

import datetime
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, Response

from server import create_app
from server.engine import canonical_json
from server.rules.accounts import account_filter
from tests.e2e.drivers import WHY, Driver, Network, opened, until
from tests.e2e.drivers.listing import reaching
from tests.e2e.fixtures import EXTENSION
from tests.e2e.servers import Served
from tests.e2e.steps import ask, mark_level, see
from tests.signed_files import DAY, KEY, SECOND, STRANGER, public, signed

NOW = datetime.datetime.now(datetime.UTC)
PACKAGED: dict[str, Any] = json.loads((EXTENSION / "rules" / "bundle.json").read_bytes())
MAKER, OFFICE = KEY, SECOND
NEUTRAL = "#click-neutral"
# Put what lies at an address in the place of the file that was accepted.
WRITE = """const { writeFile } = await import(api.runtime.getURL('background/rule-store.js'));
    await writeFile(new Uint8Array(await (await fetch(args[0])).arrayBuffer()));"""


def extended(version: int = PACKAGED["version"]) -> dict[str, Any]:
    """The packaged rules and a volunteers' group that the neutral post of the laboratory names."""
    group = ["kantor/1", "group", "Sayur Lodeh", "G", "2020-01-01", "2099-12-31", "F"]
    entities = [*PACKAGED["entities"], group]
    aliases = [*PACKAGED["aliases"], ["sayur lodeh", [len(entities) - 1], -1, 0, 0]]
    return PACKAGED | {"version": version, "entities": entities, "aliases": aliases}


def by(key: Any, bundle: dict[str, Any], age: int, version: int = 0) -> bytes:
    """A bundle, signed so many days ago; the version signed is the bundle's unless another is given."""
    return signed(canonical_json(bundle), key, version=version or bundle["version"], issued=NOW - age * DAY)


def by_maker(bundle: dict[str, Any], age: int = 0) -> bytes:
    """Signed by the makers of the extension, so many days ago."""
    return by(MAKER, bundle, age)


def by_office(bundle: dict[str, Any], age: int = 0) -> bytes:
    """Signed by an office, so many days ago."""
    return by(OFFICE, bundle, age)


def weaker() -> dict[str, Any]:
    """An office's bundle in which a signal lost its points."""
    first, *others = PACKAGED["signals"]
    return extended() | {"signals": [first | {"points": 0}, *others]}


def without_party() -> dict[str, Any]:
    """An office's bundle in which a party lost its name."""
    return extended() | {"aliases": [alias for alias in extended()["aliases"] if alias[0] != "golkar"]}


def everyday() -> dict[str, Any]:
    """Rules by which the self-test's everyday sentence names somebody."""
    bundle = extended(version=4)
    bundle["aliases"].append(["sarapan", [len(bundle["entities"]) - 1], -1, 0, 0])
    return bundle


@dataclass
class Mirror:
    """A server that hands out whatever a test puts there."""

    answer: Response = field(default_factory=lambda: Response(status=404))

    def app(self) -> Flask:
        app = Flask(__name__)
        app.get("/v1/rules/signed")(lambda: self.answer)
        return app


@pytest.fixture
def mirror() -> Iterator[tuple[Mirror, Served]]:
    mirror = Mirror()
    served = Served(mirror.app()).start()
    yield mirror, served
    served.stop()


@pytest.fixture(scope="module")
def own_extension(workspace: Path) -> Path:
    """A copy of the extension that trusts a maker's key and may reach this machine."""
    extension = reaching(EXTENSION, workspace)
    (extension / "rules" / "keys.json").write_text(json.dumps([public(MAKER).text]), encoding="utf-8")
    return extension


@pytest.fixture(scope="module")
def browser(browser_name: str, own_extension: Path, network: Network, workspace: Path) -> Iterator[Driver]:
    with opened(browser_name, own_extension, network, workspace) as driver:
        yield driver


def state(browser: Driver) -> tuple[int, str]:
    """Which rules are in force, by version, and the reason why no newer ones are."""
    told = browser.background({"type": "get-settings"})
    problem = told["rules"]["problem"]
    return (told["bundle"]["version"], problem["code"] if problem else "")


def unsubscribe(browser: Driver, served: Served) -> None:
    """Switch the subscription off."""
    browser.background({"type": "set-settings", "patch": {"rules": {"on": False, "url": served.url, "keys": []}}})


def subscribe(browser: Driver, served: Served, *keys: Any) -> tuple[int, str]:
    """Switch the subscription on, as the options page does."""
    rules = {"on": True, "url": served.url, "keys": [public(key).text for key in keys]}
    assert browser.background({"type": "set-settings", "patch": {"rules": rules}})["ok"]
    return state(browser)


def offered(browser: Driver, mirror: Mirror, answer: bytes | Response) -> tuple[int, str]:
    """Let the server offer something, and the extension look."""
    mirror.answer = answer if isinstance(answer, Response) else Response(answer)
    assert browser.background({"type": "check-rules"})["ok"]
    return state(browser)


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


def test_what_is_wrong_is_refused_by_name_and_the_last_good_rules_stay(
    fresh: Driver, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    good = by_maker(extended(version=3), age=1)
    server.answer = Response(good)
    assert subscribe(fresh, served, OFFICE) == (3, "")
    bomb = Response(gzip.compress(b"JAGA-JEMPOL-RULES 1\n" + bytes(50_000_000)), headers={"Content-Encoding": "gzip"})
    offers: dict[str, tuple[bytes | Response, str]] = {
        "nothing": (Response(status=404), "absent"),
        "a failure": (Response(status=500), "status"),
        "another address": (Response(status=302, headers={"Location": "https://contoh.id/"}), "unreachable"),
        "a web page": (b"<!doctype html>", "format"),
        "a stranger's": (by(STRANGER, extended(version=4), 0), "key"),
        "spoiled": (good.replace(b'"version":3', b'"version":4', 1), "signature"),
        "cut": (by_maker(extended(version=4))[:-1], "truncated"),
        "changed": (by_maker(extended(version=4))[:-2] + b" \n", "digest"),
        "run out": (by_maker(extended(version=4), age=91), "expired"),
        "to come": (by_maker(extended(version=4), age=-2), "future"),
        "older": (by_maker(extended(version=2)), "rollback"),
        "signed before": (by_maker(extended(version=3), age=2), "rollback"),
        "a jump": (by_maker(extended(version=1_004)), "jump"),
        "another version inside": (by(MAKER, extended(version=4), 0, version=5), "mismatch"),
        "no bundle": (signed(b"{}", MAKER, version=4, issued=NOW), "bundle"),
        "one that marks everything": (by_maker(everyday()), "bundle"),
        "a bomb": (bomb, "too-large"),
        "points changed by an office": (by_office(weaker()), "changes"),
        "a party removed by an office": (by_office(without_party()), "changes"),
    }
    outcomes = {name: offered(fresh, server, offer) for name, (offer, _) in offers.items()}
    assert outcomes == {name: (3, code) for name, (_, code) in offers.items()}
    assert offered(fresh, server, good) == (3, "")
    assert offered(fresh, server, by_maker(extended(version=4))) == (4, "")


def test_what_is_kept_is_checked_again_when_it_is_read(fresh: Driver, mirror: tuple[Mirror, Served]) -> None:
    server, served = mirror
    good = by_maker(extended(version=3))
    server.answer = Response(good)
    assert subscribe(fresh, served, OFFICE) == (3, "")
    fresh.stop_background()
    assert state(fresh) == (3, "")
    kept = {
        "expired": by_maker(extended(version=3), age=90),
        "digest": good[:-2] + b" \n",
        "signature": good.replace(b'"version":3', b'"version":4', 1),
        "changes": by_office(weaker()),
    }
    outcomes = {}
    for code, raw in kept.items():
        server.answer = Response(raw)
        fresh.extension_js(WRITE, f"{served.url}/v1/rules/signed")
        fresh.stop_background()
        outcomes[code] = state(fresh)
    assert outcomes == {code: (PACKAGED["version"], code) for code in kept}
    fresh.stop_background()
    assert state(fresh) == (PACKAGED["version"], "changes")


def test_rules_that_run_out_while_they_are_in_force_give_way_to_the_packaged_ones(
    fresh: Driver, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    assert subscribe(fresh, served) == (3, "")
    server.answer = Response(by_maker(extended(version=3), age=90))
    later = f"""const {{ loadRules }} = await import(api.runtime.getURL('background/rules.js'));
        const rules = await loadRules();
        {WRITE}
        const before = (await loadRules()).mark.version;
        rules.until = Date.now();
        const {{ mark, refused }} = await loadRules();
        return [before, mark.version, refused.code];"""
    assert fresh.extension_js(later, f"{served.url}/v1/rules/signed") == [3, PACKAGED["version"], "expired"]


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
    assert fresh.extension_js("return await api.alarms.getAll();") == []
    assert state(fresh) == (PACKAGED["version"], "")


def test_the_way_back_stays_closed_after_switching_off_and_on(fresh: Driver, mirror: tuple[Mirror, Served]) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    unsubscribe(fresh, served)
    server.answer = Response(by_maker(extended(version=2)))
    assert subscribe(fresh, served) == (PACKAGED["version"], "rollback")


def test_the_file_that_was_in_force_is_taken_again_after_switching_off_and_on(
    fresh: Driver, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    unsubscribe(fresh, served)
    assert subscribe(fresh, served) == (3, "")


def test_on_a_full_disk_the_next_look_comes_all_the_same(fresh: Driver, mirror: tuple[Mirror, Served]) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    told = fresh.extension_js(
        """const { checkRules } = await import(api.runtime.getURL('background/subscription.js'));
        const { local } = api.storage;
        const set = local.set;
        await api.alarms.clear('rules');
        local.set = () => Promise.reject(new Error('QuotaExceededError: storage quota exceeded'));
        try {
          return [await checkRules(Date.now()).catch(({ code }) => code), (await api.alarms.getAll()).length];
        } finally {
          local.set = set;
        }"""
    )
    assert told == ["full", 1]


def test_without_room_for_a_newer_file_the_last_good_rules_stay_and_it_is_told(
    fresh: Driver, mirror: tuple[Mirror, Served]
) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    server.answer = Response(by_maker(extended(version=4)))
    fresh.extension_js(
        """const { checkRules } = await import(api.runtime.getURL('background/subscription.js'));
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = () => { throw new DOMException('no space left', 'QuotaExceededError'); };
        try {
          await checkRules(Date.now());
        } finally {
          IDBObjectStore.prototype.put = put;
        }"""
    )
    assert state(fresh) == (3, "storage")
    assert offered(fresh, server, server.answer) == (4, "")


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
