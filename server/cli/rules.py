"""``flask --app server rules``: check, test and build the rules; for people and, with --json, for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup

from ..engine import BundleError, build_engine, canonical_json, load_bundle
from ..rules import COPIES, Problem, RuleErrors, bundle_bytes, compile_sources, lint, load_sources, run_examples

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_root = click.option("--root", type=_FOLDER, help="The rules folder; default JAGA_RULES_DIR.")
_overlay = click.option(
    "--overlay", "overlays", multiple=True, type=_FOLDER, help="A folder of local rules laid over; repeatable."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


group = AppGroup("rules", help="Check, test and build the rules.")


@group.command("lint")
@_root
@_overlay
@_json
def lint_command(root: Path | None, overlays: tuple[Path, ...], as_json: bool) -> None:
    """List what is wrong in the rule files, by file and place."""
    problems = lint(_root_or_default(root), overlays)
    _report(problems, {}, "No problems.", as_json)


@group.command("test")
@_root
@_overlay
@_json
def test_command(root: Path | None, overlays: tuple[Path, ...], as_json: bool) -> None:
    """Run every hit and miss that stands inside the rules."""
    try:
        sources = load_sources(_root_or_default(root), overlays)
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
@_root
@_overlay
@click.option(
    "--out",
    "targets",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write; repeatable.",
)
@click.option("--check", is_flag=True, help="Write nothing; fail where a target is not what would be written.")
@_json
def build_command(
    root: Path | None, overlays: tuple[Path, ...], targets: tuple[Path, ...], check: bool, as_json: bool
) -> None:
    """Check and test the rules, then write the bundle whole; by default to the server's and the extension's place."""
    if overlays and not targets:
        raise click.UsageError("an overlay makes another bundle; say with --out where to write it")
    targets = targets or COPIES
    try:
        raw = bundle_bytes(_root_or_default(root), overlays)
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
            _write_whole(target, raw)
    problems = [Problem(str(target), "", "is not what the rules build; run 'rules build'") for target in stale]
    said = f"version {bundle.version}, {bundle.digest}, {len(raw)} bytes: {', '.join(map(str, targets))}"
    facts = {
        "version": bundle.version,
        "digest": bundle.digest,
        "bytes": len(raw),
        "targets": [str(target) for target in targets],
    }
    _report(problems, facts, f"Checked {said}" if check else f"Wrote {said}", as_json)


def _root_or_default(root: Path | None) -> Path:
    folder: Path = root or current_app.config["JAGA_RULES_DIR"]
    return folder


def _write_whole(target: Path, raw: bytes) -> None:
    """Write beside the target and rename, so that no reader ever sees half a bundle."""
    fresh = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(raw)
        fresh.replace(target)
    except OSError as error:
        raise click.UsageError(f"{target}: cannot be written ({error.strerror})") from error


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
