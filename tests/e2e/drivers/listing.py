"""Copies of the extension with more sites in their manifest, for a browser whose question no test can answer."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

LOOPBACK = "http://127.0.0.1/*"


def listing(extension: Path, patterns: tuple[str, ...], folder: Path) -> Path:
    """A copy of the extension that lists these patterns, so that Chromium gives them when it is installed."""
    return _changed(extension, folder, lambda manifest: manifest["host_permissions"].extend(patterns))


def reaching(extension: Path, folder: Path) -> Path:
    """A copy of the extension that may reach this machine without asking."""

    def change(manifest: dict[str, Any]) -> None:
        manifest["host_permissions"].append(LOOPBACK)
        manifest["optional_host_permissions"].remove(LOOPBACK)

    return _changed(extension, folder, change)


def guarding(extension: Path, patterns: tuple[str, ...], folder: Path) -> Path:
    """A copy of the extension that guards these patterns like the sites it lists, as if a person had added them."""

    def change(manifest: dict[str, Any]) -> None:
        manifest["host_permissions"].extend(patterns)
        manifest["content_scripts"][0]["matches"].extend(patterns)

    return _changed(extension, folder, change)


def _changed(extension: Path, folder: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    copy = Path(shutil.copytree(extension, Path(tempfile.mkdtemp(dir=folder)) / extension.name))
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    change(manifest)
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return copy
