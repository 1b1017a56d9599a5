"""The Python engine beside the obvious design: same rules, same posts, same process, CPU time."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from server.engine import Engine, score

from .bundles import Trial, make_trial, shipped_engine, shipped_names
from .gazetteer import DAY, SIZES
from .posts import EVERYDAY, as_contexts, make_posts
from .report import Section, number, spread
from .rival import build_rival, score_rival
from .timing import Spread, cpu_each

POSTS = 20_000
_CORPUS_MAX = 20_000
_COMPARED = 300
_MICRO = 1e6


def measure(quick: bool, corpus: Path | None = None) -> Section:
    """Measure the engine with three gazetteers and with the product's own bundle."""
    rounds, seconds = (1, 0.1) if quick else (7, 0.4)
    trials = {size: make_trial(size) for size in SIZES}
    contexts = as_contexts(make_posts(POSTS, trials[SIZES[-1]].written))
    work: dict[str, Callable[[dict[str, Any]], object]] = {}
    for size, trial in trials.items():
        work[f"ours {size}"] = partial(_score, trial.engine)
        work[f"rival {size}"] = _rival(trial)
    each = cpu_each(work, contexts, rounds, seconds)
    section = Section(
        "Engine: Python",
        f"CPU microseconds a post, median (range) of {rounds} interleaved rounds; posts a second on one core by the "
        "median. Other work only adds time: ratios and targets take the best round. The rival is the obvious design.",
        ["names", "us a post", "posts/s a core", "rival us", "rival posts/s", "ratio", "any result", "same verdict"],
    )
    for size, trial in trials.items():
        ours, rival = each[f"ours {size}"], each[f"rival {size}"]
        section.rows.append(
            [
                f"{size:,}", spread(ours, _MICRO), number(1 / ours.median), spread(rival, _MICRO),
                number(1 / rival.median), f"{rival.low / ours.low:.0f}x",
                _percent(_share(trial.engine, contexts)), _percent(agreement(trial, contexts)),
            ]
        )  # fmt: skip
    _add_shipped(section, rounds, seconds, corpus)
    _add_targets(section, each)
    return section


def _score(engine: Engine, context: dict[str, Any]) -> dict[str, Any]:
    return score(engine, context, DAY)


def _rival(trial: Trial) -> Callable[[dict[str, Any]], object]:
    rival = build_rival(**trial.for_rival())
    return lambda context: score_rival(rival, context["text"])


def _add_shipped(section: Section, rounds: int, seconds: float, corpus: Path | None) -> None:
    """Add the product's own bundle: posts half of which carry its names, everyday posts, a corpus of the caller's."""
    engine = shipped_engine()
    names = shipped_names()
    loads = {
        "shipped rules": as_contexts(make_posts(POSTS, names)),
        "shipped rules, everyday posts": as_contexts(make_posts(POSTS, names, named=EVERYDAY)),
    }
    if corpus is not None:
        loads["shipped rules, corpus"] = read_corpus(corpus)
    for name, contexts in loads.items():
        spent = cpu_each({"ours": partial(_score, engine)}, contexts, rounds, seconds)["ours"]
        share = _percent(_share(engine, contexts))
        section.rows.append([name, spread(spent, _MICRO), number(1 / spent.median), "", "", "", share, ""])
        section.figures[name] = _figures(spent)


def _add_targets(section: Section, each: dict[str, Spread]) -> None:
    for name, value in each.items():
        section.figures[name] = _figures(value)
    small, large = SIZES[0], SIZES[-1]
    growth = each[f"ours {large}"].low / each[f"ours {small}"].low
    section.figures["growth"] = growth
    for size, bar in ((small, 30), (large, 200)):
        ratio = each[f"rival {size}"].low / each[f"ours {size}"].low
        section.at_least(f"engine: times the obvious design at {size:,} names", bar, ratio)
    section.at_most(f"engine: growth of cost from {small:,} to {large:,} names", 2.0, growth)
    for load in ("shipped rules", "shipped rules, everyday posts"):
        section.at_most(f"engine: us a post, {load} (guide)", 30, section.figures[load]["us_best"])


def _figures(spent: Spread) -> dict[str, float]:
    return {"us": spent.median * _MICRO, "us_best": spent.low * _MICRO, "us_worst": spent.high * _MICRO}


def _share(engine: Engine, contexts: list[dict[str, Any]]) -> float:
    """The part of the posts with evidence."""
    sample = contexts[:2000]
    return sum(bool(_score(engine, context)["evidence"]) for context in sample) / len(sample)


def agreement(trial: Trial, contexts: list[dict[str, Any]]) -> float:
    """The part of the posts where both designs find names or none, and give the same points: is it the same work?"""
    rival = build_rival(**trial.for_rival())
    sample = contexts[:_COMPARED]
    same = 0
    for context in sample:
        ours, theirs = _score(trial.engine, context), score_rival(rival, context["text"])
        same += ours["points"] == theirs["points"] and bool(ours["affiliations"]) == bool(theirs["names"])
    return same / len(sample)


def _percent(share: float) -> str:
    return f"{share:.0%}"


def read_corpus(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines, also gzipped: contexts, objects with a `text`, or bare strings."""
    contexts: list[dict[str, Any]] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            text = item if isinstance(item, str) else item.get("text")
            if text:
                contexts.append({"text": text})
            if len(contexts) == _CORPUS_MAX:
                break
    return contexts
