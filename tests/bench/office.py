"""A whole hosting as an office has it, with TLS, nginx, two copies and their store: what a request costs each part."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.deploy.office import Office, open_office

from .http import BEHIND_NGINX, CONNECTIONS, cpu_seconds, make_bodies
from .posts import WITH_NAMES
from .report import Section, spread
from .timing import Spread

# Contexts in a request, and how many requests make a round: the system counts processor time in hundredths of a second.
LOADS = {1: 4_000, 10: 2_000, 50: 800}
GREETINGS = 600
CLIENT = "127.0.0.1"
# Nobody is refused, everybody is counted.
LIMITS = "100000000/minute"
_JSON = {"Content-Type": "application/json"}
_COPIES, _NGINX, _STORE, _GREETING = "copy", "nginx, on kept connections", "store", "nginx, a new TLS connection"


def measure(quick: bool) -> Section:
    """Send requests of each size through nginx, and charge each part's processes."""
    rounds, share = (1, 10) if quick else (5, 1)
    section = Section(
        "A whole hosting",
        f"CPU milliseconds a request of each part, median (range) of {rounds} rounds. TLS, nginx, two copies of one "
        "worker and one thread, limits counted through the store, metrics; shipped rules with explanations, "
        f"{CONNECTIONS} kept connections.",
        ["part", *(f"{size} context{'s' * (size > 1)}" for size in LOADS)],
    )
    with (
        tempfile.TemporaryDirectory(prefix="jaga-bench-") as name,
        open_office(Path(name), JAGA_LIMITS=LIMITS, **BEHIND_NGINX) as (office, _),
    ):
        found: dict[str, list[Spread]] = {_COPIES: [], _NGINX: [], _STORE: []}
        for size, requests in LOADS.items():
            bodies = make_bodies(size, WITH_NAMES)
            _ask(office, bodies, len(bodies))
            parts = [_charge(office, requests // share, partial(_ask, office, bodies)) for _ in range(rounds)]
            for part, told in found.items():
                told.append(Spread.of([spent[part] for spent in parts]))
        met = [_charge(office, GREETINGS // share, partial(_greet, office))[_NGINX] for _ in range(rounds)]
    found[_GREETING] = [Spread.of(met)]
    for part, told in found.items():
        cells = [spread(one, 1e3) for one in told]
        section.rows.append([part, *cells, *[""] * (len(LOADS) - len(cells))])
        section.figures[part] = {str(size): one.median * 1e3 for size, one in zip(LOADS, told, strict=False)}
    return section


def _charge(office: Office, count: int, work: Callable[[int], None]) -> dict[str, float]:
    """Return the CPU seconds that each part spends on one of so many requests."""
    pids = {
        _COPIES: [copy.process.pid for copy in office.copies],
        _NGINX: [int((office.folder / "nginx.pid").read_text())],
        _STORE: [int(office.store.info("server")["process_id"])],
    }
    before = {part: sum(map(cpu_seconds, told)) for part, told in pids.items()}
    work(count)
    return {part: (sum(map(cpu_seconds, told)) - before[part]) / count for part, told in pids.items()}


def _ask(office: Office, bodies: list[str], count: int) -> None:
    """Send so many requests over several connections at once; a server that waits between two wakes up dearly."""
    with ThreadPoolExecutor(CONNECTIONS) as callers:
        for asked in [callers.submit(_ask_alone, office, bodies, count // CONNECTIONS) for _ in range(CONNECTIONS)]:
            asked.result()


def _ask_alone(office: Office, bodies: list[str], count: int) -> None:
    """Send so many requests, over one connection until nginx ends it; one that fails fails the run."""
    sent = 0
    while sent < count:
        with closing(office.connect(CLIENT)) as connection:
            kept = True
            while kept and sent < count:
                connection.request("POST", "/v1/score", bodies[sent % len(bodies)], _JSON)
                answer = connection.getresponse()
                answer.read()
                sent += 1
                kept = not answer.will_close
                if answer.status != 200:
                    raise AssertionError(f"request {sent} of {count} was answered {answer.status}")


def _greet(office: Office, count: int) -> None:
    """Open so many connections, handshake and all, and send nothing."""
    for _ in range(count):
        office.connect(CLIENT).close()
