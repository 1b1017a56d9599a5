"""Run the hits and misses that stand inside every rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from server.engine import Engine, score
from server.engine.accounts import build_account_lists

from .accounts import account_filter
from .entries import ALWAYS
from .load import Sources
from .problems import Problem
from .quoting import fields_of

DEFAULT_DATE = "2024-10-20"


@dataclass(frozen=True, slots=True)
class Ran:
    """An example that ran: its file, whether it is of the ``hits`` or the ``misses``, its place there, what fired."""

    file: str
    kind: str
    number: int
    shown: str
    well: bool
    fired: list[str]


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """Every example that ran, and a problem for each that did not do what its rule says."""

    ran: list[Ran]
    failures: list[Problem]

    @property
    def total(self) -> int:
        """How many examples ran."""
        return len(self.ran)


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
    ran: list[Ran] = []
    for file, data in sources.matching("signals/"):
        if "macros" in data:
            continue
        judge = _with_accounts(engine, data["examples_accounts"]) if "examples_accounts" in data else engine
        for kind, wanted in (("hits", True), ("misses", False)):
            for number, (context, date) in enumerate(example_contexts(data, kind)):
                fired = [item["rule"] for item in score(judge, context, date)["evidence"]]
                well = (data["id"] in fired) == wanted
                shown = next(text for _, text in fields_of(context)) if context else ""
                ran.append(Ran(file, kind, number, shown, well, fired))
                if not well:
                    what = "did not fire" if wanted else "fired too"
                    told = f"fired {', '.join(fired) or 'nothing'}; {what}: {data['id']}{_cause(sources, file)}"
                    failures.append(Problem(file, f"{kind}[{number}] {data[kind][number]!r}", told))
    return ExampleReport(ran, failures)


def _cause(sources: Sources, file: str) -> str:
    """Return what made an example of a shared file fail: they pass without an overlay."""
    if sources.overlaid and file not in sources.own:
        return "; an alias or a phrase of the office's own files is too common, make it narrower"
    return ""


def _with_accounts(engine: Engine, keys: list[str]) -> Engine:
    """Return an engine for which these accounts, ``site:account``, are the listed ones."""
    listed = {"from": ALWAYS[0], "to": ALWAYS[1], **account_filter(keys)}
    return replace(engine, accounts=build_account_lists({"accounts": [listed]}))
