"""One engine in a process of its own, told over standard input what to do.

Usage: python -m tests.bench.peer ENGINE FOLDER DATE. It answers in lines of JSON: first what it cost until the first
verdict, then for every `{"seconds": ...}` the CPU seconds a post, for `{"named": ...}` in which posts it finds names.
"""

from __future__ import annotations

import itertools
import json
import sys
import time
import warnings
from pathlib import Path

from .peer_engines import ENGINES

# Of a round however short: enough for posts with and without names.
_FEWEST = 10
_MEGABYTE = 1024 * 1024
_SETTLED = 50


def main() -> None:
    """Build the engine, say so, and do as told until standard input ends."""
    warnings.simplefilter("ignore")
    name, folder, date = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    engine = ENGINES[name](folder, date)
    contexts = json.loads((folder / "contexts.json").read_text(encoding="utf-8"))
    engine(contexts[0])
    started = time.process_time()
    for context in contexts[1:_SETTLED]:
        engine(context)
    _say({"start": started, "megabytes": _resident() / _MEGABYTE})
    turn = itertools.cycle(contexts)
    for line in sys.stdin:
        told = json.loads(line)
        if "named" in told:
            _say([engine(context) for context in contexts[: told["named"]]])
            continue
        done, began = 0, time.process_time()
        while done < _FEWEST or time.process_time() - began < told["seconds"]:
            engine(next(turn))
            done += 1
        _say((time.process_time() - began) / done)


def _say(what: object) -> None:
    print(f"TOLD {json.dumps(what)}", flush=True)


def _resident() -> int:
    """The bytes of memory that the process holds now; 0 where the system has no /proc."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:")), 0)


if __name__ == "__main__":
    main()
