"""Make the virtual environment `.venv`, or keep it when it works. Standard library only.

Usage: python3.11 tools/make_venv.py .venv
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import venv
from pathlib import Path


def works(folder: Path) -> bool:
    """Whether the environment can run pip. One that was moved, or made by a Python now gone, can't."""
    python = folder / "bin" / "python"
    return (
        python.exists()
        and subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    )


def main(folder: Path) -> int:
    """Create the environment unless it works; 1 with instructions when this Python can't."""
    if works(folder):
        return 0
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        print(
            f"error: {sys.executable} can't make virtual environments, because its system ships that part apart.\n"
            f"  Debian, Ubuntu   sudo apt-get install python{version}-venv\n"
            f"then run make again.",
            file=sys.stderr,
        )
        return 1
    print(f"Making {folder} with {sys.executable}", flush=True)
    venv.create(folder, clear=True, with_pip=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
