"""Write down what the JavaScript engine is asked while it is mutated: `python -m tests.mutation.questions FOLDER`.

They are those of tests/conformance/test_browsers.py, less the random stream, so that Node asks them in a second: the
cases of the vectors with the verdicts that were reckoned by hand, every hit and miss of the real rules with what Python
answers, broken bundles with the place that is to be named, and the places of accounts in a filter.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from server.engine import build_engine, canonical_json, load_bundle, score
from server.engine.accounts import murmur3, probe_places
from server.rules import load_sources
from server.rules.build import BUNDLE
from server.rules.examples import example_contexts
from tests.conformance import vectors
from tests.conformance.broken import ANSWERS, CHANGES, ODD, TEXTS, broken, odd, place_of
from tests.conformance.parts import ASKED, EVERYBODY, EVERYBODY_DAY, FORMS, JSON, KEYS, SIZES

Asked = list[Any]


def main(folder: Path) -> None:
    """Write every question with the answer that is expected; most mutants fall at the first file."""
    folder.mkdir(parents=True, exist_ok=True)
    raw = vectors.BUNDLE.read_text(encoding="utf-8")
    _write(folder / "vectors.json", {"bundle": raw, "asked": [_case(name) for name in vectors.CASES]})
    _write(
        folder / "parts.json",
        {
            "answers": [[odd(name), context, date, points] for name, context, date, points in ANSWERS],
            "forms": FORMS,
            "asked": [EVERYBODY, EVERYBODY_DAY, ASKED],
            "json": [JSON, canonical_json(JSON).decode()],
            "accounts": [[key, size, *_places(key, size)] for key in KEYS for size in SIZES],
        },
    )
    _write(
        folder / "bundles.json",
        {
            "broken": [[fault, broken(fault), place_of(fault)] for fault in (*CHANGES, *TEXTS)],
            "odd": [odd(name) for name in ODD],
        },
    )
    _write(folder / "examples.json", {"bundle": BUNDLE.read_text(encoding="utf-8"), "asked": _examples()})


def _write(file: Path, questions: dict[str, Any]) -> None:
    file.write_text(json.dumps(questions), encoding="utf-8")


def _case(name: str) -> Asked:
    case = vectors.CASES[name]
    return [case["context"], case["date"], case.get("explain", True), canonical_json(case["expected"]).decode()]


def _examples() -> list[Asked]:
    engine = build_engine(load_bundle(BUNDLE.read_bytes()))
    signals = [data for file, data in load_sources().matching("signals/") if "macros" not in data]
    pairs = [pair for data in signals for kind in ("hits", "misses") for pair in example_contexts(data, kind)]
    return [
        [context, date, True, canonical_json(score(engine, json.loads(json.dumps(context)), date)).decode()]
        for context, date in pairs
    ]


def _places(key: str, size: int) -> tuple[int, list[int]]:
    return murmur3(key.encode(), 0x9747B28C), list(probe_places(key, 32, size))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
