"""Every rule's own hits and misses are run; one that does not do what it says fails the build (SPEC 9.2)."""

from __future__ import annotations

import pytest

from server.engine import build_engine, canonical_json, load_bundle
from server.rules import RuleErrors, build, bundle_bytes, compile_sources, load_sources, run_examples
from server.rules.examples import example_contexts

from .conftest import Workshop


def failures(workshop: Workshop) -> list[str]:
    """What running the examples tells."""
    sources = load_sources(workshop.root)
    report = run_examples(sources, build_engine(load_bundle(canonical_json(compile_sources(sources)))))
    return [str(failure) for failure in report.failures]


def test_the_examples_of_all_rules_are_counted(workshop: Workshop) -> None:
    sources = load_sources(workshop.root)
    report = run_examples(sources, build_engine(load_bundle(canonical_json(compile_sources(sources)))))
    signals = [data for file, data in sources.matching("signals/") if "macros" not in data]
    assert report.total == sum(len(data["hits"]) + len(data["misses"]) for data in signals)
    assert report.failures == []


def test_a_hit_that_does_not_fire_is_told(workshop: Workshop) -> None:
    workshop.signal("ayo, salam bulat!", "ayo coblos nomor 2, salam lonjong!")
    assert failures(workshop) == [
        "signals/uji.toml: hits[1] 'ayo coblos nomor 2, salam lonjong!': fired ajakan; did not fire: uji"
    ]


def test_a_miss_that_fires_is_told(workshop: Workshop) -> None:
    workshop.signal('misses = ["salam", ', 'misses = ["wah, salam bulat", ')
    assert failures(workshop) == ["signals/uji.toml: misses[0] 'wah, salam bulat': fired uji; fired too: uji"]


def test_a_plain_sentence_stands_in_the_first_field_of_the_rule() -> None:
    rule = {"fields": ["quoted.text", "text"], "hits": ["satu"]}
    assert example_contexts(rule, "hits") == [({"quoted": {"text": "satu"}}, "2024-10-20")]


def test_an_image_text_stands_in_a_list() -> None:
    assert example_contexts({"fields": ["image_alt"], "hits": ["satu"]}, "hits")[0][0] == {"image_alt": ["satu"]}


def test_an_example_may_have_a_context_and_a_day_of_its_own() -> None:
    rule = {
        "fields": ["text"],
        "examples_date": "2019-04-01",
        "hits": ["satu", {"text": "dua", "date": "2017-02-10"}, {"context": {"draft": "tiga"}}],
    }
    assert example_contexts(rule, "hits") == [
        ({"text": "satu"}, "2019-04-01"), ({"text": "dua"}, "2017-02-10"), ({"draft": "tiga"}, "2019-04-01"),
    ]  # fmt: skip


def test_a_build_with_a_wrong_example_writes_nothing(workshop: Workshop) -> None:
    target = workshop.root.parent / "out" / "bundle.json"
    build(workshop.root, (target,))
    before = target.read_bytes()
    workshop.signal('misses = ["salam", ', 'misses = ["wah, salam bulat", ')
    with pytest.raises(RuleErrors, match=r"misses\[0\]"):
        build(workshop.root, (target,))
    assert target.read_bytes() == before


def test_a_build_with_a_linter_problem_writes_nothing(workshop: Workshop) -> None:
    target = workshop.root.parent / "bundle.json"
    workshop.signal("points = 40", "points = -40")
    with pytest.raises(RuleErrors, match="a guard takes no side"):
        build(workshop.root, (target,))
    assert not target.exists()


def test_a_build_writes_the_same_whole_bytes_to_every_target(workshop: Workshop) -> None:
    targets = (workshop.root.parent / "a" / "bundle.json", workshop.root.parent / "b" / "c" / "bundle.json")
    raw = build(workshop.root, targets)
    assert [target.read_bytes() for target in targets] == [raw, raw]
    assert raw == bundle_bytes(workshop.root)


def test_a_build_replaces_the_target_and_leaves_nothing_beside_it(workshop: Workshop) -> None:
    target = workshop.root.parent / "out" / "bundle.json"
    build(workshop.root, (target,))
    # A reader that holds the old file keeps it whole: the new one comes by renaming, not by writing into it.
    with target.open("rb") as held:
        workshop.signal()
        build(workshop.root, (target,))
        assert b'"uji"' not in held.read()
    assert b'"uji"' in target.read_bytes()
    assert [path.name for path in target.parent.iterdir()] == ["bundle.json"]


def test_an_experimental_rule_is_compiled_and_weighs_nothing(workshop: Workshop) -> None:
    workshop.signal('status = "stable"', 'status = "experimental"')
    signals = {signal["id"]: signal["points"] for signal in compile_sources(load_sources(workshop.root))["signals"]}
    assert (signals["uji"], signals["ajakan"]) == (0, 45)
