"""Two sets of outcomes of our own making: flips, points, rules and experimental rules."""

from __future__ import annotations

import pytest

from server.rules.diff import diff
from server.rules.outcomes import Outcome, Row

BUNDLE = {
    "entities": [],
    "slots": {},
    "weights": {},
    "scoring": {"mentions": {}, "titles": {"weight": {"id": "Pola kata", "en": "Wording"}}},
    "signals": [
        {"id": "coba", "why": "Coba", "why_en": "Trial", "stance": "support", "points": 0},
        {"id": "sunyi", "why": "Sunyi", "why_en": "Silent", "stance": "support", "points": 0},
        {"id": "ajakan", "why": "Ajakan", "why_en": "Call", "stance": "support", "points": 40},
    ],
}


def outcome(level, points=0, **hits):
    return Outcome(level, 0.5, points, False, (), hits)


def row(line=1, label=None):
    return Row(line, {"text": "rekaan"}, "2024-10-20", label)


def test_rows_that_keep_their_level_do_not_flip_even_where_points_move():
    told = diff([(row(), outcome("mention", 30), outcome("mention", 40))], BUNDLE)
    assert told["flips"]["total"] == 0
    assert told["points"] == {"up": 1, "down": 0, "sum": 10}


@pytest.mark.parametrize(
    ("label", "old", "new", "effect"),
    [
        ("campaign", "none", "campaign", "better"),
        ("campaign", "none", "mention", "better"),
        ("none", "none", "campaign", "worse"),
        ("mention", "none", "campaign", "neither"),
        (None, "none", "campaign", "unlabelled"),
    ],
)
def test_a_flip_is_better_where_it_comes_nearer_to_the_label(label, old, new, effect):
    told = diff([(row(label=label), outcome(old), outcome(new))], BUNDLE)
    assert told["flips"][effect] == told["flips"]["total"] == told["flips"]["steps"][old][new] == 1
    assert told["flipped"][0]["effect"] == effect


def test_a_flip_names_the_rules_behind_it():
    before, after = outcome("none", ajakan=10, berita=-20), outcome("campaign", ajakan=40, seru=30)
    (flip,) = diff([(row(), before, after)], BUNDLE)["flipped"]
    assert (flip["gained"], flip["lost"], flip["changed"]) == (["seru"], ["berita"], ["ajakan"])


def test_what_gets_worse_comes_first():
    flips = [
        (row(1, "campaign"), outcome("none"), outcome("campaign")),
        (row(2, "none"), outcome("none"), outcome("campaign")),
    ]
    assert [flip["line"] for flip in diff(flips, BUNDLE)["flipped"]] == [2, 1]


def test_rules_that_hit_other_rows_or_weigh_otherwise_are_listed():
    compared = [
        (row(1), outcome("none", ajakan=10, tetap=5), outcome("none", ajakan=20, tetap=5)),
        (row(2), outcome("none"), outcome("none", baru=7)),
    ]
    assert diff(compared, BUNDLE)["rules"] == [
        {"rule": "baru", "gained": 1, "lost": 0, "points": {"old": 0, "new": 7}},
        {"rule": "ajakan", "gained": 0, "lost": 0, "points": {"old": 10, "new": 20}},
    ]


def test_experimental_rules_tell_what_they_would_hit_and_that_they_hit_nothing():
    compared = [(row(4, "campaign"), outcome("none"), outcome("none", coba=0, ajakan=40))]
    coba, sunyi = diff(compared, BUNDLE)["experimental"]
    assert (coba["rule"], coba["hits"], coba["labels"]["campaign"], coba["lines"]) == ("coba", 1, 1, [4])
    assert (sunyi["rule"], sunyi["hits"], sunyi["lines"]) == ("sunyi", 0, [])


def test_the_figures_before_and_after_are_those_of_each_side():
    compared = [(row(label="campaign"), outcome("none"), outcome("campaign"))]
    told = diff(compared, BUNDLE)["figures"]
    assert (told["old"]["all"]["campaign"]["f1"]["value"], told["new"]["all"]["campaign"]["f1"]["value"]) == (0, 1)
