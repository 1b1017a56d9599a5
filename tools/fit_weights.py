"""Fit the learned weights on labelled posts and say how well they do on posts they were not fitted on.

    python -m tools.fit_weights LABELS.jsonl...            # cross-validation by source, nothing written
    python -m tools.fit_weights LABELS.jsonl... --write    # and shared_rules/weights.csv fitted on every row

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
from server.engine.weigh import level_of
from server.rules import RULES, Sources, compile_sources, load_sources

FOLDS, SEED = 8, 20261122
LEAST_ROWS = 4
EVERYDAY = 300
LEAST_POINTS = 3
UNSURE_WEIGHT = 0.5
STRENGTH = 0.3
POINTS_UNIT = 10
# What copying posts from the web leaves behind; it says how they were collected.
WEB_WORDS = frozenset(("http", "https", "www", "com", "co", "rt", "user", "url", "via"))


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
        if field.base == "text" and in_headline_style(engine.reader, field):
            found.add(HEADLINE)
    return frozenset(found)


def fit(rows: list[Row]) -> dict[str, int]:
    """Return whole points for every n-gram that earns at least LEAST_POINTS."""
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
    return {ngram: points for ngram, points in weights.items() if abs(points) >= LEAST_POINTS}


def _matrix(rows: list[Row], place: dict[str, int]) -> csr_matrix:
    cells = [(at, place[ngram]) for at, row in enumerate(rows) for ngram in row.ngrams if ngram in place]
    down, across = zip(*cells, strict=True)
    return csr_matrix((np.ones(len(cells)), (down, across)), shape=(len(rows), len(place)))


def predict(engine: Engine, row: Row, weights: dict[str, int]) -> str:
    """Return the level that the engine gives a post with these weights (SPEC 6, 7)."""
    scale, total = engine.scale, row.points
    if row.points - row.reported >= scale.mention:
        learned = sum(weights.get(ngram, 0) for ngram in row.ngrams)
        total += max(min(0, scale.mention - total), -scale.weights_cap, min(scale.weights_cap, learned))
    total = max(total, min(scale.mention, row.points - row.reported))
    return level_of(scale, max(scale.lowest, min(scale.highest, total)))


def report(title: str, pairs: list[tuple[Row, str]]) -> str:
    """Return one line of figures: F1 of affiliated and of campaign, and false dialogs."""

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


def main(arguments: list[str]) -> None:
    """Report by cross-validation, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    sources = load_sources()
    sources.rows.pop("weights.csv", None)
    bundle = compile_sources(sources)
    engine = build_engine(load_bundle(canonical_json(bundle)))
    rows = read_rows(engine, options.labels, learnable_words(sources, bundle))
    alone = [(row, predict(engine, row, {})) for row in rows]
    unseen: list[tuple[Row, str]] = []
    folds = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for learn, test in folds.split(rows, groups=[row.source for row in rows]):
        weights = fit([rows[number] for number in learn])
        unseen += [(rows[number], predict(engine, rows[number], weights)) for number in test]
    for title, pairs in (("rules alone", alone), ("unseen sources", unseen)):
        print(report(f"{title}, all", pairs))
        print(report(f"{title}, sure", [pair for pair in pairs if not pair[0].unsure]))
    if options.write:
        weights = fit(rows)
        with (RULES / "weights.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["ngram", "points"])
            writer.writerows(sorted(weights.items()))
        print(f"wrote {len(weights)} weights; build the rules again")


if __name__ == "__main__":
    main(sys.argv[1:])
