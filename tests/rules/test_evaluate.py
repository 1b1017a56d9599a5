"""Measuring made-up outcomes: figures, calibration, dialogs, rules, mistakes; and scoring on several cores."""

from __future__ import annotations

import pytest

from server import many
from server.engine import build_engine, canonical_json, load_bundle
from server.rules import compile_rules
from server.rules.evaluate import calibration, dialogs, evaluate, mistakes
from server.rules.figures import MOST_GROUPS, figures, grouped
from server.rules.outcomes import Outcome, Row
from server.rules.rule_hits import rule_hits
from tests.conformance import vectors

PAIRS = [("none", "none")] * 6 + [("none", "campaign")] * 2 + [("mention", "none")] + [("campaign", "campaign")] * 3
BUNDLE = {
    "entities": [],
    "slots": {"P": "<party>", "S": "<slogan>", "F": "<figure>"},
    "weights": {"ayo": 9, "rapat": -9},
    "scoring": {
        "mentions": {"P": 30, "S": 65, "F": 0},
        "titles": {"weight": {"id": "Pola kata", "en": "Wording"}, "mention-party": {"id": "Partai", "en": "Party"}},
    },
    "signals": [
        {"id": "ajakan", "why": "Ajakan", "why_en": "Call", "stance": "support", "points": 40},
        {"id": "topik", "why": "Topik", "why_en": "Topic", "stance": "neutral", "points": 20},
        {"id": "berita", "why": "Berita", "why_en": "News", "stance": "neutral", "points": -20},
        {"id": "percobaan", "why": "Percobaan", "why_en": "Trial", "stance": "support", "points": 0},
    ],
}


def judged(label, level, *, hits=(), kind=None, score=0.5, line=1, unsure=False):
    """A row with its outcome, made up."""
    row = Row(line, {"text": "rekaan"}, "2024-10-20", label, kind, None, unsure)
    return row, Outcome(level, score, 0, False, (), dict.fromkeys(hits, 5))


@pytest.fixture(scope="module")
def raw():
    return canonical_json(compile_rules(vectors.RULES))


def test_the_figures_of_a_small_table_are_those_worked_out_by_hand():
    told = figures(PAIRS)
    assert told["confusion"]["none"] == {"none": 6, "mention": 0, "campaign": 2}
    assert (told["campaign"]["precision"]["value"], told["campaign"]["recall"]["value"]) == (3 / 5, 1)
    assert told["campaign"]["f1"]["value"] == pytest.approx(0.75)
    assert told["affiliated"]["recall"]["value"] == 3 / 4
    assert told["classes"]["none"]["precision"]["value"] == 6 / 7
    assert (told["false_dialogs"]["hits"], told["false_dialogs"]["of"]) == (2, 8)


def test_groups_come_by_size_and_only_the_largest_are_measured():
    many = [(f"kecil-{number}", ("none", "none")) for number in range(100)]
    told = grouped([*many, *[("besar", pair) for pair in PAIRS]])
    assert (told[0]["name"], told[0]["rows"], len(told)) == ("besar", len(PAIRS), MOST_GROUPS)


def test_sure_rows_are_measured_apart():
    told = evaluate([judged("none", "campaign", unsure=True), judged("none", "none")], BUNDLE)
    assert (told["all"]["false_dialogs"]["value"], told["sure"]["false_dialogs"]["value"]) == (0.5, 0)


def test_calibration_puts_every_score_into_its_tenth():
    told = calibration([(0.29, False), (0.3, True), (0.3, False), (1, True)])
    assert [(entry["from"], entry["of"]) for entry in told if entry["of"]] == [(0.2, 1), (0.3, 2), (0.9, 1)]
    assert told[3]["value"] == 0.5
    assert told[5]["mean_score"] is None


def test_dialogs_are_counted_by_kind_on_rows_without_a_label():
    rows = [judged(None, "campaign", kind="berita"), judged(None, "mention", kind="berita"), judged("none", "campaign")]
    (told,) = dialogs(rows)
    assert (told["kind"], told["rows"], told["mentions"], told["dialogs"]["hits"]) == ("berita", 2, 1, 1)


def test_without_labels_there_is_nothing_to_be_right_about():
    told = evaluate([judged(None, "campaign")], BUNDLE)
    assert told["rows"]["labelled"] == 0
    assert told["all"]["campaign"]["f1"]["value"] is None


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("ajakan", "campaign"),
        ("topik", "affiliated"),
        ("berita", "not-campaign"),
        ("percobaan", None),
        ("mention-party", "affiliated"),
        ("mention-slogan", "campaign"),
        ("mention-figure", None),
        ("weight:ayo", "campaign"),
        ("weight:rapat", "not-campaign"),
        ("neutral-source", "not-campaign"),
        ("scale-end", None),
    ],
)
def test_a_rule_says_what_its_points_say(rule, says):
    (told,) = rule_hits([judged("mention", "mention", hits=[rule])], BUNDLE)
    assert told["says"] == says


def test_a_rule_is_right_where_the_label_is_what_it_says():
    rows = [judged(label, "campaign", hits=["ajakan", "berita"]) for label in ("campaign", "campaign", "mention", None)]
    told = {entry["rule"]: entry for entry in rule_hits(rows, BUNDLE)}
    assert (told["ajakan"]["hits"], told["ajakan"]["labels"]) == (4, {"none": 0, "mention": 1, "campaign": 2})
    assert told["ajakan"]["precision"]["value"] == 2 / 3
    assert told["berita"]["precision"]["value"] == 1 / 3


def test_the_worst_mistakes_are_the_farthest_and_sure_rows_come_first(raw):
    engine = build_engine(load_bundle(raw))
    levels = [("campaign", 90), ("campaign", 200), ("campaign", 300)]
    rows = [
        (
            Row(line, {"text": "rekaan"}, "2024-10-20", "none", unsure=line == 3),
            Outcome(level, 1, points, False, (), {}),
        )
        for line, (level, points) in enumerate(levels, 1)
    ]
    assert [entry["line"] for entry in mistakes(rows, engine)["too_much"]] == [2, 1, 3]
    assert [entry["line"] for entry in mistakes(rows, engine, most=1)["too_much"]] == [2]


def test_a_missed_post_is_said_too_little(raw):
    told = mistakes([judged("campaign", "none", line=7)], build_engine(load_bundle(raw)))
    assert [entry["line"] for entry in told["too_little"]] == [7]
    assert told["too_much"] == []


def test_several_processes_give_the_same_as_one(raw, monkeypatch):
    monkeypatch.setattr(many, "_POSTS_A_PROCESS", 1)
    monkeypatch.setattr(many, "_POSTS_A_CHUNK", 3)
    texts = ["Coblos nomor urut 2", "Selamat pagi", "Kami dukung Arwana", "angkat jempol Arwana"] * 5
    posts = [({"text": text}, "2024-10-20") for text in texts]
    alone = list(many.score_many([raw, raw], posts, jobs=1))
    assert list(many.score_many([raw, raw], posts, jobs=2)) == alone
    assert len({points for (_, _, points, *_), _ in alone}) > 1
