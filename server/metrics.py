"""Numbers for the people who keep a server running: requests by route and status, time taken, contexts judged.

No label says what was judged, what came out, or who asked: counts by level would tell an office what its people read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from .rulebook import Rulebook, current_rulebook

# gunicorn.conf.py sets it before this module is imported: the workers then share their numbers by files in that folder.
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)


class _RulesInForce(Collector):
    """Which rules this copy judges with, and whether it refused newer ones."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def collect(self) -> Iterator[Metric]:
        rules = self._rulebook.rules
        version = rules.engine.version if rules else 0
        yield GaugeMetricFamily("jaga_rules_version", "Version of the rules in force; 0 where there are none", version)
        refused = float(bool(self._rulebook.problem))
        yield GaugeMetricFamily("jaga_rules_refused", "1 while a newer file of rules is refused; see /readyz", refused)


def init_metrics(app: Flask) -> None:
    """Count every request of an app, unless JAGA_METRICS is off."""
    if app.config["JAGA_METRICS"] == "off":
        return
    disable_created_metrics()  # type: ignore[no-untyped-call]
    registry = CollectorRegistry()
    requests = Counter("jaga_requests", "Requests answered", ("route", "status"), registry=registry)
    seconds = Histogram("jaga_request_seconds", "Time to answer", ("route",), registry=registry, buckets=_SECONDS)
    contexts = Counter("jaga_contexts", "Contexts sent to be judged", registry=registry)
    app.extensions["metrics"] = registry

    def start() -> None:
        g.started = time.perf_counter()

    def count(response: Response) -> Response:
        # The route's own pattern: an address that a client made up must never become a label.
        route = request.url_rule.rule if request.url_rule else "other"
        requests.labels(route, str(response.status_code)).inc()
        seconds.labels(route).observe(time.perf_counter() - g.started)
        contexts.inc(g.get("contexts", 0) if response.status_code == 200 else 0)
        return response

    app.before_request(start)
    app.after_request(count)


def count_contexts(contexts: int) -> None:
    """Remember how many contexts a request sent; they count where it is answered with 200."""
    g.contexts = contexts


def exposition(app: Flask) -> bytes:
    """Return the numbers in Prometheus' text format: under gunicorn those of all workers of this copy together."""
    registry = CollectorRegistry()
    if SHARED_FOLDER in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(app.extensions["metrics"])
    registry.register(_RulesInForce(current_rulebook()))
    return generate_latest(registry)
