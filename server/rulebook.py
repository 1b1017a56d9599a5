"""The bundle in force: read, check, self-test, swap whole when its file changes, keep the last good one."""

from __future__ import annotations

import datetime
import logging
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, current_app

from .engine import BundleError, Engine, build_engine, load_bundle, score
from .errors import ApiError
from .rules import guidance

logger = logging.getLogger(__name__)

# KPU counts days in Western Indonesian Time; Indonesia has no summer time.
WIB = datetime.timezone(datetime.timedelta(hours=7))
_SELF_TEST_SILENT = "Selamat pagi, jangan lupa sarapan."


@dataclass(frozen=True, slots=True)
class Rules:
    """A usable bundle: its exact bytes, the engine built of it, its sizes by section, and its law where it has one."""

    raw: bytes
    engine: Engine
    contract: int
    counts: dict[str, int]
    law: dict[str, Any] | None

    @property
    def identity(self) -> dict[str, Any]:
        """Return what every answer carries to say which rules judged."""
        return {"version": self.engine.version, "digest": self.engine.digest}


class Rulebook:
    """Holds the rules in force and the reason why newer ones were refused; never a half of either."""

    def __init__(self, path: Path, reload_seconds: int = 0) -> None:
        self.path = path
        self.reload_seconds = reload_seconds
        self.rules: Rules | None = None
        self.problem = ""
        self._seen: tuple[int, ...] = ()
        self._next_look = 0.0
        self._loading = threading.Lock()
        self.load()

    def load(self) -> None:
        """Read the file; on success swap whole, on failure keep what is in force and remember why."""
        self._seen = _fingerprint(self.path)
        self._next_look = time.monotonic() + self.reload_seconds
        try:
            self.rules, self.problem = read_rules(self.path), ""
            logger.info("rules in force: version %d, %s", self.rules.engine.version, self.rules.engine.digest)
        except BundleError as error:
            self.problem = str(error)
            logger.error("rules refused: %s", error)

    def look(self) -> None:
        """Load a changed file in a thread of its own, so that no request waits for it."""
        if not self.reload_seconds or time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + self.reload_seconds
        if _fingerprint(self.path) != self._seen and self._loading.acquire(blocking=False):
            threading.Thread(target=self._reload, name="rules-reload", daemon=True).start()

    def _reload(self) -> None:
        try:
            self.load()
        finally:
            self._loading.release()


def read_rules(path: Path) -> Rules:
    """Return the rules of a bundle file; raise BundleError where it cannot be read, checked, built or self-tested."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BundleError(
            f"bundle: {path} cannot be read ({error.strerror}); build it with 'flask --app server rules build'"
        ) from error
    bundle = load_bundle(raw)
    try:
        engine = build_engine(bundle)
        _self_test(engine, bundle.data)
        if "law" in bundle.data:
            _self_test_law(bundle.data["law"])
    except BundleError:
        raise
    except Exception as error:
        raise BundleError(
            f"bundle: the engine cannot use it ({type(error).__name__}); build it again with 'rules build'"
        ) from error
    return Rules(raw, engine, bundle.data["contract"], bundle.data["counts"], bundle.data.get("law"))


def today() -> str:
    """Return today's date in Western Indonesian Time."""
    return datetime.datetime.now(WIB).date().isoformat()


def init_rulebook(app: Flask) -> None:
    """Load the rules of an app; a broken bundle lets it start, say why at /readyz, and refuse to score."""
    rulebook = Rulebook(app.config["JAGA_BUNDLE"], app.config["JAGA_RELOAD_SECONDS"])
    app.extensions["rulebook"] = rulebook
    app.before_request(rulebook.look)


def current_rulebook() -> Rulebook:
    """Return the rulebook of the current app."""
    rulebook: Rulebook = current_app.extensions["rulebook"]
    return rulebook


def current_rules() -> Rules:
    """Return the rules in force; raise ApiError (503) with the reason where there are none."""
    rulebook = current_rulebook()
    if rulebook.rules is None:
        raise ApiError("no-bundle", f"The rule bundle cannot be used: {rulebook.problem}.")
    return rulebook.rules


def _fingerprint(path: Path) -> tuple[int, ...]:
    try:
        stat = path.stat()
    except OSError:
        return ()
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def _self_test(engine: Engine, data: dict[str, Any]) -> None:
    """Score one everyday sentence and one party's own name: the first must be silent, the second must not."""
    if score(engine, {"text": _SELF_TEST_SILENT}, "2024-10-20")["points"] != 0:
        raise BundleError("bundle: self-test failed: an everyday sentence gets points")
    parties = [name for _, kind, name, *_ in data["entities"] if kind == "party"]
    if parties and not any(score(engine, {"text": name}, "2024-10-20")["affiliations"] for name in parties):
        raise BundleError("bundle: self-test failed: no party is found by its own name")


def _self_test_law(law: dict[str, Any]) -> None:
    """Ask for all that is told in every stage, so that a broken section fails here and not at a request."""
    days = sorted({stage[1] for part in law["calendar"] for stage in part["stages"]} | {law["from"]})
    for employment, _ in law["employments"]:
        for language in ("id", "en"):
            told = [guidance(law, max(day, law["from"]), employment, language=language) for day in days]
            if not all(each and each["ask"] for each in told):
                raise BundleError("bundle.law: self-test failed: nobody is named who can be asked")
