"""Goes through browser tests without a browser, to see what each does: where, with which input, before which question.

A test is an ordinary function that is told in a driver's methods (`click`, `tap`, `press`) and in the steps of
`tests/e2e/steps.py` (`ask`, `wait_acts`). Given a driver that only takes notes, it plays itself: its branches,
parameters and helpers are its own. What it reads from a page is a value that agrees to almost everything; where an
assertion fails all the same, the test is known up to there.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

STEPS = "tests.e2e.steps"
# More rounds than any test makes: a loop that waits for the page must end.
ENOUGH = 500


class _Over(BaseException):
    """The rehearsal of this test is over."""


@dataclass(frozen=True)
class Note:
    """One thing that a test did: a method of the driver or a step, with the words that it was told."""

    what: str
    words: tuple[str, ...]


@dataclass
class Notes:
    """All that a test did, in order."""

    taken: list[Note] = field(default_factory=list)

    def take(self, what: str, values: tuple[Any, ...]) -> Anything:
        self.taken.append(Note(what, tuple(_words(values))))
        if len(self.taken) > ENOUGH:
            raise _Over
        return Anything()


def _words(value: Any) -> Iterator[str]:
    """The texts in a value, those inside lists and records too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)


class Anything:
    """A value of which everything is true, and which can be used in any way."""

    def __getattr__(self, _: str) -> Anything:
        return Anything()

    def __call__(self, *_: Any, **__: Any) -> Anything:
        return Anything()

    def __getitem__(self, _: Any) -> Anything:
        return Anything()

    def __iter__(self) -> Iterator[Any]:
        return iter((Anything(), Anything()))

    def __contains__(self, _: object) -> bool:
        return True

    def __eq__(self, _: object) -> bool:
        return True

    def __ne__(self, _: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __gt__(self, _: object) -> bool:
        return True

    __ge__ = __lt__ = __le__ = __gt__

    def __add__(self, _: object) -> Anything:
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __or__ = __and__ = __add__

    def __enter__(self) -> Anything:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def __int__(self) -> int:
        return 1

    def __float__(self) -> float:
        return 1.0

    def __str__(self) -> str:
        return ""

    __repr__ = __str__

    def __format__(self, _: str) -> str:
        return ""


class _Driver(Anything):
    """A driver that notes which of its methods is called with what."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def __getattr__(self, name: str) -> Anything:
        return _Method(self._notes, name)


class _Method(Anything):
    """A method of the driver, or a step: it notes what it is called with."""

    def __init__(self, notes: Notes, name: str) -> None:
        self._notes = notes
        self._name = name

    def __call__(self, *values: Any, **_: Any) -> Anything:
        return self._notes.take(self._name, values)


def rehearse(item: pytest.Function) -> list[Note]:
    """What a test and the fixtures that prepare its page do, as far as they get without a page."""
    notes = Notes()
    with _steps_noted(notes), suppress(Exception, pytest.fail.Exception, _Over):
        cast = _Cast(item, notes)
        item.function(**{name: cast.value(name) for name in inspect.signature(item.function).parameters})
    return notes.taken


class _Cast:
    """The arguments of a test: its parameters, what simple fixtures return, and a driver for all the rest."""

    def __init__(self, item: pytest.Function, notes: Notes) -> None:
        self._params: dict[str, Any] = dict(item.callspec.params) if hasattr(item, "callspec") else {}
        named = (mark.args[0] for mark in item.iter_markers("parametrize"))
        self._own = {one.strip() for names in named for one in (names.split(",") if isinstance(names, str) else names)}
        self._fixtures = item._fixtureinfo.name2fixturedefs
        self._driver = _Driver(notes)
        self._known: dict[str, Any] = {}

    def value(self, name: str) -> Any:
        if name in self._own:
            return self._params[name]
        if name not in self._known:
            self._known[name] = self._made(name)
        return self._known[name]

    def _made(self, name: str) -> Any:
        function = self._fixtures[name][-1].func if name in self._fixtures else None
        if not inspect.isfunction(function) or inspect.isgeneratorfunction(function):
            return self._driver
        if not function.__module__.startswith("tests.e2e"):
            return self._driver
        request = SimpleNamespace(param=self._params.get(name))
        return function(
            **{one: request if one == "request" else self.value(one) for one in inspect.signature(function).parameters}
        )


@contextmanager
def _steps_noted(notes: Notes) -> Iterator[None]:
    """Every step that a test module imported takes a note instead."""
    kept = [
        (vars(module), key, value)
        for name, module in list(sys.modules.items())
        if name.startswith("tests.e2e") and not name.startswith("tests.e2e.drivers")
        for key, value in list(vars(module).items())
        if inspect.isfunction(value) and (value.__module__ == STEPS or value.__name__ == "until")
    ]
    for space, key, value in kept:
        space[key] = _Method(notes, value.__name__)
    yield
    for space, key, value in kept:
        space[key] = value
