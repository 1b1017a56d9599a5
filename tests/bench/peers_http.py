"""Batches of 20 under load: our server, and the same stack over the engines that an office would otherwise put up."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from .client import load, tool
from .handout import hand_out, shipped
from .http import BEHIND_NGINX, CONNECTIONS, Round, make_bodies, one_round, serve
from .peers import OURS, TITLES, find_python, missing, pythons
from .posts import WITH_NAMES, as_contexts, make_posts
from .report import Section, number
from .timing import Spread

BATCH = 20
# How many times Presidio's posts a second we want to serve.
BAR = 40


def measure(quick: bool) -> Section:
    """Load each server in turn, one gunicorn worker each."""
    rounds, seconds = (1, 6) if quick else (3, 8)
    python = find_python()
    section = Section(
        "Peers over HTTP: one gunicorn worker, batches of 20",
        f"{tool()}, {CONNECTIONS} kept-alive connections over loopback, median of {rounds} interleaved rounds of "
        f"{seconds} s; the product's names and phrases. The same stack, one thread, under each engine; the peers send "
        f"a level instead of a verdict with reasons. The ratio is that of posts a second.{missing(python)}",
        ["engine", "requests/s", "posts/s", "p50 ms", "p99 ms", "CPU us a post", "ratio"],
    )
    handout, bodies = shipped(), make_bodies(BATCH, WITH_NAMES)
    with tempfile.TemporaryDirectory(prefix="jaga-bench-") as name, contextlib.ExitStack() as servers:
        folder = Path(name)
        hand_out(handout, as_contexts(make_posts(1, handout.names)), folder / "handout")
        bundle = folder / "handout" / "bundle.json"
        app = "tests.bench.peer_app:create_peer_app()"
        apps = {
            engine: servers.enter_context(serve("server:create_app()", bundle, **BEHIND_NGINX, **setting))
            for engine, setting in OURS.items()
        }
        for engine, interpreter in pythons(python).items():
            if engine not in OURS:
                settings = {"BENCH_PEER": engine, "BENCH_FOLDER": str(folder / "handout"), **BEHIND_NGINX}
                apps[engine] = servers.enter_context(serve(app, bundle, python=interpreter, **settings))
        found: dict[str, list[Round]] = {engine: [] for engine in apps}
        for url, _ in apps.values():
            load(url, bodies, 2, CONNECTIONS, folder)
        for _ in range(rounds):
            for engine, (url, process) in apps.items():
                found[engine].append(one_round(url, process, bodies, seconds, folder))
    _add(section, found)
    return section


def _add(section: Section, found: dict[str, list[Round]]) -> None:
    rates = {
        engine: Spread.of([one.load.requests / one.load.seconds for one in rounds]).median
        for engine, rounds in found.items()
    }
    for engine, rounds in found.items():
        p50, p99 = (Spread.of([getattr(one.load, key) for one in rounds]).median for key in ("p50_ms", "p99_ms"))
        cpu = Spread.of([one.cpu / one.load.requests / BATCH for one in rounds]).median * 1e6
        ratio = rates["ours"] / rates[engine]
        section.rows.append(
            [
                TITLES[engine], number(rates[engine]), number(rates[engine] * BATCH), number(p50), number(p99),
                number(cpu), f"{ratio:.0f}x",
            ]
        )  # fmt: skip
        section.figures[engine] = {
            "requests_a_second": rates[engine], "posts_a_second": rates[engine] * BATCH, "p50_ms": p50, "p99_ms": p99,
            "cpu_us_a_post": cpu, "ratio": ratio,
        }  # fmt: skip
    if "presidio" in found:
        ratio = section.figures["presidio"]["ratio"]
        section.at_least(f"http: times the posts/s of {TITLES['presidio']} in batches of {BATCH}", BAR, ratio)
