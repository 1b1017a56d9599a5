"""SPEC 5.3 and 5.4: accounts of a list, and the hash and filter by which they are known."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from server.engine.accounts import account_hits, build_account_lists, is_listed, murmur3, normal_account, probe_places
from tests.conformance.parts import ASKED, EVERYBODY, EVERYBODY_DAY, FORMS

from .conftest import Judge, judge_of

DAY = "2024-10-20"
ALL = {"from": "2024-01-01", "to": "2024-12-31"}


# Published with the hash, and by those who checked other implementations of it.
@pytest.mark.parametrize(
    ("text", "seed", "expected"),
    [
        ("", 0, 0),
        ("", 1, 0x514E28B7),
        ("", 0xFFFFFFFF, 0x81F16F39),
        ("a", 0x9747B28C, 0x7FA09EA6),
        ("aa", 0x9747B28C, 0x5D211726),
        ("aaa", 0x9747B28C, 0x283E0130),
        ("aaaa", 0x9747B28C, 0x5A97808A),
        ("abc", 0, 0xB3DD93FA),
        ("Hello, world!", 0x9747B28C, 0x24884CBA),
        ("The quick brown fox jumps over the lazy dog", 0x9747B28C, 0x2FA826CD),
    ],
)
def test_the_hash_is_murmur3(text: str, seed: int, expected: int) -> None:
    assert murmur3(text.encode(), seed) == expected


@pytest.mark.parametrize(("written", "compared"), FORMS)
def test_an_account_is_compared_in_one_form(written: str | None, compared: str) -> None:
    assert normal_account(written) == compared


def test_the_places_of_an_account_are_inside_the_filter_and_differ() -> None:
    places = list(probe_places("x:contoh", 32, 2**32 - 8))
    assert len(set(places)) == 32
    assert all(0 <= place < 2**32 - 8 for place in places)


@pytest.mark.parametrize("bit", range(8))
def test_a_list_has_no_account_with_a_bit_missing(bit: int) -> None:
    places = [place for place in range(8) if place != bit]
    almost = base64.b64encode(bytes([sum(1 << place for place in places)])).decode()
    (known,) = build_account_lists({"accounts": [{**ALL, "probes": 32, "filter": almost}]})
    assert not is_listed((known,), "x", "contoh", DAY)
    assert set(probe_places("x:contoh", 32, 8)) == set(range(8))


def test_an_account_is_listed_where_any_list_has_it() -> None:
    entries = [{**ALL, "probes": 1, "filter": filled} for filled in ("AA==", "/w==")]
    assert is_listed(build_account_lists({"accounts": entries}), "x", "contoh", DAY)


def test_a_listed_account_is_campaign_without_a_word(judge: Judge) -> None:
    verdict = judge.verdict({"site": "warta", "author": {"handle": "rembulan.contoh"}, "text": "selamat pagi"})
    assert (verdict["level"], verdict["stance"], verdict["affiliations"]) == ("campaign", "support", [])


def test_without_a_list_nothing_is_looked_up(bundle: dict[str, Any]) -> None:
    del bundle["accounts"]
    engine = judge_of(bundle).engine
    assert engine.accounts == ()
    assert account_hits(engine.signals, (), {"site": "warta", "author": {"handle": "fajar"}}, DAY) == ([], False)


def test_a_trial_rule_for_accounts_fires_and_weighs_nothing(bundle: dict[str, Any]) -> None:
    bundle["signals"][2]["points"] = 0
    verdict = judge_of(bundle).verdict({"site": "warta", "author": {"handle": "mentari_contoh"}})
    assert ([entry["rule"] for entry in verdict["evidence"]], verdict["points"]) == (["akun-terdaftar"], 0)


@pytest.mark.parametrize("handle", ["mentari_contoh", "orang.lain"])
def test_neutral_sources_stay_neutral(handle: str, judge: Judge) -> None:
    context = {"site": "warta", "author": {"name": "KPC", "handle": handle}, "text": "selamat pagi"}
    assert judge.verdict(context)["level"] != "campaign"


@pytest.mark.parametrize(("site", "asked"), ASKED)
def test_a_list_is_asked_for_a_site_of_ascii_only(site: str | None, asked: bool) -> None:
    everybody = build_account_lists({"accounts": EVERYBODY})
    assert is_listed(everybody, site, "contoh", EVERYBODY_DAY) is asked
