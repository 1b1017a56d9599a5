"""Fit the learned weights on labelled posts and say how well they do on posts they were not fitted on.

    python -m tools.fit_weights LABELS.jsonl...            # cross-validation by source, nothing written
    python -m tools.fit_weights LABELS.jsonl... --write    # and shared_rules/weights.csv fitted on every row
    python -m tools.fit_weights LABELS.jsonl --more MORE.jsonl...    # fitted on both, measured on the first

LABELS.jsonl has one object a line: text, date, label (none, mention, campaign), source, unsure. Only masked n-grams are
seen: every name stands as its slot. Only common words are learned (frequency.csv), and none that is part of a name, so
that the weights say nothing about anybody. Needs requirements-fit.txt.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from server.engine import Engine, build_engine, canonical_json, load_bundle, score
from server.engine.evidence import Findings, add_mentions, in_headline_style
from server.engine.fields import read_fields
from server.engine.masking import masked_words
from server.engine.mentions import resolve_confusables
from server.engine.style import HEADLINE
from server.engine.weigh import Scale, level_of
from server.rules import RULES, Sources, compile_sources, load_sources
from server.rules.phrases import SLOTS

FOLDS, SEED = 8, 20261122
LEAST_ROWS = 4
EVERYDAY = 300
LEAST_POINTS = 3
UNSURE_WEIGHT = 0.5
STRENGTH = 0.15
POINTS_UNIT = 10
# A word that stands so often in a million says more of how somebody writes than of a side.
COMMON, COMMON_MOST = 500, 10
# Parties and candidates: slots whose names say nothing of a side. A group or a slogan does.
NAMES = "PC"
SLOT_NAMES = frozenset(f"<{name}>" for name, slot in SLOTS.items() if slot in NAMES)
# What copying posts from the web leaves behind; it says how they were collected.
WEB_WORDS = frozenset(("http", "https", "www", "com", "co", "rt", "user", "url", "via"))

# Bounds of points between which posts are counted that do take a side.
CALIBRATED = (0, 10, 20, 40, 60, 80, 100, 120, 160, 201)

# The fewest and the most points of an n-gram.
Limits = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Row:
    """One labelled post as the rules see it: its points without weights, those of reports, and its masked n-grams."""

    label: str
    source: str
    unsure: bool
    points: int
    reported: int
    ngrams: frozenset[str]


def read_rows(engine: Engine, paths: list[Path], words: frozenset[str]) -> list[Row]:
    """Score every labelled post with the rules alone."""
    reports = {signal.id for signal in engine.signals.signals if signal.report}
    rows = []
    for line in itertools.chain.from_iterable(path.read_text(encoding="utf-8").splitlines() for path in paths):
        item = json.loads(line)
        context = {"text": item["text"]}
        found = [
            (entry["rule"], entry["points"])
            for entry in score(engine, context, item["date"])["evidence"]
            if entry["rule"] not in ("scale-end", "report-kept")
        ]
        points = sum(gained for _, gained in found)
        reported = sum(gained for rule, gained in found if rule in reports)
        gate = points - reported >= engine.scale.mention
        learned = ngrams_of(engine, context, item["date"], words) if gate else frozenset()
        rows.append(Row(item["label"], item.get("source", ""), bool(item.get("unsure")), points, reported, learned))
    return rows


def learnable_words(sources: Sources, bundle: dict[str, Any]) -> frozenset[str]:
    """Return the common words that tell nobody's name.

    Of a name the word that it is looked up by is never learned, nor is any other that is no everyday word: thousands
    of people have such words in their names, so that these say nothing of one of them.
    """
    often = {row["word"]: int(row["per_million"]) for row in sources.rows["frequency.csv"]}
    named: set[str] = set()
    for text, members, _, _, anchor in bundle["aliases"]:
        if bundle["entities"][members[0]][3] in "PCFG":
            words = text.split(" ")
            named.add(words[anchor])
            named.update(word for word in words if often.get(word, 0) < EVERYDAY)
    return frozenset(often) - named - WEB_WORDS


def ngrams_of(engine: Engine, context: dict[str, Any], date: str, words: frozenset[str]) -> frozenset[str]:
    """Return the one- and two-word masked sequences of a post that hold slots and ``words`` only."""
    fields, _ = read_fields(engine.reader, context)
    resolve_confusables(engine.reader.mentions, fields)
    add_mentions(engine.reader, engine.signals, engine.scale, fields, -1, date, Findings(explain=False))
    found: set[str] = set()
    for field in fields:
        masked = masked_words(engine.signals.slot_names, field.tokens.words, field.masked)
        kept = [word if word in words or word[0] == "<" else "" for word in masked]
        found.update(word for word in kept if word)
        found.update(f"{first} {second}" for first, second in itertools.pairwise(kept) if first and second)
        if field.base == "text" and in_headline_style(engine.reader, engine.scale, field):
            found.add(HEADLINE)
    return frozenset(found)


def fit(rows: list[Row], limits: Limits) -> dict[str, int]:
    """Return whole points, within ``limits``, for every n-gram that earns at least LEAST_POINTS."""
    seen = [row for row in rows if row.ngrams]
    counts = Counter(ngram for row in seen for ngram in row.ngrams)
    ngrams = sorted(ngram for ngram, count in counts.items() if count >= LEAST_ROWS)
    place = {ngram: number for number, ngram in enumerate(ngrams)}
    points = np.array([[(max(-40, min(160, row.points)) - 60) / POINTS_UNIT] for row in seen])
    features = hstack([csr_matrix(points), _matrix(seen, place)]).tocsr()
    wanted = [row.label == "campaign" for row in seen]
    certainty = [UNSURE_WEIGHT if row.unsure else 1.0 for row in seen]
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2000, random_state=SEED)
    model.fit(features, wanted, sample_weight=certainty)
    scale = POINTS_UNIT / model.coef_[0][0]
    weights = {ngram: round(float(model.coef_[0][1 + number] * scale)) for ngram, number in place.items()}
    for ngram in limits.keys() & weights.keys():
        least, most = limits[ngram]
        weights[ngram] = max(least, min(most, weights[ngram]))
    return {ngram: points for ngram, points in weights.items() if abs(points) >= LEAST_POINTS}


def limits_of(engine: Engine, sources: Sources) -> Limits:
    """Return how few and how many points a name and a common word may learn by itself.

    The labelled posts are no picture of what people write: most of those that name a candidate take a side. Naming
    somebody must not by itself make a campaign, nor must writing "yg" beside a name.
    """
    named = max(points["text"] for slot, (_, _, points) in engine.scale.mentions.items() if slot in NAMES)
    names = dict.fromkeys(SLOT_NAMES, (-engine.scale.weights_cap, engine.scale.campaign - 1 - named))
    common = (row["word"] for row in sources.rows["frequency.csv"] if int(row["per_million"]) >= COMMON)
    return names | dict.fromkeys(common, (-COMMON_MOST, COMMON_MOST))


def _matrix(rows: list[Row], place: dict[str, int]) -> csr_matrix:
    cells = [(at, place[ngram]) for at, row in enumerate(rows) for ngram in row.ngrams if ngram in place]
    down, across = zip(*cells, strict=True)
    return csr_matrix((np.ones(len(cells)), (down, across)), shape=(len(rows), len(place)))


def points_of(engine: Engine, row: Row, weights: dict[str, int]) -> int:
    """Return the points that the engine gives a post with these weights (SPEC 6, 7)."""
    scale, total = engine.scale, row.points
    if row.points - row.reported >= scale.mention:
        learned = sum(weights.get(ngram, 0) for ngram in row.ngrams)
        total += max(min(0, scale.mention - total), -scale.weights_cap, min(scale.weights_cap, learned))
    total = max(total, min(scale.mention, row.points - row.reported))
    return max(scale.lowest, min(scale.highest, total))


def report(title: str, scale: Scale, scored: list[tuple[Row, int]]) -> str:
    """Return one line of figures: F1 of affiliated and of campaign, and false dialogs."""
    pairs = [(row, level_of(scale, points)) for row, points in scored]

    def f1(is_class: Any) -> float:
        hits = sum(is_class(row.label) and is_class(said) for row, said in pairs)
        wrong = sum(is_class(row.label) != is_class(said) for row, said in pairs)
        return 2 * hits / (2 * hits + wrong) if hits else 0.0

    none = [said for row, said in pairs if row.label == "none"]
    return (
        f"{title:<22} {len(pairs):>5} rows  affiliated F1 {f1(lambda level: level != 'none'):.3f}  "
        f"campaign F1 {f1(lambda level: level == 'campaign'):.3f}  "
        f"false dialogs {none.count('campaign')} of {len(none)}"
    )


def calibration(scored: list[tuple[Row, int]]) -> str:
    """Return one line that says how many posts with so many points do take a side."""
    shares = []
    for start, end in itertools.pairwise(CALIBRATED):
        labels = [row.label for row, points in scored if start <= points < end]
        share = f"{labels.count('campaign') / len(labels):.0%}" if labels else "-"
        shares.append(f"{start}-{end - 1}: {share} of {len(labels)}")
    return f"take a side at points of {', '.join(shares)}"


def main(arguments: list[str]) -> None:
    """Report by cross-validation, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("--more", type=Path, nargs="+", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    sources = load_sources()
    sources.rows.pop("weights.csv", None)
    bundle = compile_sources(sources)
    engine = build_engine(load_bundle(canonical_json(bundle)))
    words = learnable_words(sources, bundle)
    measured = read_rows(engine, options.labels, words)
    rows = measured + read_rows(engine, options.more, words)
    limits = limits_of(engine, sources)
    alone = [(row, points_of(engine, row, {})) for row in measured]
    told: list[tuple[int, int]] = []
    folds = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for learn, test in folds.split(rows, groups=[row.source for row in rows]):
        weights = fit([rows[number] for number in learn], limits)
        told += [(number, points_of(engine, rows[number], weights)) for number in test]
    unseen = [(rows[number], points) for number, points in told]
    unseen_measured = [(rows[number], points) for number, points in told if number < len(measured)]
    for title, scored in (("rules alone", alone), ("unseen sources", unseen_measured), ("with --more", unseen)):
        print(report(f"{title}, all", engine.scale, scored))
        print(report(f"{title}, sure", engine.scale, [pair for pair in scored if not pair[0].unsure]))
    print(calibration(unseen))
    if options.write:
        weights = fit(rows, limits)
        with (RULES / "weights.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["ngram", "points"])
            writer.writerows(sorted(weights.items()))
        print(f"wrote {len(weights)} weights; build the rules again")


if __name__ == "__main__":
    main(sys.argv[1:])
