"""Fuzz what reads other people's bytes, guided by coverage: `python -m tests.fuzz TARGET [SECONDS]`.

Needs requirements-fuzz.txt. What breaks a target is written to the folder named at the end and repeats with
`python -m tests.fuzz TARGET FILE`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["server"], enable_loader_override=False):
    from tests.fuzz.targets import SEEDS, TARGETS


def main() -> None:
    """Fuzz one target for so many seconds, 60 unless told, or run it on one file."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: python -m tests.fuzz {{{','.join(TARGETS)}}} [SECONDS | FILE]")
    target, how = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60"
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{target}-"))
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS[target]()):
        (corpus / f"seed-{number}").write_bytes(seed)
    ways = [
        f"-max_total_time={how}",
        "-max_len=4096",
        "-timeout=10",
        "-print_final_stats=1",
        f"-artifact_prefix={folder}/",
    ]
    arguments = [*ways, str(corpus)] if how.isdigit() else [how]
    print(f"{target}: {folder}", flush=True)
    atheris.Setup([sys.argv[0], *arguments], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
