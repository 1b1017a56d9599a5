"""``flask --app server rules``: check, test and build the rules; for people and, with --json, for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from ..engine import BundleError, build_engine, canonical_json, load_bundle
from ..rules import COPIES, Problem, RuleErrors, bundle_bytes, compile_sources, lint, load_sources, run_examples
from .options import OUTPUT, json_option, overlay_option, root_option, root_or_default, write_whole

group = AppGroup("rules", help="Check, test, build and measure the rules.")


@group.command("lint")
@root_option
@overlay_option
@json_option
def lint_command(root: Path | None, overlays: tuple[Path, ...], as_json: bool) -> None:
    """List what is wrong in the rule files, by file and place."""
    problems = lint(root_or_default(root), overlays)
    _report(problems, {}, "No problems.", as_json)


@group.command("test")
@root_option
@overlay_option
@json_option
def test_command(root: Path | None, overlays: tuple[Path, ...], as_json: bool) -> None:
    """Run every hit and miss that stands inside the rules."""
    try:
        sources = load_sources(root_or_default(root), overlays)
        engine = build_engine(load_bundle(canonical_json(compile_sources(sources))))
    except RuleErrors as error:
        _report(error.problems, {"total": 0}, "", as_json)
        return
    except BundleError as error:
        _report([Problem("bundle", "", str(error))], {"total": 0}, "", as_json)
        return
    report = run_examples(sources, engine)
    _report(report.failures, {"total": report.total}, f"{report.total} examples, all as their rules say.", as_json)


@group.command("build")
@root_option
@overlay_option
@click.option(
    "--out",
    "targets",
    multiple=True,
    type=OUTPUT,
    help="Where to write; repeatable.",
)
@click.option("--check", is_flag=True, help="Write nothing; fail where a target is not what would be written.")
@json_option
def build_command(
    root: Path | None, overlays: tuple[Path, ...], targets: tuple[Path, ...], check: bool, as_json: bool
) -> None:
    """Check and test the rules, then write the bundle whole; by default to the server's and the extension's place."""
    if overlays and not targets:
        raise click.UsageError("an overlay makes another bundle; say with --out where to write it")
    targets = targets or COPIES
    try:
        raw = bundle_bytes(root_or_default(root), overlays)
        bundle = load_bundle(raw)
    except RuleErrors as error:
        _report(error.problems, {}, "", as_json)
        return
    except BundleError as error:
        _report([Problem("bundle", "", str(error))], {}, "", as_json)
        return
    stale = [target for target in targets if not target.is_file() or target.read_bytes() != raw] if check else []
    if not check:
        for target in targets:
            write_whole(target, raw)
    problems = [Problem(str(target), "", "is not what the rules build; run 'rules build'") for target in stale]
    said = f"version {bundle.version}, {bundle.digest}, {len(raw)} bytes: {', '.join(map(str, targets))}"
    facts = {
        "version": bundle.version,
        "digest": bundle.digest,
        "bytes": len(raw),
        "targets": [str(target) for target in targets],
    }
    _report(problems, facts, f"Checked {said}" if check else f"Wrote {said}", as_json)


def _report(problems: Sequence[Problem], facts: dict[str, Any], well: str, as_json: bool) -> None:
    """Print the problems or that all is well, and end with 1 where there are problems."""
    if as_json:
        told = [{"file": problem.file, "where": problem.where, "message": problem.message} for problem in problems]
        click.echo(json.dumps({"ok": not problems, "problems": told, **facts}, ensure_ascii=False))
    else:
        for problem in problems:
            click.echo(str(problem))
        if problems:
            click.echo(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}.", err=True)
        else:
            click.echo(well)
    if problems:
        raise click.exceptions.Exit(1)
