"""Compile the engine to machine code: `make compile`. The server then uses it, until its sources change.

Usage: python -m tools.compile_engine [FOLDER]
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from server.compiled import DEFAULT, ENGINE, fingerprint

INSTRUCTIONS = """\
{missing}, which compiling needs. The engine also runs uncompiled, at little more than half the speed.
  Debian, Ubuntu   sudo apt-get install gcc libc6-dev python{version}-dev
  Fedora           sudo dnf install gcc python{version}-devel
  macOS            xcode-select --install
then run make compile again."""


class CompileError(Exception):
    """The engine could not be compiled; the message says why and what to do."""


def main() -> int:
    """Compile into the folder named, and say where; 1 with instructions where that is not possible."""
    home = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(DEFAULT)
    try:
        made = compile_engine(home)
    except CompileError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"The engine is compiled: {made}")
    return 0


def compile_engine(home: Path) -> Path:
    """Return the folder in ``home`` with the compiled engine; what was made of other sources is removed.

    Nothing is compiled where it stands there already. It takes some forty seconds.
    """
    folder = home / fingerprint()
    if not folder.is_dir():
        _require_compiler()
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home) as made:
            _compile(Path(made))
            try:
                (Path(made) / "out").rename(folder)
            except OSError:
                # Unless somebody else was quicker.
                if not folder.is_dir():
                    raise
    for other in home.iterdir():
        if other != folder and not other.name.startswith("tmp"):
            shutil.rmtree(other)
    return folder


def _require_compiler() -> None:
    """Raise CompileError with what to install where a compiler or Python's headers are missing."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        missing = f"There is no C compiler ({compiler})"
    elif not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        missing = "There are no headers of this Python (Python.h)"
    else:
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    raise CompileError(INSTRUCTIONS.format(missing=missing, version=version))


def _compile(folder: Path) -> None:
    """Compile a copy of the sources, so that nothing lies among them, and gather what came of it in ``out``."""
    work, out = folder / "work", folder / "out"
    shutil.copytree(ENGINE, work / "server" / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    (work / "server" / "__init__.py").touch()
    sources = sorted(str(path.relative_to(work)) for path in (work / "server" / "engine").glob("*.py"))
    command = [sys.executable, "-m", "mypyc", "--ignore-missing-imports", *sources]
    run = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise CompileError(f"mypyc could not compile the engine:\n{(run.stdout + run.stderr)[-2000:]}")
    shutil.rmtree(work / "build")
    for library in work.rglob("*"):
        if library.suffix in (".so", ".pyd"):
            target = out / library.relative_to(work)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(library, target)


if __name__ == "__main__":
    sys.exit(main())
