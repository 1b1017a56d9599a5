"""Run the hits and misses that stand inside every rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from server.engine import Engine, score

from .load import Sources
from .problems import Problem

DEFAULT_DATE = "2024-10-20"


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """How many examples ran, and those that did not do what their rule says."""

    total: int
    failures: list[Problem]


def example_contexts(data: dict[str, Any], kind: str) -> list[tuple[dict[str, Any], str]]:
    """Return ``(context, date)`` of a rule's hits or misses.

    A plain sentence stands in the first of the rule's fields.
    """
    contexts = []
    for item in data[kind]:
        default = data.get("examples_date", DEFAULT_DATE)
        if isinstance(item, str):
            contexts.append((_in_field(data["fields"][0], item), default))
        else:
            contexts.append(
                (item.get("context") or _in_field(data["fields"][0], item["text"]), item.get("date", default))
            )
    return contexts


def _in_field(name: str, text: str) -> dict[str, Any]:
    outer, _, inner = name.partition(".")
    if name == "image_alt":
        return {"image_alt": [text]}
    return {outer: {inner: text}} if inner else {outer: text}


def run_examples(sources: Sources, engine: Engine) -> ExampleReport:
    """Score every hit and miss: the rule must be among a hit's evidence and not among a miss's."""
    failures: list[Problem] = []
    total = 0
    for file, data in sources.matching("signals/"):
        if "macros" in data:
            continue
        for kind, wanted in (("hits", True), ("misses", False)):
            for number, (context, date) in enumerate(example_contexts(data, kind)):
                total += 1
                fired = [item["rule"] for item in score(engine, context, date)["evidence"]]
                if (data["id"] in fired) != wanted:
                    what = "did not fire" if wanted else "fired too"
                    told = f"fired {', '.join(fired) or 'nothing'}; {what}: {data['id']}"
                    failures.append(Problem(file, f"{kind}[{number}] {data[kind][number]!r}", told))
    return ExampleReport(total, failures)
