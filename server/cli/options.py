"""What the commands of ``rules`` share: options, the folder of the rules, and writing a file whole."""

from __future__ import annotations

from pathlib import Path

import click
from flask import current_app

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)

root_option = click.option("--root", type=FOLDER, help="The rules folder; default JAGA_RULES_DIR.")
overlay_option = click.option(
    "--overlay", "overlays", multiple=True, type=FOLDER, help="A folder of local rules laid over; repeatable."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def root_or_default(root: Path | None) -> Path:
    """Return the folder that was given, or the app's own."""
    folder: Path = root or current_app.config["JAGA_RULES_DIR"]
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
