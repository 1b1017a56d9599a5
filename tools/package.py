"""Pack `extension/` into a zip that is the same, byte for byte, on every machine. Standard library only.

Usage: python tools/package.py [target folder, default dist/]
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
# The earliest time a zip can hold: a build must not depend on when it was made.
EPOCH = (1980, 1, 1, 0, 0, 0)
FILE_MODE = 0o100644 << 16


def package(extension: Path, target: Path) -> Path:
    """Write `target`/jaga-jempol-<version>.zip from the folder `extension`; returns its path."""
    version = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))["version"]
    target.mkdir(parents=True, exist_ok=True)
    archive = target / f"jaga-jempol-{version}.zip"
    names = sorted(path.relative_to(extension).as_posix() for path in extension.rglob("*") if path.is_file())
    with zipfile.ZipFile(archive, "w") as packed:
        for name in names:
            if any(part.startswith(".") for part in name.split("/")):
                continue
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = FILE_MODE
            entry.create_system = 3
            # Stored, not deflated: zlib's output differs between versions.
            packed.writestr(entry, (extension / name).read_bytes(), zipfile.ZIP_STORED)
    return archive


def main() -> int:
    """Pack, and print what to compare."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    archive = package(ROOT / "extension", target)
    print(f"{archive}  {archive.stat().st_size} bytes  sha256:{hashlib.sha256(archive.read_bytes()).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
