"""SPEC 8: a bundle that cannot be used is refused, and the message names the place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from server.engine import BundleError, build_engine, canonical_json, load_bundle, score
from server.engine.bundle import SIZE_MAX
from tests.conformance import vectors
from tests.conformance.broken import ANSWERS, CHANGES, ODD, TEXTS, broken, odd, place_of

SECTIONS = (
    "fold", "slots", "words", "prefixes", "segments", "acronyms", "entities", "aliases", "domains", "confusables",
    "signals", "weights", "scoring", "sites", "counts",
)  # fmt: skip


def refusal(raw: bytes) -> str:
    """The message with which a bundle is refused."""
    with pytest.raises(BundleError) as refused:
        load_bundle(raw)
    return str(refused.value)


def changed(bundle: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> bytes:
    """The bundle after one change."""
    change(bundle)
    return canonical_json(bundle)


def test_the_digest_is_of_the_exact_bytes(bundle: dict[str, Any]) -> None:
    raw = canonical_json(bundle)
    assert load_bundle(raw).digest == f"sha256:{hashlib.sha256(raw).hexdigest()}"
    assert load_bundle(raw + b"\n").digest != load_bundle(raw).digest


def test_what_is_no_json_is_refused() -> None:
    assert refusal(b'{"contract":1').startswith("bundle: not JSON")


def test_nesting_without_end_is_refused() -> None:
    assert refusal(b"[" * 200_000).startswith("bundle: not JSON")


def test_what_is_no_utf8_is_refused() -> None:
    assert refusal(b'{"\xff":1}').startswith("bundle: not JSON")


def test_another_top_level_is_refused() -> None:
    assert refusal(b"[]").startswith("bundle: the top level is not an object")


def test_more_bytes_than_allowed_are_refused() -> None:
    assert str(SIZE_MAX) in refusal(b" " * (SIZE_MAX + 1))


@pytest.mark.parametrize("contract", [0, 2, "1", None, [1], True])
def test_another_contract_is_refused(contract: object, bundle: dict[str, Any]) -> None:
    assert refusal(canonical_json(bundle | {"contract": contract})).startswith("bundle.contract:")


@pytest.mark.parametrize("version", [0, -1, "1", None, True, 1.5])
def test_a_version_is_a_whole_number_from_one(version: object, bundle: dict[str, Any]) -> None:
    assert refusal(canonical_json(bundle | {"version": version})).startswith("bundle.version:")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_missing_section_is_named(section: str, bundle: dict[str, Any]) -> None:
    del bundle[section]
    assert refusal(canonical_json(bundle)).startswith(f"bundle.{section}:")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_of_another_type_is_named(section: str, bundle: dict[str, Any]) -> None:
    assert refusal(canonical_json(bundle | {section: "text"})).startswith(f"bundle.{section}:")


@pytest.mark.parametrize(
    ("place", "value"),
    [(1, []), (1, [99]), (1, [-1]), (2, 2), (2, -2), (4, 1), (4, -1), (1, None), (0, None)],
)
def test_an_alias_that_points_at_nothing_is_named(place: int, value: object, bundle: dict[str, Any]) -> None:
    raw = changed(bundle, lambda data: data["aliases"][2].__setitem__(place, value))
    assert refusal(raw).startswith("bundle.aliases[2]:")


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ("thresholds", "campaign"),
        ("points", "lowest"),
        ("points", "weights_cap"),
        ("limits", "tokens"),
        ("fields", "draft"),
    ],
)
def test_a_number_that_weighing_needs_is_named(section: str, key: str, bundle: dict[str, Any]) -> None:
    del bundle["scoring"][section][key]
    assert refusal(canonical_json(bundle)).startswith(f"bundle.scoring.{section}.{key}:")


@pytest.mark.parametrize(
    "rule", ["mention-party", "neutral-source", "report-kept", "scale-end", "headline", "weight", "weights-cap"]
)
def test_a_reason_that_is_missing_is_named(rule: str, bundle: dict[str, Any]) -> None:
    del bundle["scoring"]["whys"][rule]
    assert refusal(canonical_json(bundle)).startswith(f"bundle.scoring.whys.{rule}:")


@pytest.mark.parametrize(
    "table", [[], [[0, 0]], [[0, 0], [60, 70]], [[-20, 0], [0]], [[-20, 0], [60, 70], [20, 80]], [[-20, 5], [60, 70]]]
)
def test_a_calibration_table_that_cannot_be_read_is_named(table: list[list[int]], bundle: dict[str, Any]) -> None:
    bundle["scoring"]["calibration"] = table
    assert refusal(canonical_json(bundle)).startswith("bundle.scoring.calibration:")


@pytest.mark.parametrize("broken", [["(", [], "P", "P"], ["[b-a]", [], "P", "P"]])
def test_a_phrase_that_is_no_pattern_is_named(broken: list[object], bundle: dict[str, Any]) -> None:
    bundle["signals"][0]["phrases"].append(broken)
    with pytest.raises(BundleError, match=r"^bundle\.signals\[0\]: not a pattern"):
        build_engine(load_bundle(canonical_json(bundle)))


def test_an_account_pattern_that_is_none_is_named(bundle: dict[str, Any]) -> None:
    bundle["signals"][1]["regexes"] = ["^(a"]
    with pytest.raises(BundleError, match=r"^bundle\.signals\[1\]: not a pattern"):
        build_engine(load_bundle(canonical_json(bundle)))


def test_an_alias_of_another_shape_is_named(bundle: dict[str, Any]) -> None:
    assert refusal(changed(bundle, lambda data: data["aliases"][2].pop())).startswith("bundle.aliases[2]:")


@pytest.mark.parametrize("entry", [["host.example", 99], ["host.example", -1], [7, 0], ["host.example"]])
def test_a_domain_that_points_at_nothing_is_named(entry: list[object], bundle: dict[str, Any]) -> None:
    assert refusal(changed(bundle, lambda data: data["domains"].insert(1, entry))).startswith("bundle.domains[1]:")


def test_an_anchor_that_is_no_word_is_named(bundle: dict[str, Any]) -> None:
    raw = changed(bundle, lambda data: data["signals"][0]["phrases"][0][1].append("tidakada"))
    assert refusal(raw) == "bundle.signals[0]: an anchor is not among the words"


def test_a_signal_without_phrases_is_named(bundle: dict[str, Any]) -> None:
    assert refusal(changed(bundle, lambda data: data["signals"][2].pop("phrases"))).startswith("bundle.signals[2]:")


@pytest.mark.parametrize("fault", [*CHANGES, *TEXTS])
def test_a_fault_is_refused_at_its_place(fault: str) -> None:
    with pytest.raises(BundleError) as refused:
        build_engine(load_bundle(broken(fault).encode()))
    assert str(refused.value).partition(":")[0] == place_of(fault)


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_but_allowed_is_taken(name: str) -> None:
    assert build_engine(load_bundle(odd(name).encode()))


@pytest.mark.parametrize(("name", "context", "date", "points"), ANSWERS)
def test_it_is_read_as_well(name: str, context: dict[str, Any], date: str, points: int) -> None:
    assert score(build_engine(load_bundle(odd(name).encode())), context, date)["points"] == points


def test_as_many_bytes_as_are_allowed_are_taken() -> None:
    assert load_bundle(vectors.BUNDLE.read_bytes().ljust(SIZE_MAX)).version == 7


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"contract": 2}, "bundle.contract: 2 is not 1; use a bundle made for this release"),
        ({"version": 0}, "bundle.version: must be a whole number from 1"),
        ({"fold": []}, "bundle.fold: missing or not an object"),
        ({"words": {}}, "bundle.words: missing or not a list"),
        ({"words": [5]}, "bundle.words: holds what is not a text"),
        ({"accounts": {}}, "bundle.accounts: not a list"),
        ({"accounts": [5]}, "bundle.accounts[0]: not in the shape of the contract"),
        ({"aliases": [5]}, "bundle.aliases[0]: not in the shape of the contract"),
        ({"domains": [["a.example", 99]]}, "bundle.domains[0]: points at what is not in the bundle"),
    ],
)
def test_a_refusal_says_what_is_wrong(change: dict[str, Any], message: str, bundle: dict[str, Any]) -> None:
    assert refusal(canonical_json(bundle | change)) == message


def test_a_refusal_says_what_to_do() -> None:
    assert refusal(b" " * (SIZE_MAX + 1)).endswith("over the limit of 2097152; build it from fewer entries")
    assert refusal(b"{").endswith("build it again with 'rules build'")
    assert refusal(b"[]").endswith("the top level is not an object; build it again with 'rules build'")
