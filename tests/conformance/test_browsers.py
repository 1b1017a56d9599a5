"""The JavaScript engine inside the real browsers gives the bytes that the Python engine gives."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from server.engine import BundleError, Engine, build_engine, canonical_json, load_bundle
from server.rules import Sources, load_sources
from server.rules.examples import example_contexts
from tests.conformance import vectors
from tests.conformance.broken import CHANGES, broken
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
    examples: list[Question], packaged_bundle: Path, packaged_engine: Engine
) -> list[tuple[list[Question], list[str]]]:
    """The seeded stream in chunks, each with Python's answers."""
    texts = [context["text"] for context, _, explain in examples if explain and "text" in context]
    contexts = stream(load_bundle(packaged_bundle.read_bytes()).data, texts, COUNT, SEED)
    questions: list[Question] = [(as_sent(context), date, True) for context, date in contexts]
    chunks = [questions[start : start + CHUNK] for start in range(0, COUNT, CHUNK)]
    return [(chunk, python_answers(packaged_engine, chunk)) for chunk in chunks]


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
    browser: Driver, fuzz: list[tuple[list[Question], list[str]]]
) -> None:
    print(f"CONFORMANCE_SEED={SEED} repeats this stream of {COUNT} contexts")
    load(browser, "packaged")
    different = [chunk for chunk in fuzz if not agree(browser, "packaged", *chunk)]
    assert [smallest_difference(browser, "packaged", *chunk) for chunk in different] == []


def test_the_stream_reaches_every_level_and_every_rule(
    fuzz: list[tuple[list[Question], list[str]]], packaged_bundle: Path
) -> None:
    told = "\n".join(answer for _, answers in fuzz for answer in answers)
    rules = [signal["id"] for signal in load_bundle(packaged_bundle.read_bytes()).data["signals"] if signal["phrases"]]
    expected = [
        *(f'"level":"{level}"' for level in ("none", "mention", "campaign")),
        *(f'"rule":"{rule}"' for rule in rules),
    ]
    assert [part for part in (*expected, '"partial":true', '"stance":"oppose"') if part not in told] == []


def python_refusal(bundle: str) -> str:
    """The class and message of the error with which Python refuses a bundle."""
    with pytest.raises(BundleError) as refused:
        build_engine(load_bundle(bundle.encode()))
    return f"BundleError {refused.value}"


def test_a_broken_bundle_is_refused_at_the_same_place(browser: Driver) -> None:
    bundles = {fault: broken(fault) for fault in CHANGES}
    refusals = dict(zip(bundles, browser_refusals(browser, list(bundles.values())), strict=True))
    places = {fault: message.split(":")[0] for fault, message in refusals.items()}
    assert places == {fault: python_refusal(bundle).split(":")[0] for fault, bundle in bundles.items()}


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
