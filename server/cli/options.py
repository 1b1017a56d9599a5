"""What the commands of ``rules`` share: options, the folder of the rules, and writing a file whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

import click
from flask import current_app

from ..rules.signing import PEM

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


def keep_inputs(target: Path, inputs: Iterable[Path]) -> None:
    """Raise UsageError where a command would write over a file that it reads."""
    if os.path.isfile(target) and any(target.samefile(path) for path in inputs if path.exists()):  # noqa: PTH113
        raise click.UsageError(
            f"{target}: dibaca oleh perintah ini dan tidak ditimpa; beri --out nama lain (is an input, and stays)"
        )


def write_whole(target: Path, raw: bytes) -> None:
    """Write beside the target and rename, so that no reader ever sees half a file; never over a secret key."""
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        if target.is_file() and _begins(target, PEM.encode()):
            raise click.UsageError(
                f"{target}: berisi kunci rahasia dan tidak ditimpa; beri --out nama lain (is a secret key, and stays)"
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            # Made anew, so that in a folder of several people it is nobody else's file or link.
            with fresh.open("xb") as file:
                file.write(raw)
            fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise click.UsageError(f"{target}: tidak dapat ditulis ({error.strerror}) (cannot be written)") from error


def _begins(path: Path, head: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(head)) == head
