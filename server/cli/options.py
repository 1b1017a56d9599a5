"""What the commands of ``rules`` share: options, the folder of the rules, and writing a file whole."""

from __future__ import annotations

from pathlib import Path

import click
from flask import current_app

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)

root_option = click.option("--root", type=FOLDER, help="Map aturan bersama; bawaan JAGA_RULES_DIR. (The rules folder.)")
overlay_option = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=FOLDER,
    help="Map aturan kantor di atasnya; boleh diulang. (Local rules laid over.)",
)
office_option = click.option(
    "--overlay",
    "office",
    type=click.Path(file_okay=False, path_type=Path),
    help="Map aturan kantor Anda; bawaan JAGA_OVERLAY. (The office's folder of local rules.)",
)
targets_option = click.option(
    "--out",
    "targets",
    multiple=True,
    type=OUTPUT,
    help="Tulis bundle ke sini; boleh diulang. (Where to write the bundle; repeatable.)",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Cetak JSON. (Print JSON.)")


def root_or_default(root: Path | None) -> Path:
    """Return the folder that was given, or the app's own."""
    folder: Path = root or current_app.config["JAGA_RULES_DIR"]
    return folder


def office_or_default(office: Path | None) -> Path:
    """Return the office's folder that was given, or the app's own; raise UsageError where there is neither."""
    folder: Path | None = office or current_app.config["JAGA_OVERLAY"]
    if folder is None:
        raise click.UsageError("sebutkan map kantor dengan --overlay, misalnya --overlay kantor (name your folder)")
    return folder


def write_whole(target: Path, raw: bytes) -> None:
    """Write beside the target and rename, so that no reader ever sees half a file."""
    fresh = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(raw)
        fresh.replace(target)
    except OSError as error:
        raise click.UsageError(f"{target}: cannot be written ({error.strerror})") from error
