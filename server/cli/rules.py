"""``flask --app server rules``: check, test and build the rules; for people and, with --json, for machines."""

from __future__ import annotations

from pathlib import Path

import click

from ..engine import BundleError, build_engine, canonical_json, load_bundle
from ..rules import COPIES, Problem, RuleErrors, bundle_bytes, compile_sources, lint, load_sources, run_examples
from .options import json_option, overlay_option, root_option, root_or_default, targets_option, write_whole
from .refusing import RefusingGroup
from .reporting import report

group = RefusingGroup("rules", help="Tulis, periksa, uji, dan ukur aturan. (Write, check, test and measure rules.)")


@group.command("lint")
@root_option
@overlay_option
@json_option
def lint_command(root: Path | None, overlays: tuple[Path, ...], as_json: bool) -> None:
    """Periksa berkas aturan. (List what is wrong in the rule files, by file and place.)"""
    folders = (root_or_default(root), *overlays)
    report(lint(folders[0], overlays), {}, "Tidak ada masalah. (No problems.)", as_json, folders)


@group.command("test")
@root_option
@overlay_option
@json_option
def test_command(root: Path | None, overlays: tuple[Path, ...], as_json: bool) -> None:
    """Uji setiap contoh di dalam aturan. (Run every hit and miss that stands inside the rules.)"""
    folders = (root_or_default(root), *overlays)
    try:
        sources = load_sources(folders[0], overlays)
        engine = build_engine(load_bundle(canonical_json(compile_sources(sources))))
    except RuleErrors as error:
        report(error.problems, {"total": 0}, "", as_json, folders)
        return
    except BundleError as error:
        report([Problem("bundle", "", str(error))], {"total": 0}, "", as_json)
        return
    ran = run_examples(sources, engine)
    well = f"{ran.total} contoh, semua sesuai aturannya. (Examples, all as their rules say.)"
    report(ran.failures, {"total": ran.total}, well, as_json, folders)


@group.command("build")
@root_option
@overlay_option
@targets_option
@click.option(
    "--check",
    is_flag=True,
    help="Periksa saja, tidak menulis. (Write nothing; fail where a target is not what would be written.)",
)
@json_option
def build_command(
    root: Path | None, overlays: tuple[Path, ...], targets: tuple[Path, ...], check: bool, as_json: bool
) -> None:
    """Periksa, uji, lalu tulis bundle. (Check and test the rules, then write the bundle whole.)

    Bawaan: ke tempat server dan ekstensi. (By default to the server's and the extension's place.)
    """
    if overlays and not targets:
        raise click.UsageError(
            "map kantor menjadikan bundle lain; sebutkan dengan --out ke mana ditulis (say where to write it)"
        )
    targets = targets or COPIES
    try:
        raw = bundle_bytes(root_or_default(root), overlays)
        bundle = load_bundle(raw)
    except RuleErrors as error:
        report(error.problems, {}, "", as_json, (root_or_default(root), *overlays))
        return
    except BundleError as error:
        report([Problem("bundle", "", str(error))], {}, "", as_json)
        return
    stale = [target for target in targets if not target.is_file() or target.read_bytes() != raw] if check else []
    if not check:
        for target in targets:
            write_whole(target, raw)
    problems = [Problem(str(target), "", "is not what the rules build; run 'rules build'") for target in stale]
    said = f"versi {bundle.version}, {bundle.digest}, {len(raw)} bytes: {', '.join(map(str, targets))}"
    facts = {
        "version": bundle.version,
        "digest": bundle.digest,
        "bytes": len(raw),
        "targets": [str(target) for target in targets],
    }
    report(problems, facts, f"{'Diperiksa (checked)' if check else 'Ditulis (wrote)'} {said}", as_json)
