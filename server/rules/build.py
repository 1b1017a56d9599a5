"""Write the bundle: the same canonical bytes for the server and for the extension."""

from __future__ import annotations

from pathlib import Path

from server.engine import build_engine, canonical_json, load_bundle

from .compile import compile_sources
from .examples import run_examples
from .lint import lint_sources
from .load import RULES, load_sources
from .problems import RuleErrors

BUNDLE = RULES / "bundle.json"
COPIES = (BUNDLE, RULES.parent / "extension" / "rules" / "bundle.json")


def bundle_bytes(root: Path = RULES, overlays: tuple[Path, ...] = ()) -> bytes:
    """Return the canonical bundle of a rules folder; raise RuleErrors where a check or an example fails."""
    return build_checked(root, overlays)[0]


def build_checked(root: Path = RULES, overlays: tuple[Path, ...] = ()) -> tuple[bytes, int]:
    """Return the bundle as ``bundle_bytes`` does, and how many examples ran."""
    sources = load_sources(root, overlays)
    bundle = compile_sources(sources)
    problems = lint_sources(sources, bundle)
    if problems:
        raise RuleErrors(problems)
    raw = canonical_json(bundle) + b"\n"
    report = run_examples(sources, build_engine(load_bundle(raw)))
    if report.failures:
        raise RuleErrors(report.failures)
    return raw, report.total


def build(root: Path = RULES, targets: tuple[Path, ...] = COPIES) -> bytes:
    """Check the rules and write the bundle whole to every target; return its bytes."""
    raw = bundle_bytes(root)
    for target in targets:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(".new")
        fresh.write_bytes(raw)
        fresh.replace(target)
    return raw
