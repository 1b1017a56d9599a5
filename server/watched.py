"""What is loaded again when it changes: swapped whole, the last good one kept, and the reason for a refusal."""

from __future__ import annotations

import logging
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Reloading(ABC):
    """Loads at once, or ``later`` at the first use, and again what changed.

    It looks every ``reload_seconds``, 0 for never.
    """

    def __init__(self, name: str, reload_seconds: float, later: bool = False) -> None:
        self.reload_seconds = reload_seconds
        self.problem = ""
        self._name = name
        self._seen: tuple[object, ...] = ()
        self._next_look = 0.0
        self._loading = threading.Lock()
        self._loaded = False
        if not later:
            self.load()

    def ready(self) -> None:
        """Load what was left for later, once."""
        if not self._loaded:
            with self._loading:
                if not self._loaded:
                    self.load()

    def load(self) -> None:
        """Load what there is; on success swap whole, on failure keep what is in force and remember why."""
        self._next_look = time.monotonic() + self.reload_seconds
        self._load()
        self._loaded = True

    def look(self) -> None:
        """Load what changed in a thread of its own, so that no request waits for it."""
        if not self.reload_seconds or time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + self.reload_seconds
        if self._fingerprint() != self._seen and self._loading.acquire(blocking=False):
            threading.Thread(target=self._reload, name=f"{self._name}-reload", daemon=True).start()

    def watch(self) -> None:
        """Look from time to time without a request too, until the process ends; for workers that serve seldom."""
        if self.reload_seconds:
            threading.Thread(target=self._watch, name=f"{self._name}-watch", daemon=True).start()

    @abstractmethod
    def _load(self) -> None:
        """Put in force what there is or remember its problem, and keep the fingerprint of what was read as seen."""

    @abstractmethod
    def _fingerprint(self) -> tuple[object, ...]:
        """Return something that changes whenever what is loaded does."""

    def _watch(self) -> None:
        while True:
            time.sleep(self.reload_seconds)
            self.look()

    def _reload(self) -> None:
        try:
            self.load()
        finally:
            self._loading.release()


class Watched(Reloading, Generic[T]):
    """Holds what a file says and the reason why a newer one was refused; never a half of either.

    ``read`` returns the value of a path and raises ValueError where it cannot be used; ``name`` is the file's in logs.
    """

    def __init__(self, name: str, path: Path, read: Callable[[Path], T], reload_seconds: float = 0) -> None:
        self.path = path
        self.value: T | None = None
        self._read = read
        super().__init__(name, reload_seconds)

    def _load(self) -> None:
        self._seen = self._fingerprint()
        try:
            self.value, self.problem = self._read(self.path), ""
            logger.info("%s in force: %s", self._name, self.value)
        except ValueError as error:
            self.problem = str(error)
            logger.error("%s refused: %s", self._name, error)

    def _fingerprint(self) -> tuple[object, ...]:
        return fingerprint(self.path)


def fingerprint(path: Path) -> tuple[int, ...]:
    """Return time, size and number of a file; nothing of one that cannot be seen."""
    try:
        stat = path.stat()
    except OSError:
        return ()
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def read_up_to(path: Path, most: int) -> bytes:
    """Return what a file holds, or the first ``most`` bytes and one more of it: that tells one that is too long."""
    with path.open("rb") as file:
        return file.read(most + 1)
