"""How every command tells what it found: lines for people, one JSON object for machines, and an exit code.

0 all is well; 1 something was found (problems, rows whose level changes); 2 wrong use, or what was given is no use.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ..rules import Problem
from ..rules.indonesian import in_indonesian
from ..rules.places import lines_of, texts_in
from ..rules.trial import told_problems


class Unusable(click.ClickException):
    """What was given cannot be used."""

    exit_code = 2


def told(problems: Sequence[Problem], folders: Sequence[Path] = ()) -> list[dict[str, str | int]]:
    """Return problems as JSON has them; ``line`` is that of the file in ``folders``, 0 where there is none."""
    return told_problems(problems, texts_in(folders, problems))


def problem_lines(problem: Problem, folders: Sequence[Path] = ()) -> list[str]:
    """Return a problem for people, with its line in the file: Indonesian first, English below."""
    (line,) = lines_of(texts_in(folders, [problem]), [problem])
    known = not line or problem.where.startswith(("row ", "line ")) or "(at " in problem.message
    placed = problem if known else replace(problem, where=f"line {line}, {problem.where}".removesuffix(", "))
    indonesian = in_indonesian(placed)
    english = ": ".join(part for part in (placed.where, placed.message) if part)
    return [indonesian, f"    ({english})"] if indonesian else [str(placed)]


def problem_text(problems: Sequence[Problem], folders: Sequence[Path] = ()) -> str:
    """Return problems for people, as ``problem_lines`` has each of them."""
    return "\n".join(line for problem in problems for line in problem_lines(problem, folders))


def print_json(value: object) -> None:
    """Print one line of JSON."""
    click.echo(json.dumps(value, ensure_ascii=False))


def report(
    problems: Sequence[Problem], facts: dict[str, Any], well: str, as_json: bool, folders: Sequence[Path] = ()
) -> None:
    """Print the problems or that all is well, and end with 1 where there are problems.

    ``folders`` are the rules folder and its overlays, where the problems are about their files.
    """
    if as_json:
        print_json({"ok": not problems, "problems": told(problems, folders), **facts})
    elif problems:
        click.echo(problem_text(problems, folders))
        click.echo(f"{len(problems)} masalah. (Problems.)", err=True)
    else:
        click.echo(well)
    if problems:
        raise click.exceptions.Exit(1)
