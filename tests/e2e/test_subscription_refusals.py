"""Signed rules that are not taken: refused for a reason that is told, gone when they run out, without room for them."""

from __future__ import annotations

import gzip
from typing import Any

from flask import Response

from tests.e2e.drivers import Driver
from tests.e2e.servers import Served
from tests.e2e.subscription import (
    MAKER,
    NOW,
    OFFICE,
    PACKAGED,
    Mirror,
    browser,  # noqa: F401
    by,
    by_maker,
    by_office,
    extended,
    mirror,  # noqa: F401
    offered,
    own_extension,  # noqa: F401
    state,
    subscribe,
    unsubscribe,
)
from tests.signed_files import STRANGER, signed

# Put what lies at an address in the place of the file that was accepted.
WRITE = """const { writeFile } = await import(api.runtime.getURL('background/rule-store.js'));
    await writeFile(new Uint8Array(await (await fetch(args[0])).arrayBuffer()));"""


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


def test_the_way_back_stays_closed_after_switching_off_and_on(fresh: Driver, mirror: tuple[Mirror, Served]) -> None:
    server, served = mirror
    server.answer = Response(by_maker(extended(version=3)))
    subscribe(fresh, served)
    unsubscribe(fresh, served)
    server.answer = Response(by_maker(extended(version=2)))
    assert subscribe(fresh, served) == (PACKAGED["version"], "rollback")


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
          return [await checkRules(Date.now()).catch(({ code }) => code), !!(await api.alarms.get('rules'))];
        } finally {
          local.set = set;
        }"""
    )
    assert told == ["full", True]


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
