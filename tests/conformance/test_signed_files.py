"""Signed files and office bundles: both browsers take and refuse what Python does, for the same reason."""

from __future__ import annotations

import base64
import json

from tests.e2e.drivers import Driver
from tests.office_bundles import BASE, CHANGES, DAY, changed
from tests.signed_files import FILES, KEY, NOW, SECOND, public

_OUTCOMES = """
    const file = await import(api.runtime.getURL("background/signed-file.js"));
    const { keyBytes } = await import(api.runtime.getURL("lib/rule-key.js"));
    const [packed, keys, now] = args;
    const trusted = new Map();
    for (const text of keys) {
        const key = await file.publicKey(keyBytes(text));
        trusted.set(key.id, key);
    }
    const outcome = async (text) => {
        try {
            const opened = file.readSigned(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
            await file.checkSignatures(opened, trusted);
            await file.checkBody(opened);
            file.checkTime(opened.header, now);
            return "";
        } catch (error) {
            return error.code ?? String(error);
        }
    };
    return Promise.all(packed.map(outcome));
"""
_PLACES = """
    const { loadBundle } = await import(api.runtime.getURL("engine/bundle.js"));
    const { buildEngine } = await import(api.runtime.getURL("engine/score.js"));
    const { changedPlaces } = await import(api.runtime.getURL("background/additions.js"));
    const [base, bundles, day] = args;
    const shared = loadBundle(base, "sha256:0");
    const engine = buildEngine(shared);
    return bundles.map((bundle) => changedPlaces(shared.data, engine, JSON.parse(bundle), day));
"""


def test_every_signed_file_has_the_outcome_that_it_has_in_python(browser: Driver) -> None:
    packed = [base64.b64encode(raw).decode() for raw, _ in FILES.values()]
    keys = [public(key).text for key in (KEY, SECOND)]
    outcomes = browser.extension_js(_OUTCOMES, packed, keys, int(NOW.timestamp() * 1000))
    assert dict(zip(FILES, outcomes, strict=True)) == {name: code for name, (_, code) in FILES.items()}


def test_every_change_of_an_office_is_told_by_the_same_places(browser: Driver) -> None:
    bundles = [json.dumps(changed(name)) for name in CHANGES]
    places = browser.extension_js(_PLACES, json.dumps(BASE), bundles, DAY)
    assert dict(zip(CHANGES, places, strict=True)) == {name: told for name, (_, told) in CHANGES.items()}
