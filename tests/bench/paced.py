"""Load at a steady rate: each request has its moment, and a late answer counts from that moment, not from its sending.

Usage: python -m tests.bench.paced URL FILE SECONDS CONNECTIONS RATE; FILE holds a JSON list of bodies, a rate of 0 asks
as fast as answers come. It prints one line of JSON for every few seconds.
"""

from __future__ import annotations

import http.client
import itertools
import json
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

SLICE_SECONDS = 5.0


class Ledger:
    """What the connections saw since the last look: seconds of every answer, and every failure in words."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._took: list[float] = []
        self._failed: Counter[str] = Counter()

    def add(self, seconds: float, failure: str) -> None:
        """Write one request down."""
        with self._lock:
            if failure:
                self._failed[failure] += 1
            else:
                self._took.append(seconds)

    def close(self, seconds: float) -> dict[str, object]:
        """Return what there is, and begin anew."""
        with self._lock:
            took, self._took = sorted(self._took), []
            failed, self._failed = self._failed, Counter()
        p50, p99 = (took[int(len(took) * part)] * 1e3 if took else 0.0 for part in (0.5, 0.99))
        told = {"seconds": seconds, "requests": len(took), "failed": sum(failed.values())}
        return {**told, "failures": dict(failed), "p50_ms": p50, "p99_ms": p99}


def run(url: str, bodies: list[str], seconds: float, connections: int, rate: float) -> None:
    """Ask over so many kept-alive connections, and print a line for every slice of time."""
    ledger = Ledger()
    start = time.monotonic()
    arguments = (url, bodies, start, start + seconds, connections / rate if rate else 0.0, ledger)
    threads = [
        threading.Thread(target=_connection, args=(place / connections, place, *arguments))
        for place in range(connections)
    ]
    for thread in threads:
        thread.start()
    before = start
    while any(thread.is_alive() for thread in threads):
        end = before + min(SLICE_SECONDS, max(0.1, start + seconds - before))
        while time.monotonic() < end and any(thread.is_alive() for thread in threads):
            time.sleep(0.05)
        now = time.monotonic()
        print("SLICE", json.dumps(ledger.close(now - before)), flush=True)
        before = now


def _connection(
    share: float, place: int, url: str, bodies: list[str], start: float, end: float, period: float, ledger: Ledger
) -> None:
    """Ask in turn until the end; `share` of a period apart from the other connections."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    chosen = itertools.islice(itertools.cycle(bodies), place, None)
    for number, body in enumerate(chosen):
        due = start + (number + share) * period if period else time.monotonic()
        if due >= end:
            return
        time.sleep(max(0.0, due - time.monotonic()))
        failure = ""
        try:
            connection.request("POST", parts.path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            failure = "" if answer.status == 200 else str(answer.status)
        except (OSError, http.client.HTTPException) as error:
            failure = type(error).__name__
            connection.close()
        ledger.add(time.monotonic() - due, failure)


if __name__ == "__main__":
    _url, _file, _seconds, _connections, _rate = sys.argv[1:]
    run(_url, json.loads(Path(_file).read_text("ascii")), float(_seconds), int(_connections), float(_rate))
