"""Try draft rules on texts: verdicts before and after, and what the draft's own examples do. Changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from server.engine import Engine, build_engine, canonical_json, load_bundle, score

from .compile import compile_sources
from .examples import run_examples
from .lint import lint_sources
from .load import RULES, Sources, load_sources, parse_sources
from .problems import Problem, RuleErrors


def try_rules(
    engine: Engine, drafts: dict[str, str], contexts: list[dict[str, Any]], date: str, root: Path = RULES
) -> dict[str, Any]:
    """Return ``{"problems", "examples", "verdicts": [{"before", "after"}]}`` for drafts given as ``{path: text}``.

    A draft replaces the shared file of the same path, or stands beside the others. Where the drafts do not compile,
    ``problems`` says why and every ``after`` is None.
    """
    before = [score(engine, context, date) for context in contexts]
    try:
        shared, draft = load_sources(root), parse_sources(drafts)
        sources = Sources(shared.files | draft.files, shared.rows | draft.rows)
        bundle = compile_sources(sources)
        problems = [problem for problem in lint_sources(sources, bundle) if problem.file in (*drafts, "entities/")]
        if any(problem.file in drafts for problem in problems):
            raise RuleErrors(problems)
        trial = build_engine(load_bundle(canonical_json(bundle)))
    except RuleErrors as error:
        return _answer(error.problems, None, [{"before": verdict, "after": None} for verdict in before])
    report = run_examples(draft, trial)
    verdicts = [
        {"before": old, "after": score(trial, context, date)} for old, context in zip(before, contexts, strict=True)
    ]
    return _answer([*problems, *report.failures], {"total": report.total, "failed": len(report.failures)}, verdicts)


def _answer(problems: list[Problem], examples: dict[str, int] | None, verdicts: list[dict[str, Any]]) -> dict[str, Any]:
    told = [{"file": problem.file, "where": problem.where, "message": problem.message} for problem in problems]
    return {"problems": told, "examples": examples, "verdicts": verdicts}
