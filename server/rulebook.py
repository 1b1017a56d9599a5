"""The bundle in force: read, check, self-test, swap whole when its file changes, keep the last good one."""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, current_app

from .engine import Bundle, BundleError, Engine, build_engine, load_bundle
from .engine.bundle import SIZE_MAX
from .errors import ApiError
from .overlay import Overlay
from .rules import Problem, self_test
from .watched import Reloading, fingerprint, read_up_to

logger = logging.getLogger(__name__)

# KPU counts days in Western Indonesian Time; Indonesia has no summer time.
WIB = datetime.timezone(datetime.timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Rules:
    """A usable bundle: its exact bytes, the engine built of it, its sizes by section, its sites, and its law."""

    raw: bytes
    engine: Engine
    contract: int
    counts: dict[str, int]
    sites: tuple[str, ...]
    law: dict[str, Any] | None

    @property
    def identity(self) -> dict[str, Any]:
        """Return what every answer carries to say which rules judged."""
        return {"version": self.engine.version, "digest": self.engine.digest}


class Rulebook(Reloading):
    """Holds the rules in force and the reason why newer ones were refused; never a half of either.

    They are those of the bundle file, or with an overlay what the sources and the overlay compile to. Where that fails
    at the start, the bundle file serves in its place.
    """

    def __init__(
        self, path: Path, reload_seconds: float = 0, overlay: Overlay | None = None, later: bool = False
    ) -> None:
        self.path = path
        self.overlay = overlay
        self.rules: Rules | None = None
        super().__init__("rules", reload_seconds, later)

    @property
    def office(self) -> dict[str, str]:
        """Return the files of the office's folder as they last were in force, by their paths."""
        return self.overlay.good if self.overlay else {}

    @property
    def office_problems(self) -> list[Problem]:
        """Return why the office's folder as it lies there now is not in force."""
        return self.overlay.problems if self.overlay else []

    @property
    def problem_id(self) -> str:
        """Return ``problem`` in Indonesian where the office's folder is at fault; else the empty text."""
        return self.overlay.reason_id if self.overlay and self.problem else ""

    def _load(self) -> None:
        seen = self.overlay.settle() if self.overlay and self.rules else self._fingerprint()
        fresh, problem = self._read(seen)
        if self.overlay and self.rules and self._fingerprint() != seen:
            return  # It changed while it was read: what was read may be half of a change. The next look reads it again.
        self._seen, self.problem = seen, problem
        if problem:
            logger.error("rules refused: %s", problem)
        if fresh is not None:
            self.rules = fresh
            logger.info("rules in force: version %d, %s", fresh.engine.version, fresh.engine.digest)

    def _fingerprint(self) -> tuple[object, ...]:
        return self.overlay.fingerprint() if self.overlay else fingerprint(self.path)

    def _read(self, seen: tuple[object, ...]) -> tuple[Rules | None, str]:
        """Return the rules to put in force, None to keep those that are, and why newer ones were refused."""
        if self.overlay is None:
            return _tried(lambda: read_rules(self.path))
        raw, problem = self.overlay.bundle(seen)
        if self.rules and raw in (b"", self.rules.raw):
            return None, problem
        fresh, wrong = _tried(lambda: rules_of(raw)) if raw else (None, "")
        problem = problem or wrong
        if fresh or self.rules:
            return fresh, problem
        fresh, wrong = _tried(lambda: read_rules(self.path))
        return fresh, f"{problem}; without the overlay: {wrong}" if wrong else problem


def _tried(read: Callable[[], Rules]) -> tuple[Rules | None, str]:
    try:
        return read(), ""
    except BundleError as error:
        return None, str(error)


def read_rules(path: Path) -> Rules:
    """Return the rules of a bundle file; raise BundleError where it cannot be read, checked, built or self-tested."""
    try:
        raw = read_up_to(path, SIZE_MAX)
    except OSError as error:
        raise BundleError(
            f"bundle: {path} cannot be read ({error.strerror}); build it with 'flask --app server rules build'"
        ) from error
    if len(raw) > SIZE_MAX:
        raise BundleError(f"bundle: {path} is over the limit of {SIZE_MAX} bytes; build it from fewer entries")
    return rules_of(raw)


def rules_of(raw: bytes) -> Rules:
    """Return the rules of a bundle's bytes; raise BundleError where they cannot be checked, built or self-tested."""
    try:
        bundle = load_bundle(raw)
        engine = build_engine(bundle)
        self_test(engine, bundle.data)
    except BundleError:
        raise
    except Exception as error:
        raise BundleError(
            f"bundle: the engine cannot use it ({type(error).__name__}); build it again with 'rules build'"
        ) from error
    return Rules(raw, engine, bundle.data["contract"], bundle.data["counts"], sites_of(bundle), bundle.data.get("law"))


def sites_of(bundle: Bundle) -> tuple[str, ...]:
    """Return the ids of the sites that a bundle knows."""
    return tuple(sorted(bundle.data["sites"]))


def today() -> str:
    """Return today's date in Western Indonesian Time."""
    return datetime.datetime.now(WIB).date().isoformat()


def init_rulebook(app: Flask) -> None:
    """Load the rules of an app; a broken bundle lets it start, say why at /readyz, and refuse to score.

    Most commands of ``flask`` read rule files of their own and ask nothing of the rules in force: there they wait.
    """
    folder = app.config["JAGA_OVERLAY"]
    overlay = Overlay(app.config["JAGA_RULES_DIR"], folder) if folder else None
    later = os.environ.get("FLASK_RUN_FROM_CLI") == "true"
    rulebook = Rulebook(app.config["JAGA_BUNDLE"], app.config["JAGA_RELOAD_SECONDS"], overlay, later)
    app.extensions["rulebook"] = rulebook
    app.before_request(rulebook.look)


def current_rulebook() -> Rulebook:
    """Return the rulebook of the current app."""
    rulebook: Rulebook = current_app.extensions["rulebook"]
    rulebook.ready()
    return rulebook


def current_rules() -> Rules:
    """Return the rules in force; raise ApiError (503) with the reason where there are none."""
    rulebook = current_rulebook()
    if rulebook.rules is None:
        raise ApiError("no-bundle", f"The rule bundle cannot be used: {rulebook.problem}.")
    return rulebook.rules
