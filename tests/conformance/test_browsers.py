"""The JavaScript engine inside the real browsers gives the bytes that the Python engine gives."""

from __future__ import annotations

import json
import os

import pytest

from server.engine import Engine, canonical_json, load_bundle
from server.engine.accounts import murmur3, probe_places
from server.rules import Sources, load_sources
from server.rules.examples import example_contexts
from tests.conformance import vectors
from tests.conformance.broken import ANSWERS, CHANGES, ODD, TEXTS, broken, odd, place_of
from tests.conformance.parts import ASKED, EVERYBODY, EVERYBODY_DAY, FORMS, JSON, KEYS, SIZES
from tests.conformance.rehearsal import (
    Question,
    agree,
    as_sent,
    browser_answers,
    browser_refusals,
    load,
    python_answers,
    smallest_difference,
)
from tests.conformance.stream import stream
from tests.e2e.drivers import Driver

COUNT = 20_000
CHUNK = 2_500
SEED = int(os.environ.get("CONFORMANCE_SEED", "20241127"))


@pytest.fixture(scope="module")
def sources() -> Sources:
    """The real rules."""
    return load_sources()


@pytest.fixture(scope="module")
def examples(sources: Sources) -> list[Question]:
    """Every hit and miss of the real rules, with and without reasons."""
    signals = [data for file, data in sources.matching("signals/") if "macros" not in data]
    contexts = [pair for data in signals for kind in ("hits", "misses") for pair in example_contexts(data, kind)]
    return [(as_sent(context), date, explain) for context, date in contexts for explain in (True, False)]


@pytest.fixture(scope="module")
def fuzz(
    examples: list[Question], listed_bundle: bytes, listed_engine: Engine
) -> list[tuple[list[Question], list[str]]]:
    """The seeded stream in chunks, each with Python's answers."""
    texts = [context["text"] for context, _, explain in examples if explain and "text" in context]
    contexts = stream(load_bundle(listed_bundle).data, texts, COUNT, SEED)
    questions: list[Question] = [(as_sent(context), date, True) for context, date in contexts]
    chunks = [questions[start : start + CHUNK] for start in range(0, COUNT, CHUNK)]
    return [(chunk, python_answers(listed_engine, chunk)) for chunk in chunks]


def test_every_conformance_case_is_answered_as_it_says(browser: Driver) -> None:
    load(browser, "vectors", vectors.BUNDLE.read_bytes())
    questions: list[Question] = [
        (case["context"], case["date"], case.get("explain", True)) for case in vectors.CASES.values()
    ]
    answers = dict(zip(vectors.CASES, browser_answers(browser, "vectors", questions), strict=True))
    assert answers == {name: canonical_json(case["expected"]).decode() for name, case in vectors.CASES.items()}


def test_every_hit_and_miss_gives_the_same_verdict(
    browser: Driver, examples: list[Question], packaged_engine: Engine
) -> None:
    load(browser, "packaged")
    assert browser_answers(browser, "packaged", examples) == python_answers(packaged_engine, examples)


def test_a_stream_of_hostile_contexts_gives_the_same_verdicts(
    browser: Driver, fuzz: list[tuple[list[Question], list[str]]], listed_bundle: bytes
) -> None:
    print(f"CONFORMANCE_SEED={SEED} repeats this stream of {COUNT} contexts")
    load(browser, "listed", listed_bundle)
    different = [chunk for chunk in fuzz if not agree(browser, "listed", *chunk)]
    assert [smallest_difference(browser, "listed", *chunk) for chunk in different] == []


def test_the_stream_reaches_every_level_and_every_rule(
    fuzz: list[tuple[list[Question], list[str]]], listed_bundle: bytes
) -> None:
    told = "\n".join(answer for _, answers in fuzz for answer in answers)
    signals = load_bundle(listed_bundle).data["signals"]
    rules = [signal["id"] for signal in signals if signal["phrases"] or "listed" in signal]
    expected = [
        *(f'"level":"{level}"' for level in ("none", "mention", "campaign")),
        *(f'"rule":"{rule}"' for rule in rules),
    ]
    assert [part for part in (*expected, '"partial":true', '"stance":"oppose"') if part not in told] == []


def test_a_broken_bundle_is_refused_at_its_place(browser: Driver) -> None:
    refusals = browser_refusals(browser, [broken(fault) for fault in (*CHANGES, *TEXTS)])
    told = dict(zip((*CHANGES, *TEXTS), (refusal.split(":")[0] for refusal in refusals), strict=True))
    assert told == {fault: f"BundleError {place_of(fault)}" for fault in (*CHANGES, *TEXTS)}


def test_an_odd_bundle_is_taken(browser: Driver) -> None:
    assert dict(zip(ODD, browser_refusals(browser, [odd(name) for name in ODD]), strict=True)) == dict.fromkeys(ODD, "")


def test_a_difference_is_found_and_the_smallest_is_shown(browser: Driver) -> None:
    load(browser, "vectors", vectors.BUNDLE.read_bytes())
    questions: list[Question] = [({"text": text}, "2024-10-20", True) for text in ("pilih Arwana ya", "Arwana", "pagi")]
    expected = browser_answers(browser, "vectors", questions)
    assert agree(browser, "vectors", questions, expected)
    spoiled = [expected[0] + " ", expected[1] + " ", expected[2]]
    assert not agree(browser, "vectors", questions, spoiled)
    assert smallest_difference(browser, "vectors", questions, spoiled) == (questions[1], spoiled[1], expected[1])


@pytest.mark.parametrize(
    ("text", "position", "index"),
    [("abc", 2, 2), ("\U0001f600b", 1, 2), ("a\U0001f600\U0001f600b", 3, 5), ("", 0, 0), ("ab", 9, 2)],
)
def test_a_page_gets_utf16_places(browser: Driver, text: str, position: int, index: int) -> None:
    body = 'return (await import(api.runtime.getURL("engine/fold.js"))).utf16Index(...args);'
    assert browser.extension_js(body, text, position) == index


@pytest.mark.parametrize("size", SIZES)
def test_an_account_has_the_same_places_in_a_filter_of_any_size(browser: Driver, size: int) -> None:
    body = """
        const { murmur3, probePlaces } = await import(api.runtime.getURL("engine/accounts.js"));
        return args[0].map((key) => [murmur3(key, 0x9747b28c), probePlaces(key, 32, args[1])]);
    """
    expected = [[murmur3(key.encode(), 0x9747B28C), list(probe_places(key, 32, size))] for key in KEYS]
    assert browser.extension_js(body, KEYS, size) == expected


def test_an_account_is_compared_in_one_form(browser: Driver) -> None:
    body = """
        const { normalAccount } = await import(api.runtime.getURL("engine/accounts.js"));
        return args[0].map((written) => normalAccount(written ?? undefined));
    """
    assert browser.extension_js(body, [written for written, _ in FORMS]) == [compared for _, compared in FORMS]


def test_a_list_is_asked_for_a_site_of_ascii_only(browser: Driver) -> None:
    body = """
        const { buildAccountLists, isListed } = await import(api.runtime.getURL("engine/accounts.js"));
        const lists = buildAccountLists({ accounts: args[0] });
        return args[1].map((site) => isListed(lists, site ?? undefined, "contoh", args[2]));
    """
    told = browser.extension_js(body, EVERYBODY, [site for site, _ in ASKED], EVERYBODY_DAY)
    assert told == [asked for _, asked in ASKED]


def test_an_odd_bundle_is_read_as_well(browser: Driver) -> None:
    told = []
    for name, context, date, _ in ANSWERS:
        load(browser, "odd", odd(name).encode())
        told.append(json.loads(browser_answers(browser, "odd", [(context, date, True)])[0])["points"])
    assert told == [points for *_, points in ANSWERS]


def test_canonical_json_is_the_same_ascii(browser: Driver) -> None:
    body = 'return (await import(api.runtime.getURL("engine/score.js"))).canonicalJson(JSON.parse(args[0]));'
    assert browser.extension_js(body, json.dumps(JSON)) == canonical_json(JSON).decode()
