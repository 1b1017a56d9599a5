"""The folder of an office's own rules, laid over the shared ones: watched, compiled once for every worker."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import tempfile
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path

from .rules import Problem, RuleErrors, bundle_bytes
from .rules.indonesian import in_indonesian
from .rules.load import meant_files, rule_files

_TOLD_MAX = 3
_SETTLE_SECONDS, _SETTLE_TRIES = 0.2, 10


class Shelf:
    """What one worker made, for the others: an unnamed file that they inherit from the process that forked them.

    A worker that asks for what another is making waits for it. The lock ends with the process that holds it.
    """

    def __init__(self) -> None:
        with tempfile.TemporaryFile() as file:
            self._file = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._file)
        self._threads = threading.Lock()

    def take(self, key: bytes, make: Callable[[bytes], bytes]) -> bytes:
        """Return what was made for a key of 32 bytes; where nobody has, make it of what was made before."""
        with self._threads:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                held = os.pread(self._file, os.fstat(self._file).st_size, 0)
                if held[: len(key)] == key:
                    return held[len(key) :]
                made = make(held[len(key) :])
                os.ftruncate(self._file, 0)
                os.pwrite(self._file, key + made, 0)
                return made
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)


class Overlay:
    """The shared rules of ``root`` with ``folder`` laid over.

    ``good`` are the texts of the folder's files by path as they last passed, ``problems`` why they now do not.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder
        self.good: dict[str, str] = {}
        self.problems: list[Problem] = []
        self._shelf = Shelf()

    def fingerprint(self) -> tuple[object, ...]:
        """Return something that changes whenever a rule file of either folder does."""
        return tuple(sorted(file for folder in (self.root, self.folder) for file in _files(folder)))

    def settle(self) -> tuple[object, ...]:
        """Return the fingerprint once it stays the same for a moment: a save may be many writes."""
        seen = self.fingerprint()
        for _ in range(_SETTLE_TRIES):
            time.sleep(_SETTLE_SECONDS)
            seen, before = self.fingerprint(), seen
            if seen == before:
                break
        return seen

    def bundle(self, fingerprint: tuple[object, ...]) -> tuple[bytes, str]:
        """Return the last bundle that passed every check and example, and why what lies there now did not, if so.

        Either may be empty. Of the workers that ask with one fingerprint the first compiles; a worker that missed a
        change, or was started later, gets what the others have. ``good`` and ``problems`` say the same in full.
        """
        key = hashlib.sha256(repr(fingerprint).encode()).digest()
        head, _, raw = self._shelf.take(key, lambda before: self._make(fingerprint, before)).partition(b"\n")
        told = json.loads(head)
        self.good = told["good"]
        self.problems = [Problem(*problem) for problem in told["problems"]]
        return raw, self._reason()

    def files(self) -> dict[str, Path]:
        """Return the rule files that lie in the folder now, by their paths in it."""
        named = {path.relative_to(self.folder).as_posix(): path for path in rule_files(self.folder)}
        return {name: path for name, path in named.items() if not name.startswith("vectors/") and _utf8(name) == name}

    def _make(self, fingerprint: tuple[object, ...], before: bytes) -> bytes:
        """Return one line that says what is wrong and which files were good last, and behind it their bundle."""
        head, _, raw = before.partition(b"\n")
        good = json.loads(head)["good"] if head else {}
        problems: list[Problem] = []
        try:
            fresh = bundle_bytes(self.root, (self.folder,))
            found = {name: path.read_text(encoding="utf-8-sig") for name, path in self.files().items()}
            if self.fingerprint() == fingerprint:
                good, raw = found, fresh
            else:
                problems = [self._told("the rules changed while they were read; they will be read again")]
        except RuleErrors as error:
            problems = error.problems
        except Exception as error:
            problems = [self._told(f"the rules cannot be built ({type(error).__name__}: {error})")]
        plain = [[_utf8(text) for text in (each.file, each.where, each.message)] for each in problems]
        told = {"problems": plain, "good": good}
        return json.dumps(told).encode() + b"\n" + raw

    def _told(self, message: str) -> Problem:
        return Problem(str(self.folder), "", message)

    def _reason(self) -> str:
        return f"overlay: {self._first(str, 'and {} more')}" if self.problems else ""

    @property
    def reason_id(self) -> str:
        """Return in Indonesian why the folder as it lies there now is not in force; empty where it is."""
        return self._first(in_indonesian, "dan {} lagi")

    def _first(self, tell: Callable[[Problem], str], rest: str) -> str:
        more = len(self.problems) - _TOLD_MAX
        return "; ".join([*map(tell, self.problems[:_TOLD_MAX]), *([rest.format(more)] if more > 0 else [])])


def _utf8(text: str) -> str:
    """Return a text that can be sent: the name of a file may hold bytes that are no text."""
    return text.encode(errors="replace").decode()


def _files(folder: Path) -> list[tuple[str, int, int, int]]:
    """Return path, time, size and number of every rule file of a folder, misnamed ones too; of no folder nothing."""
    found = []
    for path in meant_files(folder):
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((str(path), stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return found
