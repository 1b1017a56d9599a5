"""``flask --app server rules watch``: check, test and build the rules at every save."""

from __future__ import annotations

import datetime
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from ..engine import BundleError, load_bundle
from ..rules import Problem, RuleErrors, build_checked
from ..rules.load import right_name
from .options import json_option, overlay_option, root_option, root_or_default, targets_option, write_whole
from .reporting import print_json, problem_lines, told

_SUFFIXES = (".toml", ".csv")


@click.command("watch")
@root_option
@overlay_option
@targets_option
@click.option("--poll", is_flag=True, help="Lihat berkas setiap saat; untuk map jaringan. (For network shares.)")
@json_option
@with_appcontext
def command(
    root: Path | None, overlays: tuple[Path, ...], targets: tuple[Path, ...], poll: bool, as_json: bool
) -> None:
    """Periksa dan uji aturan setiap kali disimpan, sampai Ctrl+C. (Check and test the rules at every save.)"""
    folder = root_or_default(root)
    if not as_json:
        watched = ", ".join(map(str, (folder, *overlays)))
        click.echo(f"Mengamati (watching) {watched}. Ctrl+C mengakhiri (ends).")
    # A process manager's way to ask; Ctrl+C is Python's own.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        for changed in _saves((folder, *overlays), poll):
            _tell(_checked(folder, overlays, targets), changed, as_json, (folder, *overlays))
    except KeyboardInterrupt:
        return


def _saves(folders: tuple[Path, ...], poll: bool) -> Iterator[list[str]]:
    """Yield an empty list at once, then the names of the rule files of every save; end with Ctrl+C."""
    from watchfiles import watch  # noqa: PLC0415

    begun = False
    # It also yields without a change: the first such time says that it hears, so nothing saved from then on is missed.
    for changes in watch(
        *folders, watch_filter=_is_rule_file, rust_timeout=100, yield_on_timeout=True, force_polling=poll or None
    ):
        if changes or not begun:
            begun = True
            yield sorted({Path(path).name for _, path in changes})


def _is_rule_file(_change: object, path: str) -> bool:
    return right_name(Path(path)).endswith(_SUFFIXES) and not Path(path).name.startswith(".")


def _checked(root: Path, overlays: tuple[Path, ...], targets: tuple[Path, ...]) -> dict[str, Any]:
    """Return what a check found, and write the bundle where it is to go and nothing is wrong."""
    try:
        raw, total = build_checked(root, overlays)
        digest = load_bundle(raw).digest
    except RuleErrors as error:
        return {"ok": False, "problems": error.problems}
    except BundleError as error:
        return {"ok": False, "problems": [Problem("bundle", "", str(error))]}
    for target in targets:
        write_whole(target, raw)
    return {"ok": True, "problems": [], "total": total, "digest": digest, "targets": list(map(str, targets))}


def _tell(found: dict[str, Any], changed: list[str], as_json: bool, folders: tuple[Path, ...]) -> None:
    """Print one line of JSON for one save, or some lines for people."""
    if as_json:
        print_json(found | {"problems": told(found["problems"], folders), "changed": changed})
        return
    now = f"{datetime.datetime.now():%H:%M:%S}"
    after = f" {', '.join(changed)}:" if changed else ""
    if found["ok"]:
        wrote = f"; ditulis (wrote) {', '.join(found['targets'])}" if found["targets"] else ""
        click.echo(f"{now}{after} {found['total']} contoh sesuai (examples as their rules say){wrote}")
    else:
        click.echo(f"{now}{after} {len(found['problems'])} masalah (problems)")
        for problem in found["problems"]:
            click.echo("\n".join(f"  {line}" for line in problem_lines(problem, folders)))
