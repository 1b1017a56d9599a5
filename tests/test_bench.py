"""Cheap guards on speed, by ratio only: what must hold on any machine, however busy. `make bench` measures the rest."""

from __future__ import annotations

from functools import partial

import pytest

from server.engine import Engine, build_engine, load_bundle, score
from server.rules.phrases import parse_phrase
from tests.bench import office, peers, soak
from tests.bench.bundles import make_trial
from tests.bench.engine import agreement
from tests.bench.gazetteer import DAY, SIZES
from tests.bench.handout import as_tokens, filled, invented, shipped
from tests.bench.posts import as_contexts, make_posts
from tests.bench.timing import cpu_each

SMALL, LARGE = SIZES[0], SIZES[-1]
SHORT, LONG = 1_500, 15_000

HOSTILE = {
    "posts end to end": " ".join(make_posts(200, ["Wirasena", "Partai Contoh"])),
    "nothing but anchors": "coblos dukung tolak menurut bukan pilih menangkan jangan percaya " * 300,
    "one stretched word": "pilihhhhh" * 2_000,
    "a tag without end": "#" + "menangkan" * 2_000,
    "signs and single letters": "@ # a b c p k s 1 " * 1_000,
    "emoji": "❤️🔥👍🏽 coblos " * 1_500,
    "handles and tags": "@wira.sena #WirasenaJuara2024 " * 600,
}


def test_the_cost_of_a_post_hardly_grows_with_the_number_of_names() -> None:
    contexts = as_contexts(make_posts(2_000, make_trial(LARGE).written))
    engines = {size: make_trial(size).engine for size in (SMALL, LARGE)}
    work = {str(size): partial(score, engine, date=DAY) for size, engine in engines.items()}
    spent = cpu_each(work, contexts, rounds=15, seconds=0.06)
    assert spent[str(LARGE)].low / spent[str(SMALL)].low <= 2.5


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_text_ten_times_as_long_takes_about_ten_times_as_long(text: str) -> None:
    engine = make_trial(SMALL).engine
    work = {length: partial(score, engine, {"text": text[: int(length)]}) for length in (str(SHORT), str(LONG))}
    spent = cpu_each(work, [DAY], rounds=15, seconds=0.02)
    # Ten times is fair, a hundred would be quadratic; between them lies what a busy machine adds.
    assert spent[str(LONG)].low / spent[str(SHORT)].low <= 25


def test_the_load_is_what_the_documentation_says() -> None:
    posts = make_posts(5_000, make_trial(SMALL).written)
    assert 110 <= sum(map(len, posts)) / len(posts) <= 130
    assert 0.11 <= sum(not post.isascii() for post in posts) / len(posts) <= 0.30


def test_the_rival_does_the_same_work() -> None:
    trial = make_trial(SMALL)
    assert agreement(trial, as_contexts(make_posts(300, trial.written))) >= 0.9


def test_each_engine_of_the_comparison_finds_the_same_names_in_a_process_of_its_own() -> None:
    contexts = as_contexts(make_posts(300, make_trial(SMALL).written))
    found = peers.measure_engines(None, invented(SMALL), contexts, rounds=1, seconds=0.02)
    same = [ours == theirs for ours, theirs in zip(found["ours"].named, found["obvious"].named, strict=True)]
    assert sum(same) / len(same) >= 0.9
    assert found["obvious"].rounds[0] > 5 * found["ours"].rounds[0]
    assert all(engine.start > 0 for engine in found.values())


def test_the_shipped_rules_filled_up_know_their_own_names_and_the_further_ones() -> None:
    own, more = shipped(), filled(12_000)
    assert 12_000 <= len(set(more.names)) <= 12_010
    assert more.rules == own.rules
    few, many = (build_engine(load_bundle(rules.bundle)) for rules in (own, more))

    def share_found(engine: Engine, names: list[str]) -> float:
        return sum(bool(score(engine, {"text": f"Ayo coblos {name}"}, DAY)["affiliations"]) for name in names) / len(
            names
        )

    assert share_found(many, more.names[-300:]) == 1
    assert share_found(many, own.names[::40]) == share_found(few, own.names[::40]) > 0


def test_the_benchmark_says_what_is_missing_and_how_to_get_it() -> None:
    assert set(peers.pythons(None)) == {"ours", "uncompiled", "obvious"}
    assert "`make peers` sets them up" in peers.missing(None)
    assert set(peers.pythons("python")) == {"ours", "uncompiled", "obvious", "presidio", "spacy"}
    assert peers.missing("python") == ""


def test_a_phrase_becomes_token_patterns_for_every_kind_of_filling() -> None:
    ways = as_tokens(parse_phrase("pilih|coblos ...2 <contestant>|paslon", {}))
    verb, gap = {"ORTH": {"IN": ["coblos", "pilih"]}}, {"OP": "{0,2}"}
    assert ways == [[verb, gap, {"ORTH": {"IN": ["paslon"]}}], [verb, gap, {"ENT_TYPE": "NAME", "OP": "+"}]]


def test_a_soak_of_seconds_sees_every_request_answered_and_every_worker() -> None:
    section = soak.measure(quick=True, minutes=0.05)
    seen = {target.what: target.holds for target in section.targets}
    assert seen["soak: failed requests"]
    assert seen["soak: workers that ended"]
    assert section.figures["requests"] > 0


LEAK = [(float(second), 80 + second / 100) for second in range(600)]


@pytest.mark.parametrize(("readings", "holds"), [(LEAK, False), ([(second, 80.0) for second, _ in LEAK], True)])
def test_a_soak_tells_a_leak_from_memory_that_stands_still(readings: list[tuple[float, float]], holds: bool) -> None:
    memory = soak.Memory({1: readings})
    slices = [{"seconds": 600.0, "requests": 48_000, "failed": 0, "p50_ms": 1.0, "p99_ms": 2.0}]
    section = soak.report(slices, memory, capacity=100, workers=1, seconds=600)
    assert {target.what: target.holds for target in section.targets}["soak: MB that the worst worker grew by"] is holds


def test_a_soak_counts_a_failed_request() -> None:
    slices = [{"seconds": 600.0, "requests": 48_000, "failed": 1, "p50_ms": 1.0, "p99_ms": 2.0}]
    section = soak.report(slices, soak.Memory({1: [(0.0, 80.0)]}), capacity=100, workers=1, seconds=600)
    assert [target.what for target in section.targets if not target.holds] == ["soak: failed requests"]


def test_a_whole_hosting_is_charged_part_by_part() -> None:
    section = office.measure(quick=True)
    one, ten, fifty = section.figures["copy"].values()
    assert 0 < one < ten < fifty < 50 * one
    assert [row[0] for row in section.rows] == [
        "copy", "nginx, on kept connections", "store", "nginx, a new TLS connection",
    ]  # fmt: skip
