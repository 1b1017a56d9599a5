"""Use the engine compiled to machine code, where `make compile` made it of the very sources that are here.

Compiled or not, it is the same code and gives the same answers; compiled it takes little more than half the time. What
was made of other sources, or for another Python, is left alone, so that a change of the code is never without effect.
"""

from __future__ import annotations

import hashlib
import os
import sys
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

ENGINE = Path(__file__).resolve().parent / "engine"
VARIABLE = "JAGA_COMPILED"
DEFAULT = str(ENGINE.parents[1] / ".compiled")


def fingerprint(engine: Path = ENGINE) -> str:
    """Return what a compiled engine must fit: a digest of the sources, the kind of Python and of machine."""
    digest = hashlib.sha256()
    for path in sorted(engine.glob("*.py")):
        source = path.read_bytes()
        digest.update(f"{path.name} {len(source)}\n".encode() + source)
    return f"{digest.hexdigest()[:16]}{EXTENSION_SUFFIXES[0].rpartition('.')[0]}"


def compiled_folders() -> list[str]:
    """Return where ``import server.engine`` finds the compiled engine: one folder, or none. Loads its library.

    A library that this machine can't load is told of on standard error, and the plain engine is used.
    """
    chosen = os.environ.get(VARIABLE, DEFAULT)
    home = Path(chosen).expanduser()
    if chosen == "off" or not home.is_dir():
        return []
    folder = home / fingerprint()
    library = next(folder.glob("*__mypyc.*"), None)
    if library is None:
        return []
    # The library stands outside of every package. Once it is loaded, nobody looks for it again.
    sys.path.append(str(folder))
    try:
        import_module(library.name.partition(".")[0])
    except ImportError as error:
        print(f"{library}: {error}; the engine runs uncompiled (make compile makes it anew)", file=sys.stderr)
        return []
    finally:
        sys.path.remove(str(folder))
    return [str(folder / "server")]


def compiled_in_use() -> bool:
    """Say whether ``server.engine`` is the compiled one."""
    return not str(import_module("server.engine").__file__).endswith(".py")
