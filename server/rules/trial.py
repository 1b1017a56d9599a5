"""Try draft rules on texts as an office's folder would take them: verdicts before and after, and what is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from server.engine import BundleError, Engine, build_engine, canonical_json, load_bundle, score

from .compile import compile_sources
from .examples import ExampleReport, run_examples
from .indonesian import sentence_of
from .lint import lint_sources
from .load import RULES, Sources, load_sources, parse_sources, rule_files
from .places import lines_of
from .problems import Problem, RuleErrors
from .self_test import self_test

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Trial:
    """The rules with the drafts, the examples that ran, and the drafts that stand in place of shared files."""

    engine: Engine
    report: ExampleReport
    replaces: list[str]


def try_rules(
    engine: Engine,
    drafts: dict[str, str],
    contexts: list[dict[str, Any]],
    date: str,
    root: Path = RULES,
    office: Mapping[str, str] = _NOTHING,
) -> dict[str, Any]:
    """Return ``{"problems", "replaces", "examples", "verdicts": [{"before", "after"}]}`` for drafts ``{path: text}``.

    The drafts are judged as files of an office's folder beside ``office``, the good files that lie there. ``problems``
    is whatever would make the folder be refused, in any file, each with its line where it is about one; where
    something does not compile or fails a check, every ``after`` is None. ``replaces`` are the drafts that bear the
    name of a shared file: they are tried in its place, but no folder may hold them.
    """
    before = [score(engine, context, date) for context in contexts]
    try:
        trial = compile_drafts(drafts, root, office)
    except RuleErrors as error:
        told = told_problems(error.problems, {**office, **drafts})
        verdicts = [{"before": old, "after": None} for old in before]
        replaces = replaced_files(drafts, root)
        return {"problems": told, "replaces": replaces, "examples": None, "verdicts": verdicts}
    ran = [each for each in trial.report.ran if each.file in drafts]
    return {
        "problems": told_problems(trial.report.failures, {**office, **drafts}),
        "replaces": trial.replaces,
        "examples": {
            "total": len(ran),
            "failed": sum(not each.well for each in ran),
            "ran": [asdict(each) for each in ran],
        },
        "verdicts": [
            {"before": old, "after": score(trial.engine, context, date)}
            for old, context in zip(before, contexts, strict=True)
        ],
    }


def compile_drafts(drafts: Mapping[str, str], root: Path = RULES, office: Mapping[str, str] = _NOTHING) -> Trial:
    """Return the shared rules, an office's good files and the drafts as one; raise RuleErrors where a check fails."""
    sources = sources_with(root, {**office, **drafts})
    bundle = compile_sources(sources)
    if problems := lint_sources(sources, bundle):
        raise RuleErrors(problems)
    try:
        loaded = load_bundle(canonical_json(bundle))
        engine = build_engine(loaded)
        self_test(engine, loaded.data)
    except BundleError as error:
        raise RuleErrors([Problem("bundle", "", str(error))]) from error
    return Trial(engine, run_examples(sources, engine), replaced_files(drafts, root))


def sources_with(root: Path, texts: dict[str, str]) -> Sources:
    """Return the shared sources with an office's files laid over; raise RuleErrors where one is broken."""
    shared, beside = load_sources(root), parse_sources(texts)
    return Sources(
        shared.files | beside.files,
        shared.rows | beside.rows,
        frozenset([*beside.files, *beside.rows]) - shared.files.keys() - shared.rows.keys(),
        {name: shared.files[name] for name in beside.files if name in shared.files},
    )


def replaced_files(drafts: Iterable[str], root: Path) -> list[str]:
    """Return the drafts that bear the name of a shared file."""
    shared = {path.relative_to(root).as_posix() for path in rule_files(root)}
    return sorted(shared.intersection(drafts))


def told_problems(problems: Sequence[Problem], texts: dict[str, str]) -> list[dict[str, str | int]]:
    """Return problems as JSON has them, each with its line in the text of its file, 0 for none."""
    return [
        {
            "file": problem.file,
            "where": problem.where,
            "message": problem.message,
            "message_id": sentence_of(problem.message),
            "line": line,
        }
        for problem, line in zip(problems, lines_of(texts, problems), strict=True)
    ]
