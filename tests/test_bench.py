"""Cheap guards on speed, by ratio only: what must hold on any machine, however busy. `make bench` measures the rest."""

from __future__ import annotations

from functools import partial

import pytest

from server.engine import score
from tests.bench.bundles import make_trial
from tests.bench.engine import agreement
from tests.bench.gazetteer import DAY, SIZES
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
