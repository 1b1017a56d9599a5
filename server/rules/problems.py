"""What is wrong in a rule file, where, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One line for the person who writes rules: file, place in it, message."""

    file: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.where}: {self.message}" if self.where else f"{self.file}: {self.message}"


def by_place(problem: Problem) -> tuple[str, list[int], Problem]:
    """Return what problems are sorted by where rows are to stand in their order: row 9 before row 10."""
    return problem.file, [int(number) for number in re.findall("[0-9]+", problem.where)], problem


class RuleErrors(ValueError):
    """Rules that cannot be compiled; ``problems`` lists every reason."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
