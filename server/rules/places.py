"""Find the line of a rule file that a problem is about, so that an editor can mark it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .load import deep_key
from .problems import Problem

_SYNTAX = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")
_ROW = re.compile(r"(?:row|line) ([0-9]+)")
_HEADER = re.compile(r"^[ \t]*\[\[?[A-Za-z0-9_.-]+\]", re.MULTILINE)
_STEP = re.compile(r"\.?([A-Za-z0-9_-]+)(?:\[([0-9]+)\])?")


# Nobody mends more at once, and a draft with thousands of wrong examples must not keep the server busy.
_PLACED_MOST = 100


def texts_in(folders: Sequence[Path], problems: Sequence[Problem]) -> dict[str, str]:
    """Return the texts, by path, of the files that problems are about, as a rules folder and its overlays hold them."""
    texts = {}
    for name in {problem.file for problem in problems}:
        path = next((folder / name for folder in reversed(folders) if (folder / name).is_file()), None)
        if path and path.suffix in (".toml", ".csv"):
            texts[name] = path.read_text(encoding="utf-8-sig", errors="replace")
    return texts


def lines_of(texts: dict[str, str], problems: Sequence[Problem]) -> list[int]:
    """Return for every problem the line, from 1, of its file that it is about.

    0 stands for the whole file, for a file whose text is not given, and for every problem after the first hundred.
    """
    read = {name: _read(text) for name, text in texts.items()}
    placed = [
        _line(texts[problem.file], read[problem.file], problem) if problem.file in texts else 0
        for problem in problems[:_PLACED_MOST]
    ]
    return placed + [0] * (len(problems) - len(placed))


def _read(text: str) -> Any:
    if deep_key(text):
        return {}
    try:
        return tomllib.loads(text)
    # A number of more than 4,300 digits is a plain ValueError.
    except (ValueError, RecursionError):
        return {}


def _line(text: str, data: Any, problem: Problem) -> int:
    if found := _SYNTAX.search(problem.message):
        return int(found[1])
    if "(at end of document)" in problem.message:
        return text.count("\n") + 1
    if found := _ROW.fullmatch(problem.where):
        return int(found[1])
    at = _offset(text, data, problem.where) if problem.where else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def _offset(text: str, value: Any, where: str) -> int:
    """Follow a path such as ``pair[0].member[1].name`` or ``hits[2] 'words'``; -1 where its first step is not found."""
    at, found, path, start = 0, -1, "", 0
    while step := _STEP.match(where, start):
        start = step.end()
        path = f"{path}.{step[1]}".removeprefix(".")
        value = value.get(step[1]) if isinstance(value, dict) else None
        header, assigned = _table(text, at, path, int(step[2] or 0)), _key(text, at, step[1])
        if header < 0 and assigned < 0:
            break
        at = found = assigned if header < 0 else header
        if isinstance(value, list) and step[2]:
            at = found = _element(text, at, value, int(step[2])) if header < 0 else at
            value = value[int(step[2])] if int(step[2]) < len(value) else None
        if where[start : start + 1] != ".":
            break
    return found


def _table(text: str, at: int, path: str, number: int) -> int:
    """Return where the table of a path, or so many-th of its tables, begins from an offset on, or -1."""
    header = re.compile(rf"^[ \t]*\[\[?[ \t]*{re.escape(path)}[ \t]*\]", re.MULTILINE)
    return next((found.start() for place, found in enumerate(header.finditer(text, at)) if place == number), -1)


def _key(text: str, at: int, key: str) -> int:
    """Return where a key is given its value in the table that an offset stands in; -1 where it is not."""
    line_end = text.find("\n", at) if _HEADER.match(text, at) else at
    after = _HEADER.search(text, max(line_end, at))
    written = re.compile(rf"(?:^[ \t]*|[{{,][ \t]*)[\"']?{re.escape(key)}[\"']?[ \t]*=", re.MULTILINE)
    found = written.search(text, at, after.start() if after else len(text))
    return found.end() - 1 if found else -1


def _element(text: str, at: int, values: list[Any], number: int) -> int:
    """Return where an element of a list stands, by looking for the texts before it one after the other."""
    for value in values[: number + 1]:
        words = (
            next((part for part in value.values() if isinstance(part, str)), "") if isinstance(value, dict) else value
        )
        written = [json.dumps(words, ensure_ascii=False), f"'{words}'"] if isinstance(words, str) else [str(words)]
        places = [place for form in written if (place := text.find(form, at + 1)) >= 0]
        if not places:
            return at
        at = min(places)
    return at
