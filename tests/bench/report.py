"""What a part of the benchmark found: a table, targets held or missed, and figures for other programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .timing import Spread

_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True)
class Target:
    """A bar, what was measured, and whether it holds. Ratios hold on any machine; absolute figures are guides."""

    what: str
    bar: str
    value: float
    holds: bool

    def words(self) -> list[str]:
        """The target as cells of a table."""
        return [self.what, self.bar, number(self.value), "holds" if self.holds else "MISSED"]


@dataclass
class Section:
    """One part's results."""

    title: str
    note: str
    header: list[str]
    rows: list[list[str]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)

    def at_least(self, what: str, bar: float, value: float) -> None:
        """Add a target that a larger value meets."""
        self.targets.append(Target(what, f">= {number(bar)}", value, value >= bar))

    def at_most(self, what: str, bar: float, value: float) -> None:
        """Add a target that a smaller value meets."""
        self.targets.append(Target(what, f"<= {number(bar)}", value, value <= bar))


def number(value: float) -> str:
    """A figure as a person reads it: three digits that mean something, thousands apart."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def spread(value: Spread, scale: float = 1.0) -> str:
    """A median with its range."""
    return f"{number(value.median * scale)} ({number(value.low * scale)}-{number(value.high * scale)})"


def as_text(sections: list[Section]) -> str:
    """Every section as a table for a terminal, the targets last."""
    parts = [f"{section.title}\n{section.note}\n\n{_columns(section.header, section.rows)}" for section in sections]
    targets = [target.words() for section in sections for target in section.targets]
    return "\n\n".join([*parts, f"Targets\n\n{_columns(['target', 'bar', 'measured', ''], targets)}"])


def as_markdown(sections: list[Section]) -> str:
    """The same for docs/performance.md."""
    parts = [f"### {section.title}\n\n{section.note}\n\n{_pipes(section.header, section.rows)}" for section in sections]
    targets = [target.words() for section in sections for target in section.targets]
    return "\n\n".join([*parts, f"### Targets\n\n{_pipes(['target', 'bar', 'measured', ''], targets)}"])


def write_into(page: Path, head: str, sections: list[Section]) -> None:
    """Replace the measured part of a page by this run's."""
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN, 1)
    _, after = rest.split(_END, 1)
    page.write_text(f"{before}{_BEGIN}\n\n{head}\n\n{as_markdown(sections)}\n\n{_END}{after}", encoding="utf-8")


def _columns(header: list[str], rows: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    lines = (
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in (header, *rows)
    )
    return "\n".join(f"  {line.rstrip()}" for line in lines)


def _pipes(header: list[str], rows: list[list[str]]) -> str:
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, rule, *rows))
