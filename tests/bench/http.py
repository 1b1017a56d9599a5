"""The server as it is run, one gunicorn worker, beside the same stack with a scorer that does nothing."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .bundles import shipped_bundle, shipped_names
from .client import Load, load, tool
from .gazetteer import DAY
from .posts import EVERYDAY, WITH_NAMES, as_contexts, make_posts
from .report import Section, number
from .timing import Spread

LARGE, CONNECTIONS = 50, 8
# Posts in a batch, and how many of them name somebody.
LOADS = ((1, WITH_NAMES), (20, WITH_NAMES), (LARGE, WITH_NAMES), (LARGE, EVERYDAY))
# As every deployment of deploy/ sets it: nginx in front holds slow clients, and threads only hand the lock around.
BEHIND_NGINX = {"JAGA_THREADS": "1"}
_BODIES = 40
_REPOSITORY = Path(__file__).parents[2]
_APPS = {"ours": "server:create_app()", "trivial": "tests.bench.trivial:create_trivial_app()"}


@dataclass(frozen=True)
class Round:
    """One round of load and the CPU seconds that the server's processes spent in it."""

    load: Load
    cpu: float


def measure(quick: bool) -> Section:
    """Measure each load on both applications in turn."""
    rounds, seconds = (1, 1) if quick else (3, 2)
    section = Section(
        "HTTP: one gunicorn worker of one thread",
        f"{tool()}, {CONNECTIONS} kept-alive connections over loopback, median of {rounds} interleaved rounds of "
        f"{seconds} s; shipped rules with explanations. CPU is the server's own; the rest is wall time and suffers "
        "from other work. Beside it the same stack with a scorer that does nothing.",
        [
            "batch", "requests/s", "posts/s", "p50 ms", "p99 ms", "CPU us a post", "posts a CPU s",
            "trivial requests/s", "trivial CPU us", "of trivial",
        ],
    )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="jaga-bench-") as name, contextlib.ExitStack() as servers:
        folder = Path(name)
        bundle = folder / "bundle.json"
        bundle.write_bytes(shipped_bundle())
        apps = {key: servers.enter_context(serve(app, bundle, **BEHIND_NGINX)) for key, app in _APPS.items()}
        for batch, named in LOADS:
            bodies = make_bodies(batch, named)
            found: dict[str, list[Round]] = {key: [] for key in apps}
            for url, _ in apps.values():
                load(url, bodies, 1, CONNECTIONS, folder)
            for _ in range(rounds):
                for key, (url, process) in apps.items():
                    found[key].append(one_round(url, process, bodies, seconds, folder))
            _add(section, batch, named, found)
    return section


def make_bodies(batch: int, named: float) -> list[str]:
    """Return requests of so many posts each."""
    contexts = as_contexts(make_posts(batch * _BODIES, shipped_names(), named=named))
    batches = (contexts[at : at + batch] for at in range(0, len(contexts), batch))
    return [json.dumps({"date": DAY, "contexts": chosen}) for chosen in batches]


@contextlib.contextmanager
def serve(
    app: str, bundle: Path, workers: int = 1, python: str = sys.executable, **settings: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Start gunicorn with the product's own configuration, and yield the address of the route."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [python, "-m", "gunicorn", "--config", "server/gunicorn.conf.py"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", str(workers), "--log-level", "warning", app]
    environment = os.environ | {"JAGA_BUNDLE": str(bundle)} | settings
    process = subprocess.Popen(command, cwd=_REPOSITORY, env=environment)
    try:
        _wait(f"http://127.0.0.1:{port}/readyz", process)
        yield f"http://127.0.0.1:{port}/v1/score", process
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own loopback address
                return
        except OSError:
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)


def one_round(url: str, process: subprocess.Popen[bytes], bodies: list[str], seconds: float, folder: Path) -> Round:
    """Load one server and charge it; one failed request fails the run."""
    before = cpu_seconds(process.pid)
    seen = load(url, bodies, seconds, CONNECTIONS, folder)
    if seen.errors or not seen.requests:
        raise AssertionError(f"{url}: {seen.errors} of {seen.requests} requests failed")
    return Round(seen, cpu_seconds(process.pid) - before)


def cpu_seconds(pid: int) -> float:
    """The CPU seconds of a process and its children until now; 0 where the system has no /proc."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    ticks = [int(word) for word in stat.read_text().rpartition(")")[2].split()[11:13]]
    return sum(ticks) / os.sysconf("SC_CLK_TCK") + sum(map(cpu_seconds, children(pid)))


def children(pid: int) -> list[int]:
    """The processes that a process has started; none where the system has no /proc."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in listed.read_text().split()] if listed.exists() else []


def _add(section: Section, batch: int, named: float, found: dict[str, list[Round]]) -> None:
    load = f"{batch}, everyday posts" if named == EVERYDAY else str(batch)
    rates = {key: Spread.of([one.load.requests / one.load.seconds for one in rounds]) for key, rounds in found.items()}
    p50, p99 = (Spread.of([getattr(one.load, key) for one in found["ours"]]) for key in ("p50_ms", "p99_ms"))
    cpu = {
        key: Spread.of([one.cpu / one.load.requests / batch for one in rounds]).median for key, rounds in found.items()
    }
    posts = rates["ours"].median * batch
    share = rates["ours"].median / rates["trivial"].median
    section.rows.append(
        [
            load, number(rates["ours"].median), number(posts), number(p50.median), number(p99.median),
            number(cpu["ours"] * 1e6), number(1 / cpu["ours"]) if cpu["ours"] else "",
            number(rates["trivial"].median), number(cpu["trivial"] * 1e6), f"{share:.0%}",
        ]
    )  # fmt: skip
    section.figures[f"batch {load}"] = {
        "requests_a_second": rates["ours"].median, "posts_a_second": posts, "p50_ms": p50.median, "p99_ms": p99.median,
        "cpu_us_a_post": cpu["ours"] * 1e6, "trivial_requests_a_second": rates["trivial"].median,
        "trivial_cpu_us_a_post": cpu["trivial"] * 1e6,
    }  # fmt: skip
    if batch == LARGE:
        section.at_least(f"http: posts/s in batches of {load}, one worker (wall time)", 25_000, posts)
        if cpu["ours"]:
            section.at_least(
                f"http: posts a CPU second in batches of {load} (worker's own time)", 25_000, 1 / cpu["ours"]
            )
